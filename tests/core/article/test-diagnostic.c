/* test-diagnostic.c - findings: their order, their words, their bound
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article/fys-diagnostic.h"

static const FysDiagnostic *
get (GPtrArray *diagnostics,
     guint      index)
{
  g_assert_cmpuint (index, <, diagnostics->len);
  return g_ptr_array_index (diagnostics, index);
}

static void
test_sort (void)
{
  g_autoptr (GPtrArray) diagnostics = fys_diagnostics_new ();
  static const char *const expected[] = { "file", "early", "grave", "slight", "first", "second", "late" };

  fys_diagnostics_add (diagnostics, FYS_SEVERITY_INFO, 9, 1, "late");
  fys_diagnostics_add (diagnostics, FYS_SEVERITY_INFO, 4, 2, "slight");
  fys_diagnostics_add (diagnostics, FYS_SEVERITY_WARNING, 4, 7, "first");
  fys_diagnostics_add (diagnostics, FYS_SEVERITY_WARNING, 4, 7, "second");
  fys_diagnostics_add (diagnostics, FYS_SEVERITY_ERROR, 4, 2, "grave");
  fys_diagnostics_add (diagnostics, FYS_SEVERITY_ERROR, 1, 3, "early");
  fys_diagnostics_add (diagnostics, FYS_SEVERITY_INFO, 0, 0, "file");
  fys_diagnostics_sort (diagnostics);

  g_assert_cmpuint (diagnostics->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < diagnostics->len; i++)
    g_assert_cmpstr (get (diagnostics, i)->message, ==, expected[i]);
}

static void
test_format (void)
{
  g_autoptr (GPtrArray) diagnostics = fys_diagnostics_new ();

  fys_diagnostics_add (diagnostics, FYS_SEVERITY_WARNING, 12, 3, "“%s” is given %u times", "title", 2u);
  g_assert_cmpint (get (diagnostics, 0)->severity, ==, FYS_SEVERITY_WARNING);
  g_assert_cmpuint (get (diagnostics, 0)->line, ==, 12);
  g_assert_cmpuint (get (diagnostics, 0)->column, ==, 3);
  g_assert_cmpstr (get (diagnostics, 0)->message, ==, "“title” is given 2 times");
}

/* Found by fuzzing: a date with line breaks in it. */
static void
test_message_is_a_short_line (void)
{
  g_autoptr (GPtrArray) diagnostics = fys_diagnostics_new ();
  g_autofree char *book = g_strnfill (100000, 'x');

  fys_diagnostics_add (diagnostics, FYS_SEVERITY_WARNING, 1, 1, "“%s” is no date", "1\n2\t3\r\x1b");
  fys_diagnostics_add (diagnostics, FYS_SEVERITY_WARNING, 1, 1, "“ø%s” is no date", book);
  g_assert_cmpstr (get (diagnostics, 0)->message, ==, "“1 2 3  ” is no date");
  g_assert_cmpint (g_utf8_strlen (get (diagnostics, 1)->message, -1), ==, 301);
  g_assert_true (g_str_has_suffix (get (diagnostics, 1)->message, "x…"));
}

/* A million findings keep a bounded number, and the last one says that some are missing. */
static void
test_is_bounded (void)
{
  g_autoptr (GPtrArray) diagnostics = fys_diagnostics_new ();

  for (guint i = 0; i < 1000000; i++)
    fys_diagnostics_add (diagnostics, FYS_SEVERITY_INFO, i, 0, "again");
  g_assert_cmpuint (diagnostics->len, >, 100);
  g_assert_cmpuint (diagnostics->len, <, 10000);
  g_assert_cmpstr (get (diagnostics, diagnostics->len - 1)->message, !=, "again");
  g_assert_cmpstr (get (diagnostics, diagnostics->len - 2)->message, ==, "again");
}

static void
test_nicks (void)
{
  g_assert_cmpstr (fys_severity_get_nick (FYS_SEVERITY_INFO), ==, "info");
  g_assert_cmpstr (fys_severity_get_nick (FYS_SEVERITY_WARNING), ==, "warning");
  g_assert_cmpstr (fys_severity_get_nick (FYS_SEVERITY_ERROR), ==, "error");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/diagnostic/sort", test_sort);
  g_test_add_func ("/article/diagnostic/format", test_format);
  g_test_add_func ("/article/diagnostic/message-is-a-short-line", test_message_is_a_short_line);
  g_test_add_func ("/article/diagnostic/is-bounded", test_is_bounded);
  g_test_add_func ("/article/diagnostic/nicks", test_nicks);
  return g_test_run ();
}
