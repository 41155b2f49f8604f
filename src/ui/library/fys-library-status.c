/* fys-library-status.c - how far reading new articles is, and what keeps the library from being whole
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-library-status.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-announce.h"
#include "ui/library/fys-library-words.h"

/* What is over sooner is not worth a bar that flashes. */
#define DELAY_MS 700

struct _FysLibraryStatus
{
  GtkWidget   parent_instance;

  /* Template children */
  GtkWidget  *progress_box;
  GtkLabel   *progress_label;
  GtkWidget  *progress_bar;
  GtkWidget  *problem_box;
  GtkLabel   *problem_label;

  /* Owned */
  FysLibrary *library;  /* (nullable) */
  guint       delay_id; /* 0 when no bar waits to be shown */
};

G_DEFINE_FINAL_TYPE (FysLibraryStatus, fys_library_status, GTK_TYPE_WIDGET)

static gboolean
is_indexing (FysLibraryStatus *self)
{
  gboolean answer;

  g_object_get (self->library, "is-indexing", &answer, NULL);
  return answer;
}

static void
update_visible (FysLibraryStatus *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->progress_box) || gtk_widget_get_visible (self->problem_box));
}

static void
update_progress (FysLibraryStatus *self)
{
  guint            n_done;
  guint            n_total;
  g_autofree char *text = NULL;

  if (!gtk_widget_get_visible (self->progress_box))
    return;
  g_object_get (self->library, "n-done", &n_done, "n-total", &n_total, NULL);
  text = g_strdup_printf (ngettext ("Reading new articles: %1$u of %2$u", "Reading new articles: %1$u of %2$u", n_total), n_done, n_total);
  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress_bar), n_total > 0 ? (double) n_done / n_total : 0);
}

static void
announce (FysLibraryStatus *self,
          const char       *text)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fys_compat_announce (GTK_WIDGET (self), text);
}

static gboolean
delay_over_cb (gpointer user_data)
{
  FysLibraryStatus *self = user_data;

  self->delay_id = 0;
  gtk_widget_set_visible (self->progress_box, TRUE);
  update_visible (self);
  update_progress (self);
  announce (self, _ ("New articles are being read. You can search meanwhile."));
  return G_SOURCE_REMOVE;
}

static void
tell_end (FysLibraryStatus *self)
{
  g_autofree char *articles = NULL;
  g_autofree char *text = NULL;
  guint            n;

  g_object_get (self->library, "n-articles", &n, NULL);
  articles = fys_library_words_dup_n_articles (n);
  /* Translators: %s is such as "650 articles" */
  text = g_strdup_printf (_ ("The library is ready: %s"), articles);
  announce (self, text);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fys_compat_announce_end (GTK_WIDGET (self));
}

static void
indexing_cb (FysLibraryStatus *self)
{
  if (is_indexing (self))
    {
      if (self->delay_id == 0 && !gtk_widget_get_visible (self->progress_box))
        self->delay_id = g_timeout_add (DELAY_MS, delay_over_cb, self);
      return;
    }
  g_clear_handle_id (&self->delay_id, g_source_remove);
  if (!gtk_widget_get_visible (self->progress_box))
    return;
  tell_end (self);
  gtk_widget_set_visible (self->progress_box, FALSE);
  update_visible (self);
}

/* Returns: (transfer full) (nullable): about the folders that are not to be had */
static char *
dup_problem (FysLibraryStatus *self)
{
  g_autoptr (GPtrArray)    problems = fys_library_dup_problems (self->library);
  const FysLibraryProblem *first = NULL;
  g_autofree char         *name = NULL;
  guint                    n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const FysLibraryProblem *problem = g_ptr_array_index (problems, i);

      if (!problem->is_source || problem->path == NULL)
        continue;
      if (n++ == 0)
        first = problem;
    }
  if (n == 0)
    return NULL;
  if (n > 1)
    return g_strdup_printf (ngettext ("%u folder of the library cannot be read.", "%u folders of the library cannot be read.", n), n);
  name = fys_library_words_dup_folder_name (first->path);
  /* Translators: %1$s is the name of a folder, %2$s a sentence that says what is wrong, without a full stop */
  return g_strdup_printf (_ ("“%1$s”: %2$s."), name, first->message);
}

static void
update_problem (FysLibraryStatus *self)
{
  g_autofree char *text = dup_problem (self);

  gtk_widget_set_visible (self->problem_box, text != NULL);
  if (text != NULL)
    gtk_label_set_label (self->problem_label, text);
  update_visible (self);
}

static void
fys_library_status_dispose (GObject *object)
{
  FysLibraryStatus *self = FYS_LIBRARY_STATUS (object);

  g_clear_handle_id (&self->delay_id, g_source_remove);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_LIBRARY_STATUS);

  G_OBJECT_CLASS (fys_library_status_parent_class)->dispose (object);
}

static void
fys_library_status_class_init (FysLibraryStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_library_status_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/library/fys-library-status.ui");
  gtk_widget_class_bind_template_child (widget_class, FysLibraryStatus, progress_box);
  gtk_widget_class_bind_template_child (widget_class, FysLibraryStatus, progress_label);
  gtk_widget_class_bind_template_child (widget_class, FysLibraryStatus, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, FysLibraryStatus, problem_box);
  gtk_widget_class_bind_template_child (widget_class, FysLibraryStatus, problem_label);
}

static void
fys_library_status_init (FysLibraryStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
fys_library_status_set_library (FysLibraryStatus *self,
                                FysLibrary       *library)
{
  g_return_if_fail (FYS_IS_LIBRARY_STATUS (self));
  g_return_if_fail (FYS_IS_LIBRARY (library));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "notify::is-indexing", G_CALLBACK (indexing_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::n-done", G_CALLBACK (update_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::n-total", G_CALLBACK (update_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "problems-changed", G_CALLBACK (update_problem), self, G_CONNECT_SWAPPED);
  indexing_cb (self);
  update_problem (self);
}
