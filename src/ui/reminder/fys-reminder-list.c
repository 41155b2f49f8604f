/* fys-reminder-list.c - the reminders that there are, each with a button that removes it; a group for a page of preferences
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-reminder-list.h"

#include <glib/gi18n.h>

#include "ui/reminder/fys-background-row.h"
#include "ui/reminder/fys-reminder-words.h"

struct _FysReminderList
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  FysReminders       *reminders;
  char               *article; /* (nullable) */
  GPtrArray          *rows;    /* GtkWidget, children */

  /* Child */
  GtkWidget          *background_row; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FysReminderList, fys_reminder_list, ADW_TYPE_PREFERENCES_GROUP)

/** Target: what a button removes */
typedef struct
{
  FysReminders *reminders;
  char         *article;
} Target;

static void
target_free (gpointer  data,
             GClosure *closure)
{
  Target *target = data;

  g_object_unref (target->reminders);
  g_free (target->article);
  g_free (target);
}

static void
remove_cb (Target *target)
{
  /* The list that the button is of changes on the way, and with it goes the target. */
  g_autoptr (FysReminders) reminders = g_object_ref (target->reminders);
  g_autofree char         *article = g_strdup (target->article);

  fys_reminders_remove (reminders, article);
}

static GtkWidget *
remove_button_new (FysReminderList   *self,
                   const FysReminder *reminder)
{
  GtkWidget       *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the title of an article */
  g_autofree char *name = g_strdup_printf (_ ("Remove the reminder of %s"), reminder->title);
  Target          *target = g_new (Target, 1);

  target->reminders = g_object_ref (self->reminders);
  target->article = g_strdup (reminder->article);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (remove_cb), target, target_free, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
row_new (FysReminderList   *self,
         const FysReminder *reminder)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *times = fys_reminder_times_dup_text (&reminder->times);
  /* Translators: a reminder that is turned off; %s its times */
  g_autofree char *subtitle = reminder->is_on ? g_strdup (times) : g_strdup_printf (_ ("Off (%s)"), times);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reminder->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove_button_new (self, reminder));
  return row;
}

/* Returns: the number of the row that has the focus, or -1 */
static int
find_focus (FysReminderList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_is_focus (g_ptr_array_index (self->rows, i)) || gtk_widget_get_focus_child (g_ptr_array_index (self->rows, i)) != NULL)
      return i;
  return -1;
}

/* The focus does not go with the row that it was in. */
static void
move_focus (FysReminderList *self,
            int              row)
{
  if (self->rows->len > 0)
    (void) gtk_widget_child_focus (g_ptr_array_index (self->rows, MIN ((guint) row, self->rows->len - 1)), GTK_DIR_TAB_FORWARD);
  else if (self->background_row != NULL)
    (void) gtk_widget_child_focus (self->background_row, GTK_DIR_TAB_FORWARD);
}

static void
add_rows (FysReminderList *self)
{
  GPtrArray *all = fys_reminders_get_all (self->reminders);

  for (guint i = 0; i < all->len; i++)
    {
      const FysReminder *reminder = g_ptr_array_index (all, i);
      GtkWidget         *row;

      if (g_strcmp0 (reminder->article, self->article) == 0)
        continue;
      row = row_new (self, reminder);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
update (FysReminderList *self)
{
  int focus = find_focus (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  add_rows (self);
  if (focus >= 0)
    move_focus (self, focus);
  if (self->article != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
  else
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                           self->rows->len > 0 ? NULL : _ ("You have none yet. Add one where an article lists its exercises."));
}

static void
fys_reminder_list_finalize (GObject *object)
{
  FysReminderList *self = FYS_REMINDER_LIST (object);

  g_clear_object (&self->reminders);
  g_clear_pointer (&self->article, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (fys_reminder_list_parent_class)->finalize (object);
}

static void
fys_reminder_list_class_init (FysReminderListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_reminder_list_finalize;
}

static void
fys_reminder_list_init (FysReminderList *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
fys_reminder_list_new (FysReminders *reminders,
                       const char   *article)
{
  FysReminderList *self;

  g_return_val_if_fail (FYS_IS_REMINDERS (reminders), NULL);

  self = g_object_new (FYS_TYPE_REMINDER_LIST, "title", article != NULL ? _ ("Other Reminders") : _ ("Reminders"), NULL);
  self->reminders = g_object_ref (reminders);
  self->article = g_strdup (article);
  g_signal_connect_object (reminders, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (article == NULL)
    {
      self->background_row = fys_background_row_new (reminders);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->background_row);
    }
  update (self);
  return GTK_WIDGET (self);
}
