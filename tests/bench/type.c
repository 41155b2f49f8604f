/* type.c - types into the search of a library and tells how long each key kept the thread that draws: from the key to the frame that shows its answer
 *
 *   type FOLDER      the articles of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <adwaita.h>

#include "fys-resources.h"
#include "ui/library/fys-search-page.h"

/* A quick typist's. */
#define KEY_MS 60

static const char *const queries[] = { "ondt i ballen ned i benet", "må jeg løbe med ondt i knæet", "øvelser til nakken", "frossen skulder", "iskias" };

/* A key keeps the thread with cancelling and asking, with showing the answer, and with a frame; a frame has all of it at most. */
typedef struct
{
  FysLibrary *library;
  GtkWidget  *entry; /* borrowed from the page */
  GArray     *took_us; /* (element-type gint64): the thread's own time from frame to frame */
  gint64      last_us;
  guint       query;
  guint       n_typed; /* letters of the query */
} Typing;

static gint64
get_thread_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * (gint64) G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static void
print (Typing *self)
{
  guint n = self->took_us->len;

  g_array_sort (self->took_us, compare_times);
  fprintf (stderr, "frames %u\n", n);
  fprintf (stderr, "worst-frame-cpu %" G_GINT64_FORMAT "\n", g_array_index (self->took_us, gint64, n - 1));
  fprintf (stderr, "99th-frame-cpu %" G_GINT64_FORMAT "\n", g_array_index (self->took_us, gint64, n * 99 / 100));
  fprintf (stderr, "median-frame-cpu %" G_GINT64_FORMAT "\n", g_array_index (self->took_us, gint64, n / 2));
}

static void
after_frame_cb (GdkFrameClock *clock,
                Typing        *self)
{
  gint64 now_us = get_thread_cpu_us ();
  gint64 took_us = now_us - self->last_us;

  self->last_us = now_us;
  if (self->n_typed > 0 || self->query > 0)
    g_array_append_val (self->took_us, took_us);
}

static gboolean
key_cb (gpointer user_data)
{
  Typing          *self = user_data;
  const char      *query = queries[self->query];
  g_autofree char *typed = NULL;

  self->n_typed++;
  typed = g_utf8_substring (query, 0, self->n_typed);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed);
  if ((glong) self->n_typed < g_utf8_strlen (query, -1))
    return G_SOURCE_CONTINUE;
  self->query++;
  self->n_typed = 0;
  if (self->query < G_N_ELEMENTS (queries))
    return G_SOURCE_CONTINUE;
  print (self);
  g_application_quit (g_application_get_default ());
  return G_SOURCE_REMOVE;
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
indexed_cb (Typing *self)
{
  gboolean is_indexing;
  guint    n_articles;

  g_object_get (self->library, "is-indexing", &is_indexing, "n-articles", &n_articles, NULL);
  if (is_indexing || n_articles == 0)
    return;
  g_signal_handlers_disconnect_by_func (self->library, indexed_cb, self);
  fprintf (stderr, "articles %u\n", n_articles);
  (void) g_timeout_add (KEY_MS, key_cb, self);
}

static void
realize_cb (GtkWidget *window,
            Typing    *self)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_frame_cb), self);
}

static void
open_cb (GApplication *application,
         GFile       **files,
         int           n_files,
         const char   *hint,
         Typing       *self)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_source_free);
  GtkWidget            *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget            *page = fys_search_page_new ();

  g_ptr_array_add (sources, fys_library_source_new (FYS_SOURCE_USER, g_file_peek_path (files[0])));
  self->library = fys_library_new (NULL, sources);
  fys_search_page_set_library (FYS_SEARCH_PAGE (page), self->library);
  self->entry = find_entry (page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 800);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), page);
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), self);
  g_signal_connect_swapped (self->library, "notify", G_CALLBACK (indexed_cb), self);
  fys_library_start (self->library);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new (APP_ID ".Type", G_APPLICATION_HANDLES_OPEN);
  Typing typing = { .took_us = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  int status;

  g_resources_register (fys_get_resource ());
  g_signal_connect (application, "open", G_CALLBACK (open_cb), &typing);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  g_clear_object (&typing.library);
  g_array_unref (typing.took_us);
  return status;
}
