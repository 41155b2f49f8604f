/* test-journal-access.c - a journal that another program holds, that may not be written, or that is of another version
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "core/journal/fys-journal-file.h"
#include "core/journal/fys-journal-schema.h"
#include "core/journal/fys-journal-store.h"
#include "journal-fixture.h"

#define HOLD     "--hold"
#define READ     "--read"
#define READ_NOT "--read-not"

#define N_ENTRIES 5

/* Waiting is not what is tested. */
#define SHORT_MS 20

#define NOBODY 65534

static const char *own_path;

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* A file with N_ENTRIES entries that nobody has open. */
static void
make_file (JournalFixture *fixture)
{
  g_autoptr (GPtrArray) entries = journal_entries_new (0, N_ENTRIES);
  g_autoptr (GError)    error = NULL;

  g_array_unref (journal_add (fixture->journal, entries, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->journal);
}

static void
assert_store_lists (FysJournalStore *store,
                    guint            n)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) list = fys_journal_store_list (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, n);
}

static void
assert_store_refuses (FysJournalStore *store,
                      FysJournalError  code)
{
  g_autoptr (GPtrArray)       entries = journal_entries_new (100, 1);
  g_autoptr (FysJournalEntry) entry = journal_entry_new (100);
  g_autoptr (GError)          add_error = NULL;
  g_autoptr (GError)          update_error = NULL;
  g_autoptr (GError)          delete_error = NULL;
  g_autoptr (GError)          delete_all_error = NULL;
  g_autoptr (GError)          import_error = NULL;
  guint                       n_new;

  entry->id = 1;
  g_assert_null (fys_journal_store_add (store, entries, &add_error));
  g_assert_error (add_error, FYS_JOURNAL_ERROR, (int) code);
  g_assert_false (fys_journal_store_update (store, entry, &update_error));
  g_assert_error (update_error, FYS_JOURNAL_ERROR, (int) code);
  g_assert_false (fys_journal_store_delete (store, 1, &delete_error));
  g_assert_error (delete_error, FYS_JOURNAL_ERROR, (int) code);
  g_assert_false (fys_journal_store_delete_all (store, &delete_all_error));
  g_assert_error (delete_all_error, FYS_JOURNAL_ERROR, (int) code);
  g_assert_false (fys_journal_store_import (store, entries, &n_new, &import_error));
  g_assert_error (import_error, FYS_JOURNAL_ERROR, (int) code);
}

/* --hold PATH SQL: runs SQL, says so, and waits for its input to end. */
static int
hold (const char *path,
      const char *sql)
{
  sqlite3 *db = NULL;
  char     byte;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (write (STDOUT_FILENO, "+", 1), ==, 1);
  g_assert_cmpint (read (STDIN_FILENO, &byte, 1), ==, 0);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return EXIT_SUCCESS;
}

/** Holder: another program that has the file. */
typedef struct
{
  GPid pid;
  int  input;
  int  output;
} Holder;

static Holder
start_holder (const char *path,
              const char *sql)
{
  const char        *arguments[] = { own_path, HOLD, path, sql, NULL };
  g_autoptr (GError) error = NULL;
  Holder             self;
  char               byte;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &self.pid, &self.input, &self.output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (self.output, &byte, 1), ==, 1);
  return self;
}

static void
end_holder (Holder *self)
{
  char byte;

  g_assert_cmpint (close (self->input), ==, 0);
  g_assert_cmpint (read (self->output, &byte, 1), ==, 0); /* until it is gone */
  g_assert_cmpint (close (self->output), ==, 0);
  g_spawn_close_pid (self->pid);
}

static void
test_locked_for_writing (JournalFixture *fixture,
                         gconstpointer   user_data)
{
  g_autoptr (FysJournalStore) store = fys_journal_store_new (fixture->path);
  g_autoptr (GPtrArray)       entries = journal_entries_new (10, 1);
  g_autoptr (GArray)          ids = NULL;
  Holder                      holder;

  make_file (fixture);
  fys_journal_store_set_busy_timeout_ms (store, SHORT_MS);
  assert_store_lists (store, N_ENTRIES);
  holder = start_holder (fixture->path, "BEGIN IMMEDIATE");
  /* Reading goes on. */
  assert_store_lists (store, N_ENTRIES);
  assert_store_refuses (store, FYS_JOURNAL_ERROR_LOCKED);
  end_holder (&holder);
  ids = fys_journal_store_add (store, entries, NULL);
  g_assert_nonnull (ids);
  assert_store_lists (store, N_ENTRIES + 1);
}

