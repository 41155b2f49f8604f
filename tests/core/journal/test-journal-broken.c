/* test-journal-broken.c - a damaged file is set aside and never deleted, what can be read of it is kept, and the journal goes on
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "journal-fixture.h"

/* Some hundred bytes each, so that the tree of the table has more than one level. */
#define N_ENTRIES  120
#define PAGE_BYTES 4096

#define N_SEEDS 400

/* The header's `user_version`: a file with another one may well be a newer one. */
#define OFFSET_VERSION     60
#define OFFSET_VERSION_END 64

/** Content: the bytes of a file. */
typedef struct
{
  char *bytes;
  gsize n_bytes;
} Content;

static void
content_clear (Content *self)
{
  g_free (self->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, content_clear)

static Content
read_content (const char *path)
{
  Content            self;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &self.bytes, &self.n_bytes, &error);
  g_assert_no_error (error);
  return self;
}

static Content
copy_content (const Content *self)
{
  return (Content) { g_memdup2 (self->bytes, self->n_bytes), self->n_bytes };
}

static void
write_content (const char    *path,
               const Content *content)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content->bytes, (gssize) content->n_bytes, &error);
  g_assert_no_error (error);
}

/* A file with N_ENTRIES entries of which nobody has any open. Returns: its bytes */
static Content
make_file (JournalFixture *fixture)
{
  g_autoptr (GPtrArray) entries = journal_entries_new (0, N_ENTRIES);
  FysJournalEntry      *first = g_ptr_array_index (entries, 0);
  g_autoptr (GError)    error = NULL;

  g_array_unref (journal_add (fixture->journal, entries, &error));
  g_assert_no_error (error);
  /* Writes the file anew. */
  first->id = 1;
  g_assert_true (journal_update (fixture->journal, first, &error));
  g_clear_object (&fixture->journal);
  return read_content (fixture->path);
}

/* Asserts that nothing but the journal and what was set aside is in its folder. */
static void
assert_tidy (JournalFixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (strcmp (name, "journal.sqlite") == 0 || g_str_has_prefix (name, "journal.sqlite.broken-"));
}

static guint
count_whole (GPtrArray *list)
{
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const FysJournalEntry      *entry = g_ptr_array_index (list, i);
      g_autoptr (FysJournalEntry) expected = journal_entry_new ((guint) entry->id - 1);

      if (fys_journal_entry_equal (entry, expected))
        n++;
    }
  return n;
}

/** Outcome: what became of a file that was tampered with. */
typedef struct
{
  char    *set_aside;
  gboolean is_newer;
  guint    n_rescued;
  guint    n_whole; /* of N_ENTRIES */
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_free (self->set_aside);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

/* Opens @content, and asserts what holds for every file: it opens, what was in it is there or set aside with every byte, and an entry can be saved. */
static Outcome
open_content (JournalFixture *fixture,
              const Content  *content)
{
  g_autoptr (GError)            error = NULL;
  g_autoptr (FysJournalOpening) opening = NULL;
  g_autoptr (GPtrArray)         list = NULL;
  g_autoptr (FysJournalEntry)   entry = journal_entry_new (9999);
  Outcome                       outcome = { NULL };
  gboolean                      is_seen_at_once;

  write_content (fixture->path, content);
  fixture->journal = fys_journal_new (fixture->path);
  opening = journal_open (fixture->journal, &error);
  g_assert_no_error (error);
  is_seen_at_once = opening->set_aside != NULL;
  list = journal_list (fixture->journal, &error);
  g_assert_no_error (error);
  outcome.n_whole = count_whole (list);

  if (opening->obstacle != NULL)
    {
      g_assert_error (opening->obstacle, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_NEWER);
      outcome.is_newer = TRUE;
    }
  else
    (void) journal_add_one (fixture->journal, entry);

  /* Damage may show first when it is listed or saved. */
  if (opening->set_aside == NULL)
    {
      g_clear_pointer (&opening, fys_journal_opening_free);
      opening = journal_open (fixture->journal, &error);
      g_assert_no_error (error);
    }
  outcome.set_aside = g_steal_pointer (&opening->set_aside);
  outcome.n_rescued = opening->n_rescued;
  if (outcome.set_aside != NULL)
    {
      g_auto (Content) aside = read_content (outcome.set_aside);

      /* Damage that shows when an entry is saved is set aside as it is by then. */
      if (is_seen_at_once)
        g_assert_cmpmem (aside.bytes, aside.n_bytes, content->bytes, content->n_bytes);
    }

  journal_fixture_reopen (fixture);
  if (!outcome.is_newer)
    {
      g_autoptr (GPtrArray)         again = journal_list (fixture->journal, &error);
      g_autoptr (FysJournalOpening) opening_again = journal_open (fixture->journal, &error);

      g_assert_no_error (error);
      g_assert_null (opening_again->set_aside);
      journal_assert_entry (g_ptr_array_index (again, 0), entry);
      g_assert_cmpuint (again->len, >=, outcome.n_whole + 1);
    }
  g_clear_object (&fixture->journal);
  if (!outcome.is_newer) /* of which not even the WAL is touched */
    assert_tidy (fixture);
  return outcome;
}

static void
test_no_sqlite (JournalFixture *fixture,
                gconstpointer   user_data)
{
  static const struct
  {
    const char *bytes;
    gsize       n_bytes;
  } cases[] = {
    { "This is a shopping list, and nothing else.\n", 43 },
    { "\0\0", 2 },
    { "SQLite format 3", 16 },
    { "PK\003\004", 4 },
  };

  g_clear_object (&fixture->journal);
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Content          content = { (char *) cases[i].bytes, cases[i].n_bytes };
      g_auto (Outcome) outcome = open_content (fixture, &content);

      g_assert_nonnull (outcome.set_aside);
      g_assert_cmpuint (outcome.n_rescued, ==, 0);
      journal_fixture_empty (fixture);
    }
}

