/* fys-record-entries.c - what a session comes to in the journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-record-entries.h"

#include "core/journal/fys-journal.h"

static guint
to_seconds (gint64 length_us)
{
  return length_us > 0 ? (length_us + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC : 0;
}

/* The steps are what was planned, whatever the user had changed before. A rest is one between sets when it is the last of its set. */
static void
read_plan (FysJournalEntry *entry,
           FysProgram      *program,
           guint            exercise)
{
  guint n_steps;
  const FysStep *steps = fys_program_get_steps (program, &n_steps);
  const FysStep *work = NULL;

  for (guint i = 0; i < n_steps; i++)
    {
      if (steps[i].exercise != exercise)
        continue;
      if (steps[i].kind == FYS_STEP_HOLD || steps[i].kind == FYS_STEP_REPETITION)
        {
          if (work != NULL && steps[i - 1].kind == FYS_STEP_REST && steps[i].set != work->set)
            entry->rest_s = to_seconds (steps[i - 1].length_us);
          work = &steps[i];
          if (work->kind == FYS_STEP_HOLD)
            entry->hold_s = to_seconds (work->length_us);
          entry->reps = MAX (work->n_reps, 1);
          entry->sets = MAX (work->n_sets, 1);
          entry->is_per_side = work->side != FYS_SIDE_NONE;
        }
    }
}

static int
get_utc_offset_s (gint64 unix_s)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (unix_s);

  return time != NULL ? g_date_time_get_utc_offset (time) / G_TIME_SPAN_SECOND : 0;
}

static FysJournalEntry *
entry_new (FysSessionRunner *runner,
           guint             exercise)
{
  FysJournalEntry *entry = fys_journal_entry_new ();

  entry->started_unix_s = fys_session_runner_get_started_unix_s (runner, exercise);
  entry->utc_offset_s = get_utc_offset_s (entry->started_unix_s);
  g_free (entry->exercise);
  entry->exercise = g_strdup (fys_session_runner_get_name (runner, exercise));
  read_plan (entry, fys_session_get_program (fys_session_runner_get_session (runner)), exercise);
  entry->n_planned = fys_session_runner_count_planned (runner, exercise);
  entry->n_done = fys_session_runner_count_done (runner, exercise);
  entry->active_s = to_seconds (fys_session_runner_get_active_us (runner, exercise));
  return entry;
}

GPtrArray *
fys_record_entries_new (FysSessionRunner *runner,
                        const char       *article,
                        const char       *article_title,
                        int               pain_before)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);

  g_return_val_if_fail (FYS_IS_SESSION_RUNNER (runner), NULL);
  g_return_val_if_fail (article != NULL && article_title != NULL, NULL);

  for (guint i = 0; i < fys_session_runner_get_n_exercises (runner); i++)
    {
      FysJournalEntry *entry;

      if (fys_session_runner_count_done (runner, i) == 0)
        continue;
      entry = entry_new (runner, i);
      g_free (entry->article);
      entry->article = g_strdup (article);
      g_free (entry->article_title);
      entry->article_title = g_strdup (article_title);
      entry->pain_before = pain_before;
      g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}
