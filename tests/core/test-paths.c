/* test-paths.c - where the program looks for its files; tests/packaging/installed.sh has the case of a moved installation
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/fys-paths.h"

static void
test_environment_comes_first (void)
{
  g_autofree char *data = NULL;
  g_autofree char *locale = NULL;

  g_setenv ("FYSBOG_DATA_DIR", "/some where/data", TRUE);
  g_setenv ("FYSBOG_LOCALE_DIR", "/some where/po", TRUE);
  data = fys_paths_dup_data_dir ();
  locale = fys_paths_dup_locale_dir ();
  g_assert_cmpstr (data, ==, "/some where/data");
  g_assert_cmpstr (locale, ==, "/some where/po");
}

/* An empty variable counts as none, and there is no ../share beside a test. */
static void
test_configured_dirs_come_last (void)
{
  g_autofree char *data = NULL;
  g_autofree char *locale = NULL;
  g_autofree char *schemas = NULL;

  g_unsetenv ("FYSBOG_DATA_DIR");
  g_setenv ("FYSBOG_LOCALE_DIR", "", TRUE);
  data = fys_paths_dup_data_dir ();
  locale = fys_paths_dup_locale_dir ();
  schemas = fys_paths_dup_schema_dir ();
  g_assert_cmpstr (data, ==, PKGDATADIR);
  g_assert_cmpstr (locale, ==, LOCALEDIR);
  g_assert_cmpstr (schemas, ==, PKGDATADIR "/schemas");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paths/environment-comes-first", test_environment_comes_first);
  g_test_add_func ("/paths/configured-dirs-come-last", test_configured_dirs_come_last);
  return g_test_run ();
}