static void
test_name (JournalFixture *fixture,
           gconstpointer   user_data)
{
  Content                 content = { (char *) "no", 2 };
  g_autoptr (GRegex)      form = g_regex_new ("/journal\\.sqlite\\.broken-[0-9]{8}-[0-9]{6}(-[0-9]+)?$", 0, 0, NULL);
  g_autoptr (GHashTable)  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_clear_object (&fixture->journal);
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  for (guint i = 0; i < 5; i++)
    {
      Outcome outcome = open_content (fixture, &content);

      g_assert_true (g_regex_match (form, outcome.set_aside, 0, NULL));
      /* Also within one second none takes the place of another. */
      g_assert_true (g_hash_table_add (names, outcome.set_aside));
    }
}

/* An empty file is what a crash leaves that came before the first write. */
static void
test_empty (JournalFixture *fixture,
            gconstpointer   user_data)
{
  Content content = { (char *) "", 0 };

  g_clear_object (&fixture->journal);
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  {
    g_auto (Outcome) outcome = open_content (fixture, &content);

    g_assert_null (outcome.set_aside);
  }
}

static void
test_header (JournalFixture *fixture,
             gconstpointer   user_data)
{
  g_auto (Content) good = make_file (fixture);
  g_auto (Content) bad = copy_content (&good);
  g_auto (Outcome) without_header = { NULL };
  g_auto (Outcome) without_first_page = { NULL };
  g_auto (Outcome) without_version = { NULL };

  memset (bad.bytes, 0, 100);
  without_header = open_content (fixture, &bad);
  g_assert_nonnull (without_header.set_aside);
  g_assert_cmpuint (without_header.n_rescued, ==, N_ENTRIES);
  g_assert_cmpuint (without_header.n_whole, ==, N_ENTRIES);
  journal_fixture_empty (fixture);

  memset (bad.bytes, 0xff, PAGE_BYTES);
  without_first_page = open_content (fixture, &bad);
  g_assert_nonnull (without_first_page.set_aside);
  g_assert_cmpuint (without_first_page.n_whole, ==, N_ENTRIES);
  journal_fixture_empty (fixture);

  memcpy (bad.bytes, good.bytes, PAGE_BYTES);
  memset (bad.bytes + OFFSET_VERSION, 0, OFFSET_VERSION_END - OFFSET_VERSION);
  without_version = open_content (fixture, &bad);
  g_assert_nonnull (without_version.set_aside);
  g_assert_cmpuint (without_version.n_whole, ==, N_ENTRIES);
}

/* The rest of the table is there when a page of it is not. */
static void
test_each_page (JournalFixture *fixture,
                gconstpointer   user_data)
{
  g_auto (Content) good = make_file (fixture);
  guint            n_pages = (guint) (good.n_bytes / PAGE_BYTES);
  guint            n_nearly_all = 0;

  g_assert_cmpuint (n_pages, >, 6);
  for (guint page = 0; page < n_pages; page++)
    {
      g_auto (Content) bad = copy_content (&good);
      g_auto (Outcome) outcome = { NULL };

      memset (bad.bytes + page * PAGE_BYTES, 0xa5, PAGE_BYTES);
      outcome = open_content (fixture, &bad);
      g_assert_nonnull (outcome.set_aside);
      g_assert_cmpuint (outcome.n_whole, ==, outcome.n_rescued);
      if (outcome.n_whole >= N_ENTRIES - 2 * N_ENTRIES / (n_pages - 3))
        n_nearly_all++;
      journal_fixture_empty (fixture);
    }
  /* All but the page above all others. */
  g_assert_cmpuint (n_nearly_all, ==, n_pages - 1);
}

