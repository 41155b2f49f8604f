/* fys-step-text.c - what a step of a session is called
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-step-text.h"

#include <glib/gi18n.h>

/* Two digits can be twice as large as the four signs of "1:30", and count down as plainly. */
#define MAX_PLAIN_SECONDS 99

static guint
to_seconds (gint64 length_us)
{
  return (MAX (length_us, 0) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
}

const char *
fys_step_get_word (const FysStep *self)
{
  g_return_val_if_fail (self != NULL, "");

  switch (self->kind)
    {
    case FYS_STEP_PREPARE:
      return _("Get Ready");
    case FYS_STEP_HOLD:
      /* Translators: the large word while a stretch or a position is held. */
      return C_ ("step", "Hold");
    case FYS_STEP_REPETITION:
      return _("Do One Repetition");
    case FYS_STEP_REST:
      /* Translators: the large word during a break between holds or sets. */
      return C_ ("step", "Rest");
    case FYS_STEP_SWITCH_SIDE:
      return _("Switch Side");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
fys_side_get_word (FysSide side)
{
  if (side == FYS_SIDE_LEFT)
    return _("Left side");
  if (side == FYS_SIDE_RIGHT)
    return _("Right side");
  return "";
}

static char *
dup_rep_text (const FysStep *self)
{
  if (self->is_extra)
    /* Translators: one that lies between the lower and the upper end of what the article asks for, such as the ninth of 8–10. */
    return g_strdup_printf (_("Repetition %u of %u (optional)"), self->rep, self->n_reps);
  return g_strdup_printf (_("Repetition %u of %u"), self->rep, self->n_reps);
}

char *
fys_step_dup_counts (const FysStep *self)
{
  g_autofree char *rep = NULL;
  g_autofree char *set = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_reps > 1 && self->rep > 0)
    rep = dup_rep_text (self);
  if (self->n_sets > 1 && self->set > 0)
    set = g_strdup_printf (_("Set %u of %u"), self->set, self->n_sets);

  if (rep != NULL && set != NULL)
    return g_strconcat (rep, " · ", set, NULL);
  return g_strdup (rep != NULL ? rep : set != NULL ? set : "");
}

static void
append_part (GString    *text,
             const char *separator,
             const char *part)
{
  if (*part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

char *
fys_step_dup_next (const FysStep *next,
                   const char    *exercise_name)
{
  g_autoptr (GString) what = g_string_new (NULL);

  if (next == NULL)
    return g_strdup (_("This is the last one"));

  if (exercise_name != NULL)
    append_part (what, ", ", exercise_name);
  append_part (what, ", ", fys_step_get_word (next));
  if (next->kind == FYS_STEP_SWITCH_SIDE)
    append_part (what, ", ", fys_side_get_word (next->side));
  if (next->length_us > 0)
    {
      g_autofree char *length = fys_length_dup_text (next->length_us);

      append_part (what, ", ", length);
    }
  /* Translators: what the exercise timer does after this step, such as "Next: Rest, 10 s". */
  return g_strdup_printf (_("Next: %s"), what->str);
}

char *
fys_step_dup_spoken (const FysStep *self,
                     const char    *exercise_name)
{
  g_autoptr (GString) text = g_string_new (exercise_name);
  g_autofree char *counts = fys_step_dup_counts (self);

  append_part (text, ". ", fys_step_get_word (self));
  if (self->length_us > 0)
    {
      g_autofree char *length = fys_length_dup_spoken (self->length_us);

      append_part (text, ", ", length);
    }
  append_part (text, ". ", fys_side_get_word (self->side));
  append_part (text, ". ", counts);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
fys_length_dup_text (gint64 length_us)
{
  guint seconds = to_seconds (length_us);

  if (seconds < 60)
    /* Translators: a length in seconds, short. */
    return g_strdup_printf (_("%u s"), seconds);
  if (seconds % 60 == 0)
    /* Translators: a length in minutes, short. */
    return g_strdup_printf (_("%u min"), seconds / 60);
  /* Translators: a length in minutes and seconds, short. */
  return g_strdup_printf (_("%u min %u s"), seconds / 60, seconds % 60);
}

char *
fys_length_dup_spoken (gint64 length_us)
{
  guint seconds = to_seconds (length_us);
  guint minutes = seconds / 60;
  g_autofree char *minutes_text = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  g_autofree char *seconds_text = g_strdup_printf (ngettext ("%u second", "%u seconds", seconds % 60), seconds % 60);

  if (minutes == 0)
    return g_steal_pointer (&seconds_text);
  if (seconds % 60 == 0)
    return g_steal_pointer (&minutes_text);
  return g_strconcat (minutes_text, " ", seconds_text, NULL);
}

char *
fys_length_dup_figure (gint64 length_us)
{
  guint seconds = to_seconds (length_us);

  if (seconds <= MAX_PLAIN_SECONDS)
    return g_strdup_printf ("%u", seconds);
  return g_strdup_printf ("%u:%02u", seconds / 60, seconds % 60);
}

char *
fys_range_dup_text (FysRange self)
{
  if (self.max == 0)
    return g_strdup ("");
  if (self.min == self.max || self.min == 0)
    return g_strdup_printf ("%u", self.max);
  return g_strdup_printf ("%u–%u", self.min, self.max);
}
