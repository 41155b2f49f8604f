/* fys-background-row.c - whether the reminders come while no window is open
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-background-row.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-announce.h"
#include "ui/reminder/fys-background.h"

struct _FysBackgroundRow
{
  AdwActionRow  parent_instance;

  /* Template child */
  GtkSwitch    *background_switch;

  /* Owned */
  FysReminders *reminders; /* (nullable): once disposed of */

  gboolean      is_updating; /* the switch follows what is kept, and not the other way round */
};

G_DEFINE_FINAL_TYPE (FysBackgroundRow, fys_background_row, ADW_TYPE_ACTION_ROW)

static void
say (FysBackgroundRow *self,
     const char       *text)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
}

static void
update (FysBackgroundRow *self)
{
  gboolean runs_in_background = fys_reminders_runs_in_background (self->reminders);

  self->is_updating = TRUE;
  gtk_switch_set_active (self->background_switch, runs_in_background);
  self->is_updating = FALSE;
  say (self, runs_in_background ? _ ("You are reminded also when the window is closed.")
                                : _ ("Otherwise you are reminded only while Fysbog is open."));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (FysBackgroundRow) self = user_data;
  g_autoptr (GError)           error = NULL;
  const char                  *text;

  (void) fys_reminders_set_background_finish (FYS_REMINDERS (source), result, &error); /* what came of it is what is kept */
  if (self->reminders == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  update (self);
  if (error == NULL)
    return;
  text = g_error_matches (error, FYS_BACKGROUND_ERROR, FYS_BACKGROUND_ERROR_ABSENT)
             ? _ ("This computer cannot start Fysbog by itself. You are reminded only while Fysbog is open.")
             : _ ("The computer did not allow it. You are reminded only while Fysbog is open.");
  say (self, text);
  fys_compat_announce (GTK_WIDGET (self), text);
}

static void
switched_cb (FysBackgroundRow *self)
{
  GApplication    *application = g_application_get_default ();
  GDBusConnection *connection = application != NULL ? g_application_get_dbus_connection (application) : NULL;

  if (self->is_updating)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  say (self, _ ("Asking the computer…"));
  fys_reminders_set_background_async (self->reminders, connection, gtk_switch_get_active (self->background_switch), answered_cb,
                                      g_object_ref (self));
}

static void
fys_background_row_dispose (GObject *object)
{
  g_clear_object (&FYS_BACKGROUND_ROW (object)->reminders);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_BACKGROUND_ROW);

  G_OBJECT_CLASS (fys_background_row_parent_class)->dispose (object);
}

static void
fys_background_row_class_init (FysBackgroundRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_background_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/reminder/fys-background-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FysBackgroundRow, background_switch);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
}

static void
fys_background_row_init (FysBackgroundRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fys_background_row_new (FysReminders *reminders)
{
  FysBackgroundRow *self;

  g_return_val_if_fail (FYS_IS_REMINDERS (reminders), NULL);

  self = g_object_new (FYS_TYPE_BACKGROUND_ROW, NULL);
  self->reminders = g_object_ref (reminders);
  update (self);
  g_signal_connect_object (reminders, "notify::runs-in-background", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