static void
test_truncated (JournalFixture *fixture,
                gconstpointer   user_data)
{
  g_auto (Content) good = make_file (fixture);

  for (gsize n_bytes = PAGE_BYTES; n_bytes < good.n_bytes; n_bytes += PAGE_BYTES)
    {
      for (guint i = 0; i < 2; i++)
        {
          Content          bad = { good.bytes, i == 0 ? n_bytes : n_bytes - (gsize) g_test_rand_int_range (1, PAGE_BYTES) };
          g_auto (Outcome) outcome = open_content (fixture, &bad);

          g_assert_nonnull (outcome.set_aside);
          journal_fixture_empty (fixture);
        }
    }
}

/* As bad memory or a dying disk does it. */
static void
test_bytes_flipped (JournalFixture *fixture,
                    gconstpointer   user_data)
{
  g_auto (Content) good = make_file (fixture);
  guint            n_set_aside = 0;
  guint            n_whole = 0;

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (Content) bad = copy_content (&good);
      g_auto (Outcome) outcome = { NULL };
      int              n = g_test_rand_int_range (1, 20);
      gboolean         is_version_hit = FALSE;

      for (int i = 0; i < n; i++)
        {
          /* Half of them where it hurts. */
          gint32 at = g_test_rand_int_range (0, i % 2 == 0 ? (gint32) bad.n_bytes : 200);

          bad.bytes[at] = (char) (bad.bytes[at] ^ (1 << g_test_rand_int_range (0, 8)));
          is_version_hit = is_version_hit || (at >= OFFSET_VERSION && at < OFFSET_VERSION_END);
        }
      outcome = open_content (fixture, &bad);
      g_assert_true (is_version_hit || !outcome.is_newer);
      n_set_aside += outcome.set_aside != NULL ? 1 : 0;
      n_whole += outcome.n_whole;
      journal_fixture_empty (fixture);
    }
  g_test_message ("%u of %d set aside, %u of %d entries whole", n_set_aside, N_SEEDS, n_whole, N_SEEDS * N_ENTRIES);
  g_assert_cmpuint (n_set_aside, >, 0);
}

/* SQLite would take a WAL whose beginning is damaged for an empty one, and write over it. */
static void
test_wal (JournalFixture *fixture,
          gconstpointer   user_data)
{
  g_auto (Content)              good = make_file (fixture);
  g_autofree char              *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char              *wal_aside = NULL;
  g_autofree char              *garbage = g_malloc (10000);
  Content                       content = { garbage, 10000 };
  g_autoptr (GError)            error = NULL;
  g_autoptr (FysJournalOpening) opening = NULL;
  g_autoptr (GPtrArray)         list = NULL;
  g_autoptr (FysJournalEntry)   entry = journal_entry_new (9999);

  for (guint i = 0; i < 10000; i++)
    garbage[i] = (char) g_test_rand_int_range (0, 256);
  write_content (wal, &content);
  fixture->journal = fys_journal_new (fixture->path);
  opening = journal_open (fixture->journal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (opening->set_aside);
  g_assert_cmpuint (opening->n_rescued, ==, N_ENTRIES);
  list = journal_list (fixture->journal, &error);
  g_assert_cmpuint (count_whole (list), ==, N_ENTRIES);
  (void) journal_add_one (fixture->journal, entry);

  wal_aside = g_strconcat (opening->set_aside, "-wal", NULL);
  {
    g_auto (Content) aside = read_content (wal_aside);

    g_assert_cmpmem (aside.bytes, aside.n_bytes, content.bytes, content.n_bytes);
  }
}

/* A file that is there and whose WAL was half written is what a power cut leaves: nothing to set aside. */
static void
test_wal_cut_off (JournalFixture *fixture,
                  gconstpointer   user_data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_auto (Content) file = { NULL };
  g_auto (Content) log = { NULL };

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (FysJournalEntry) entry = journal_entry_new (i);

      (void) journal_add_one (fixture->journal, entry);
    }
  file = read_content (fixture->path);
  log = read_content (wal);
  g_assert_cmpuint (log.n_bytes, >, 10 * PAGE_BYTES);
  g_clear_object (&fixture->journal);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GError)            error = NULL;
      g_autoptr (FysJournalOpening) opening = NULL;
      g_autoptr (GPtrArray)         list = NULL;
      Content                       cut = { log.bytes, (gsize) g_test_rand_int_range (0, (gint32) log.n_bytes) };

      journal_fixture_empty (fixture);
      write_content (fixture->path, &file);
      write_content (wal, &cut);
      journal_fixture_reopen (fixture);
      opening = journal_open (fixture->journal, &error);
      g_assert_no_error (error);
      g_assert_null (opening->set_aside);
      list = journal_list (fixture->journal, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_whole (list), ==, list->len);
      g_clear_object (&fixture->journal);
    }
}

