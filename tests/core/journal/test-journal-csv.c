/* test-journal-csv.c - the journal as a table for spreadsheets, and back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/journal/fys-journal-csv.h"

#include <string.h>

#include "journal-fixture.h"

#define HEADER "start,article,article_title,exercise,hold_s,reps,sets,rest_s,per_side,planned,done,active_s,pain_before,pain_after,note"
#define ROW    "2026-03-01T08:30:00+01:00,ordbog/knae,Knæ,Squat,0,10,3,60,0,30,28,412,4,,Gik godt"

#define N_RANDOM 3000

static GPtrArray *
read_text (const char *text,
           GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return fys_journal_csv_read (bytes, error);
}

static void
assert_reads (const char *text,
              guint       n_rows)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) entries = read_text (text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_assert_true (fys_journal_entry_is_valid (g_ptr_array_index (entries, i)));
}

static void
assert_fails (const char *text,
              const char *message)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) entries = read_text (text, &error);

  g_assert_null (entries);
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

/* Asserts that reading what was written gives the same. */
static void
assert_round_trip (GPtrArray *entries)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GBytes)    csv = fys_journal_csv_write (entries);
  g_autoptr (GPtrArray) read = fys_journal_csv_read (csv, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, entries->len);
  for (guint i = 0; i < entries->len; i++)
    journal_assert_entry (g_ptr_array_index (read, i), g_ptr_array_index (entries, i));
}

static void
test_form (void)
{
  g_autoptr (GPtrArray)       entries = g_ptr_array_new ();
  g_autoptr (FysJournalEntry) entry = fys_journal_entry_new ();
  g_autoptr (GBytes)          csv = NULL;
  static const char           expected[] =
    "\xef\xbb\xbf" HEADER "\r\n"
    "2026-03-01T08:30:00+01:00,\"ordbog/knae\",\"Knæ\",\"Sig \"\"av\"\"\",0,10,3,60,1,30,28,412,0,,\"'=1+1; så\nslut\"\r\n";

  entry->started_unix_s = 1772350200;
  entry->utc_offset_s = 3600;
  entry->reps = 10;
  entry->sets = 3;
  entry->rest_s = 60;
  entry->is_per_side = TRUE;
  entry->n_planned = 30;
  entry->n_done = 28;
  entry->active_s = 412;
  entry->pain_before = 0;
  g_free (entry->article);
  g_free (entry->article_title);
  g_free (entry->exercise);
  g_free (entry->note);
  entry->article = g_strdup ("ordbog/knae");
  entry->article_title = g_strdup ("Knæ");
  entry->exercise = g_strdup ("Sig \"av\"");
  entry->note = g_strdup ("=1+1; så\nslut");
  g_ptr_array_add (entries, entry);
  csv = fys_journal_csv_write (entries);
  g_assert_cmpmem (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), expected, sizeof expected - 1);
  assert_round_trip (entries);
  g_ptr_array_set_size (entries, 0);
  assert_round_trip (entries);
}

static void
test_values (void)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (GPtrArray)  entries = read_text (HEADER "\n" ROW "\n", &error);
  const FysJournalEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->started_unix_s, ==, 1772350200);
  g_assert_cmpint (entry->utc_offset_s, ==, 3600);
  g_assert_cmpstr (entry->article_title, ==, "Knæ");
  g_assert_cmpuint (entry->reps, ==, 10);
  g_assert_cmpuint (entry->n_done, ==, 28);
  g_assert_false (entry->is_per_side);
  g_assert_cmpint (entry->pain_before, ==, 4);
  g_assert_cmpint (entry->pain_after, ==, FYS_JOURNAL_PAIN_UNKNOWN);
  g_assert_cmpstr (entry->note, ==, "Gik godt");
}

/* Texts that a spreadsheet, the format or a person in a hurry makes trouble with. */
static const char *const hostile[] = {
  "", "'", "''", "'=", "=1+1", "+45 12 34 56 78", "-", "@SUM(A1)", "\t=1", "\r", "\n", "\r\n", "'\r", "\"", "\"\"", "\",\"", ";", ",", "a;b,c\td",
  " a ", "sep=;", "1,5", "æøå ÆØÅ", "🙂👩‍⚕️", "\xef\xbb\xbf", "\x01\x02\x7f\x1b[31m", "NULL", "0", "linje 1\nlinje 2\r\nlinje 3\rlinje 4",
  "=cmd|' /C calc'!A0", "\xe2\x80\xae" "baglæns", "'; DROP TABLE entries; --",
};

