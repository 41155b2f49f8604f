/* fys-reminder-words.c - reminders in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-reminder-words.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#include "ui/journal/fys-date.h"

/* An article may say it of each of many exercises; three tell enough. */
#define MAX_QUOTES  3

#define WORKING_DAYS 0x1fu
#define WEEKEND      0x60u

static gboolean
counts_twelve_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%p") != NULL || strstr (format, "%r") != NULL || strstr (format, "%I") != NULL || strstr (format, "%l") != NULL;
}

char *
fys_minute_dup_text (guint minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, minute / 60 % 24, minute % 60, 0);

  if (counts_twelve_hours ())
    return g_date_time_format (time, "%-I:%M %p");
  /* Translators: a time of the day of 24 hours, for g_date_time_format(): %-H is the hour without a zero before it */
  return g_date_time_format (time, _ ("%-H:%M"));
}

/* Returns: past the digits; @out_n_digits 0 when there are none */
static const char *
read_number (const char *text,
             guint      *out_number,
             guint      *out_n_digits)
{
  *out_number = 0;
  for (*out_n_digits = 0; g_ascii_isdigit (*text) && *out_n_digits < 4; text++, ++*out_n_digits)
    *out_number = *out_number * 10 + g_ascii_digit_value (*text);
  return text;
}

/* Returns: whether the rest of a time makes sense; the hour is that of 24 then */
static gboolean
read_half_of_day (const char *text,
                  guint      *inout_hour)
{
  g_autofree char *rest = g_strstrip (g_ascii_strdown (text, -1));
  gboolean         is_pm = g_str_equal (rest, "pm") || g_str_equal (rest, "p.m.");

  if (*rest == '\0')
    return TRUE;
  if (!is_pm && !g_str_equal (rest, "am") && !g_str_equal (rest, "a.m."))
    return FALSE;
  if (*inout_hour < 1 || *inout_hour > 12)
    return FALSE;
  *inout_hour = *inout_hour % 12 + (is_pm ? 12 : 0);
  return TRUE;
}

gboolean
fys_minute_parse (const char *text,
                  guint      *out_minute)
{
  guint hour, minute = 0, n_digits, n_more;

  g_return_val_if_fail (text != NULL, FALSE);

  while (*text != '\0' && !g_ascii_isdigit (*text))
    text++; /* "kl. " */
  text = read_number (text, &hour, &n_digits);
  if (n_digits == 0)
    return FALSE;
  if (n_digits > 2)
    {
      minute = hour % 100;
      hour = hour / 100;
    }
  else if (*text == ':' || *text == '.')
    {
      text = read_number (text + 1, &minute, &n_more);
      if (n_more != 2)
        return FALSE;
    }
  if (!read_half_of_day (text, &hour) || hour > 23 || minute > 59)
    return FALSE;
  *out_minute = hour * 60 + minute;
  return TRUE;
}

/* As at the beginning of a sentence: in Danish a weekday has a small letter. Returns: (transfer full) */
static char *
capitalise (const char *text)
{
  g_autofree char *first = g_utf8_strup (text, *text != '\0' ? g_utf8_next_char (text) - text : 0);

  return g_strconcat (first, *text != '\0' ? g_utf8_next_char (text) : "", NULL);
}

char *
fys_weekday_dup_name (guint number)
{
  return capitalise (fys_weekday_get_name (number));
}

char *
fys_weekday_dup_short_name (guint number)
{
  return capitalise (fys_weekday_get_short_name (number));
}

/* "A", "A and B", "A, B and C". Returns: (transfer full) */
static char *
dup_enumeration (GPtrArray *parts)
{
  g_autoptr (GString) before = g_string_new ("");

  if (parts->len == 1)
    return g_strdup (g_ptr_array_index (parts, 0));
  for (guint i = 0; i + 1 < parts->len; i++)
    g_string_append_printf (before, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (parts, i));
  /* Translators: the last two of a list: "9:00, 14:00" and "19:00" */
  return g_strdup_printf (_ ("%1$s and %2$s"), before->str, (const char *) g_ptr_array_index (parts, parts->len - 1));
}

static char *
dup_days (guint weekdays)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char      *text = NULL;

  if (weekdays == FYS_WEEKDAYS_ALL)
    return g_strdup (_ ("Every day"));
  if (weekdays == WORKING_DAYS)
    return g_strdup (_ ("Monday to Friday"));
  if (weekdays == WEEKEND)
    return g_strdup (_ ("Saturday and Sunday"));
  for (guint number = 1; number <= 7; number++)
    if ((weekdays & FYS_WEEKDAY_BIT (number)) != 0)
      g_ptr_array_add (parts, (gpointer) fys_weekday_get_short_name (number));
  if (parts->len == 1)
    return fys_weekday_dup_name (g_bit_nth_lsf (weekdays, -1) + 1);
  text = dup_enumeration (parts);
  return capitalise (text);
}

char *
fys_reminder_times_dup_text (const FysReminderTimes *times)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char      *days = dup_days (times->weekdays);
  g_autofree char      *hours = NULL;

  for (guint i = 0; i < times->n_times; i++)
    g_ptr_array_add (parts, fys_minute_dup_text (times->minutes[i]));
  hours = dup_enumeration (parts);
  /* Translators: %1$s days, such as "Every day"; %2$s times, such as "9:00 and 18:00" */
  return g_strdup_printf (_ ("%1$s at %2$s"), days, hours);
}

/* Returns: (transfer full) (nullable): the words of the article */
static char *
dup_words (const FysExercise *exercise)
{
  const FysDosage *dosage = &exercise->dosage;
  const FysSlice  *place = &dosage->frequency_place;

  if (!fys_range_is_stated (dosage->frequency) || place->end <= place->start || place->end > strlen (exercise->instruction))
    return NULL;
  return g_strndup (exercise->instruction + place->start, place->end - place->start);
}

static gboolean
contains (GPtrArray  *words,
          const char *word)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (g_ptr_array_index (words, i), word))
      return TRUE;
  return FALSE;
}

char *
fys_reminder_dup_quote (FysExerciseList *exercises)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString)   text = g_string_new ("");
  guint                 n = fys_exercise_list_get_n (exercises);
  gboolean              is_of_all = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const FysExercise *exercise = fys_exercise_list_get (exercises, i);
      g_autofree char   *words = dup_words (exercise);

      if (words == NULL)
        is_of_all = FALSE;
      else if (!contains (quotes, words) && quotes->len < MAX_QUOTES)
        {
          if (text->len > 0)
            g_string_append_c (text, '\n');
          /* Translators: what the article says of how often an exercise is done; %1$s its name, %2$s the article's own words */
          g_string_append_printf (text, _ ("The article says of %1$s: “%2$s”."), exercise->name, words);
          g_ptr_array_add (quotes, g_steal_pointer (&words));
        }
    }
  if (quotes->len == 0)
    return g_strdup (_ ("The article does not say how often. Once a day is a suggestion; change it as you like."));
  if (quotes->len == 1 && is_of_all)
    return g_strdup_printf (_ ("The article says: “%s”."), (const char *) g_ptr_array_index (quotes, 0));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