/* One program has the file open when another finds it damaged and sets it aside: what the first saves then is in the new one. */
static void
test_two_programs (JournalFixture *fixture,
                   gconstpointer   user_data)
{
  g_auto (Content)              good = make_file (fixture);
  g_autoptr (FysJournal)        first = fys_journal_new (fixture->path);
  g_autoptr (FysJournal)        second = fys_journal_new (fixture->path);
  g_autoptr (FysJournalEntry)   entry = journal_entry_new (9999);
  g_autoptr (FysJournalEntry)   other = journal_entry_new (9998);
  g_autoptr (FysJournalOpening) opening = NULL;
  g_autoptr (GPtrArray)         list = NULL;
  g_autoptr (GError)            error = NULL;

  list = journal_list (first, &error);
  g_assert_cmpuint (list->len, ==, N_ENTRIES);
  g_clear_pointer (&list, g_ptr_array_unref);

  g_assert_cmpint (truncate (fixture->path, (off_t) good.n_bytes - 2 * PAGE_BYTES), ==, 0);
  opening = journal_open (second, &error);
  g_assert_no_error (error);
  g_assert_nonnull (opening->set_aside);

  /* What the second has in its WAL stays there when the first lets go of the damaged file. */
  (void) journal_add_one (second, other);
  (void) journal_add_one (first, entry);
  g_clear_object (&first);
  g_clear_object (&second);
  fixture->journal = fys_journal_new (fixture->path);
  list = journal_list (fixture->journal, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, opening->n_rescued + 2);
  journal_assert_entry (g_ptr_array_index (list, 0), entry);
  journal_assert_entry (g_ptr_array_index (list, 1), other);
}