static void
test_hostile (void)
{
  g_autoptr (GPtrArray) entries = journal_entries_new (0, G_N_ELEMENTS (hostile));

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      FysJournalEntry *entry = g_ptr_array_index (entries, i);

      g_free (entry->note);
      g_free (entry->exercise);
      entry->note = g_strdup (hostile[i]);
      entry->exercise = g_strdup (hostile[G_N_ELEMENTS (hostile) - 1 - i]);
    }
  assert_round_trip (entries);
}

/* No cell begins with what a spreadsheet would calculate. */
static void
test_no_formula (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (GPtrArray) entries = journal_entries_new (0, 1);
      g_autoptr (GBytes)    csv = NULL;
      FysJournalEntry      *entry = g_ptr_array_index (entries, 0);
      const char           *text;

      g_free (entry->article);
      entry->article = g_strdup (hostile[i]);
      csv = fys_journal_csv_write (entries);
      text = g_strstr_len (g_bytes_get_data (csv, NULL), (gssize) g_bytes_get_size (csv), ",\"");
      g_assert_null (strchr ("=+-@\t\r\n", text[2] == '\0' ? 'x' : text[2]));
    }
}

static char *
random_text (void)
{
  static const char *const parts[] = { "a", "æ", "🙂", "\"", "\"\"", ",", ";", "\r", "\n", "\r\n", "'", "=", "+", "-", "@", "\t", " ", "\x01", "\xc2\x85", "sep=," };
  GString                 *text = g_string_new (NULL);
  int                      n = g_test_rand_int_range (0, 12);

  for (int i = 0; i < n; i++)
    g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

static FysJournalEntry *
random_entry_new (void)
{
  FysJournalEntry *entry = journal_entry_new ((guint) g_test_rand_int_range (0, 1000));

  entry->started_unix_s = (gint64) (g_test_rand_double () * (double) FYS_JOURNAL_STARTED_MAX_UNIX_S);
  entry->utc_offset_s = g_test_rand_int_range (-FYS_JOURNAL_UTC_OFFSET_MAX_S, FYS_JOURNAL_UTC_OFFSET_MAX_S + 1);
  entry->hold_s = (guint) g_test_rand_int ();
  entry->pain_before = g_test_rand_int_range (-1, FYS_JOURNAL_PAIN_MAX + 1);
  g_free (entry->article);
  g_free (entry->article_title);
  g_free (entry->exercise);
  g_free (entry->note);
  entry->article = random_text ();
  entry->article_title = random_text ();
  entry->exercise = random_text ();
  entry->note = random_text ();
  return entry;
}

static void
test_random (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);

  for (guint i = 0; i < N_RANDOM; i++)
    g_ptr_array_add (entries, random_entry_new ());
  assert_round_trip (entries);
}

static void
test_bounds (void)
{
  g_autoptr (GPtrArray) entries = journal_entries_new (0, 3);
  FysJournalEntry      *first = g_ptr_array_index (entries, 0);
  FysJournalEntry      *last = g_ptr_array_index (entries, 1);
  FysJournalEntry      *long_one = g_ptr_array_index (entries, 2);

  first->started_unix_s = 0;
  first->utc_offset_s = -FYS_JOURNAL_UTC_OFFSET_MAX_S;
  last->started_unix_s = FYS_JOURNAL_STARTED_MAX_UNIX_S;
  last->utc_offset_s = FYS_JOURNAL_UTC_OFFSET_MAX_S;
  last->hold_s = last->reps = last->sets = last->rest_s = last->n_planned = last->n_done = last->active_s = G_MAXUINT;
  g_free (long_one->note);
  long_one->note = g_strnfill (FYS_JOURNAL_TEXT_MAX_BYTES, '"');
  assert_round_trip (entries);
}

