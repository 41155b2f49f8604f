/* fys-window-folders.c - folders of the library: chosen, dropped on the window or opened with it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-ask.h"
#include "compat/fys-compat-open-file.h"
#include "ui/library/fys-folder-list.h"
#include "ui/library/fys-library-folders.h"
#include "ui/library/fys-library-words.h"
#include "ui/window/fys-window-private.h"

#define ANSWER_ADD    "add"
#define ANSWER_CANCEL "cancel"

gboolean
fys_window_has_folders (FysWindow *self)
{
  return self->library != NULL && self->settings != NULL;
}

static void
add (FysWindow  *self,
     const char *path)
{
  g_autofree char *name = fys_library_words_dup_folder_name (path);
  g_autofree char *text = NULL;

  if (fys_library_folders_add (self->settings, path))
    /* Translators: %s is the name of a folder */
    text = g_strdup_printf (_ ("“%s” now belongs to the library"), name);
  else
    /* Translators: %s is the name of a folder */
    text = g_strdup_printf (_ ("“%s” belongs to the library already"), name);
  fys_window_toast (self, text);
}

static void
add_folder (FysWindow *self,
            GFile     *folder)
{
  g_autofree char *path = g_file_get_path (folder);

  if (path != NULL)
    add (self, path);
  else
    fys_window_toast (self, _ ("Only a folder of this computer can belong to the library"));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  FysWindow         *self = FYS_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)  folder = fys_compat_open_folder_finish (result, &error);

  if (folder != NULL)
    add_folder (self, folder);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fys_window_toast (self, error->message);
}

void
fys_window_choose_folder (FysWindow *self)
{
  if (fys_window_has_folders (self))
    fys_compat_open_folder_async (GTK_WINDOW (self), _ ("Add a Folder to the Library"), chosen_cb, NULL);
}

void
fys_window_show_folders (FysWindow *self)
{
  if (fys_window_has_folders (self))
    fys_folders_present (GTK_WIDGET (self), self->library, self->settings);
}

/** Offer: a folder that is asked about. */
typedef struct
{
  FysWindow *window;
  GFile     *folder;
} Offer;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Offer *offer = user_data;

  if (g_str_equal (fys_compat_ask_finish (result), ANSWER_ADD) && fys_window_has_folders (offer->window))
    add_folder (offer->window, offer->folder);
  g_object_unref (offer->window);
  g_object_unref (offer->folder);
  g_free (offer);
}

void
fys_window_offer_folder (FysWindow *self,
                         GFile     *folder)
{
  const FysAnswer  answers[] = {
    { ANSWER_CANCEL, _ ("_Cancel"), FYS_ANSWER_PLAIN },
    { ANSWER_ADD, _ ("_Add"), FYS_ANSWER_SUGGESTED },
  };
  g_autofree char *base_name = g_file_get_basename (folder);
  g_autofree char *name = g_filename_display_name (base_name != NULL ? base_name : "");
  /* Translators: %s is the name of a folder */
  g_autofree char *body = g_strdup_printf (_ ("“%s” is a folder. Its articles can then be found and read here; the files stay where they are."), name);
  Offer           *offer = g_new (Offer, 1);

  offer->window = g_object_ref (self);
  offer->folder = g_object_ref (folder);
  /* The name is not in the heading: that of new libraries does not wrap a long word. */
  fys_compat_ask_async (GTK_WINDOW (self), _ ("Add the Folder to the Library?"), body,
                        answers, G_N_ELEMENTS (answers), ANSWER_ADD, answered_cb, offer);
}