/* Runs @sql on the file that nobody has open, with nothing that SQLite would say against it. */
static void
run_sql (JournalFixture *fixture,
         const char     *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* The figures of one entry are none that it can have had. The others are rescued, and it is not with a figure that was made up. A table without
 * bounds of its own, as another program may have made it, is sound in SQLite's eyes: there the entries are what tells. */
static void
test_wrong_figures (JournalFixture *fixture,
                    gconstpointer   user_data)
{
  static const struct
  {
    const char *sql;
    guint       n_rescued;
  } cases[] = {
    { "started_unix_s = -1", N_ENTRIES - 1 },
    { "started_unix_s = 9223372036854775807", N_ENTRIES - 1 },
    { "utc_offset_s = -2147483648", N_ENTRIES - 1 },
    { "utc_offset_s = 4294970896", N_ENTRIES - 1 },   /* 3600 in its lower half */
    { "pain_before = 4294967301", N_ENTRIES },        /* 5 in its lower half */
    { "pain_after = 11, pain_before = -7", N_ENTRIES },
  };
  static const char *const tables[] = {
    "UPDATE entries SET %s WHERE id = 3",
    "CREATE TABLE other AS SELECT * FROM entries; DROP TABLE entries; ALTER TABLE other RENAME TO entries; UPDATE entries SET %s WHERE id = 3",
  };
  g_auto (Content) good = make_file (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (tables) * G_N_ELEMENTS (cases); i++)
    {
      const char                   *table = tables[i % G_N_ELEMENTS (tables)];
      guint                         n_rescued = cases[i / G_N_ELEMENTS (tables)].n_rescued;
      g_auto (GStrv)                parts = g_strsplit (table, "%s", 2);
      g_autofree char              *sql = g_strjoinv (cases[i / G_N_ELEMENTS (tables)].sql, parts);
      g_autoptr (GError)            error = NULL;
      g_autoptr (GPtrArray)         list = NULL;
      g_autoptr (FysJournalOpening) opening = NULL;

      journal_fixture_empty (fixture);
      write_content (fixture->path, &good);
      run_sql (fixture, sql);
      fixture->journal = fys_journal_new (fixture->path);
      list = journal_list (fixture->journal, &error);
      g_assert_no_error (error);
      opening = journal_open (fixture->journal, &error);
      g_assert_nonnull (opening->set_aside);
      g_assert_cmpuint (opening->n_rescued, ==, n_rescued);
      g_assert_cmpuint (list->len, ==, n_rescued);
      g_assert_cmpuint (count_whole (list), ==, N_ENTRIES - 1);
      for (guint row = 0; row < list->len; row++)
        g_assert_true (fys_journal_entry_is_valid (g_ptr_array_index (list, row)));
      g_clear_object (&fixture->journal);
    }
}

/* No figure is made of one that is out of bounds, not even the greatest that there is. */
static void
test_figure_out_of_bounds (JournalFixture *fixture,
                           gconstpointer   user_data)
{
  g_auto (Content)              good = make_file (fixture);
  g_autoptr (GError)            error = NULL;
  g_autoptr (FysJournalOpening) opening = NULL;
  g_autoptr (GPtrArray)         list = NULL;

  run_sql (fixture, "UPDATE entries SET active_s = 4294967301, n_done = -1 WHERE id = 3");
  fixture->journal = fys_journal_new (fixture->path);
  opening = journal_open (fixture->journal, &error);
  g_assert_no_error (error);
  g_assert_nonnull (opening->set_aside);
  list = journal_list (fixture->journal, &error);
  g_assert_cmpuint (list->len, ==, N_ENTRIES);
  for (guint i = 0; i < list->len; i++)
    {
      const FysJournalEntry *entry = g_ptr_array_index (list, i);

      if (entry->id != 3)
        continue;
      g_assert_cmpuint (entry->active_s, ==, 0);
      g_assert_cmpuint (entry->n_done, ==, 0);
    }
  g_assert_cmpuint (count_whole (list), ==, N_ENTRIES - 1);
}

/* Neither waits for anybody nor takes it away. */
static void
test_no_file (JournalFixture *fixture,
              gconstpointer   user_data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError)            error = NULL;
      g_autoptr (FysJournalOpening) opening = NULL;

      g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
      g_assert_cmpint (i == 0 ? g_mkdir (fixture->path, 0700) : mkfifo (fixture->path, 0600), ==, 0);
      opening = journal_open (fixture->journal, &error);
      g_assert_null (opening);
      g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_FAILED);
      g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
    }
}

/* The journal may be a link to where it is kept: then that is what is set aside, and the link stays. */
static void
test_link (JournalFixture *fixture,
           gconstpointer   user_data)
{
  g_auto (Content) good = make_file (fixture);
  g_autofree char *folder = g_build_filename (fixture->root, "elsewhere", NULL);
  g_autofree char *path = g_build_filename (folder, "my journal", NULL);
  g_auto (Content) bad = copy_content (&good);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink (path, fixture->path), ==, 0);
  memset (bad.bytes, 0, 100);
  write_content (path, &bad);
  fixture->journal = fys_journal_new (fixture->path);
  {
    g_autoptr (GError)            error = NULL;
    g_autoptr (FysJournalOpening) opening = journal_open (fixture->journal, &error);

    g_assert_no_error (error);
    g_assert_true (g_str_has_prefix (opening->set_aside, path));
    g_assert_cmpuint (opening->n_rescued, ==, N_ENTRIES);
  }
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

#define ADD(path, test) g_test_add (path, JournalFixture, NULL, journal_fixture_set_up, test, journal_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/journal/broken/no-sqlite", test_no_sqlite);
  ADD ("/journal/broken/name", test_name);
  ADD ("/journal/broken/empty", test_empty);
  ADD ("/journal/broken/header", test_header);
  ADD ("/journal/broken/each-page", test_each_page);
  ADD ("/journal/broken/truncated", test_truncated);
  ADD ("/journal/broken/bytes-flipped", test_bytes_flipped);
  ADD ("/journal/broken/wal", test_wal);
  ADD ("/journal/broken/wal-cut-off", test_wal_cut_off);
  ADD ("/journal/broken/two-programs", test_two_programs);
  ADD ("/journal/broken/wrong-figures", test_wrong_figures);
  ADD ("/journal/broken/figure-out-of-bounds", test_figure_out_of_bounds);
  ADD ("/journal/broken/no-file", test_no_file);
  ADD ("/journal/broken/link", test_link);
  return g_test_run ();
}