/* What spreadsheets, editors and people make of the file. */
static void
test_other_forms (void)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  assert_reads (HEADER, 0);
  assert_reads (HEADER "\n", 0);
  assert_reads (HEADER "\r\n" ROW, 1);
  assert_reads (HEADER "\r" ROW "\r" ROW "\r", 2);
  assert_reads ("\xef\xbb\xbf" HEADER "\r\n\r\n" ROW "\r\n\r\n", 1);
  assert_reads (HEADER "\n" ROW "\n,,,,,,,,,,,,,,\n", 1);
  assert_reads (HEADER ",my own\n" ROW ",x\n", 1);
  assert_reads (HEADER "\n" ROW ",,,\n", 1);
  assert_reads ("sep=;\r\nstart;exercise\r\n2026-03-01T08:30:00Z;Squat\r\n", 1);
  assert_reads ("Exercise\tSTART\nSquat\t2026-03-01 08:30:00-00:30\n", 1);
  assert_reads ("start,exercise,per_side\n2026-03-01T08:30:00Z,Squat,FALSE\n2026-03-01T08:30:00Z,Squat,TRUE\n", 2);

  entries = read_text ("note;pain_after;start;exercise\r\n\"a;b\"\"c\"; 7 ;2026-03-01T08:30:00+01:00;'-x\r\n'90, plejer;;2026-03-02T08:30:00+01:00;y\r\n", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  {
    const FysJournalEntry *first = g_ptr_array_index (entries, 0);
    const FysJournalEntry *second = g_ptr_array_index (entries, 1);

    g_assert_cmpstr (first->note, ==, "a;b\"c");
    g_assert_cmpint (first->pain_after, ==, 7);
    g_assert_cmpstr (first->exercise, ==, "-x");
    /* An apostrophe that is no guard stays. */
    g_assert_cmpstr (second->note, ==, "'90, plejer");
    g_assert_cmpint (second->pain_after, ==, FYS_JOURNAL_PAIN_UNKNOWN);
  }
}

#define START_PROBLEM "is not a date and time such as 2026-03-01T08:30:00+01:00"

static void
test_errors (void)
{
  static const char *const starts[] = {
    "46082.3541666667", "01-03-2026 08:30", "2026-03-01", "2026-03-01T08:30:00", "2026-02-29T08:30:00+01:00", "2026-03-01T24:30:00+01:00",
    "2026-03-01T08:30:00+19:00", "2026-03-01T08:30:00+01:60", "2026-03-01T08:30:00+0100", "1969-12-31T23:59:59Z", "9999-12-31T00:00:00Z",
    "0000-01-01T00:00:00Z", "2026-03-01T08:30:00+01:00 ish", "２026-03-01T08:30:00Z",
  };
  static const char *const numbers[] = { "4,0", "4.0", "-1", "+1", "11", "4 5", "fire", "0x4", "1e1", "99999999999999999999" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *text = g_strdup_printf ("exercise;start\nx;%s\n", starts[i]);
      g_autofree char *message = g_strdup_printf ("Line 2, column 2 (start): “%s” " START_PROBLEM, starts[i]);

      assert_fails (text, message);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = g_strdup_printf ("start;exercise;pain_before\n\n2026-03-01T08:30:00Z;x;%s\n", numbers[i]);
      g_autofree char *message = g_strdup_printf ("Line 3, column 3 (pain_before): “%s” is not a whole number from 0 to 10", numbers[i]);

      assert_fails (text, message);
    }
  assert_fails ("", "The file is empty");
  assert_fails ("\xef\xbb\xbf\n\n", "The file is empty");
  assert_fails ("Dear diary,\n", "Line 1: The column “start” is missing, so this is no journal");
  assert_fails ("start;note\n", "Line 1: The column “exercise” is missing, so this is no journal");
  assert_fails ("start,exercise,note,Note\n", "Line 1, column 4 (note): The column is there twice");
  assert_fails ("start,exercise\n,x\n", "Line 2, column 1 (start): “” " START_PROBLEM);
  assert_fails ("exercise,start\nx\n", "Line 2, column 2 (start): “” " START_PROBLEM);
  assert_fails ("start,exercise\n2026-03-01T08:30:00Z,x,,y\n", "Line 2: There are more cells than in the first line");
  assert_fails (HEADER "\n" ROW "\n" "2026-03-01T08:30:00+01:00,a,b,\"c\n\nd,0\n", "Line 3: A quotation mark is opened and never closed");
  assert_fails ("start,exercise\n2026-03-01T08:30:00Z,\"x\ny\"\n2026-03-01T08:30:00Z,\"x\"y\n", "Line 4: Something follows a closing quotation mark");
  assert_fails ("start,exercise,hold_s\n2026-03-01T08:30:00Z,x,4294967296\n", "Line 2, column 3 (hold_s): “4294967296” is not a whole number");
  assert_fails ("start,exercise,per_side\n2026-03-01T08:30:00Z,x,ja\n", "Line 2, column 3 (per_side): “ja” is neither 0 nor 1");
  assert_fails ("start,exercise\n2026-03-01T08:30:00Z,Kn\xe6\n", "Line 2: This is not text in UTF-8");
  assert_fails ("\xff\xfe" "s", "Line 1: This is not text in UTF-8");
  /* A long cell is not told in full. */
  assert_fails ("start,exercise\n123456789 123456789 123456789 123456789 123456789,x\n",
                "Line 2, column 1 (start): “123456789 123456789 123456789 123456789 …” " START_PROBLEM);
}

