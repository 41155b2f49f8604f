/* test-search-provider.c - the library in the search of the desktop's overview: what it answers over the bus, and what opens
 *
 * test-search-provider: the program runs in here, and is called over the session bus.
 * test-search-provider PROGRAM: the bus starts PROGRAM, by a service file. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "ui/exercise/fys-exercise-pane-private.h"
#include "ui/exercise/fys-warning-memory.h"
#include "ui/window/fys-application.h"
#include "ui/window/fys-window-private.h"
#include "window-fixture.h"

#define QUESTION "q:iskias#kan-iskias-blive-kronisk"

static const char *program;

/* calling */

typedef struct
{
  GVariant *reply;
  GError   *error;
} Answer;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Answer *answer = user_data;

  answer->reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &answer->error);
}

static gboolean
is_answered (gpointer data)
{
  Answer *answer = data;

  return answer->reply != NULL || answer->error != NULL;
}

/* Returns: (transfer full): the reply, of the @type */
static GVariant *
call_on (GDBusConnection *connection,
         const char      *method,
         GVariant        *parameters,
         const char      *type)
{
  Answer answer = { 0 };

  g_dbus_connection_call (connection, APP_ID, RESOURCE_PATH "/SearchProvider", "org.gnome.Shell.SearchProvider2", method, parameters,
                          G_VARIANT_TYPE (type), G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, &answer);
  window_fixture_wait (is_answered, &answer);
  g_assert_no_error (answer.error);
  return answer.reply;
}

static GVariant *
call (const char *method,
      GVariant   *parameters,
      const char *type)
{
  return call_on (g_application_get_dbus_connection (g_application_get_default ()), method, parameters, type);
}

/* Returns: (transfer full): the ids that answer to @text, whose words are parted by spaces */
static char **
search_on (GDBusConnection *connection,
           const char      *text)
{
  g_auto (GStrv)       terms = g_strsplit (text, " ", -1);
  g_autoptr (GVariant) first = call_on (connection, "GetInitialResultSet", g_variant_new ("(^as)", terms), "(as)");
  char               **ids;

  g_variant_get (first, "(^as)", &ids);
  return ids;
}

static char **
search (const char *text)
{
  return search_on (g_application_get_dbus_connection (g_application_get_default ()), text);
}

static guint
count_with_prefix (char      **ids,
                   const char *prefix)
{
  guint n = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_str_has_prefix (ids[i], prefix))
      n++;
  return n;
}

/* Returns: (transfer full): "id|name|description" a line */
static char *
get_metas_on (GDBusConnection   *connection,
              const char *const *ids)
{
  g_autoptr (GVariant)     reply = call_on (connection, "GetResultMetas", g_variant_new ("(^as)", ids), "(aa{sv})");
  g_autoptr (GVariantIter) metas = NULL;
  GString                 *lines = g_string_new (NULL);
  GVariant                *meta;

  g_variant_get (reply, "(aa{sv})", &metas);
  while ((meta = g_variant_iter_next_value (metas)) != NULL)
    {
      const char *id = "";
      const char *name = "";
      const char *description = "";

      g_assert_true (g_variant_lookup (meta, "id", "&s", &id));
      g_assert_true (g_variant_lookup (meta, "name", "&s", &name));
      (void) g_variant_lookup (meta, "description", "&s", &description); /* some have none */
      g_string_append_printf (lines, "%s|%s|%s\n", id, name, description);
      g_variant_unref (meta);
    }
  return g_string_free (lines, FALSE);
}

static char *
get_metas (const char *const *ids)
{
  return get_metas_on (g_application_get_dbus_connection (g_application_get_default ()), ids);
}

/* the program in here */

static GList *
get_windows (void)
{
  return gtk_application_get_windows (GTK_APPLICATION (g_application_get_default ()));
}

static gboolean
is_window_there (gpointer data)
{
  return get_windows () != NULL;
}

static gboolean
is_no_window_there (gpointer data)
{
  return get_windows () == NULL;
}

static gboolean
is_loaded (gpointer window)
{
  return fys_window_get_document (window) != NULL && ((FysWindow *) window)->loading == NULL;
}

static void
close_windows (void)
{
  while (get_windows () != NULL)
    gtk_window_destroy (get_windows ()->data);
  window_fixture_wait (is_no_window_there, NULL);
}

static void
activate (const char *id)
{
  static const char *const terms[] = { "kronisk", NULL };
  g_autoptr (GVariant)     reply = call ("ActivateResult", g_variant_new ("(s^asu)", id, terms, 0), "()");

  g_assert_nonnull (reply);
}

/* Asks about something else than what the tests do. */
static gboolean
is_indexed (gpointer data)
{
  g_auto (GStrv) ids = search ("tennisalbue");

  return *ids != NULL;
}