static void
test_locked_altogether (JournalFixture *fixture,
                        gconstpointer   user_data)
{
  g_autoptr (FysJournalStore) store = fys_journal_store_new (fixture->path);
  g_autoptr (GError)          error = NULL;
  Holder                      holder;

  make_file (fixture);
  fys_journal_store_set_busy_timeout_ms (store, SHORT_MS);
  holder = start_holder (fixture->path, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; SELECT count(*) FROM entries");
  g_assert_null (fys_journal_store_list (store, &error));
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_LOCKED);
  assert_store_refuses (store, FYS_JOURNAL_ERROR_LOCKED);
  end_holder (&holder);
  assert_store_lists (store, N_ENTRIES);
}

/* Another instance looks whether the file is sound. A lock that was not had is let go of once: the number of its descriptor may be that of another
 * thread's file by then. */
static void
test_locked_folder (JournalFixture *fixture,
                    gconstpointer   user_data)
{
  static const FysJournalLock kinds[] = { FYS_JOURNAL_LOCK_SHARED, FYS_JOURNAL_LOCK_EXCLUSIVE };
  g_autoptr (FysJournalStore) store = fys_journal_store_new (fixture->path);
  int                         other;

  make_file (fixture);
  fys_journal_store_set_busy_timeout_ms (store, SHORT_MS);
  other = open (fixture->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_assert_cmpint (flock (other, LOCK_EX), ==, 0);
  assert_store_refuses (store, FYS_JOURNAL_ERROR_LOCKED);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      int                lock = -1;

      g_assert_false (fys_journal_file_lock (fixture->path, kinds[i], SHORT_MS, &lock, &error));
      g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_LOCKED);
      g_assert_cmpint (lock, ==, -1);
    }
  g_assert_cmpint (close (other), ==, 0);
  assert_store_lists (store, N_ENTRIES);
}

/* Everything is deleted, and a program that still reads sees what it saw: so the caller is told to do it again. */
static void
test_read_while_deleting_all (JournalFixture *fixture,
                              gconstpointer   user_data)
{
  g_autoptr (FysJournalStore) store = fys_journal_store_new (fixture->path);
  g_autoptr (GError)          error = NULL;
  Holder                      holder;

  make_file (fixture);
  fys_journal_store_set_busy_timeout_ms (store, SHORT_MS);
  assert_store_lists (store, N_ENTRIES);
  holder = start_holder (fixture->path, "BEGIN; SELECT count(*) FROM entries");
  g_assert_false (fys_journal_store_delete_all (store, &error));
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_LOCKED);
  assert_store_lists (store, 0);
  end_holder (&holder);
  g_assert_true (fys_journal_store_delete_all (store, NULL));
}

static void
test_newer (JournalFixture *fixture,
            gconstpointer   user_data)
{
  g_autoptr (FysJournalStore) store = fys_journal_store_new (fixture->path);
  g_autoptr (GError)          obstacle = NULL;
  g_autofree char            *bytes = NULL;
  g_autofree char            *sql = g_strdup_printf ("ALTER TABLE entries ADD COLUMN mood INTEGER; PRAGMA user_version = %d", FYS_JOURNAL_SCHEMA_VERSION + 1);
  g_autofree char            *after = NULL;
  gsize                       n_bytes;
  gsize                       n_after;

  make_file (fixture);
  run_sql (fixture->path, sql);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &n_bytes, NULL));
  assert_store_lists (store, N_ENTRIES);
  obstacle = fys_journal_store_dup_obstacle (store);
  g_assert_error (obstacle, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_NEWER);
  assert_store_refuses (store, FYS_JOURNAL_ERROR_NEWER);
  assert_store_lists (store, N_ENTRIES);
  g_clear_pointer (&store, fys_journal_store_free);

  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (after, n_after, bytes, n_bytes);
}

/* A newer version may keep entries in a way that this one cannot read. Then it says so, and does not take the file for a damaged one. */
static void
test_newer_and_different (JournalFixture *fixture,
                          gconstpointer   user_data)
{
  g_autoptr (FysJournalStore) store = fys_journal_store_new (fixture->path);
  g_autoptr (GError)          error = NULL;
  g_autofree char            *version = g_strdup_printf ("PRAGMA user_version = %d", FYS_JOURNAL_SCHEMA_VERSION + 1);
  static const char *const    changes[] = {
    /* pain out of a hundred */
    "CREATE TABLE other AS SELECT * FROM entries; DROP TABLE entries; ALTER TABLE other RENAME TO entries; UPDATE entries SET pain_before = 75",
    "ALTER TABLE entries RENAME TO sessions",
  };
  guint n_rescued;

  make_file (fixture);
  run_sql (fixture->path, version);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      run_sql (fixture->path, changes[i]);
      g_assert_true (fys_journal_store_open (store, &error));
      g_assert_null (fys_journal_store_list (store, &error));
      g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_NEWER);
      g_clear_error (&error);
      g_assert_null (fys_journal_store_take_set_aside (store, &n_rescued));
    }
}

