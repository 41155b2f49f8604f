/* page-fixture.c - a page of the library in a window, over a library of its own
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-fixture.h"

/* Not a measure of speed: far beyond what a loaded machine needs, so that a test that hangs says where. */
#define TOO_LONG_S 60

static const char back_article[] = "---\n"
                                   "title: Ondt i lænden\n"
                                   "lastUpdated: 12/10/2025\n"
                                   "---\n"
                                   "Lænden er den nederste del af ryggen, og næsten alle får ondt der.\n\n"
                                   "## Øvelser til lænden\n\n"
                                   "### Bækkenløft\n\n"
                                   "Lig på ryggen og løft bækkenet. Hold 10 sekunder og gentag 8 gange.\n\n"
                                   "## Ofte stillede spørgsmål\n\n"
                                   "### Må jeg løbe med ondt i lænden?\n\n"
                                   "Ja, roligt. Begynd med korte ture.\n\n"
                                   "Stop, hvis smerten løber ned i benet.\n\n"
                                   "### Skal jeg ligge stille?\n\n"
                                   "Nej. Lænden har godt af, at du går og står.\n";

static const char knee_article[] = "---\n"
                                   "title: Løberknæ\n"
                                   "---\n"
                                   "Det gør ondt på ydersiden af knæet.\n\n"
                                   "## Ofte stillede spørgsmål\n\n"
                                   "### Hvor længe varer løberknæ?\n\n"
                                   "Ofte seks uger.\n";

void
page_fixture_set_up (PageFixture *self)
{
  *self = (PageFixture) { 0 };
  shelf_set_up (&self->shelf, NULL);
  shelf_write (&self->shelf, "articles/laenden.md", back_article);
  shelf_write (&self->shelf, "articles/loeberknae.md", knee_article);
  shelf_start (&self->shelf);
}

static void
opened_cb (PageFixture *self,
           GFile       *file,
           const char  *slug)
{
  g_set_object (&self->opened, file);
  g_free (self->slug);
  self->slug = g_strdup (slug);
}

static void
copied_cb (PageFixture *self)
{
  self->n_copied++;
}

static void
left_cb (PageFixture *self)
{
  self->n_left++;
}

void
page_fixture_show (PageFixture *self,
                   GtkWidget   *page)
{
  self->page = page;
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (self->window), page);
  g_signal_connect_swapped (page, "open-requested", G_CALLBACK (opened_cb), self);
  if (g_signal_lookup ("exercise-requested", G_OBJECT_TYPE (page)) != 0)
    g_signal_connect_swapped (page, "exercise-requested", G_CALLBACK (opened_cb), self); /* with a name behind */
  g_signal_connect_swapped (page, "copied", G_CALLBACK (copied_cb), self);
  g_signal_connect_swapped (page, "leave-requested", G_CALLBACK (left_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  (void) gtk_widget_grab_focus (page); /* an entry of it takes it */
  page_fixture_settle ();
}

static gboolean
is_gone (gpointer widget)
{
  return *(gpointer *) widget == NULL;
}

void
page_fixture_tear_down (PageFixture *self)
{
  gpointer page = self->page;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  gtk_window_destroy (GTK_WINDOW (self->window));
  page_fixture_wait (is_gone, &page);
  g_clear_object (&self->opened);
  g_clear_pointer (&self->slug, g_free);
  shelf_tear_down (&self->shelf, NULL);
}

void
page_fixture_wait (gboolean (*is_done) (gpointer data),
                   gpointer data)
{
  gint64 end_us = g_get_monotonic_time () + TOO_LONG_S * G_USEC_PER_SEC;

  while (!is_done (data))
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      if (g_get_monotonic_time () > end_us)
        g_error ("what was waited for did not happen");
    }
}

void
page_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

GtkWidget *
page_fixture_get_focus (PageFixture *self)
{
  return gtk_root_get_focus (GTK_ROOT (self->window));
}

/* The page hears of keys before what has the focus. */
void
page_fixture_press (PageFixture *self,
                    guint        keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->page);
  gboolean               is_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
    }
  g_assert_true (is_handled);
}

static void
add_mapped (GtkWidget *widget,
            GType      type,
            GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_mapped (child, type, found);
}

GPtrArray *
page_fixture_list (GtkWidget *widget,
                   GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  add_mapped (widget, type, found);
  return found;
}

GtkWidget *
page_fixture_find_nameless (GtkWidget *widget)
{
  g_autoptr (GPtrArray) buttons = page_fixture_list (widget, GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget  *button = g_ptr_array_index (buttons, i);
      const char *label = gtk_button_get_label (GTK_BUTTON (button));

      if ((label == NULL || *label == '\0') && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL))
        return button;
    }
  return NULL;
}