/* An id from before the start of the program. */
static void
test_old_ids (void)
{
  static const char *const ids[] = { QUESTION, "a:iskias#kan-iskias-blive-kronisk", "a:iskias#", "q:iskias#findes-ikke", "a:findes-ikke#",
                                     "iskias#", "a:#x", "a:", "#", "", NULL };
  g_autofree char         *metas = NULL;
  g_auto (GStrv)           lines = NULL;

  window_fixture_wait (is_indexed, NULL);
  metas = get_metas (ids);
  lines = g_strsplit (metas, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 5); /* and an empty one after the last break */
  g_assert_cmpstr (lines[0], ==, QUESTION "|Kan iskias blive kronisk?|Iskias: når nerven i benet gør ondt");
  g_assert_true (g_str_has_prefix (lines[1], "a:iskias#kan-iskias-blive-kronisk|Iskias: når nerven i benet gør ondt|"));
  g_assert_true (g_str_has_prefix (lines[2], "a:iskias#|Iskias: når nerven i benet gør ondt|"));
  /* A question that was taken out since: the article is still there. */
  g_assert_true (g_str_has_prefix (lines[3], "q:iskias#findes-ikke|Iskias: når nerven i benet gør ondt|"));
}

static void
test_search (void)
{
  static const char *const more[] = { "kan", "iskias", "blive", "kronisk", NULL };
  g_auto (GStrv)           ids = NULL;
  g_auto (GStrv)           fewer = NULL;
  g_autoptr (GVariant)     reply = NULL;
  g_autofree char         *metas = NULL;

  window_fixture_wait (is_indexed, NULL);
  ids = search ("iskias");
  g_assert_cmpuint (count_with_prefix (ids, "a:iskias#"), ==, 1);
  g_assert_cmpuint (count_with_prefix (ids, "q:iskias#"), >, 1);
  g_assert_cmpuint (count_with_prefix (ids, "a:") + count_with_prefix (ids, "q:"), ==, g_strv_length (ids));

  reply = call ("GetSubsearchResultSet", g_variant_new ("(^as^as)", ids, more), "(as)");
  g_variant_get (reply, "(^as)", &fewer);
  g_assert_true (g_strv_contains ((const char *const *) fewer, QUESTION));
  metas = get_metas ((const char *const[]) { QUESTION, NULL });
  g_assert_true (g_str_has_prefix (metas, QUESTION "|Kan iskias blive kronisk?|"));
  g_assert_null (get_windows ());
}

