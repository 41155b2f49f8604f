/* fys-reminder-dialog.c - when to be reminded of the exercises of an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-reminder-dialog.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-announce.h"
#include "compat/fys-compat-dialog.h"
#include "ui/reminder/fys-background-row.h"
#include "ui/reminder/fys-reminder-list.h"
#include "ui/reminder/fys-reminder-words.h"
#include "ui/reminder/fys-time-row.h"

#define WIDTH_PX     440
#define HEIGHT_PX    680

#define N_DAYS       7
/* Four and three: as many as a window of 360 pixels has room for. */
#define DAYS_A_LINE  4

/* What a time that is added is after the last one. */
#define APART_MINUTES (4 * 60)

#define FYS_TYPE_REMINDER_PAGE (fys_reminder_page_get_type ())
G_DECLARE_FINAL_TYPE (FysReminderPage, fys_reminder_page, FYS, REMINDER_PAGE, AdwBin)

struct _FysReminderPage
{
  AdwBin               parent_instance;

  /* Template children */
  AdwPreferencesPage  *page;
  AdwPreferencesGroup *article_group;
  AdwActionRow        *on_row;
  GtkSwitch           *on_switch;
  AdwPreferencesGroup *times_group;
  GtkWidget           *add_button;
  GtkGrid             *days_grid;
  GtkWidget           *no_day_label;
  AdwPreferencesGroup *background_group;
  GtkWidget           *remove_group;

  /* Children that are made here */
  GPtrArray           *time_rows; /* FysTimeRow */
  GtkCheckButton      *days[N_DAYS];

  /* Owned */
  FysReminders        *reminders;
  FysReminder         *reminder; /* as it is or would be kept, but for the widgets */

  gboolean             is_updating; /* a widget follows what is kept, and not the other way round */
};

G_DEFINE_FINAL_TYPE (FysReminderPage, fys_reminder_page, ADW_TYPE_BIN)

static void
read_times (FysReminderPage  *self,
            FysReminderTimes *out_times)
{
  *out_times = (FysReminderTimes) { .n_times = MIN (self->time_rows->len, FYS_REMINDER_MAX_TIMES) };
  for (guint i = 0; i < out_times->n_times; i++)
    out_times->minutes[i] = fys_time_row_get_minute (g_ptr_array_index (self->time_rows, i));
  for (guint i = 0; i < N_DAYS; i++)
    if (gtk_check_button_get_active (self->days[i]))
      out_times->weekdays |= FYS_WEEKDAY_BIT (i + 1);
  fys_reminder_times_sort (out_times);
}

static void
set_switch (FysReminderPage *self,
            GtkSwitch       *widget,
            gboolean         is_active)
{
  self->is_updating = TRUE;
  gtk_switch_set_active (widget, is_active);
  self->is_updating = FALSE;
}

/* Follows what is kept, whoever changed it. */
static void
update (FysReminderPage *self)
{
  const FysReminder *kept = fys_reminders_get (self->reminders, self->reminder->article);

  set_switch (self, self->on_switch, kept != NULL && kept->is_on);
  gtk_widget_set_visible (self->remove_group, kept != NULL);
}

/* Without a day there is nothing to keep; what was kept stays until there is one. */
static void
save (FysReminderPage *self)
{
  gboolean is_kept;

  if (self->is_updating)
    return;
  read_times (self, &self->reminder->times);
  gtk_widget_set_visible (self->no_day_label, self->reminder->times.weekdays == 0);
  if (self->reminder->times.weekdays == 0)
    {
      update (self);
      fys_compat_announce (GTK_WIDGET (self), _ ("Choose at least one day."));
      return;
    }
  if (!gtk_switch_get_active (self->on_switch) && fys_reminders_get (self->reminders, self->reminder->article) == NULL)
    return;
  self->reminder->is_on = gtk_switch_get_active (self->on_switch);
  is_kept = fys_reminders_put (self->reminders, self->reminder);
  adw_action_row_set_subtitle (self->on_row, is_kept ? "" : _ ("The reminder could not be kept."));
  update (self);
}

static void
on_cb (FysReminderPage *self)
{
  save (self);
}

static void
number_rows (FysReminderPage *self)
{
  for (guint i = 0; i < self->time_rows->len; i++)
    fys_time_row_set_number (g_ptr_array_index (self->time_rows, i), i + 1, self->time_rows->len);
  gtk_widget_set_sensitive (self->add_button, self->time_rows->len < FYS_REMINDER_MAX_TIMES);
}

static void
time_removed_cb (FysReminderPage *self,
                 FysTimeRow      *row)
{
  guint index;

  if (!g_ptr_array_find (self->time_rows, row, &index) || self->time_rows->len == 1)
    return;
  g_ptr_array_remove_index (self->time_rows, index);
  adw_preferences_group_remove (self->times_group, GTK_WIDGET (row));
  number_rows (self);
  fys_time_row_focus (g_ptr_array_index (self->time_rows, MIN (index, self->time_rows->len - 1)));
  save (self);
}

