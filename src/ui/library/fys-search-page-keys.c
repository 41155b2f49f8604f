/* fys-search-page-keys.c - the keyboard: from the entry through the results and back
 *
 *   entry ─Down▶ first stop ─Down▶ next stop … ─Up▶ entry      a stop: a result, words to search for, a button for more
 *
 * Letters typed on a stop go into the entry, and the focus with them. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-search-page-private.h"

#include "ui/library/fys-result-row.h"

/* Returns: (transfer container) (element-type GtkWidget): from the top */
static GPtrArray *
list_stops (FysSearchPage *self)
{
  GPtrArray *stops = g_ptr_array_new ();
  GtkWidget *buttons[] = { self->everything_button, self->questions_button, self->clinic_button };

  if (gtk_widget_get_visible (self->correction_box))
    g_ptr_array_add (stops, self->literal_button);
  fys_word_list_add_stops (self->nearest_list, stops);
  for (guint i = 0; i < FYS_SEARCH_N_KINDS; i++)
    fys_result_group_add_stops (self->groups[i], stops);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (gtk_widget_get_visible (self->help_box) && gtk_widget_get_visible (buttons[i]))
      g_ptr_array_add (stops, buttons[i]);
  fys_word_list_add_stops (self->recent_list, stops);
  fys_word_list_add_stops (self->examples_list, stops);
  return stops;
}

static GtkWidget *
get_focus (FysSearchPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

/* The number of the stop that the focus is on or in, or G_MAXUINT */
static guint
find_stop (GPtrArray *stops,
           GtkWidget *focus)
{
  for (guint i = 0; focus != NULL && i < stops->len; i++)
    {
      GtkWidget *stop = g_ptr_array_index (stops, i);

      if (focus == stop || gtk_widget_is_ancestor (focus, stop))
        return i;
    }
  return G_MAXUINT;
}

/* Below its button a result may have an answer with buttons of its own. */
static gboolean
is_below_button (GtkWidget *stop,
                 GtkWidget *focus)
{
  return FYS_IS_RESULT_ROW (stop) && focus != fys_result_row_get_button (FYS_RESULT_ROW (stop));
}

static void
step (FysSearchPage *self,
      int            direction)
{
  g_autoptr (GPtrArray) stops = list_stops (self);
  GtkWidget            *focus = get_focus (self);
  guint                 current = find_stop (stops, focus);

  if (current == G_MAXUINT)
    {
      if (direction > 0 && stops->len > 0)
        (void) gtk_widget_grab_focus (g_ptr_array_index (stops, 0)); /* a button that is shown takes it */
      else if (direction < 0)
        (void) gtk_widget_grab_focus (self->entry);
    }
  else if (direction < 0 && is_below_button (g_ptr_array_index (stops, current), focus))
    (void) gtk_widget_grab_focus (g_ptr_array_index (stops, current));
  else if (direction < 0 && current == 0)
    (void) gtk_widget_grab_focus (self->entry);
  else if (direction < 0 || current + 1 < stops->len)
    (void) gtk_widget_grab_focus (g_ptr_array_index (stops, current + (guint) direction));
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
}

void
fys_search_page_focus_first (FysSearchPage *self)
{
  g_autoptr (GPtrArray) stops = list_stops (self);

  if (stops->len == 0)
    return;
  (void) gtk_widget_grab_focus (g_ptr_array_index (stops, 0)); /* a button that is shown takes it */
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
}

gboolean
fys_search_page_has_focus_below (FysSearchPage *self)
{
  g_autoptr (GPtrArray) stops = list_stops (self);

  return find_stop (stops, get_focus (self)) != G_MAXUINT;
}

void
fys_search_page_forget_opened (FysSearchPage *self)
{
  if (self->opened != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->opened), (gpointer *) &self->opened);
  self->opened = NULL;
}

void
fys_search_page_mark_opened (FysSearchPage *self)
{
  fys_search_page_forget_opened (self);
  self->opened = get_focus (self);
  if (self->opened != NULL)
    g_object_add_weak_pointer (G_OBJECT (self->opened), (gpointer *) &self->opened);
}

static gboolean
key_cb (FysSearchPage  *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    step (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    step (self, -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

void
fys_search_page_init_keys (FysSearchPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the entry, which knows what to do with the arrows, and the choice of kinds. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  g_signal_emit_by_name (widget, "leave-requested");
  return GDK_EVENT_STOP;
}

void
fys_search_page_bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}
