/* fys-reminder-button.c - opens the reminder of an article, and says when it comes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-reminder-button.h"

#include <glib/gi18n.h>

#include "ui/reminder/fys-reminder-dialog.h"
#include "ui/reminder/fys-reminder-words.h"

struct _FysReminderButton
{
  GtkButton     parent_instance;

  /* Child */
  GtkLabel     *label;

  /* Owned */
  FysReminders *reminders; /* (nullable) */
  FysDocument  *document;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FysReminderButton, fys_reminder_button, GTK_TYPE_BUTTON)

static void
update (FysReminderButton *self)
{
  gboolean           is_of_use = self->reminders != NULL && fys_reminder_dialog_can_present (self->document);
  const FysReminder *reminder = is_of_use ? fys_reminders_get (self->reminders, fys_document_get_key (self->document)) : NULL;
  g_autofree char   *times = NULL;
  g_autofree char   *text = NULL;

  if (reminder != NULL && reminder->is_on)
    {
      times = fys_reminder_times_dup_text (&reminder->times);
      /* Translators: %s is such as "Every day at 9:00" */
      text = g_strdup_printf (_ ("Reminder: %s"), times);
    }
  gtk_label_set_label (self->label, text != NULL ? text : _ ("Remind Me…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (self->label), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), is_of_use);
}

static void
fys_reminder_button_clicked (GtkButton *button)
{
  FysReminderButton *self = FYS_REMINDER_BUTTON (button);

  if (self->reminders != NULL && fys_reminder_dialog_can_present (self->document))
    fys_reminder_dialog_present (GTK_WIDGET (self), self->reminders, self->document);
}

static void
forget (FysReminderButton *self)
{
  if (self->reminders != NULL)
    g_signal_handlers_disconnect_by_data (self->reminders, self);
  g_clear_object (&self->reminders);
  g_clear_object (&self->document);
}

static void
fys_reminder_button_dispose (GObject *object)
{
  forget (FYS_REMINDER_BUTTON (object));

  G_OBJECT_CLASS (fys_reminder_button_parent_class)->dispose (object);
}

static void
fys_reminder_button_class_init (FysReminderButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fys_reminder_button_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = fys_reminder_button_clicked;
}

static void
fys_reminder_button_init (FysReminderButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (self->label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (self->label, GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("alarm-symbolic"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  update (self);
}

void
fys_reminder_button_set (FysReminderButton *self,
                         FysReminders      *reminders,
                         FysDocument       *document)
{
  g_return_if_fail (FYS_IS_REMINDER_BUTTON (self));
  g_return_if_fail (reminders == NULL || FYS_IS_REMINDERS (reminders));
  g_return_if_fail (document == NULL || FYS_IS_DOCUMENT (document));

  forget (self);
  if (reminders != NULL)
    {
      self->reminders = g_object_ref (reminders);
      g_signal_connect_object (reminders, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->document, document);
  update (self);
}
