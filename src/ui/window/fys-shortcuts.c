/* fys-shortcuts.c - every keyboard shortcut of the program, in one table
 *
 * GtkShortcutsWindow is deprecated in GTK 4.18 and what replaces it came with libadwaita 1.8, so the dialog is our own: rows that a screen reader reads as
 * "what it does, the keys". SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-shortcuts.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "compat/fys-compat-dialog.h"

static const FysShortcut shortcuts[] = {
  { FYS_SHORTCUTS_READING, N_ ("Scroll by a line"), NULL, { "Down", "Up" }, 2 },
  { FYS_SHORTCUTS_READING, N_ ("Scroll by a page"), NULL, { "Page_Down", "Page_Up" }, 2 },
  { FYS_SHORTCUTS_READING, N_ ("Go to the beginning or the end"), NULL, { "Home", "End" }, 2 },
  { FYS_SHORTCUTS_READING, N_ ("Next or previous heading"), NULL, { "h", "<Shift>h" }, 2 },
  { FYS_SHORTCUTS_READING, N_ ("Next or previous paragraph"), NULL, { "p", "<Shift>p" }, 2 },
  { FYS_SHORTCUTS_READING, N_ ("Back to what you read before"), "win.back", { "<Alt>Left", "Back" }, 1 },
  { FYS_SHORTCUTS_READING, N_ ("Forward again"), "win.forward", { "<Alt>Right", "Forward" }, 1 },
  { FYS_SHORTCUTS_READING, N_ ("Add or remove a bookmark"), "win.bookmark", { "<Control>d" }, 1 },
  { FYS_SHORTCUTS_READING, N_ ("Copy the selection"), NULL, { "<Control>c" }, 1 },
  { FYS_SHORTCUTS_READING, N_ ("Select all"), NULL, { "<Control>a" }, 1 },
  { FYS_SHORTCUTS_READING, N_ ("Open all answers"), "win.unfold-all", { "<Control>u" }, 1 },
  { FYS_SHORTCUTS_READING, N_ ("Close all answers"), "win.fold-all", { "<Shift><Control>u" }, 1 },
  { FYS_SHORTCUTS_READING, N_ ("Find a physiotherapist"), "win.find-clinic", { "<Shift><Control>k" }, 1 },

  { FYS_SHORTCUTS_FINDING, N_ ("Search the library"), "win.search", { "<Control>k" }, 1 },
  { FYS_SHORTCUTS_FINDING, N_ ("All questions and answers"), "win.questions", { "<Shift><Control>q" }, 1 },
  { FYS_SHORTCUTS_FINDING, N_ ("Find in the article"), "win.find", { "<Control>f" }, 1 },
  { FYS_SHORTCUTS_FINDING, N_ ("Next match"), "win.find-next", { "<Control>g" }, 1 },
  { FYS_SHORTCUTS_FINDING, N_ ("Previous match"), "win.find-previous", { "<Shift><Control>g" }, 1 },
  { FYS_SHORTCUTS_FINDING, N_ ("Stop finding"), NULL, { "Escape" }, 1 },

  { FYS_SHORTCUTS_EXERCISES, N_ ("Pause or go on"), NULL, { "space" }, 1 },
  { FYS_SHORTCUTS_EXERCISES, N_ ("Move an exercise of the program up or down"), NULL, { "<Alt>Up", "<Alt>Down" }, 2 },
  { FYS_SHORTCUTS_EXERCISES, N_ ("When to seek help"), "win.show-warning", { "F8" }, 1 },

  { FYS_SHORTCUTS_VIEW, N_ ("Show or hide the contents"), "win.contents", { "F9" }, 1 },
  { FYS_SHORTCUTS_VIEW, N_ ("Show or hide the exercises"), "win.show-exercises", { "<Control>e" }, 1 },
  { FYS_SHORTCUTS_VIEW, N_ ("Next part of the window"), "win.next-part", { "F6" }, 1 },
  { FYS_SHORTCUTS_VIEW, N_ ("Previous part of the window"), "win.previous-part", { "<Shift>F6" }, 1 },
  { FYS_SHORTCUTS_VIEW, N_ ("Larger text"), "win.text-larger", { "<Control>plus", "<Control>KP_Add", "<Control>equal", "ZoomIn" }, 1 },
  { FYS_SHORTCUTS_VIEW, N_ ("Smaller text"), "win.text-smaller", { "<Control>minus", "<Control>KP_Subtract", "ZoomOut" }, 1 },
  { FYS_SHORTCUTS_VIEW, N_ ("Usual text size"), "win.text-usual", { "<Control>0", "<Control>KP_0" }, 1 },
  { FYS_SHORTCUTS_VIEW, N_ ("Full screen"), "win.fullscreen", { "F11" }, 1 },

  { FYS_SHORTCUTS_GENERAL, N_ ("Library"), "win.start", { "<Alt>Home" }, 1 },
  { FYS_SHORTCUTS_GENERAL, N_ ("New window"), "win.new-window", { "<Control>n" }, 1 },
  { FYS_SHORTCUTS_GENERAL, N_ ("Open an article"), "win.open", { "<Control>o" }, 1 },
  { FYS_SHORTCUTS_GENERAL, N_ ("Journal of your exercises"), "app.journal", { "<Control>j" }, 1 },
  { FYS_SHORTCUTS_GENERAL, N_ ("Main menu"), "win.menu", { "F10" }, 1 },
  { FYS_SHORTCUTS_GENERAL, N_ ("Preferences"), "app.preferences", { "<Control>comma" }, 1 },
  { FYS_SHORTCUTS_GENERAL, N_ ("Keyboard shortcuts"), "win.shortcuts", { "F1", "<Control>question" }, 2 },
  { FYS_SHORTCUTS_GENERAL, N_ ("Close the window"), "win.close", { "<Control>w" }, 1 },
  { FYS_SHORTCUTS_GENERAL, N_ ("Quit"), "app.quit", { "<Control>q" }, 1 },
};

static const char *const group_titles[] = {
  [FYS_SHORTCUTS_READING] = N_ ("Reading"),
  [FYS_SHORTCUTS_FINDING] = N_ ("Finding"),
  [FYS_SHORTCUTS_EXERCISES] = N_ ("Exercises"),
  [FYS_SHORTCUTS_VIEW] = N_ ("View"),
  [FYS_SHORTCUTS_GENERAL] = N_ ("General"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (group_titles) == FYS_N_SHORTCUTS_GROUPS);

const FysShortcut *
fys_shortcuts_get (guint *out_n)
{
  *out_n = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

void
fys_shortcuts_set_accels (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].keys);
}

/* Returns: (transfer full): such as "Shift+Ctrl+G", in the user's language. GTK gives the name of a key that has no translation: "Page_Down". */
static char *
dup_key_label (const char *key)
{
  guint           keyval;
  GdkModifierType modifiers;
  char           *label;

  if (!gtk_accelerator_parse (key, &keyval, &modifiers))
    return g_strdup (key);
  label = gtk_accelerator_get_label (keyval, modifiers);
  return g_strdelimit (label, "_", ' ');
}

static GtkWidget *
row_new (const FysShortcut *shortcut)
{
  GtkWidget          *row = adw_action_row_new ();
  g_autoptr (GString) spoken = g_string_new (_ (shortcut->title));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  for (guint i = 0; i < shortcut->n_shown; i++)
    {
      g_autofree char *label = dup_key_label (shortcut->keys[i]);
      GtkWidget       *key = gtk_label_new (label);

      gtk_widget_add_css_class (key, "key");
      gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), key);
      g_string_append_printf (spoken, ", %s", label);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
  return row;
}

static GtkWidget *
group_new (FysShortcutsGroup group)
{
  GtkWidget *widget = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), _ (group_titles[group]));
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].group == group)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), row_new (&shortcuts[i]));
  return widget;
}

void
fys_shortcuts_present (GtkWidget *parent)
{
  GtkWidget *page;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  page = adw_preferences_page_new ();
  for (FysShortcutsGroup group = 0; group < FYS_N_SHORTCUTS_GROUPS; group++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group_new (group)));
  fys_compat_dialog_present (parent, _ ("Keyboard Shortcuts"), page, 560, 640);
}
