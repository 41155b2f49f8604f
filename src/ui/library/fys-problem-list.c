/* fys-problem-list.c - what keeps the library from being whole, in plain words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/library/fys-folder-list.h"

/* A folder that is no library at all has thousands of them; what is wrong is seen from a few. */
#define MAX_ROWS 50

struct _FysProblemList
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  FysLibrary         *library;
  GPtrArray          *rows; /* GtkWidget, children */
};

G_DEFINE_FINAL_TYPE (FysProblemList, fys_problem_list, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
row_new (const FysLibraryProblem *problem)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  g_autofree char *path = problem->path != NULL ? g_filename_display_name (problem->path) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem->message);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), path);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

static void
tell_rest (FysProblemList *self,
           guint           n_rest)
{
  g_autofree char *text = g_strdup_printf (ngettext ("And %u more.", "And %u more.", n_rest), n_rest);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), n_rest > 0 ? text : NULL);
}

static void
update (FysProblemList *self)
{
  g_autoptr (GPtrArray) problems = fys_library_dup_problems (self->library);
  guint                 n_shown = MIN (problems->len, MAX_ROWS);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_shown; i++)
    {
      GtkWidget *row = row_new (g_ptr_array_index (problems, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  tell_rest (self, problems->len - n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self), problems->len > 0);
}

static void
try_again_cb (FysProblemList *self)
{
  fys_library_rescan (self->library);
}

static void
fys_problem_list_dispose (GObject *object)
{
  g_clear_object (&FYS_PROBLEM_LIST (object)->library);

  G_OBJECT_CLASS (fys_problem_list_parent_class)->dispose (object);
}

static void
fys_problem_list_finalize (GObject *object)
{
  g_ptr_array_unref (FYS_PROBLEM_LIST (object)->rows);

  G_OBJECT_CLASS (fys_problem_list_parent_class)->finalize (object);
}

static void
fys_problem_list_class_init (FysProblemListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fys_problem_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = fys_problem_list_finalize;
}

static void
fys_problem_list_init (FysProblemList *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Try Again"));

  self->rows = g_ptr_array_new ();
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (try_again_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
}

GtkWidget *
fys_problem_list_new (FysLibrary *library)
{
  FysProblemList *self;

  g_return_val_if_fail (FYS_IS_LIBRARY (library), NULL);

  self = g_object_new (FYS_TYPE_PROBLEM_LIST, "title", _ ("What Could Not Be Read"), NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "problems-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
