/* fys-journal-sample.c - how long a full journal takes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-journal-sample.h"

#include <glib/gstdio.h>

#include "core/journal/fys-journal.h"

#define DAY_S     (24 * 60 * 60)
#define A_DAY     3 /* exercises */
#define FIRST_S   1600000000
#define ACTIVE_S  90

/** Wait: for one call, with the longest pause between two turns of the main loop. */
typedef struct
{
  GAsyncResult *result;
  gint64        last_turn_us;
  gint64        pause_us;
} Wait;

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ((Wait *) user_data)->result = g_object_ref (result);
}

static gboolean
turn_cb (gpointer user_data)
{
  Wait *wait = user_data;
  gint64 now_us = g_get_monotonic_time ();

  wait->pause_us = MAX (wait->pause_us, now_us - wait->last_turn_us);
  wait->last_turn_us = now_us;
  return G_SOURCE_CONTINUE;
}

static void
wait_for (Wait *wait)
{
  guint id = g_timeout_add (1, turn_cb, wait);

  wait->last_turn_us = g_get_monotonic_time ();
  while (wait->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  (void) turn_cb (wait); /* what the last turn took counts too */
  g_source_remove (id);
}

static FysJournalEntry *
create_entry (guint i)
{
  FysJournalEntry *entry = fys_journal_entry_new ();

  entry->started_unix_s = FIRST_S + (gint64) (i / A_DAY) * DAY_S + i % A_DAY * ACTIVE_S;
  g_free (entry->article);
  entry->article = g_strdup ("sample");
  g_free (entry->exercise);
  entry->exercise = g_strdup_printf ("Exercise %u", i % A_DAY);
  entry->reps = entry->n_planned = entry->n_done = 10;
  entry->sets = 1;
  entry->active_s = ACTIVE_S;
  entry->pain_before = (int) (i % (FYS_JOURNAL_PAIN_MAX + 1));
  entry->pain_after = entry->pain_before / 2;
  return entry;
}

static gboolean
add_entries (FysJournal *journal,
             guint       first,
             guint       n,
             GError    **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GArray) ids = NULL;
  Wait wait = { 0 };

  for (guint i = first; i < first + n; i++)
    g_ptr_array_add (entries, create_entry (i));
  fys_journal_add_async (journal, entries, NULL, called_cb, &wait);
  wait_for (&wait);
  result = wait.result;
  ids = fys_journal_add_finish (journal, result, error);
  return ids != NULL;
}

gboolean
fys_journal_sample_measure (const char      *path,
                            guint            n_entries,
                            FysJournalTimes *out_times_ms,
                            GError         **error)
{
  g_autoptr (FysJournal) journal = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  Wait wait = { 0 };
  gint64 start_us;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (FysJournal) maker = fys_journal_new (path);

      if (!add_entries (maker, 0, n_entries, error))
        return FALSE;
    }

  journal = fys_journal_new (path);
  start_us = g_get_monotonic_time ();
  fys_journal_list_async (journal, NULL, called_cb, &wait);
  wait_for (&wait);
  result = wait.result;
  out_times_ms->read = (double) (g_get_monotonic_time () - start_us) / 1000.0;
  out_times_ms->pause = (double) wait.pause_us / 1000.0;
  entries = fys_journal_list_finish (journal, result, error);
  if (entries == NULL)
    return FALSE;

  start_us = g_get_monotonic_time ();
  if (!add_entries (journal, entries->len, 1, error))
    return FALSE;
  out_times_ms->add = (double) (g_get_monotonic_time () - start_us) / 1000.0;
  return TRUE;
}

void
fys_journal_sample_remove (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      (void) g_unlink (file); /* the last two go by themselves when it is closed */
    }
}