static void
become_nobody (void)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (setgid (NOBODY), ==, 0);
  g_assert_cmpint (setuid (NOBODY), ==, 0);
  (void) prctl (PR_SET_DUMPABLE, 1); /* for the leak sanitizer */
}

/* --read PATH N: as someone who may not write it. */
static int
read_only (const char *path,
           guint       n)
{
  FysJournalStore   *store = fys_journal_store_new (path);
  g_autoptr (GError) obstacle = NULL;

  become_nobody ();
  assert_store_lists (store, n);
  obstacle = fys_journal_store_dup_obstacle (store);
  g_assert_error (obstacle, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_READ_ONLY);
  assert_store_refuses (store, FYS_JOURNAL_ERROR_READ_ONLY);
  assert_store_lists (store, n);
  fys_journal_store_free (store);
  return EXIT_SUCCESS;
}

/* --read-not PATH: as someone who can neither write nor read it. */
static int
read_not (const char *path)
{
  FysJournalStore   *store = fys_journal_store_new (path);
  g_autoptr (GError) error = NULL;

  become_nobody ();
  g_assert_null (fys_journal_store_list (store, &error));
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_READ_ONLY);
  g_clear_error (&error);
  assert_store_refuses (store, FYS_JOURNAL_ERROR_READ_ONLY);
  fys_journal_store_free (store);
  return EXIT_SUCCESS;
}

static void
set_mode (const char *path,
          int         mode)
{
  g_assert_cmpint (g_chmod (path, mode), ==, 0);
}

/* So that somebody else gets as far as the journal's folder. */
static void
open_way (JournalFixture *fixture)
{
  g_autofree char *above = g_path_get_dirname (fixture->folder);

  set_mode (fixture->root, 0755);
  set_mode (above, 0755);
}

static void
assert_writable_again (JournalFixture *fixture)
{
  g_autoptr (FysJournalEntry) entry = journal_entry_new (77);

  set_mode (fixture->folder, 0700);
  set_mode (fixture->path, 0600);
  fixture->journal = fys_journal_new (fixture->path);
  (void) journal_add_one (fixture->journal, entry);
}

static void
test_read_only_file (JournalFixture *fixture,
                     gconstpointer   user_data)
{
  make_file (fixture);
  open_way (fixture);
  set_mode (fixture->folder, 0777);
  set_mode (fixture->path, 0444);
  journal_run_child (own_path, READ, fixture->path, "5", NULL);
  assert_writable_again (fixture);
}

static void
test_read_only_folder (JournalFixture *fixture,
                       gconstpointer   user_data)
{
  make_file (fixture);
  open_way (fixture);
  set_mode (fixture->path, 0444);
  set_mode (fixture->folder, 0555);
  journal_run_child (own_path, READ, fixture->path, "5", NULL);
  /* Nor when the file alone may be written: SQLite needs to put others beside it. */
  set_mode (fixture->path, 0666);
  journal_run_child (own_path, READ, fixture->path, "5", NULL);
  assert_writable_again (fixture);
}

/* What a crash left, and then the disk was mounted read-only: the WAL has entries that the file has not. */
static void
test_read_only_with_wal (JournalFixture *fixture,
                         gconstpointer   user_data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  char                    *aside[G_N_ELEMENTS (endings)];
  gsize                    n_bytes[G_N_ELEMENTS (endings)];
  g_autofree char         *shm = g_strconcat (fixture->path, "-shm", NULL);
  g_autoptr (GPtrArray)    entries = journal_entries_new (0, N_ENTRIES);

  /* As it lies there while it is open. */
  g_array_unref (journal_add (fixture->journal, entries, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);

      g_assert_true (g_file_get_contents (path, &aside[i], &n_bytes[i], NULL));
    }
  g_clear_object (&fixture->journal);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, endings[i], NULL);

      g_assert_true (g_file_set_contents (path, aside[i], (gssize) n_bytes[i], NULL));
      g_free (aside[i]);
      set_mode (path, 0444);
    }

  open_way (fixture);
  set_mode (fixture->folder, 0555);
  journal_run_child (own_path, READ, fixture->path, "5", NULL);
  /* Without what its connections share it cannot be read, and half of it would look like a loss. */
  set_mode (fixture->folder, 0755);
  g_assert_cmpint (g_unlink (shm), ==, 0);
  set_mode (fixture->folder, 0555);
  journal_run_child (own_path, READ_NOT, fixture->path, NULL);
}

