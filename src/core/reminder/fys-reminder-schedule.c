/* fys-reminder-schedule.c - which reminders are due, which were missed, and when the next one comes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/reminder/fys-reminder-schedule.h"

struct _FysReminderSchedule
{
  GPtrArray  *reminders; /* FysReminder */
  GHashTable *snoozed;   /* key → (gint64 *) when, seconds since 1970 */
  gint64      checked_s;
};

FysReminderSchedule *
fys_reminder_schedule_new (gint64 checked_s)
{
  FysReminderSchedule *self = g_new0 (FysReminderSchedule, 1);

  self->reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_reminder_free);
  self->snoozed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->checked_s = checked_s;
  return self;
}

void
fys_reminder_schedule_free (FysReminderSchedule *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->reminders);
  g_hash_table_unref (self->snoozed);
  g_free (self);
}

static gboolean
is_on (FysReminderSchedule *self,
       const char          *article)
{
  const FysReminder *reminder = fys_reminders_find (self->reminders, article);

  return reminder != NULL && reminder->is_on;
}

static gboolean
is_obsolete (gpointer key,
             gpointer value,
             gpointer user_data)
{
  return !is_on (user_data, key);
}

void
fys_reminder_schedule_set_reminders (FysReminderSchedule *self,
                                     GPtrArray           *reminders)
{
  g_ptr_array_ref (reminders);
  g_ptr_array_unref (self->reminders);
  self->reminders = reminders;
  g_hash_table_foreach_remove (self->snoozed, is_obsolete, self);
}

void
fys_reminder_schedule_skip (FysReminderSchedule *self,
                            GDateTime           *now)
{
  self->checked_s = g_date_time_to_unix (now);
}

/* From when on reminders count. A clock that was put back a little comes to the same time again, which was seen to; one that was put
 * back by more was wrong before. */
static gint64
get_since_s (FysReminderSchedule *self,
             GDateTime           *now)
{
  gint64 now_s = g_date_time_to_unix (now);

  if (self->checked_s > now_s)
    return self->checked_s - now_s <= FYS_REMINDER_LATE_S ? self->checked_s : now_s;
  return MAX (self->checked_s, now_s - FYS_REMINDER_LATE_S);
}

/* Returns: (transfer full): @unix_s in the zone of @now */
static GDateTime *
in_zone_of (GDateTime *now,
            gint64     unix_s)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (unix_s);

  return utc != NULL ? g_date_time_to_timezone (utc, g_date_time_get_timezone (now)) : g_date_time_ref (now);
}

/* Returns: whether it was put off, and its time has come */
static gboolean
take_snoozed (FysReminderSchedule *self,
              const char          *article,
              gint64               now_s,
              gboolean            *out_is_late)
{
  gint64 *when_s = g_hash_table_lookup (self->snoozed, article);

  if (when_s == NULL)
    return FALSE;
  *when_s = MIN (*when_s, now_s + FYS_REMINDER_SNOOZE_S); /* a quarter of an hour at most, also when the clock was put back */
  if (*when_s > now_s)
    return FALSE;
  *out_is_late = now_s - *when_s > FYS_REMINDER_LATE_S;
  g_hash_table_remove (self->snoozed, article);
  return TRUE;
}

GArray *
fys_reminder_schedule_take_due (FysReminderSchedule *self,
                                GDateTime           *now)
{
  GArray               *due = g_array_new (FALSE, FALSE, sizeof (FysReminderDue));
  gint64                now_s = g_date_time_to_unix (now);
  gint64                since_s = get_since_s (self, now);
  g_autoptr (GDateTime) since = in_zone_of (now, since_s);

  for (guint i = 0; i < self->reminders->len; i++)
    {
      const FysReminder *reminder = g_ptr_array_index (self->reminders, i);
      gint64             next_s = reminder->is_on ? fys_reminder_times_next (&reminder->times, since) : -1;
      gboolean           is_late = FALSE;
      FysReminderDue     one = { .article = reminder->article };

      one.was_snoozed = take_snoozed (self, reminder->article, now_s, &is_late);
      if (next_s >= 0 && next_s <= now_s)
        one.was_snoozed = FALSE; /* a time of its own: it may be put off again */
      else if (!one.was_snoozed || is_late)
        continue;
      /* What was put off is about the time before. */
      g_hash_table_remove (self->snoozed, reminder->article);
      g_array_append_val (due, one);
    }
  self->checked_s = MAX (since_s, now_s);
  return due;
}

gint64
fys_reminder_schedule_get_next_s (FysReminderSchedule *self,
                                  GDateTime           *now)
{
  g_autoptr (GDateTime) since = in_zone_of (now, get_since_s (self, now));
  gint64                first_s = -1;
  GHashTableIter        iter;
  gpointer              value;

  for (guint i = 0; i < self->reminders->len; i++)
    {
      const FysReminder *reminder = g_ptr_array_index (self->reminders, i);
      gint64             next_s = reminder->is_on ? fys_reminder_times_next (&reminder->times, since) : -1;

      if (next_s >= 0 && (first_s < 0 || next_s < first_s))
        first_s = next_s;
    }
  g_hash_table_iter_init (&iter, self->snoozed);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (first_s < 0 || *(gint64 *) value < first_s)
      first_s = *(gint64 *) value;
  return first_s;
}

void
fys_reminder_schedule_snooze (FysReminderSchedule *self,
                              const char          *article,
                              GDateTime           *now)
{
  gint64 when_s = g_date_time_to_unix (now) + FYS_REMINDER_SNOOZE_S;

  if (is_on (self, article))
    g_hash_table_replace (self->snoozed, g_strdup (article), g_memdup2 (&when_s, sizeof when_s));
}

void
fys_reminder_schedule_unsnooze (FysReminderSchedule *self,
                                const char          *article)
{
  g_hash_table_remove (self->snoozed, article);
}

gboolean
fys_reminder_schedule_has_snoozed (FysReminderSchedule *self)
{
  return g_hash_table_size (self->snoozed) > 0;
}

gint64
fys_reminder_schedule_get_checked_s (FysReminderSchedule *self)
{
  return self->checked_s;
}
