/* fys-reminders.c - the reminders that are kept, and the clock that they come by
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-reminders.h"

#include <glib/gi18n.h>

#include "ui/reminder/fys-background.h"
#include "ui/reminder/fys-wake-up.h"
#include "ui/window/fys-settings.h"

struct _FysReminders
{
  GObject              parent_instance;

  /* Owned */
  GSettings           *settings;
  GPtrArray           *all;     /* FysReminder; replaced and never changed */
  GVariant            *kept;    /* what @all was read from */
  FysReminderSchedule *schedule;
  FysWakeUp           *wake_up; /* (nullable): when the clock is the machine's */

  FysReminderClock     clock;
};

enum
{
  PROP_0,
  PROP_RUNS_IN_BACKGROUND,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DUE,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysReminders, fys_reminders, G_TYPE_OBJECT)

static GDateTime *
get_machine_now (gpointer data)
{
  return g_date_time_new_now_local ();
}

static void
set_machine_alarm (gint64   unix_s,
                   gpointer data)
{
  FysReminders *self = data;

  fys_wake_up_set (self->wake_up, unix_s);
}

static void
wake_up_cb (gpointer user_data)
{
  fys_reminders_check (user_data);
}

static void
set_alarm (FysReminders *self)
{
  g_autoptr (GDateTime) now = self->clock.get_now (self->clock.data);

  self->clock.set_alarm (fys_reminder_schedule_get_next_s (self->schedule, now), self->clock.data);
}

/* So that a later run does not remind of it again. Only when something was shown or changed, which is seldom. */
static void
keep_checked (FysReminders *self)
{
  g_settings_set_int64 (self->settings, FYS_SETTINGS_REMINDERS_CHECKED, fys_reminder_schedule_get_checked_s (self->schedule));
}

void
fys_reminders_check (FysReminders *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GArray)    due = NULL;
  gboolean              had_snoozed;

  g_return_if_fail (FYS_IS_REMINDERS (self));

  now = self->clock.get_now (self->clock.data);
  all = g_ptr_array_ref (self->all); /* the keys are its own, and a listener may change the list */
  had_snoozed = fys_reminders_has_snoozed (self);
  due = fys_reminder_schedule_take_due (self->schedule, now);
  if (due->len > 0)
    keep_checked (self);
  for (guint i = 0; i < due->len; i++)
    {
      const FysReminderDue *one = &g_array_index (due, FysReminderDue, i);

      g_signal_emit (self, signals[SIGNAL_DUE], 0, one->article, !one->was_snoozed);
    }
  set_alarm (self);
  if (had_snoozed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
load (FysReminders *self)
{
  g_autoptr (GVariant) kept = g_settings_get_value (self->settings, FYS_SETTINGS_REMINDERS);

  if (self->kept != NULL && g_variant_equal (kept, self->kept))
    return;
  g_clear_pointer (&self->kept, g_variant_unref);
  self->kept = g_steal_pointer (&kept);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = fys_reminders_new_from_variant (self->kept);
  fys_reminder_schedule_set_reminders (self->schedule, self->all);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Also when somebody else changed what is kept. */
static void
kept_changed_cb (FysReminders *self)
{
  load (self);
  set_alarm (self);
}

static void
background_changed_cb (FysReminders *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNS_IN_BACKGROUND]);
}

/* Keeps @all, after what is due of the list before it. */
static void
save (FysReminders *self,
      GPtrArray    *all)
{
  g_autoptr (GDateTime) now = NULL;

  fys_reminders_check (self);
  now = self->clock.get_now (self->clock.data);
  fys_reminder_schedule_skip (self->schedule, now);
  keep_checked (self);
  /* What cannot be kept (the key is locked) does not become so. */
  (void) g_settings_set_value (self->settings, FYS_SETTINGS_REMINDERS, fys_reminders_to_variant (all));
  load (self);
  set_alarm (self);
}

/* Returns: (transfer full): copies of all but that of @article */
static GPtrArray *
copy_others (FysReminders *self,
             const char   *article)
{
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_reminder_free);

  for (guint i = 0; i < self->all->len; i++)
    {
      const FysReminder *reminder = g_ptr_array_index (self->all, i);

      if (!g_str_equal (reminder->article, article))
        g_ptr_array_add (others, fys_reminder_copy (reminder));
    }
  return others;
}

gboolean
fys_reminders_put (FysReminders      *self,
                   const FysReminder *reminder)
{
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (FYS_IS_REMINDERS (self), FALSE);
  g_return_val_if_fail (reminder != NULL, FALSE);

  all = copy_others (self, reminder->article);
  if (all->len >= FYS_REMINDERS_MAX)
    return FALSE;
  g_ptr_array_add (all, fys_reminder_copy (reminder));
  save (self, all);
  return fys_reminders_get (self, reminder->article) != NULL;
}

