/* fys-time-row.c - a row with a time of the day, to be changed with the arrows or typed, and a button that takes it away
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-time-row.h"

#include <glib/gi18n.h>

#include "core/reminder/fys-reminder.h"
#include "ui/reminder/fys-reminder-words.h"

/* Of the arrows: nobody needs the minute, and whoever does types it. */
#define STEP_MINUTES 15
#define PAGE_MINUTES 60

struct _FysTimeRow
{
  AdwActionRow   parent_instance;

  /* Children */
  GtkSpinButton *spin_button;
  GtkWidget     *remove_button;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVE_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysTimeRow, fys_time_row, ADW_TYPE_ACTION_ROW)

static int
input_cb (FysTimeRow    *self,
          double        *out_value,
          GtkSpinButton *spin_button)
{
  guint minute;

  if (!fys_minute_parse (gtk_editable_get_text (GTK_EDITABLE (spin_button)), &minute))
    return GTK_INPUT_ERROR;
  *out_value = minute;
  return TRUE;
}

static gboolean
output_cb (FysTimeRow    *self,
           GtkSpinButton *spin_button)
{
  g_autofree char *text = fys_minute_dup_text (fys_time_row_get_minute (self));

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (spin_button))))
    gtk_editable_set_text (GTK_EDITABLE (spin_button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin_button), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  return TRUE;
}

static void
value_changed_cb (FysTimeRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
remove_clicked_cb (FysTimeRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE_CLICKED], 0);
}

static void
fys_time_row_class_init (FysTimeRowClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FYS_TYPE_TIME_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE_CLICKED] = g_signal_new ("remove-clicked", FYS_TYPE_TIME_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 0);
}

static void
fys_time_row_init (FysTimeRow *self)
{
  self->spin_button = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, FYS_MINUTES_A_DAY - 1, STEP_MINUTES));
  gtk_spin_button_set_increments (self->spin_button, STEP_MINUTES, PAGE_MINUTES);
  gtk_spin_button_set_numeric (self->spin_button, FALSE); /* "9:00" is more than digits */
  gtk_spin_button_set_update_policy (self->spin_button, GTK_UPDATE_IF_VALID);
  gtk_spin_button_set_wrap (self->spin_button, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin_button), 8);
  gtk_editable_set_alignment (GTK_EDITABLE (self->spin_button), 0.5f);
  gtk_widget_set_valign (GTK_WIDGET (self->spin_button), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->spin_button, "input", G_CALLBACK (input_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spin_button, "output", G_CALLBACK (output_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spin_button, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);

  self->remove_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (self->remove_button, "flat");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);

  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->spin_button));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remove_button);
}

GtkWidget *
fys_time_row_new (guint minute)
{
  FysTimeRow *self = g_object_new (FYS_TYPE_TIME_ROW, NULL);

  gtk_spin_button_set_value (self->spin_button, minute);
  output_cb (self, self->spin_button); /* 0 is no change */
  return GTK_WIDGET (self);
}

guint
fys_time_row_get_minute (FysTimeRow *self)
{
  g_return_val_if_fail (FYS_IS_TIME_ROW (self), 0);

  return CLAMP (gtk_spin_button_get_value (self->spin_button), 0, FYS_MINUTES_A_DAY - 1);
}

void
fys_time_row_set_number (FysTimeRow *self,
                         guint       number,
                         guint       n_rows)
{
  g_autofree char *name = NULL;
  g_autofree char *remove_name = g_strdup_printf (_ ("Remove Time %u"), number);

  g_return_if_fail (FYS_IS_TIME_ROW (self));

  /* Translators: of a reminder: the only time, or the first, second … of the day */
  name = n_rows == 1 ? g_strdup (_ ("Time")) : g_strdup_printf (_ ("Time %u"), number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove_name, -1);
  gtk_widget_set_tooltip_text (self->remove_button, remove_name);
  gtk_widget_set_visible (self->remove_button, n_rows > 1);
}

void
fys_time_row_focus (FysTimeRow *self)
{
  g_return_if_fail (FYS_IS_TIME_ROW (self));

  (void) gtk_widget_grab_focus (GTK_WIDGET (self->spin_button)); /* a spin button can always take it */
}
