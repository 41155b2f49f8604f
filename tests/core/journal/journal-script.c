/* journal-script.c - an endless series of changes to a journal, and what it must hold after each
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journal-script.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

typedef enum
{
  CHANGE_ADD,
  CHANGE_ADD_TWO,
  CHANGE_UPDATE,
  CHANGE_DELETE,
} Change;

/* So the journal grows, by half an entry a change. */
static const Change changes[] = { CHANGE_ADD, CHANGE_UPDATE, CHANGE_ADD_TWO, CHANGE_DELETE };

static Change
get_change (guint number,
            guint n_entries)
{
  return n_entries == 0 ? CHANGE_ADD : changes[number % G_N_ELEMENTS (changes)];
}

/* The second of two, and what an entry is changed to. */
static guint
get_other (guint number)
{
  return number + 100000;
}

GArray *
journal_script_after (GArray *state,
                      guint   number)
{
  GArray *after = g_array_copy (state);
  guint   other = get_other (number);

  switch (get_change (number, state->len))
    {
    case CHANGE_ADD_TWO:
      g_array_append_val (after, number);
      g_array_append_val (after, other);
      break;
    case CHANGE_UPDATE:
      g_array_index (after, guint, number % state->len) = other;
      break;
    case CHANGE_DELETE:
      g_array_remove_index (after, number % state->len);
      break;
    case CHANGE_ADD:
    default:
      g_array_append_val (after, number);
      break;
    }
  return after;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const FysJournalEntry *const *first = a;
  const FysJournalEntry *const *second = b;

  return (*first)->id < (*second)->id ? -1 : (*first)->id > (*second)->id;
}

/* Returns: (transfer full) (nullable): by id */
static GPtrArray *
list_by_id (FysJournal *journal,
            GError    **error)
{
  GPtrArray *list = journal_list (journal, error);

  if (list != NULL)
    g_ptr_array_sort (list, compare_ids);
  return list;
}

static gboolean
add (FysJournal *journal,
     guint       number,
     guint       n,
     GError    **error)
{
  g_autoptr (GPtrArray) entries = journal_entries_new (number, 1);
  g_autoptr (GArray)    ids = NULL;

  if (n == 2)
    g_ptr_array_add (entries, journal_entry_new (get_other (number)));
  ids = journal_add (journal, entries, error);
  return ids != NULL;
}

gboolean
journal_script_make (FysJournal *journal,
                     guint       number,
                     GError    **error)
{
  g_autoptr (GPtrArray)       list = list_by_id (journal, error);
  g_autoptr (FysJournalEntry) changed = NULL;
  const FysJournalEntry      *at;

  if (list == NULL)
    return FALSE;
  at = list->len > 0 ? g_ptr_array_index (list, number % list->len) : NULL;
  switch (get_change (number, list->len))
    {
    case CHANGE_ADD_TWO:
      return add (journal, number, 2, error);
    case CHANGE_UPDATE:
      changed = journal_entry_new (get_other (number));
      changed->id = at->id;
      return journal_update (journal, changed, error);
    case CHANGE_DELETE:
      return journal_delete (journal, at->id, error);
    case CHANGE_ADD:
    default:
      return add (journal, number, 1, error);
    }
}

GArray *
journal_script_read (FysJournal *journal)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) list = list_by_id (journal, &error);
  GArray               *state = g_array_new (FALSE, FALSE, sizeof (guint));

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const FysJournalEntry      *entry = g_ptr_array_index (list, i);
      g_autoptr (FysJournalEntry) expected = NULL;
      guint                       number;

      g_assert_cmpint (sscanf (entry->article, "blog/knæ-%u", &number), ==, 1);
      expected = journal_entry_new (number);
      journal_assert_entry (entry, expected);
      g_array_append_val (state, number);
    }
  return state;
}

gboolean
journal_script_equal (GArray *state,
                      GArray *other)
{
  return state->len == other->len && (state->len == 0 || memcmp (state->data, other->data, state->len * sizeof (guint)) == 0);
}

static int
expect_ok_cb (void  *user_data,
              int    n,
              char **values,
              char **names)
{
  g_assert_cmpstr (values[0], ==, "ok");
  return 0;
}

void
journal_script_assert_sound (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA integrity_check", expect_ok_cb, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}
