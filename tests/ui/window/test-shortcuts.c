/* test-shortcuts.c - the table of shortcuts, what the application makes of it, and what the dialog shows of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-shortcuts.h"

#include <adwaita.h>

#include "ui/window/fys-application.h"
#include "ui/window/fys-window.h"
#include "window-fixture.h"

static FysApplication *application;

static void
test_keys_are_keys (void)
{
  guint              n;
  const FysShortcut *shortcuts = fys_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (shortcuts[i].n_shown, >=, 1);
      g_assert_null (shortcuts[i].keys[FYS_SHORTCUT_MAX_KEYS]);
      for (guint k = 0; shortcuts[i].keys[k] != NULL || k < shortcuts[i].n_shown; k++)
        {
          guint           keyval;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (shortcuts[i].keys[k], &keyval, &modifiers));
          g_assert_cmpuint (keyval, !=, 0);
        }
    }
}

/* No key does two things. */
static void
test_keys_are_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint                  n;
  const FysShortcut     *shortcuts = fys_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; shortcuts[i].keys[k] != NULL; k++)
      g_assert_true (g_hash_table_add (seen, (gpointer) shortcuts[i].keys[k]));
}

/* Each action of the table exists, and each accelerator of the application is in the table. */
static void
test_accels (void)
{
  GtkApplication    *app = GTK_APPLICATION (application);
  g_auto (GStrv)     bound = NULL;
  GtkWidget         *window;
  guint              n;
  const FysShortcut *shortcuts = fys_shortcuts_get (&n);
  guint              n_actions = 0;

  fys_shortcuts_set_accels (app);
  window = g_object_ref_sink (GTK_WIDGET (fys_window_new (app, NULL)));
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) accels = NULL;

      if (shortcuts[i].action == NULL)
        continue;
      n_actions++;
      accels = gtk_application_get_accels_for_action (app, shortcuts[i].action);
      g_assert_cmpuint (g_strv_length (accels), ==, g_strv_length ((char **) shortcuts[i].keys));
      if (g_str_has_prefix (shortcuts[i].action, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (app), shortcuts[i].action + strlen ("app.")));
    }
  bound = gtk_application_list_action_descriptions (app);
  g_assert_cmpuint (g_strv_length (bound), ==, n_actions);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (window);
}

static guint
count_titles (GtkWidget  *widget,
              const char *title)
{
  guint n = 0;

  if (ADW_IS_PREFERENCES_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return 1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_titles (child, title);
  return n;
}

static guint
count_titles_everywhere (const char *title)
{
  guint       n = 0;
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      n += count_titles (toplevel, title);
    }
  return n;
}

static void
destroy_all (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  while (g_list_model_get_n_items (toplevels) > 0)
    {
      g_autoptr (GtkWindow) toplevel = g_list_model_get_item (toplevels, 0);

      gtk_window_destroy (toplevel);
    }
}

static void
test_dialog_shows_all (void)
{
  GtkWidget         *window = adw_window_new ();
  guint              n;
  const FysShortcut *shortcuts = fys_shortcuts_get (&n);

  gtk_window_present (GTK_WINDOW (window));
  fys_shortcuts_present (window);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (count_titles_everywhere (shortcuts[i].title), ==, 1);
  destroy_all ();
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

/* Not as programs call them: "Page_Down". */
static void
test_keys_are_readable (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWidget  *window = adw_window_new ();
  gboolean    is_found = FALSE;

  gtk_window_present (GTK_WINDOW (window));
  fys_shortcuts_present (window);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      is_found |= has_label (toplevel, "Page Down");
      g_assert_false (has_label (toplevel, "Page_Down"));
    }
  g_assert_true (is_found);
  destroy_all ();
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  application = fys_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);

  g_test_add_func ("/shortcuts/keys", test_keys_are_keys);
  g_test_add_func ("/shortcuts/unique", test_keys_are_unique);
  g_test_add_func ("/shortcuts/accels", test_accels);
  g_test_add_func ("/shortcuts/dialog", test_dialog_shows_all);
  g_test_add_func ("/shortcuts/readable", test_keys_are_readable);

  return g_test_run ();
}