/* What nobody means to find, and what nobody types. */
static void
test_hostile (void)
{
  static const char *const empty[] = { "", "  ", "zzqqxxw", "\"*()" };
  static const char *const texts[] = { "\" OR *", "NEAR( -( AND NOT", "'; DROP TABLE article; --", "\xf0\x9f\x98\x80", "%s%n" };
  g_autoptr (GString)      longest = g_string_new (NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           many = NULL;
  g_auto (GStrv)           of_longest = NULL;
  g_autofree char         *metas = NULL;

  window_fixture_wait (is_indexed, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_auto (GStrv) ids = search (empty[i]);

      g_assert_cmpuint (g_strv_length (ids), ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) ids = search (texts[i]);

      g_assert_nonnull (ids);
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append (longest, "æ ø å ");
  of_longest = search (longest->str);
  g_assert_nonnull (of_longest);
  for (guint i = 0; i < 5000; i++)
    g_strv_builder_add (builder, "a:iskias#");
  many = g_strv_builder_end (builder);
  metas = get_metas ((const char *const *) many);
  g_assert_cmpuint (strlen (metas), <, 100 * 1000);
  g_assert_null (get_windows ());
}

static void
test_activate_question (void)
{
  FysWindow     *window;
  FysArticle    *article;
  guint          section;
  g_auto (GStrv) open = NULL;

  window_fixture_wait (is_indexed, NULL);
  activate (QUESTION);
  window_fixture_wait (is_window_there, NULL);
  window = get_windows ()->data;
  window_fixture_wait (is_loaded, window);
  g_assert_cmpstr (fys_document_get_key (fys_window_get_document (window)), ==, "iskias");
  article = fys_document_get_article (fys_window_get_document (window));
  section = fys_article_find_section (article, "kan-iskias-blive-kronisk");
  g_assert_cmpuint (section, !=, FYS_NONE);
  /* Its answer is unfolded. */
  open = fys_article_view_dup_open_questions (window->article_view);
  g_assert_true (g_strv_contains ((const char *const *) open, "kan-iskias-blive-kronisk"));

  /* In the same window, as it shows the article already. */
  activate ("a:iskias#");
  window_fixture_wait (is_loaded, window);
  g_assert_cmpuint (g_list_length (get_windows ()), ==, 1);
  close_windows ();
}

static void
assert_searches (const char *text)
{
  FysWindow *window = get_windows ()->data;

  g_assert_null (fys_window_get_document (window));
  g_assert_nonnull (window->search_page);
  g_assert_cmpstr (fys_search_page_get_text (window->search_page), ==, text);
}

/* Words without an answer, by whatever id, lead to a window all the same: somebody pressed Enter. */
static void
test_activate_nothing (void)
{
  static const char *const wrong[] = { "", "#", "a:findes-ikke#x", "../../etc/passwd" };

  window_fixture_wait (is_indexed, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      activate (wrong[i]);
      window_fixture_wait (is_window_there, NULL);
      assert_searches ("kronisk");
      close_windows ();
    }
}

static void
test_launch_search (void)
{
  static const char *const terms[] = { "ondt", "i", "knæet", NULL };
  g_autoptr (GVariant)     reply = call ("LaunchSearch", g_variant_new ("(^asu)", terms, 0), "()");

  g_assert_nonnull (reply);
  window_fixture_wait (is_window_there, NULL);
  assert_searches ("ondt i knæet");
  close_windows ();
}

static gint64
stopped_clock (gpointer user_data)
{
  return G_USEC_PER_SEC;
}

/* An exercise goes on, whatever is looked up meanwhile. */
static void
test_while_exercising (void)
{
  FysWindow       *window;
  FysExercisePane *pane;

  window_fixture_wait (is_indexed, NULL);
  activate ("a:iskias#");
  window_fixture_wait (is_window_there, NULL);
  window = get_windows ()->data;
  window_fixture_wait (is_loaded, window);
  fys_warning_memory_mark_read (fys_window_get_document (window));
  pane = fys_window_ensure_exercise_pane (window);
  fys_exercise_pane_set_clock (pane, stopped_clock, NULL);
  fys_exercise_pane_open_exercise (pane, 0);
  g_signal_emit_by_name (fys_exercise_pane_get_page (pane), "confirmed");
  g_assert_true (fys_window_is_session_active (window));

  is_indexed (NULL);
  activate (QUESTION);
  is_indexed (NULL); /* what was chosen before it has its answer by then */
  g_assert_true (fys_window_is_session_active (window));
  g_assert_cmpuint (g_list_length (get_windows ()), ==, 1);
  fys_exercise_pane_stop (pane);
  close_windows ();
}

/* the program that the bus starts */

static void
write_service (const char *folder)
{
  g_autofree char   *path = g_build_filename (folder, APP_ID ".service", NULL);
  g_autofree char   *text = g_strdup_printf ("[D-BUS Service]\nName=" APP_ID "\nExec=%s --gapplication-service\n", program);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static gboolean
is_indexed_elsewhere (gpointer connection)
{
  g_auto (GStrv) ids = search_on (connection, "iskias");

  return *ids != NULL;
}

static void
test_cold (void)
{
  char                       *folder = window_fixture_folder ();
  g_autoptr (GTestDBus)       bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *metas = NULL;

  write_service (folder);
  g_test_dbus_add_service_dir (bus, folder);
  g_test_dbus_up (bus);
  connection = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus),
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                           | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);
  window_fixture_wait (is_indexed_elsewhere, connection);
  metas = get_metas_on (connection, (const char *const[]) { QUESTION, NULL });
  g_assert_true (g_str_has_prefix (metas, QUESTION "|Kan iskias blive kronisk?|"));
  g_clear_object (&connection);
  g_test_dbus_down (bus);
  window_fixture_remove (folder);
}

static int
run_in_here (void)
{
  g_autoptr (FysApplication) application = fys_application_new ();
  g_autoptr (GError)         error = NULL;
  int                        status;

  /* As with --gapplication-service. */
  g_application_set_flags (G_APPLICATION (application), g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_IS_SERVICE);
  g_application_set_default (G_APPLICATION (application));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_application_get_is_remote (G_APPLICATION (application)));
  status = g_test_run ();
  g_application_set_default (NULL);
  return status;
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (argc == 2)
    {
      program = argv[1];
      g_test_add_func ("/search-provider/cold", test_cold);
      return g_test_run ();
    }
  g_test_add_func ("/search-provider/old-ids", test_old_ids);
  g_test_add_func ("/search-provider/search", test_search);
  g_test_add_func ("/search-provider/hostile", test_hostile);
  g_test_add_func ("/search-provider/activate-question", test_activate_question);
  g_test_add_func ("/search-provider/activate-nothing", test_activate_nothing);
  g_test_add_func ("/search-provider/launch-search", test_launch_search);
  g_test_add_func ("/search-provider/while-exercising", test_while_exercising);
  return run_in_here ();
}
