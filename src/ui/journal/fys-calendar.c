/* fys-calendar.c - a month as a grid of days, of which one is chosen
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-calendar.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-a11y.h"
#include "fys-date.h"
#include "fys-journal-style.h"

#define N_COLUMNS 7
#define N_ROWS    6
#define N_CELLS   (N_COLUMNS * N_ROWS)

/** Cell: the button of a day, and the labels in it. */
typedef struct
{
  GtkWidget *button;
  GtkWidget *number;
  GtkWidget *mark;
} Cell;

struct _FysCalendar
{
  GtkWidget parent_instance;

  /* Template children */
  GtkLabel  *month_label;
  GtkWidget *today_button;
  GtkWidget *grid;

  /* Owned */
  FysJournalDays *days; /* (nullable) */

  Cell    cells[N_CELLS];
  guint   first_weekday;
  guint32 first_shown; /* the day of the first cell */
  guint32 today;
  guint32 day;
};

enum
{
  PROP_0,
  PROP_DAY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FysCalendar, fys_calendar, GTK_TYPE_WIDGET)

/* Everything that is seen of a day, in words. */
static char *
dup_name (FysCalendar *self,
          guint32      day,
          guint        n_entries)
{
  g_autofree char *date = fys_day_dup_long_text (day);
  g_autoptr (GString) name = g_string_new (date);

  if (n_entries > 0)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, ngettext ("%u exercise", "%u exercises", n_entries), n_entries);
    }
  if (day == self->today)
    /* Translators: said after the date of a day of the calendar. */
    g_string_append_printf (name, ", %s", _("today"));
  if (day == self->day)
    /* Translators: said of the day of the calendar that is chosen. */
    g_string_append_printf (name, ", %s", _("chosen"));
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_cell (FysCalendar *self,
             guint        index)
{
  Cell *cell = &self->cells[index];
  guint32 day = self->first_shown + index;
  gboolean is_in_month = fys_day_first_of_month (day) == fys_day_first_of_month (self->day);
  guint n_entries = is_in_month && self->days != NULL ? fys_journal_days_count (self->days, day) : 0;
  g_autofree char *number = g_strdup_printf ("%u", fys_day_get_number (day));
  g_autofree char *mark = n_entries > 0 ? g_strdup_printf ("● %u", n_entries) : g_strdup ("");
  g_autofree char *name = dup_name (self, day, n_entries);

  /* Days of other months keep their place, so that nothing jumps, but are not there. */
  gtk_widget_set_opacity (cell->button, is_in_month ? 1 : 0);
  gtk_widget_set_sensitive (cell->button, is_in_month);
  gtk_widget_set_can_target (cell->button, is_in_month);
  gtk_widget_set_focusable (cell->button, day == self->day);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_STATE_HIDDEN, !is_in_month,
                               GTK_ACCESSIBLE_STATE_PRESSED, day == self->day ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);

  gtk_label_set_label (GTK_LABEL (cell->number), number);
  gtk_label_set_label (GTK_LABEL (cell->mark), mark);
  set_class (cell->button, "chosen", day == self->day);
  set_class (cell->button, "today", day == self->today);
  set_class (cell->button, "marked", n_entries > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update (FysCalendar *self)
{
  guint32 first = fys_day_first_of_month (self->day);
  g_autofree char *month = fys_day_dup_month_text (self->day);
  guint n_rows;

  self->first_shown = first - fys_day_get_column (first, self->first_weekday);
  n_rows = (first - self->first_shown + fys_day_get_days_in_month (first) + N_COLUMNS - 1) / N_COLUMNS;
  gtk_label_set_label (self->month_label, month);
  gtk_widget_set_sensitive (self->today_button, self->day != self->today);
  for (guint i = 0; i < N_CELLS; i++)
    {
      update_cell (self, i);
      gtk_widget_set_visible (self->cells[i].button, i / N_COLUMNS < n_rows);
    }
}

static gboolean
fys_calendar_grab_focus (GtkWidget *widget)
{
  FysCalendar *self = FYS_CALENDAR (widget);

  return gtk_widget_grab_focus (self->cells[self->day - self->first_shown].button);
}

static void
go_to (FysCalendar *self,
       guint32      day)
{
  fys_calendar_set_day (self, day);
  (void) gtk_widget_grab_focus (GTK_WIDGET (self)); /* out of a window there is no focus to grab */
}

static void
day_clicked_cb (FysCalendar *self,
                GtkWidget   *button)
{
  for (guint i = 0; i < N_CELLS; i++)
    if (self->cells[i].button == button)
      {
        go_to (self, self->first_shown + i);
        return;
      }
}

static void
previous_clicked_cb (FysCalendar *self)
{
  fys_calendar_set_day (self, fys_day_add_months (self->day, -1));
}

static void
next_clicked_cb (FysCalendar *self)
{
  fys_calendar_set_day (self, fys_day_add_months (self->day, 1));
}

static void
today_clicked_cb (FysCalendar *self)
{
  go_to (self, self->today);
}

/* Returns: where the key leads from the chosen day, or 0 */
static guint32
get_target (FysCalendar *self,
            guint        keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return self->day - 1;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return self->day + 1;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return self->day - N_COLUMNS;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return self->day + N_COLUMNS;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return fys_day_add_months (self->day, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return fys_day_add_months (self->day, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return fys_day_first_of_month (self->day);
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return fys_day_first_of_month (self->day) + fys_day_get_days_in_month (self->day) - 1;
    default:
      return 0;
    }
}

static gboolean
key_pressed_cb (FysCalendar    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  guint32 day = (state & gtk_accelerator_get_default_mod_mask ()) == 0 ? get_target (self, keyval) : 0;

  if (day == 0)
    return GDK_EVENT_PROPAGATE;
  go_to (self, day);
  return GDK_EVENT_STOP;
}

static void
fys_calendar_dispose (GObject *object)
{
  FysCalendar *self = FYS_CALENDAR (object);
  GtkWidget *child;

  g_clear_pointer (&self->days, fys_journal_days_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_CALENDAR);

  G_OBJECT_CLASS (fys_calendar_parent_class)->dispose (object);
}

static void
fys_calendar_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DAY:
      g_value_set_uint (value, fys_calendar_get_day (FYS_CALENDAR (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_calendar_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_DAY:
      fys_calendar_set_day (FYS_CALENDAR (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_calendar_class_init (FysCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_calendar_dispose;
  object_class->get_property = fys_calendar_get_property;
  object_class->set_property = fys_calendar_set_property;
  widget_class->grab_focus = fys_calendar_grab_focus;

  props[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 1, G_MAXUINT32, 1,
                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/journal/fys-calendar.ui");
  gtk_widget_class_set_css_name (widget_class, "fyscalendar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, FysCalendar, month_label);
  gtk_widget_class_bind_template_child (widget_class, FysCalendar, today_button);
  gtk_widget_class_bind_template_child (widget_class, FysCalendar, grid);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_clicked_cb);
  fys_journal_style_load ();
}

static void
add_cell (FysCalendar *self,
          guint        index)
{
  Cell *cell = &self->cells[index];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  cell->button = gtk_button_new ();
  cell->number = gtk_label_new (NULL);
  cell->mark = gtk_label_new (NULL);
  gtk_widget_add_css_class (cell->number, "number");
  gtk_widget_add_css_class (cell->mark, "mark");
  gtk_widget_add_css_class (cell->button, "flat");
  gtk_widget_add_css_class (cell->button, "day");
  gtk_box_append (GTK_BOX (box), cell->number);
  gtk_box_append (GTK_BOX (box), cell->mark);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (cell->button), box);
  g_signal_connect_object (cell->button, "clicked", G_CALLBACK (day_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (self->grid), cell->button, index % N_COLUMNS, 1 + index / N_COLUMNS, 1, 1);
}

static void
fys_calendar_init (FysCalendar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  fys_compat_set_heading_level (GTK_WIDGET (self->month_label), 2);
  self->first_weekday = fys_week_get_first ();
  self->today = self->day = fys_day_today ();
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      guint weekday = (self->first_weekday + i - 1) % N_COLUMNS + 1;
      GtkWidget *label = gtk_label_new (fys_weekday_get_short_name (weekday));

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, fys_weekday_get_name (weekday), -1);
      gtk_grid_attach (GTK_GRID (self->grid), label, i, 0, 1, 1);
    }
  for (guint i = 0; i < N_CELLS; i++)
    add_cell (self, i);
  update (self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->grid, keys);
}

GtkWidget *
fys_calendar_new (void)
{
  return g_object_new (FYS_TYPE_CALENDAR, NULL);
}

void
fys_calendar_set_days (FysCalendar    *self,
                       FysJournalDays *days)
{
  g_return_if_fail (FYS_IS_CALENDAR (self));

  if (days == self->days)
    return;
  g_clear_pointer (&self->days, fys_journal_days_unref);
  self->days = days != NULL ? fys_journal_days_ref (days) : NULL;
  update (self);
}

guint32
fys_calendar_get_day (FysCalendar *self)
{
  g_return_val_if_fail (FYS_IS_CALENDAR (self), 0);
  return self->day;
}

void
fys_calendar_set_day (FysCalendar *self,
                      guint32      day)
{
  g_return_if_fail (FYS_IS_CALENDAR (self));
  g_return_if_fail (g_date_valid_julian (day));

  if (day == self->day)
    return;
  self->day = day;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAY]);
}

void
fys_calendar_set_today (FysCalendar *self,
                        guint32      today)
{
  g_return_if_fail (FYS_IS_CALENDAR (self));

  self->today = today;
  update (self);
}
