/* test-pain-scale.c - eleven buttons of which one can be chosen
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/journal/fys-pain-scale.h"

#include <adwaita.h>

#include "core/journal/fys-journal.h"

GResource *fys_get_resource (void);

typedef struct
{
  GtkWidget    *window;
  FysPainScale *scale;
  guint         n_changes;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->window = gtk_window_new ();
  self->scale = FYS_PAIN_SCALE (fys_pain_scale_new ("How bad is it?"));
  g_signal_connect_swapped (self->scale, "notify::value", G_CALLBACK (count_cb), &self->n_changes);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->scale));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gpointer scale = self->scale;

  g_object_add_weak_pointer (G_OBJECT (scale), &scale);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (scale);
}

static GtkWidget *
get_button (Fixture *self,
            int      number)
{
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->scale)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child) && i++ == number)
      return child;
  g_error ("There is no button %d", number);
}

/* As the key would: the controller of the scale sees it before the button that has the focus. */
static gboolean
press (Fixture *self,
       guint    keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->scale));
  gboolean is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
    }
  return is_handled;
}

static void
assert_chosen (Fixture *self,
               int      value)
{
  guint n_focusable = 0;

  g_assert_cmpint (fys_pain_scale_get_value (self->scale), ==, value);
  for (int i = 0; i <= FYS_JOURNAL_PAIN_MAX; i++)
    {
      GtkWidget *button = get_button (self, i);

      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                                        i == value ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE);
      g_assert_cmpint (gtk_widget_has_css_class (button, "chosen"), ==, i == value);
      n_focusable += gtk_widget_get_focusable (button);
    }
  g_assert_cmpuint (n_focusable, ==, 1);
}

static void
test_names (Fixture      *self,
            gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, "How bad is it?");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_button (self, 3)), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (self, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, "0 of 10: No pain");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (self, 3)), GTK_ACCESSIBLE_PROPERTY_LABEL, "3 of 10");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (self, 5)), GTK_ACCESSIBLE_PROPERTY_LABEL, "5 of 10: Moderate pain");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_button (self, 10)), GTK_ACCESSIBLE_PROPERTY_LABEL, "10 of 10: Worst imaginable pain");
}

static void
test_value (Fixture      *self,
            gconstpointer data)
{
  assert_chosen (self, FYS_JOURNAL_PAIN_UNKNOWN); /* nothing is suggested */
  fys_pain_scale_set_value (self->scale, 4);
  assert_chosen (self, 4);
  g_assert_cmpuint (self->n_changes, ==, 1);
  fys_pain_scale_set_value (self->scale, 4);
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_signal_emit_by_name (get_button (self, 9), "clicked");
  assert_chosen (self, 9);
  /* An answer can be taken back. */
  g_signal_emit_by_name (get_button (self, 9), "clicked");
  assert_chosen (self, FYS_JOURNAL_PAIN_UNKNOWN);
  g_assert_cmpuint (self->n_changes, ==, 3);
}

static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  g_assert_true (press (self, GDK_KEY_7));
  assert_chosen (self, 7);
  g_assert_true (press (self, GDK_KEY_Right));
  assert_chosen (self, 8);
  g_assert_true (press (self, GDK_KEY_Up));
  assert_chosen (self, 7);
  g_assert_true (press (self, GDK_KEY_End));
  assert_chosen (self, 10);
  g_assert_true (press (self, GDK_KEY_Right));
  assert_chosen (self, 10);
  g_assert_true (press (self, GDK_KEY_KP_0));
  assert_chosen (self, 0);
  g_assert_true (press (self, GDK_KEY_Left));
  assert_chosen (self, 0);
  g_assert_true (press (self, GDK_KEY_BackSpace));
  assert_chosen (self, FYS_JOURNAL_PAIN_UNKNOWN);
  g_assert_true (press (self, GDK_KEY_Right));
  assert_chosen (self, 0);
  g_assert_false (press (self, GDK_KEY_Tab));
  g_assert_false (press (self, GDK_KEY_a));
  assert_chosen (self, 0);
}

/* Every button is large enough at every width, and stands within the scale. */
static void
test_sizes (Fixture      *self,
            gconstpointer data)
{
  static const int widths_px[] = { 240, 300, 336, 480, 560, 800 };

  for (guint i = 0; i < G_N_ELEMENTS (widths_px); i++)
    {
      int height_px;
      graphene_rect_t bounds;

      gtk_widget_measure (GTK_WIDGET (self->scale), GTK_ORIENTATION_VERTICAL, widths_px[i], &height_px, NULL, NULL, NULL);
      gtk_widget_allocate (GTK_WIDGET (self->scale), widths_px[i], height_px, -1, NULL);
      for (int j = 0; j <= FYS_JOURNAL_PAIN_MAX; j++)
        {
          g_assert_true (gtk_widget_compute_bounds (get_button (self, j), GTK_WIDGET (self->scale), &bounds));
          g_assert_cmpfloat (bounds.size.width, >=, 44);
          g_assert_cmpfloat (bounds.size.height, >=, 44);
          g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, widths_px[i]);
          g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, height_px);
        }
    }
}

static void
add (const char *path,
     void        (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

  add ("/journal/pain-scale/names", test_names);
  add ("/journal/pain-scale/value", test_value);
  add ("/journal/pain-scale/keys", test_keys);
  add ("/journal/pain-scale/sizes", test_sizes);
  return g_test_run ();
}
