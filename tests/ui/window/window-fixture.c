/* window-fixture.c - what the tests of the window share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* Not a measure of speed: far beyond what a loaded machine needs, so that a test that hangs says where. */
#define TOO_LONG_S 30

FysArticle *
window_fixture_article (const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));

  return fys_article_new_from_bytes (bytes, "fixture.md");
}

FysDocument *
window_fixture_document (const char *markdown)
{
  g_autoptr (FysArticle) article = window_fixture_article (markdown);

  return fys_document_new (article, NULL);
}

char *
window_fixture_folder (void)
{
  g_autoptr (GError) error = NULL;
  char              *folder = g_dir_make_tmp ("fysbog-window-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
window_fixture_remove (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

GFile *
window_fixture_write (const char *folder,
                      const char *name,
                      const char *markdown)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE            *stream = g_fopen (path, "w");

  g_assert_nonnull (stream);
  g_assert_cmpint (fputs (markdown, stream), >=, 0);
  g_assert_cmpint (fclose (stream), ==, 0);
  return g_file_new_for_path (path);
}

void
window_fixture_wait (gboolean (*is_done) (gpointer data),
                     gpointer data)
{
  gint64 end_us = g_get_monotonic_time () + TOO_LONG_S * G_USEC_PER_SEC;

  while (!is_done (data))
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      if (g_get_monotonic_time () > end_us)
        g_error ("what was waited for did not happen");
    }
}

static GtkWidget *
find_below (GtkWidget  *widget,
            gboolean  (*is_wanted) (GtkWidget  *widget,
                                    const char *text),
            const char *text)
{
  GtkWidget *found = NULL;

  if (is_wanted (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_below (child, is_wanted, text);
  return found;
}

GtkWidget *
window_fixture_find (gboolean  (*is_wanted) (GtkWidget  *widget,
                                             const char *text),
                     const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget  *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && found == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = find_below (window, is_wanted, text);
    }
  return found;
}

static gboolean
is_button (GtkWidget  *widget,
           const char *label)
{
  return gtk_widget_get_mapped (widget) && GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
is_asked (gpointer label)
{
  return window_fixture_find (is_button, label) != NULL;
}

static gboolean
is_not_asked (gpointer label)
{
  return window_fixture_find (is_button, label) == NULL;
}

void
window_fixture_answer (const char *label)
{
  window_fixture_wait (is_asked, (gpointer) label);
  g_signal_emit_by_name (window_fixture_find (is_button, label), "clicked");
  window_fixture_wait (is_not_asked, (gpointer) label);
}
