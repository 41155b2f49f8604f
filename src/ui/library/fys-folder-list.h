/* fys-folder-list.h - the folders of the library, to add and to remove, and what is wrong with them; groups for a page of preferences
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/library/fys-library.h"

G_BEGIN_DECLS

#define FYS_TYPE_FOLDER_LIST (fys_folder_list_get_type ())
G_DECLARE_FINAL_TYPE (FysFolderList, fys_folder_list, FYS, FOLDER_LIST, AdwPreferencesGroup)

/* @settings: where the user's folders are kept */
GtkWidget *fys_folder_list_new  (FysLibrary *library,
                                 GSettings  *settings);

#define FYS_TYPE_PROBLEM_LIST (fys_problem_list_get_type ())
/* Not there while there is nothing wrong. */
G_DECLARE_FINAL_TYPE (FysProblemList, fys_problem_list, FYS, PROBLEM_LIST, AdwPreferencesGroup)

GtkWidget *fys_problem_list_new (FysLibrary *library);

/* Both in a dialog. */
void       fys_folders_present  (GtkWidget  *parent,
                                 FysLibrary *library,
                                 GSettings  *settings);

G_END_DECLS
