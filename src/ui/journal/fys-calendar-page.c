/* fys-calendar-page.c - the journal as a calendar, with the entries of the chosen day
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-calendar-page.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-a11y.h"
#include "fys-calendar.h"
#include "fys-date.h"
#include "fys-entry-row.h"
#include "fys-two-columns.h"

/* More than anybody does in a day; what an import brings may be more, and is shown by as many at a time. */
#define ROWS_AT_A_TIME 50

struct _FysCalendarPage
{
  GtkWidget parent_instance;

  /* Template children */
  FysCalendar *calendar;
  GtkLabel    *day_label;
  GtkWidget   *empty_label;
  GtkListBox  *list;
  GtkWidget   *more_button;

  /* Owned */
  FysJournalDays *days; /* (nullable) */

  guint n_shown;
};

enum
{
  SIGNAL_EDIT_REQUESTED,
  SIGNAL_DELETE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysCalendarPage, fys_calendar_page, GTK_TYPE_WIDGET)

static void
edit_requested_cb (FysCalendarPage *self,
                   FysEntryRow     *row)
{
  g_signal_emit (self, signals[SIGNAL_EDIT_REQUESTED], 0, fys_entry_row_get_entry (row));
}

static void
delete_requested_cb (FysCalendarPage *self,
                     FysEntryRow     *row)
{
  g_signal_emit (self, signals[SIGNAL_DELETE_REQUESTED], 0, fys_entry_row_get_entry (row));
}

static void
add_rows (FysCalendarPage *self,
          guint            n)
{
  guint32 day = fys_calendar_get_day (self->calendar);
  guint first = self->days != NULL ? fys_journal_days_find (self->days, day) : 0;
  guint n_entries = self->days != NULL ? fys_journal_days_count (self->days, day) : 0;

  n = MIN (n, n_entries - self->n_shown);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = fys_entry_row_new (fys_journal_days_get (self->days, first + self->n_shown + i));

      g_signal_connect_object (row, "edit-requested", G_CALLBACK (edit_requested_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "delete-requested", G_CALLBACK (delete_requested_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  self->n_shown += n;
  gtk_widget_set_visible (self->more_button, self->n_shown < n_entries);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_entries > 0);
  gtk_widget_set_visible (self->empty_label, n_entries == 0);
}

static void
show_day (FysCalendarPage *self,
          guint            n_rows)
{
  g_autofree char *text = fys_day_dup_long_text (fys_calendar_get_day (self->calendar));
  GtkListBoxRow *row;

  gtk_label_set_label (self->day_label, text);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->n_shown = 0;
  add_rows (self, n_rows);
}

static void
day_changed_cb (FysCalendarPage *self)
{
  show_day (self, ROWS_AT_A_TIME);
}

static void
more_clicked_cb (FysCalendarPage *self)
{
  add_rows (self, ROWS_AT_A_TIME);
}

/* What one comes for. */
static gboolean
fys_calendar_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FYS_CALENDAR_PAGE (widget)->calendar));
}

static void
fys_calendar_page_dispose (GObject *object)
{
  FysCalendarPage *self = FYS_CALENDAR_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->days, fys_journal_days_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_CALENDAR_PAGE);

  G_OBJECT_CLASS (fys_calendar_page_parent_class)->dispose (object);
}

static void
fys_calendar_page_class_init (FysCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_calendar_page_dispose;
  widget_class->grab_focus = fys_calendar_page_grab_focus;

  signals[SIGNAL_EDIT_REQUESTED] = g_signal_new ("edit-requested", FYS_TYPE_CALENDAR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_DELETE_REQUESTED] = g_signal_new ("delete-requested", FYS_TYPE_CALENDAR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (FYS_TYPE_CALENDAR);
  g_type_ensure (FYS_TYPE_TWO_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/journal/fys-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysCalendarPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, FysCalendarPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, FysCalendarPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, FysCalendarPage, list);
  gtk_widget_class_bind_template_child (widget_class, FysCalendarPage, more_button);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
fys_calendar_page_init (FysCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fys_compat_set_heading_level (GTK_WIDGET (self->day_label), 2);
  show_day (self, ROWS_AT_A_TIME);
}

void
fys_calendar_page_set_days (FysCalendarPage *self,
                            FysJournalDays  *days)
{
  g_return_if_fail (FYS_IS_CALENDAR_PAGE (self));

  g_clear_pointer (&self->days, fys_journal_days_unref);
  self->days = days != NULL ? fys_journal_days_ref (days) : NULL;
  fys_calendar_set_days (self->calendar, days);
  show_day (self, MAX (self->n_shown, ROWS_AT_A_TIME));
}

guint32
fys_calendar_page_get_day (FysCalendarPage *self)
{
  g_return_val_if_fail (FYS_IS_CALENDAR_PAGE (self), 0);
  return fys_calendar_get_day (self->calendar);
}

void
fys_calendar_page_set_day (FysCalendarPage *self,
                           guint32          day)
{
  g_return_if_fail (FYS_IS_CALENDAR_PAGE (self));
  fys_calendar_set_day (self->calendar, day);
}
