/* fys-text-link.c - a link in a text: no text of its own, but a place, a focus and an action
 *
 * A label with links in its markup shows them well, but tells a screen reader nothing of them: no role, no address, no word when the
 * focus comes. So each link is a widget over its words. It may lie on several lines, so where it is hit and what it outlines is a region.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-text-link.h"

#include "compat/fys-compat-colour.h"

#define FOCUS_WIDTH_PX  2
#define FOCUS_RADIUS_PX 4
#define MIN_LINE_PX     4 /* where two lines overlap, a region has a sliver of both: not a line */

struct _FysTextLink
{
  GtkWidget       parent_instance;

  /* Owned */
  char           *target;
  cairo_region_t *region; /* (nullable) */

  gboolean        is_described; /* or was asked for it */
};

G_DEFINE_FINAL_TYPE (FysTextLink, fys_text_link, GTK_TYPE_WIDGET)

/* In a window of its own; where there is none to be had, as usual. */
static void
activate_beside (FysTextLink *self)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (self), "article.open-link-beside", "s", self->target))
    fys_text_link_activate (self);
}

static gboolean
activate_beside_cb (GtkWidget *widget,
                    GVariant  *args,
                    gpointer   user_data)
{
  activate_beside (FYS_TEXT_LINK (widget));
  return TRUE;
}

static void
released_cb (FysTextLink     *self,
             int              n_press,
             double           x,
             double           y,
             GtkGestureClick *gesture)
{
  guint           button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (button != GDK_BUTTON_PRIMARY && button != GDK_BUTTON_MIDDLE)
    return;
  if (!gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (button == GDK_BUTTON_MIDDLE || (state & GDK_CONTROL_MASK) != 0)
    activate_beside (self);
  else
    fys_text_link_activate (self);
}

static void
fys_text_link_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = 0; /* its text decides */
}

static gboolean
fys_text_link_contains (GtkWidget *widget,
                        double     x,
                        double     y)
{
  FysTextLink *self = FYS_TEXT_LINK (widget);

  return self->region != NULL && cairo_region_contains_point (self->region, (int) x, (int) y);
}

static void
fys_text_link_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  FysTextLink *self = FYS_TEXT_LINK (widget);
  const float  widths[4] = { FOCUS_WIDTH_PX, FOCUS_WIDTH_PX, FOCUS_WIDTH_PX, FOCUS_WIDTH_PX };
  GdkRGBA      color;
  GdkRGBA      colors[4];

  if (self->region == NULL || !gtk_widget_has_visible_focus (widget))
    return;

  fys_compat_get_colour (widget, &color);
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    colors[i] = color;

  for (int i = 0; i < cairo_region_num_rectangles (self->region); i++)
    {
      cairo_rectangle_int_t rect;
      GskRoundedRect        outline;

      cairo_region_get_rectangle (self->region, i, &rect);
      if (rect.height < MIN_LINE_PX)
        continue;

      gsk_rounded_rect_init_from_rect (&outline,
                                       &GRAPHENE_RECT_INIT (rect.x - FOCUS_WIDTH_PX, rect.y, rect.width + 2 * FOCUS_WIDTH_PX, rect.height),
                                       FOCUS_RADIUS_PX);
      gtk_snapshot_append_border (snapshot, &outline, widths, colors);
    }
}

/* An article has many links, and finding out where one leads asks the disk: so only when the pointer or the focus is there. */
static void
state_changed_cb (FysTextLink *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->is_described || (gtk_widget_get_state_flags (GTK_WIDGET (self)) & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUSED)) == 0)
    return;
  self->is_described = TRUE;
  (void) gtk_widget_activate_action (GTK_WIDGET (self), "article.describe-link", "s", self->target); /* outside of a page nobody knows more */
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  fys_text_link_activate (FYS_TEXT_LINK (widget));
  return TRUE;
}

static void
describe (FysTextLink *self,
          const char  *text)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
fys_text_link_finalize (GObject *object)
{
  FysTextLink *self = FYS_TEXT_LINK (object);

  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->region, cairo_region_destroy);

  G_OBJECT_CLASS (fys_text_link_parent_class)->finalize (object);
}

static void
fys_text_link_class_init (FysTextLinkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fys_text_link_finalize;

  widget_class->measure = fys_text_link_measure;
  widget_class->contains = fys_text_link_contains;
  widget_class->snapshot = fys_text_link_snapshot;

  gtk_widget_class_set_css_name (widget_class, "textlink");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LINK);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, activate_beside_cb, NULL);
}

static void
fys_text_link_init (FysTextLink *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (state_changed_cb), NULL);
}

GtkWidget *
fys_text_link_new (const char *text,
                   const char *target)
{
  FysTextLink *self;

  g_return_val_if_fail (text != NULL && target != NULL, NULL);

  self = g_object_new (FYS_TYPE_TEXT_LINK, NULL);
  self->target = g_strdup (target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  describe (self, target);
  return GTK_WIDGET (self);
}

const char *
fys_text_link_get_target (FysTextLink *self)
{
  g_return_val_if_fail (FYS_IS_TEXT_LINK (self), NULL);

  return self->target;
}

void
fys_text_link_set_description (FysTextLink *self,
                               const char  *text)
{
  g_return_if_fail (FYS_IS_TEXT_LINK (self));
  g_return_if_fail (text != NULL);

  self->is_described = TRUE;
  describe (self, text);
}

void
fys_text_link_activate (FysTextLink *self)
{
  g_return_if_fail (FYS_IS_TEXT_LINK (self));

  if (!gtk_widget_activate_action (GTK_WIDGET (self), "article.open-link", "s", self->target))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-link", "s", self->target);
}

void
fys_text_link_take_region (FysTextLink    *self,
                           cairo_region_t *region)
{
  g_return_if_fail (FYS_IS_TEXT_LINK (self));

  g_clear_pointer (&self->region, cairo_region_destroy);
  self->region = region;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