static void
add_row (FysReminderPage *self,
         guint            minute)
{
  GtkWidget *row = fys_time_row_new (minute);

  g_signal_connect_object (row, "changed", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove-clicked", G_CALLBACK (time_removed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->times_group, row);
  g_ptr_array_add (self->time_rows, row);
}

static void
add_clicked_cb (FysReminderPage *self)
{
  guint last = fys_time_row_get_minute (g_ptr_array_index (self->time_rows, self->time_rows->len - 1));

  if (self->time_rows->len >= FYS_REMINDER_MAX_TIMES)
    return;
  add_row (self, (last + APART_MINUTES) % FYS_MINUTES_A_DAY);
  number_rows (self);
  fys_time_row_focus (g_ptr_array_index (self->time_rows, self->time_rows->len - 1));
  save (self);
}

static void
remove_clicked_cb (FysReminderPage *self)
{
  (void) gtk_widget_grab_focus (GTK_WIDGET (self->on_switch)); /* the button goes */
  fys_reminders_remove (self->reminders, self->reminder->article);
}

static void
add_days (FysReminderPage *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autofree char *name = fys_weekday_dup_name (i + 1);
      g_autofree char *short_name = fys_weekday_dup_short_name (i + 1);
      GtkWidget       *day = gtk_check_button_new_with_label (short_name);

      gtk_accessible_update_property (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_tooltip_text (day, name);
      g_signal_connect_object (day, "toggled", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (self->days_grid, day, i % DAYS_A_LINE, i / DAYS_A_LINE, 1, 1);
      self->days[i] = GTK_CHECK_BUTTON (day);
    }
}

static void
fys_reminder_page_dispose (GObject *object)
{
  FysReminderPage *self = FYS_REMINDER_PAGE (object);

  g_clear_object (&self->reminders);
  g_clear_pointer (&self->reminder, fys_reminder_free);
  g_clear_pointer (&self->time_rows, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL); /* or the bin would let go of what the template has freed */
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_REMINDER_PAGE);

  G_OBJECT_CLASS (fys_reminder_page_parent_class)->dispose (object);
}

static void
fys_reminder_page_class_init (FysReminderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_reminder_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/reminder/fys-reminder-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FysReminderPage, page);
  gtk_widget_class_bind_template_child (widget_class, FysReminderPage, article_group);
  gtk_widget_class_bind_template_child (widget_class, FysReminderPage, on_row);
  gtk_widget_class_bind_template_child (widget_class, FysReminderPage, on_switch);
  gtk_widget_class_bind_template_child (widget_class, FysReminderPage, times_group);
  gtk_widget_class_bind_template_child (widget_class, FysReminderPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, FysReminderPage, days_grid);
  gtk_widget_class_bind_template_child (widget_class, FysReminderPage, no_day_label);
  gtk_widget_class_bind_template_child (widget_class, FysReminderPage, background_group);
  gtk_widget_class_bind_template_child (widget_class, FysReminderPage, remove_group);
  gtk_widget_class_bind_template_callback (widget_class, on_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
fys_reminder_page_init (FysReminderPage *self)
{
  self->is_updating = TRUE;
  self->time_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_days (self);
}

/* What is kept of the article, or what it suggests; with its place and title as they are now. Returns: (transfer full) */
static FysReminder *
find_reminder (FysReminders *reminders,
               FysDocument  *document)
{
  FysExerciseList   *exercises = fys_document_get_exercises (document);
  const FysReminder *kept = fys_reminders_get (reminders, fys_document_get_key (document));
  const FysExercise *frequent = fys_reminder_find_frequent (exercises);
  FysRange           frequency = frequent != NULL ? frequent->dosage.frequency : (FysRange) { 0, 0 };
  FysReminderTimes   times = fys_reminder_suggest (frequency, frequent != NULL ? frequent->dosage.per : FYS_PER_NONE);
  g_autofree char   *uri = g_file_get_uri (fys_document_get_file (document));

  return fys_reminder_new (fys_document_get_key (document), fys_article_get_title (fys_document_get_article (document)), uri,
                           fys_exercise_list_get_n (exercises), kept != NULL ? &kept->times : &times);
}

static void
show_reminder (FysReminderPage *self,
               FysDocument     *document)
{
  g_autofree char *quote = fys_reminder_dup_quote (fys_document_get_exercises (document));
  g_autofree char *title_markup = g_markup_escape_text (self->reminder->title, -1);
  g_autofree char *quote_markup = g_markup_escape_text (quote, -1);

  adw_preferences_group_set_title (self->article_group, title_markup);
  adw_preferences_group_set_description (self->article_group, quote_markup);
  for (guint i = 0; i < self->reminder->times.n_times; i++)
    add_row (self, self->reminder->times.minutes[i]);
  number_rows (self);
  for (guint i = 0; i < N_DAYS; i++)
    gtk_check_button_set_active (self->days[i], (self->reminder->times.weekdays & FYS_WEEKDAY_BIT (i + 1)) != 0);
}

GtkWidget *
fys_reminder_page_new (FysReminders *reminders,
                       FysDocument  *document)
{
  FysReminderPage *self;

  g_return_val_if_fail (FYS_IS_REMINDERS (reminders), NULL);
  g_return_val_if_fail (fys_reminder_dialog_can_present (document), NULL);

  self = g_object_new (FYS_TYPE_REMINDER_PAGE, NULL);
  self->reminders = g_object_ref (reminders);
  self->reminder = find_reminder (reminders, document);
  show_reminder (self, document);
  adw_preferences_group_add (self->background_group, fys_background_row_new (reminders));
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (fys_reminder_list_new (reminders, self->reminder->article)));
  update (self);
  g_signal_connect_object (reminders, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
fys_reminder_dialog_can_present (FysDocument *document)
{
  GFile *file = document != NULL ? fys_document_get_file (document) : NULL;

  return file != NULL && g_file_is_native (file) && *fys_document_get_key (document) != '\0' &&
         fys_exercise_list_get_n (fys_document_get_exercises (document)) > 0;
}

void
fys_reminder_dialog_present (GtkWidget    *parent,
                             FysReminders *reminders,
                             FysDocument  *document)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  fys_compat_dialog_present (parent, _ ("Reminder"), fys_reminder_page_new (reminders, document), WIDTH_PX, HEIGHT_PX);
}
