/* fys-figure-row.c - a row with a whole number that the user may change
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-figure-row.h"

struct _FysFigureRow
{
  AdwActionRow parent_instance;

  /* Borrowed: children */
  GtkWidget     *spin_button;
  GtkAdjustment *adjustment;
};

enum
{
  PROP_0,
  PROP_VALUE,
  PROP_LOWER,
  PROP_UPPER,
  PROP_STEP,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FysFigureRow, fys_figure_row, ADW_TYPE_ACTION_ROW)

static void
value_changed_cb (FysFigureRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}

static void
title_changed_cb (FysFigureRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                  -1);
}

static void
subtitle_changed_cb (FysFigureRow *self)
{
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "",
                                  -1);
}

/* A wheel that scrolls the page must not change a figure on the way. */
static gboolean
scroll_cb (FysFigureRow             *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  if (scroller == NULL)
    return GDK_EVENT_STOP;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * gtk_adjustment_get_step_increment (adjustment));
  return GDK_EVENT_STOP;
}

static void
fys_figure_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  FysFigureRow *self = FYS_FIGURE_ROW (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_uint (value, fys_figure_row_get_value (self));
      break;
    case PROP_LOWER:
      g_value_set_uint (value, gtk_adjustment_get_lower (self->adjustment));
      break;
    case PROP_UPPER:
      g_value_set_uint (value, gtk_adjustment_get_upper (self->adjustment));
      break;
    case PROP_STEP:
      g_value_set_uint (value, gtk_adjustment_get_step_increment (self->adjustment));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_figure_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  FysFigureRow *self = FYS_FIGURE_ROW (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      fys_figure_row_set_value (self, g_value_get_uint (value));
      break;
    case PROP_LOWER:
      gtk_adjustment_set_lower (self->adjustment, g_value_get_uint (value));
      break;
    case PROP_UPPER:
      gtk_adjustment_set_upper (self->adjustment, g_value_get_uint (value));
      break;
    case PROP_STEP:
      gtk_adjustment_set_step_increment (self->adjustment, g_value_get_uint (value));
      gtk_adjustment_set_page_increment (self->adjustment, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_figure_row_class_init (FysFigureRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fys_figure_row_get_property;
  object_class->set_property = fys_figure_row_set_property;

  props[PROP_VALUE] = g_param_spec_uint ("value", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_LOWER] = g_param_spec_uint ("lower", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_UPPER] = g_param_spec_uint ("upper", NULL, NULL, 0, G_MAXUINT, 100, flags);
  props[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 1, G_MAXUINT, 1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fys_figure_row_init (FysFigureRow *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->adjustment = gtk_adjustment_new (0, 0, 100, 1, 1, 0);
  self->spin_button = gtk_spin_button_new (self->adjustment, 1, 0);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (self->spin_button), TRUE);
  gtk_widget_set_valign (self->spin_button, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin_button), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->spin_button), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->spin_button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE); /* Tab goes to the figure itself */

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (self->spin_button, scroll);

  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
  g_signal_connect (self, "notify::subtitle", G_CALLBACK (subtitle_changed_cb), NULL);
}

guint
fys_figure_row_get_value (FysFigureRow *self)
{
  g_return_val_if_fail (FYS_IS_FIGURE_ROW (self), 0);
  return gtk_adjustment_get_value (self->adjustment);
}

void
fys_figure_row_commit (FysFigureRow *self)
{
  g_return_if_fail (FYS_IS_FIGURE_ROW (self));
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->spin_button));
}

void
fys_figure_row_set_value (FysFigureRow *self,
                          guint         value)
{
  g_return_if_fail (FYS_IS_FIGURE_ROW (self));
  gtk_adjustment_set_value (self->adjustment, value);
}
