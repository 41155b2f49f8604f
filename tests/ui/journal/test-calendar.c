/* test-calendar.c - a month as a grid of days
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/journal/fys-calendar.h"

#include <adwaita.h>
#include <string.h>

#include "journal-ui-fixture.h"
#include "ui/journal/fys-date.h"

GResource *fys_get_resource (void);

typedef struct
{
  GtkWidget   *window;
  FysCalendar *calendar;
  guint32      first; /* 2 March 2026, a Monday */
  guint        n_changes;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->first = fys_day_from_unix (FIXTURE_START_S, 3600);
  self->window = gtk_window_new ();
  self->calendar = FYS_CALENDAR (fys_calendar_new ());
  fys_calendar_set_today (self->calendar, self->first + 1);
  fys_calendar_set_day (self->calendar, self->first);
  g_signal_connect_swapped (self->calendar, "notify::day", G_CALLBACK (count_cb), &self->n_changes);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->calendar));
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  gpointer calendar = self->calendar;

  g_object_add_weak_pointer (G_OBJECT (calendar), &calendar);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (calendar);
}

static GtkWidget *
find_day (GtkWidget  *widget,
          const char *name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "day") && gtk_widget_get_sensitive (widget))
    {
      g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      return wrong == NULL ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_day (child, name);
  return found;
}

static void
assert_day (Fixture    *self,
            const char *name)
{
  if (find_day (GTK_WIDGET (self->calendar), name) == NULL)
    g_error ("There is no day “%s”", name);
}

static guint
count_days (GtkWidget *widget)
{
  guint n = GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "day") && gtk_widget_get_sensitive (widget) &&
            gtk_widget_get_visible (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_days (child);
  return n;
}

static void
test_names (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  g_autoptr (FysJournalDays) days = NULL;

  g_assert_cmpuint (count_days (GTK_WIDGET (self->calendar)), ==, 31);
  assert_day (self, "Monday 2 March 2026, chosen");
  assert_day (self, "Tuesday 3 March 2026, today");
  assert_day (self, "Tuesday 31 March 2026");

  g_ptr_array_add (entries, journal_fixture_entry (0, "Squat", 1, 1));
  g_ptr_array_add (entries, journal_fixture_entry (4, "Squat", 1, 1));
  g_ptr_array_add (entries, journal_fixture_entry (4, "Bridge", 1, 1));
  days = fys_journal_days_new (entries);
  fys_calendar_set_days (self->calendar, days);
  assert_day (self, "Monday 2 March 2026, 1 exercise, chosen");
  assert_day (self, "Friday 6 March 2026, 2 exercises");

  fys_calendar_set_days (self->calendar, NULL);
  assert_day (self, "Friday 6 March 2026");
}

static void
press (Fixture *self,
       guint    keyval)
{
  GtkWidget *grid = gtk_widget_get_last_child (GTK_WIDGET (self->calendar));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (grid);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_handled);
    }
}

static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  press (self, GDK_KEY_Right);
  assert_day (self, "Tuesday 3 March 2026, today, chosen");
  press (self, GDK_KEY_Down);
  assert_day (self, "Tuesday 10 March 2026, chosen");
  press (self, GDK_KEY_Home);
  assert_day (self, "Sunday 1 March 2026, chosen");
  /* Out of the month. */
  press (self, GDK_KEY_Left);
  assert_day (self, "Saturday 28 February 2026, chosen");
  g_assert_cmpuint (count_days (GTK_WIDGET (self->calendar)), ==, 28);
  press (self, GDK_KEY_Up);
  assert_day (self, "Saturday 21 February 2026, chosen");
  press (self, GDK_KEY_End);
  press (self, GDK_KEY_Page_Down);
  assert_day (self, "Saturday 28 March 2026, chosen");
  press (self, GDK_KEY_Page_Up);
  press (self, GDK_KEY_Page_Up);
  assert_day (self, "Wednesday 28 January 2026, chosen");
  g_assert_cmpuint (self->n_changes, ==, 9);
}

static void
test_click (Fixture      *self,
            gconstpointer data)
{
  g_signal_emit_by_name (find_day (GTK_WIDGET (self->calendar), "Wednesday 18 March 2026"), "clicked");
  g_assert_cmpuint (fys_calendar_get_day (self->calendar), ==, self->first + 16);
  g_assert_cmpuint (self->n_changes, ==, 1);
  fys_calendar_set_day (self->calendar, self->first + 16);
  g_assert_cmpuint (self->n_changes, ==, 1);
}

static void
add (const char *path,
     void        (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_resources_register (fys_get_resource ());

  add ("/journal/calendar/names", test_names);
  add ("/journal/calendar/keys", test_keys);
  add ("/journal/calendar/click", test_click);
  return g_test_run ();
}