static void
test_nul (void)
{
  static const char     text[] = "start,exercise\n2026-03-01T08:30:00Z,x\0y\n";
  g_autoptr (GBytes)    bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) entries = fys_journal_csv_read (bytes, &error);

  g_assert_null (entries);
  g_assert_error (error, FYS_JOURNAL_ERROR, FYS_JOURNAL_ERROR_INVALID);
}

static void
test_too_much (void)
{
  g_autoptr (GString) text = g_string_new ("start,exercise\n");
  g_autofree char    *note = g_strnfill (FYS_JOURNAL_TEXT_MAX_BYTES + 1, 'x');
  g_autofree char    *cells = g_strnfill (2000, ',');
  g_autofree char    *with_note = g_strconcat ("start,exercise,note\n2026-03-01T08:30:00Z,x,", note, "\n", NULL);
  g_autofree char    *with_cells = g_strconcat ("start,exercise\n", cells, "\n", NULL);

  assert_fails (with_note, "Line 2, column 3 (note): The text is too long");
  assert_fails (with_cells, "Line 2: The line has too many cells");

  for (guint i = 0; i <= FYS_JOURNAL_CSV_MAX_ROWS; i++)
    g_string_append (text, "2026-03-01T08:30:00Z,x\n");
  assert_fails (text->str, "The file is too large for a journal");
  g_string_truncate (text, 0);
  while (text->len <= FYS_JOURNAL_CSV_MAX_BYTES)
    g_string_append (text, cells);
  assert_fails (text->str, "The file is too large for a journal");
}

/* Cut off or with a byte changed anywhere, a file is read or refused. */
static void
test_damaged (void)
{
  g_autoptr (GPtrArray) entries = journal_entries_new (0, 5);
  g_autoptr (GBytes)    csv = fys_journal_csv_write (entries);
  gsize                 n_bytes;
  const char           *text = g_bytes_get_data (csv, &n_bytes);

  for (guint i = 0; i < 2 * n_bytes; i++)
    {
      g_autofree char      *copy = g_memdup2 (text, n_bytes);
      g_autoptr (GBytes)    bytes = NULL;
      g_autoptr (GError)    error = NULL;
      g_autoptr (GPtrArray) read = NULL;

      if (i >= n_bytes)
        copy[i - n_bytes] = (char) g_test_rand_int_range (0, 256);
      bytes = g_bytes_new (copy, i < n_bytes ? i : n_bytes);
      read = fys_journal_csv_read (bytes, &error);
      g_assert_true ((read == NULL) == (error != NULL));
      for (guint row = 0; read != NULL && row < read->len; row++)
        g_assert_true (fys_journal_entry_is_valid (g_ptr_array_index (read, row)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal/csv/form", test_form);
  g_test_add_func ("/journal/csv/values", test_values);
  g_test_add_func ("/journal/csv/hostile", test_hostile);
  g_test_add_func ("/journal/csv/no-formula", test_no_formula);
  g_test_add_func ("/journal/csv/random", test_random);
  g_test_add_func ("/journal/csv/bounds", test_bounds);
  g_test_add_func ("/journal/csv/other-forms", test_other_forms);
  g_test_add_func ("/journal/csv/errors", test_errors);
  g_test_add_func ("/journal/csv/nul", test_nul);
  g_test_add_func ("/journal/csv/too-much", test_too_much);
  g_test_add_func ("/journal/csv/damaged", test_damaged);
  return g_test_run ();
}
