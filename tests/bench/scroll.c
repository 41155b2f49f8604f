/* scroll.c - scrolls through an article and tells how long its frames took: by the wall's clock, which also counts what else the
 * machine does meanwhile, and by the thread's own
 *
 *   scroll FILE
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <adwaita.h>

#include "fys-resources.h"
#include "ui/article/fys-article-view.h"
#include "ui/window/fys-document.h"

/* A turn of the wheel at every frame is faster than anybody reads. */
#define STEP_PX 120
#define N_FRAMES 400

/* The first frames build the window; they are its start and not its scrolling. */
#define N_FRAMES_BEFORE 20

typedef struct
{
  GtkAdjustment *adjustment; /* borrowed from the view */
  gint64         began_us;
  gint64         began_cpu_us;
  gint64         took_us[N_FRAMES];
  gint64         took_cpu_us[N_FRAMES];
  guint          n_seen;
} Scroll;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static gint64
get_thread_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * (gint64) G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
print_frames (const char *worst_name,
              const char *median_name,
              gint64     *took_us)
{
  qsort (took_us, N_FRAMES, sizeof *took_us, compare_times);
  fprintf (stderr, "%s %" G_GINT64_FORMAT "\n", worst_name, took_us[N_FRAMES - 1]);
  fprintf (stderr, "%s %" G_GINT64_FORMAT "\n", median_name, took_us[N_FRAMES / 2]);
}

static void
before_frame_cb (GdkFrameClock *clock,
                 Scroll        *self)
{
  self->began_us = g_get_monotonic_time ();
  self->began_cpu_us = get_thread_cpu_us ();
}

static void
after_frame_cb (GdkFrameClock *clock,
                Scroll        *self)
{
  if (self->n_seen >= N_FRAMES_BEFORE)
    {
      self->took_us[self->n_seen - N_FRAMES_BEFORE] = g_get_monotonic_time () - self->began_us;
      self->took_cpu_us[self->n_seen - N_FRAMES_BEFORE] = get_thread_cpu_us () - self->began_cpu_us;
    }
  self->n_seen++;
  if (self->n_seen < N_FRAMES_BEFORE + N_FRAMES)
    return;

  print_frames ("worst-frame", "median-frame", self->took_us);
  print_frames ("worst-frame-cpu", "median-frame-cpu", self->took_cpu_us);
  g_application_quit (g_application_get_default ());
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Scroll *self = user_data;

  if (self->n_seen >= N_FRAMES_BEFORE)
    gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) + STEP_PX);
  else
    gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static GtkWidget *
find_scrolled_window (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_scrolled_window (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
realize_cb (GtkWidget *window,
            Scroll    *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_frame_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_frame_cb), self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Scroll *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FysDocument) document = fys_document_load_finish (result, &error);
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  GtkWidget *window;
  GtkWidget *view;

  if (document == NULL)
    {
      fprintf (stderr, "scroll: %s\n", error->message);
      exit (1);
    }
  window = adw_application_window_new (application);
  view = fys_article_view_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 800);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  fys_article_view_set_document (FYS_ARTICLE_VIEW (view), document);
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_scrolled_window (view)));
  g_signal_connect (window, "realize", G_CALLBACK (realize_cb), self);
  gtk_widget_add_tick_callback (view, tick_cb, self, NULL);
  gtk_window_present (GTK_WINDOW (window));
  g_application_release (G_APPLICATION (application));
}

static void
open_cb (GApplication *application,
         GFile       **files,
         int           n_files,
         const char   *hint,
         gpointer      user_data)
{
  g_application_hold (application);
  fys_document_load_async (files[0], NULL, loaded_cb, user_data);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new (APP_ID ".Scroll", G_APPLICATION_HANDLES_OPEN);
  Scroll scroll = { NULL };

  g_resources_register (fys_get_resource ());
  g_signal_connect (application, "open", G_CALLBACK (open_cb), &scroll);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
