/* fys-reminder.c - at what times of which days a person wants to be reminded of an article's exercises
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/reminder/fys-reminder.h"

#include <string.h>

/* The longest path with every byte escaped. */
#define MAX_TEXT_BYTES  (sizeof "file://" + 3 * 4096)
/* More than a notification shows. */
#define MAX_TITLE_CHARS 200
#define MAX_EXERCISES   G_MAXUINT16

FysReminder *
fys_reminder_new (const char             *article,
                  const char             *title,
                  const char             *uri,
                  guint                   n_exercises,
                  const FysReminderTimes *times)
{
  FysReminder *self;

  g_return_val_if_fail (article != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (uri != NULL, NULL);

  self = g_new0 (FysReminder, 1);
  self->article = g_strdup (article);
  self->title = g_utf8_strlen (title, -1) > MAX_TITLE_CHARS ? g_utf8_substring (title, 0, MAX_TITLE_CHARS) : g_strdup (title);
  self->uri = g_strdup (uri);
  self->n_exercises = MIN (n_exercises, MAX_EXERCISES);
  self->times = *times;
  fys_reminder_times_sort (&self->times);
  return self;
}

FysReminder *
fys_reminder_copy (const FysReminder *self)
{
  FysReminder *copy = fys_reminder_new (self->article, self->title, self->uri, self->n_exercises, &self->times);

  copy->is_on = self->is_on;
  return copy;
}

void
fys_reminder_free (FysReminder *self)
{
  if (self == NULL)
    return;
  g_free (self->article);
  g_free (self->title);
  g_free (self->uri);
  g_free (self);
}

void
fys_reminder_times_sort (FysReminderTimes *self)
{
  guint n = 0;

  for (guint i = 1; i < self->n_times; i++)
    for (guint j = i; j > 0 && self->minutes[j - 1] > self->minutes[j]; j--)
      {
        guint minute = self->minutes[j];

        self->minutes[j] = self->minutes[j - 1];
        self->minutes[j - 1] = minute;
      }
  for (guint i = 0; i < self->n_times; i++)
    if (n == 0 || self->minutes[n - 1] != self->minutes[i])
      self->minutes[n++] = self->minutes[i];
  self->n_times = n;
}

/* Returns: the first time of @day that is after @after_s, or -1 */
static gint64
find_in_day (const FysReminderTimes *self,
             GTimeZone              *zone,
             const GDate            *day,
             gint64                  after_s)
{
  if ((self->weekdays & FYS_WEEKDAY_BIT (g_date_get_weekday (day))) == 0)
    return -1;
  for (guint i = 0; i < self->n_times; i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new (zone, g_date_get_year (day), g_date_get_month (day), g_date_get_day (day),
                                                    self->minutes[i] / 60, self->minutes[i] % 60, 0);

      if (time != NULL && g_date_time_to_unix (time) > after_s)
        return g_date_time_to_unix (time);
    }
  return -1;
}

gint64
fys_reminder_times_next (const FysReminderTimes *self,
                         GDateTime              *after)
{
  GDate day;
  int   year, month, day_of_month;

  g_date_time_get_ymd (after, &year, &month, &day_of_month);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, day_of_month, month, year);
  /* Through the same day of the next week, in case that it is the only one and its times are over for today. */
  for (guint i = 0; i <= 7; i++)
    {
      gint64 next_s = find_in_day (self, g_date_time_get_timezone (after), &day, g_date_time_to_unix (after));

      if (next_s >= 0)
        return next_s;
      g_date_add_days (&day, 1);
    }
  return -1;
}

static gboolean
is_text (const char *text)
{
  return *text != '\0' && strlen (text) <= MAX_TEXT_BYTES;
}

/* No other scheme: opening a reminder asks no network, and starts nothing. */
static gboolean
is_local_file (const char *uri)
{
  g_autoptr (GUri) parsed = is_text (uri) ? g_uri_parse (uri, G_URI_FLAGS_NONE, NULL) : NULL;
  const char      *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;

  return parsed != NULL && g_str_equal (g_uri_get_scheme (parsed), "file") && (host == NULL || *host == '\0') &&
         g_uri_get_path (parsed)[0] == '/';
}

static gboolean
read_times (FysReminderTimes *self,
            GVariant         *minutes,
            guint             weekdays)
{
  gsize          n;
  const guint16 *values = g_variant_get_fixed_array (minutes, &n, sizeof (guint16));

  if (n == 0 || n > FYS_REMINDER_MAX_TIMES || weekdays == 0 || (weekdays & ~FYS_WEEKDAYS_ALL) != 0)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      if (values[i] >= FYS_MINUTES_A_DAY)
        return FALSE;
      self->minutes[i] = values[i];
    }
  self->n_times = n;
  self->weekdays = weekdays;
  return TRUE;
}

/* Returns: (transfer full) (nullable) */
static FysReminder *
read_reminder (GVariant *variant)
{
  const char          *article, *title, *uri;
  guint16              n_exercises;
  g_autoptr (GVariant) minutes = NULL;
  guint8               weekdays;
  gboolean             is_on;
  FysReminderTimes     times = { .n_times = 0 };
  FysReminder         *self;

  g_variant_get (variant, "(&s&s&sq@aqyb)", &article, &title, &uri, &n_exercises, &minutes, &weekdays, &is_on);
  if (!is_text (article) || !is_text (title) || !is_local_file (uri) || n_exercises == 0 || !read_times (&times, minutes, weekdays))
    return NULL;
  self = fys_reminder_new (article, title, uri, n_exercises, &times);
  self->is_on = is_on;
  return self;
}

GPtrArray *
fys_reminders_new_from_variant (GVariant *variant)
{
  GPtrArray *reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_reminder_free);
  gsize      n;

  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE (FYS_REMINDERS_TYPE)), reminders);

  n = g_variant_n_children (variant);
  for (gsize i = 0; i < n && reminders->len < FYS_REMINDERS_MAX; i++)
    {
      g_autoptr (GVariant)    child = g_variant_get_child_value (variant, i);
      g_autoptr (FysReminder) reminder = read_reminder (child);

      if (reminder != NULL && fys_reminders_find (reminders, reminder->article) == NULL)
        g_ptr_array_add (reminders, g_steal_pointer (&reminder));
    }
  return reminders;
}

static GVariant *
write_reminder (const FysReminder *self)
{
  guint16 minutes[FYS_REMINDER_MAX_TIMES];

  for (guint i = 0; i < self->times.n_times; i++)
    minutes[i] = self->times.minutes[i];
  return g_variant_new ("(sssq@aqyb)", self->article, self->title, self->uri, (guint16) self->n_exercises,
                        g_variant_new_fixed_array (G_VARIANT_TYPE_UINT16, minutes, self->times.n_times, sizeof (guint16)),
                        (guint8) self->times.weekdays, self->is_on);
}

GVariant *
fys_reminders_to_variant (GPtrArray *reminders)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (FYS_REMINDERS_TYPE));
  for (guint i = 0; i < reminders->len; i++)
    g_variant_builder_add_value (&builder, write_reminder (g_ptr_array_index (reminders, i)));
  return g_variant_builder_end (&builder);
}

const FysReminder *
fys_reminders_find (GPtrArray  *reminders,
                    const char *article)
{
  for (guint i = 0; i < reminders->len; i++)
    {
      const FysReminder *reminder = g_ptr_array_index (reminders, i);

      if (g_str_equal (reminder->article, article))
        return reminder;
    }
  return NULL;
}
