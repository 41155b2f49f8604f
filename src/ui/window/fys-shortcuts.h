/* fys-shortcuts.h - every keyboard shortcut of the program, in one table
 *
 * The application sets its accelerators from it and the shortcuts dialog shows it, so that they cannot disagree.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  FYS_SHORTCUTS_READING,
  FYS_SHORTCUTS_FINDING,
  FYS_SHORTCUTS_EXERCISES,
  FYS_SHORTCUTS_VIEW,
  FYS_SHORTCUTS_GENERAL,
  FYS_N_SHORTCUTS_GROUPS,
} FysShortcutsGroup;

#define FYS_SHORTCUT_MAX_KEYS 4

/** FysShortcut: @title: untranslated (see gettext), what it does
 * @action: (nullable): what the application binds @keys to; %NULL where a widget has the keys from itself
 * @keys: in the form of gtk_accelerator_parse(), the first is the one that is shown; %NULL after the last
 * @n_shown: how many of @keys the dialog shows; the rest are other ways to type the same */
typedef struct
{
  FysShortcutsGroup group;
  const char       *title;
  const char       *action;
  const char       *keys[FYS_SHORTCUT_MAX_KEYS + 1];
  guint             n_shown;
} FysShortcut;

const FysShortcut *fys_shortcuts_get             (guint             *out_n);
void               fys_shortcuts_set_accels      (GtkApplication    *application);
/* The dialog; closes by itself. */
void               fys_shortcuts_present         (GtkWidget         *parent);

G_END_DECLS
