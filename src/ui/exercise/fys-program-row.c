/* fys-program-row.c - one exercise of a program: done or left out, and moved up and down
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-program-row.h"

#include <glib/gi18n.h>

#include "fys-plan-text.h"

struct _FysProgramRow
{
  AdwActionRow parent_instance;

  /* Borrowed */
  FysSetup  *setup;
  GtkWidget *check; /* a child */

  guint    exercise;
  gboolean is_updating;
};

enum
{
  SIGNAL_MOVED,
  SIGNAL_LEFT_OUT_CHANGED,
  SIGNAL_EDIT_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysProgramRow, fys_program_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (FysProgramRow *self)
{
  if (self->is_updating)
    return;
  fys_setup_set_left_out (self->setup, self->exercise, !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
  fys_program_row_update (self);
  g_signal_emit (self, signals[SIGNAL_LEFT_OUT_CHANGED], 0);
}

static void
move_up_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVED], 0, -1);
}

static void
move_down_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_MOVED], 0, 1);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_EDIT_CLICKED], 0);
}

static GdkContentProvider *
prepare_cb (FysProgramRow *self,
            double         x,
            double         y)
{
  return gdk_content_provider_new_typed (FYS_TYPE_PROGRAM_ROW, self);
}

/* What is dragged looks like the row that it is, on a ground of its own: that of a row belongs to its list. */
static void
drag_begin_cb (FysProgramRow *self,
               GdkDrag       *drag)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), adw_action_row_get_subtitle (ADW_ACTION_ROW (self)));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-drag-handle-symbolic"));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_size_request (list, gtk_widget_get_width (GTK_WIDGET (self)), -1);
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), list);
}

static GtkWidget *
create_handle (FysProgramRow *self)
{
  GtkWidget     *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_add_css_class (handle, "fys-handle");
  return handle;
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Change _Figures"), "program.edit");
  g_menu_append (menu, _("Move _Up"), "program.move-up");
  g_menu_append (menu, _("Move _Down"), "program.move-down");
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static GtkWidget *
create_menu_button (const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: name of the button with a menu for one exercise; %s is the exercise. */
  g_autofree char *label = g_strdup_printf (_("Change or move: %s"), name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu_cb, NULL, NULL);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
fys_program_row_class_init (FysProgramRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_MOVED] = g_signal_new ("moved", FYS_TYPE_PROGRAM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_LEFT_OUT_CHANGED] = g_signal_new ("left-out-changed", FYS_TYPE_PROGRAM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 0);
  signals[SIGNAL_EDIT_CLICKED] = g_signal_new ("edit-clicked", FYS_TYPE_PROGRAM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "program.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "program.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "program.edit", NULL, edit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "program.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "program.move-down", NULL);
}

static void
fys_program_row_init (FysProgramRow *self)
{
}

GtkWidget *
fys_program_row_new (FysSetup *setup,
                     guint     exercise)
{
  FysProgramRow *self = g_object_new (FYS_TYPE_PROGRAM_ROW, "activatable", TRUE, "selectable", FALSE, NULL);
  const char *name = fys_setup_get_exercise (setup, exercise)->name;
  /* Translators: name of the check button that says whether the exercise %s is done in the program. */
  g_autofree char *label = g_strdup_printf (_("Include %s"), name);

  self->setup = setup;
  self->exercise = exercise;
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->check, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), create_handle (self));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), create_menu_button (name));
  fys_program_row_update (self);
  return GTK_WIDGET (self);
}

guint
fys_program_row_get_exercise (FysProgramRow *self)
{
  g_return_val_if_fail (FYS_IS_PROGRAM_ROW (self), 0);
  return self->exercise;
}

void
fys_program_row_update (FysProgramRow *self)
{
  FysPlan plan;
  g_autofree char *summary = NULL;
  g_autofree char *text = NULL;
  gboolean is_left_out;
  guint place;

  g_return_if_fail (FYS_IS_PROGRAM_ROW (self));

  fys_setup_get_plan (self->setup, self->exercise, &plan);
  summary = fys_plan_dup_summary (&plan);
  is_left_out = fys_setup_is_left_out (self->setup, self->exercise);
  place = fys_setup_get_place (self->setup, self->exercise);

  /* Translators: below the name of an exercise that is left out of the program; %s are its figures. */
  text = is_left_out ? g_strdup_printf (_("Left out · %s"), summary) : g_strdup (summary);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  self->is_updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !is_left_out);
  self->is_updating = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "program.move-up", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "program.move-down", place + 1 < fys_setup_get_n_exercises (self->setup));
}
