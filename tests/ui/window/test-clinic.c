/* test-clinic.c - the search for a clinic, with a real program that opens its address, and without one
 *
 * The desktop's choice of programs is read once in a process, so each case is a run of its own: `handler` or `no-handler`.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "fys-resources.h"
#include "ui/window/fys-window-private.h"
#include "window-fixture.h"

#define ADDRESS "https://www.fysfinder.dk/find/fysioterapeut/danmark/iskias"

#define DESKTOP_FILE                                                                                       \
  "[Desktop Entry]\nType=Application\nName=Recorder\nExec=/bin/sh %s/record.sh %%u\n"                      \
  "MimeType=x-scheme-handler/https;\n"

static char *folder;

static void
write_file (const char *name,
            const char *text)
{
  g_autofree char   *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A program for https that writes down what it was given. */
static void
register_handler (void)
{
  g_autofree char *applications = g_build_filename (folder, "applications", NULL);
  g_autofree char *desktop_file = g_strdup_printf (DESKTOP_FILE, folder);
  g_autofree char *script = g_strdup_printf ("printf '%%s' \"$*\" > %s/opened.tmp\nmv %s/opened.tmp %s/opened\n", folder, folder, folder);

  g_assert_cmpint (g_mkdir (applications, 0700), ==, 0);
  write_file ("record.sh", script);
  write_file ("applications/recorder.desktop", desktop_file);
  write_file ("applications/mimeapps.list", "[Default Applications]\nx-scheme-handler/https=recorder.desktop\n");
}

static void
remove_handler (void)
{
  static const char *const files[] = { "record.sh", "opened", "applications/recorder.desktop", "applications/mimeapps.list" };
  g_autofree char         *applications = g_build_filename (folder, "applications", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  /* The desktop may have put a cache beside them. */
  window_fixture_remove (g_steal_pointer (&applications));
}

/* What the toolkit draws with stays, while the programs that this machine may have for https go. */
static const char *const shared_data[] = { "icons", "mime" };

static void
link_shared_data (void)
{
  const char    *configured = g_getenv ("XDG_DATA_DIRS");
  g_auto (GStrv) dirs = g_strsplit (configured != NULL && *configured != '\0' ? configured : "/usr/local/share:/usr/share", ":", -1);

  for (guint i = 0; i < G_N_ELEMENTS (shared_data); i++)
    for (guint d = 0; dirs[d] != NULL; d++)
      {
        g_autofree char *target = g_build_filename (dirs[d], shared_data[i], NULL);
        g_autofree char *link = g_build_filename (folder, shared_data[i], NULL);

        if (!g_file_test (target, G_FILE_TEST_IS_DIR) || g_file_test (link, G_FILE_TEST_EXISTS))
          continue;
        g_assert_cmpint (symlink (target, link), ==, 0);
      }
}

static FysWindow *
window_with_article (void)
{
  FysWindow              *window = fys_window_new (NULL, NULL);
  g_autoptr (FysDocument) document = window_fixture_document ("---\ntitle: Knæ\nspecialty: iskias\n---\n\nTekst\n");

  fys_window_take_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gboolean
is_recorded (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_handler (void)
{
  FysWindow         *window = window_with_article ();
  g_autofree char   *path = g_build_filename (folder, "opened", NULL);
  g_autofree char   *opened = NULL;
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-clinic", NULL);
  window_fixture_wait (is_recorded, path);
  g_file_get_contents (path, &opened, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (opened, ==, ADDRESS);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
shows_address (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), ADDRESS))
    return gtk_label_get_selectable (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_address (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_address_shown (gpointer unused)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (shows_address (toplevel))
        return TRUE;
    }
  return FALSE;
}

static void
test_no_handler (void)
{
  FysWindow *window = window_with_article ();

  g_assert_false (is_address_shown (NULL));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-clinic", NULL);
  window_fixture_wait (is_address_shown, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gboolean has_handler;
  int      status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  has_handler = g_str_equal (argv[1], "handler");
  folder = window_fixture_folder ();
  link_shared_data ();
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_DIRS", folder, TRUE);
  if (has_handler)
    register_handler ();

  adw_init ();
  g_resources_register (fys_get_resource ());
  if (has_handler)
    g_test_add_func ("/clinic/handler", test_handler);
  else
    g_test_add_func ("/clinic/no-handler", test_no_handler);
  status = g_test_run ();

  if (has_handler)
    remove_handler ();
  window_fixture_remove (folder);
  return status;
}