static void
test_read_only_without_file (JournalFixture *fixture,
                             gconstpointer   user_data)
{
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  open_way (fixture);
  set_mode (fixture->folder, 0555);
  journal_run_child (own_path, READ_NOT, fixture->path, NULL);
}

/* From the version before, with its entries. */
static const char *const test_steps[] = {
  "CREATE TABLE entries (id INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT; INSERT INTO entries VALUES (7, 'kept')",
  "ALTER TABLE entries ADD COLUMN mood INTEGER NOT NULL DEFAULT 3",
  "CREATE TABLE moods (mood INTEGER PRIMARY KEY); INSERT INTO moods SELECT DISTINCT mood FROM entries",
  "INSERT INTO no_such_table VALUES (1)",
};

static gint64
query (sqlite3    *db,
       const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64             value = -1;

  g_assert_true (fys_journal_sqlite_query_int (db, sql, &value, &error));
  return value;
}

static void
test_migrations (JournalFixture *fixture,
                 gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  sqlite3           *db;

  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  db = fys_journal_sqlite_open (fixture->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, SHORT_MS, &error);
  g_assert_no_error (error);
  for (guint version = 1; version <= 3; version++)
    {
      g_assert_true (fys_journal_schema_migrate (db, test_steps, version, &error));
      g_assert_cmpint (query (db, "PRAGMA user_version"), ==, version);
      g_assert_cmpint (query (db, "PRAGMA application_id"), ==, FYS_JOURNAL_APPLICATION_ID);
      g_assert_cmpint (query (db, "SELECT id FROM entries WHERE note = 'kept'"), ==, 7);
    }
  g_assert_cmpint (query (db, "SELECT mood FROM moods"), ==, 3);
  /* Nothing to do. */
  g_assert_true (fys_journal_schema_migrate (db, test_steps, 3, &error));
  /* A step that fails changes nothing. */
  g_assert_false (fys_journal_schema_migrate (db, test_steps, 4, &error));
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_cmpint (query (db, "PRAGMA user_version"), ==, 3);
  /* From a newer version there is no way back. */
  g_assert_false (fys_journal_schema_migrate (db, test_steps, 2, &error));
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_NEWER);
  fys_sqlite_close (db);
}

/* Several steps at once, and a file that no version wrote. */
static void
test_migrations_at_once (JournalFixture *fixture,
                         gconstpointer   user_data)
{
  g_autoptr (GError) error = NULL;
  sqlite3           *db;

  db = fys_journal_sqlite_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, SHORT_MS, &error);
  g_assert_true (fys_journal_schema_migrate (db, test_steps, 3, &error));
  g_assert_cmpint (query (db, "SELECT mood FROM entries"), ==, 3);
  g_assert_true (fys_journal_sqlite_run (db, "PRAGMA user_version = 0", &error));
  g_assert_false (fys_journal_schema_migrate (db, test_steps, 3, &error));
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_CORRUPT);
  fys_sqlite_close (db);
}

#define ADD(path, test) g_test_add (path, JournalFixture, NULL, journal_fixture_set_up, test, journal_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && strcmp (argv[1], HOLD) == 0)
    return hold (argv[2], argv[3]);
  if (argc == 4 && strcmp (argv[1], READ) == 0)
    return read_only (argv[2], (guint) atoi (argv[3]));
  if (argc == 3 && strcmp (argv[1], READ_NOT) == 0)
    return read_not (argv[2]);

  own_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("/journal/access/locked-for-writing", test_locked_for_writing);
  ADD ("/journal/access/locked-altogether", test_locked_altogether);
  ADD ("/journal/access/locked-folder", test_locked_folder);
  ADD ("/journal/access/read-while-deleting-all", test_read_while_deleting_all);
  ADD ("/journal/access/newer", test_newer);
  ADD ("/journal/access/newer-and-different", test_newer_and_different);
  ADD ("/journal/access/read-only-file", test_read_only_file);
  ADD ("/journal/access/read-only-folder", test_read_only_folder);
  ADD ("/journal/access/read-only-with-wal", test_read_only_with_wal);
  ADD ("/journal/access/read-only-without-file", test_read_only_without_file);
  ADD ("/journal/access/migrations", test_migrations);
  ADD ("/journal/access/migrations-at-once", test_migrations_at_once);
  return g_test_run ();
}
