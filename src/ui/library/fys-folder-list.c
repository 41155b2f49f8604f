/* fys-folder-list.c - the folders of the library, to add and to remove
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-folder-list.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-dialog.h"
#include "compat/fys-compat-open-file.h"
#include "ui/library/fys-library-folders.h"
#include "ui/library/fys-library-words.h"
#include "ui/window/fys-settings.h"

#define WIDTH_PX  520
#define HEIGHT_PX 560

struct _FysFolderList
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  FysLibrary         *library;
  GSettings          *settings;
  GPtrArray          *rows; /* GtkWidget, children */

  /* Child */
  GtkWidget          *add_button;
};

G_DEFINE_FINAL_TYPE (FysFolderList, fys_folder_list, ADW_TYPE_PREFERENCES_GROUP)

/** Target: what a button removes */
typedef struct
{
  FysFolderList *list;
  char          *path;
} Target;

static void
target_free (gpointer  data,
             GClosure *closure)
{
  Target *target = data;

  g_free (target->path);
  g_free (target);
}

static void
remove_cb (Target *target)
{
  /* The rows are made anew on the way, and with its button goes the target. */
  FysFolderList   *self = target->list;
  g_autofree char *path = g_strdup (target->path);

  fys_library_folders_remove (self->settings, path);
  (void) gtk_widget_grab_focus (self->add_button); /* the focus does not go with the row */
}

static GtkWidget *
remove_button_new (FysFolderList *self,
                   const char    *path,
                   const char    *name)
{
  GtkWidget       *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  Target          *target = g_new (Target, 1);
  /* Translators: %s is the name of a folder */
  g_autofree char *label = g_strdup_printf (_ ("Remove the folder %s from the library"), name);

  target->list = self; /* which the button is a child of */
  target->path = g_strdup (path);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove from the library. The files stay where they are."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (remove_cb), target, target_free, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
row_new (FysFolderList          *self,
         const FysLibrarySource *source)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *shown = g_filename_display_name (source->path);
  g_autofree char *name = fys_library_words_dup_folder_name (source->path);
  gboolean         is_own = source->kind == FYS_SOURCE_USER;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), is_own ? name : fys_library_words_get_source_kind (source->kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
  if (is_own)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove_button_new (self, source->path, name));
  return row;
}

static void
update (FysFolderList *self)
{
  g_autoptr (GPtrArray) sources = fys_library_dup_sources (self->library);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < sources->len; i++)
    {
      GtkWidget *row = row_new (self, g_ptr_array_index (sources, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (FysFolderList) self = user_data;
  g_autoptr (GFile)         folder = fys_compat_open_folder_finish (result, NULL); /* a chooser that failed says so itself, or not at all */
  g_autofree char          *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path != NULL && self->settings != NULL)
    (void) fys_library_folders_add (self->settings, path); /* one that is there already shows */
}

static void
add_cb (FysFolderList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  fys_compat_open_folder_async (GTK_WINDOW (root), _ ("Add a Folder to the Library"), chosen_cb, g_object_ref (self));
}

static void
fys_folder_list_dispose (GObject *object)
{
  FysFolderList *self = FYS_FOLDER_LIST (object);

  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (fys_folder_list_parent_class)->dispose (object);
}

static void
fys_folder_list_finalize (GObject *object)
{
  g_ptr_array_unref (FYS_FOLDER_LIST (object)->rows);

  G_OBJECT_CLASS (fys_folder_list_parent_class)->finalize (object);
}

static void
fys_folder_list_class_init (FysFolderListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fys_folder_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = fys_folder_list_finalize;
}

static void
fys_folder_list_init (FysFolderList *self)
{
  self->rows = g_ptr_array_new ();
  self->add_button = gtk_button_new_with_mnemonic (_ ("_Add a Folder…"));
  gtk_widget_add_css_class (self->add_button, "flat");
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
}

GtkWidget *
fys_folder_list_new (FysLibrary *library,
                     GSettings  *settings)
{
  FysFolderList *self;

  g_return_val_if_fail (FYS_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (FYS_TYPE_FOLDER_LIST, "title", _ ("Folders of the Library"), NULL);
  self->library = g_object_ref (library);
  self->settings = g_object_ref (settings);
  /* After the application, which tells the library. */
  g_signal_connect_object (settings, "changed::" FYS_SETTINGS_LIBRARY_FOLDERS, G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
  return GTK_WIDGET (self);
}

void
fys_folders_present (GtkWidget  *parent,
                     FysLibrary *library,
                     GSettings  *settings)
{
  GtkWidget *page;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  page = adw_preferences_page_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (fys_folder_list_new (library, settings)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (fys_problem_list_new (library)));
  fys_compat_dialog_present (parent, _ ("Library"), page, WIDTH_PX, HEIGHT_PX);
}