void
fys_reminders_remove (FysReminders *self,
                      const char   *article)
{
  g_autoptr (GPtrArray) others = NULL;

  g_return_if_fail (FYS_IS_REMINDERS (self));
  g_return_if_fail (article != NULL);

  others = copy_others (self, article); /* @article may belong to what goes */
  save (self, others);
}

GPtrArray *
fys_reminders_get_all (FysReminders *self)
{
  g_return_val_if_fail (FYS_IS_REMINDERS (self), NULL);

  return self->all;
}

const FysReminder *
fys_reminders_get (FysReminders *self,
                   const char   *article)
{
  g_return_val_if_fail (FYS_IS_REMINDERS (self), NULL);

  return fys_reminders_find (self->all, article);
}

gboolean
fys_reminders_is_any_on (FysReminders *self)
{
  g_return_val_if_fail (FYS_IS_REMINDERS (self), FALSE);

  for (guint i = 0; i < self->all->len; i++)
    if (((const FysReminder *) g_ptr_array_index (self->all, i))->is_on)
      return TRUE;
  return FALSE;
}

void
fys_reminders_snooze (FysReminders *self,
                      const char   *article)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_if_fail (FYS_IS_REMINDERS (self));
  g_return_if_fail (article != NULL);

  now = self->clock.get_now (self->clock.data);
  fys_reminder_schedule_snooze (self->schedule, article, now);
  set_alarm (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
fys_reminders_unsnooze (FysReminders *self,
                        const char   *article)
{
  g_return_if_fail (FYS_IS_REMINDERS (self));
  g_return_if_fail (article != NULL);

  if (!fys_reminders_has_snoozed (self))
    return;
  fys_reminder_schedule_unsnooze (self->schedule, article);
  set_alarm (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
fys_reminders_has_snoozed (FysReminders *self)
{
  g_return_val_if_fail (FYS_IS_REMINDERS (self), FALSE);

  return fys_reminder_schedule_has_snoozed (self->schedule);
}

gboolean
fys_reminders_runs_in_background (FysReminders *self)
{
  g_return_val_if_fail (FYS_IS_REMINDERS (self), FALSE);

  return g_settings_get_boolean (self->settings, FYS_SETTINGS_RUN_IN_BACKGROUND);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask)  task = user_data;
  FysReminders      *self = g_task_get_source_object (task);
  gboolean           runs_in_background = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autoptr (GError) error = NULL;
  gboolean           is_granted = fys_background_request_finish (result, &error);

  if (runs_in_background)
    g_settings_set_boolean (self->settings, FYS_SETTINGS_RUN_IN_BACKGROUND, is_granted);
  if (is_granted || !runs_in_background)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
fys_reminders_set_background_async (FysReminders       *self,
                                    GDBusConnection    *connection,
                                    gboolean            runs_in_background,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (FYS_IS_REMINDERS (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, fys_reminders_set_background_async);
  g_task_set_task_data (task, GINT_TO_POINTER (runs_in_background), NULL);
  if (!runs_in_background)
    g_settings_set_boolean (self->settings, FYS_SETTINGS_RUN_IN_BACKGROUND, FALSE);
  fys_background_request_async (connection, runs_in_background, _ ("Remind you of your exercises"), NULL, answered_cb, task);
}

gboolean
fys_reminders_set_background_finish (FysReminders *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
fys_reminders_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_RUNS_IN_BACKGROUND:
      g_value_set_boolean (value, fys_reminders_runs_in_background (FYS_REMINDERS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_reminders_finalize (GObject *object)
{
  FysReminders *self = FYS_REMINDERS (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->wake_up, fys_wake_up_free);
  g_clear_pointer (&self->schedule, fys_reminder_schedule_free);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_variant_unref);

  G_OBJECT_CLASS (fys_reminders_parent_class)->finalize (object);
}

static void
fys_reminders_class_init (FysRemindersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = fys_reminders_finalize;
  object_class->get_property = fys_reminders_get_property;

  props[PROP_RUNS_IN_BACKGROUND] = g_param_spec_boolean ("runs-in-background", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FYS_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DUE] = g_signal_new ("due", FYS_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
fys_reminders_init (FysReminders *self)
{
}

FysReminders *
fys_reminders_new (GSettings              *settings,
                   const FysReminderClock *clock)
{
  FysReminders *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (FYS_TYPE_REMINDERS, NULL);
  if (clock != NULL)
    self->clock = *clock;
  else
    {
      self->wake_up = fys_wake_up_new (wake_up_cb, self);
      self->clock = (FysReminderClock) { get_machine_now, set_machine_alarm, self };
    }
  self->settings = g_object_ref (settings);
  self->schedule = fys_reminder_schedule_new (g_settings_get_int64 (settings, FYS_SETTINGS_REMINDERS_CHECKED));
  load (self);
  g_signal_connect_object (settings, "changed::" FYS_SETTINGS_REMINDERS, G_CALLBACK (kept_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" FYS_SETTINGS_RUN_IN_BACKGROUND, G_CALLBACK (background_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
