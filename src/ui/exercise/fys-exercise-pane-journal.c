/* fys-exercise-pane-journal.c - what the exercise pane asks about a session, and keeps of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-exercise-pane-private.h"

#include <glib/gi18n.h>

#include "ui/journal/fys-journal-words.h"
#include "ui/journal/fys-record-entries.h"
#include "ui/window/fys-settings.h"

static gboolean
is_wanted (FysExercisePane *self,
           const char      *key)
{
  return self->journal_settings == NULL || g_settings_get_boolean (self->journal_settings, key);
}

static gboolean
is_keeping (FysExercisePane *self)
{
  return self->journal != NULL && is_wanted (self, FYS_SETTINGS_KEEP_JOURNAL);
}

static gboolean
is_asking (FysExercisePane *self)
{
  return is_keeping (self) && is_wanted (self, FYS_SETTINGS_ASK_PAIN);
}

/* Whoever looks at something else would not learn of it: the page of the result says it where it stands. */
static void
tell_failure (FysExercisePane *self,
              FysRecord       *record)
{
  g_autofree char *why = NULL;
  g_autofree char *text = NULL;

  if (record == self->record && fys_exercise_pane_is_page (self, self->done_page))
    return;
  why = fys_journal_dup_error (fys_record_get_error (record));
  text = g_strdup_printf (/* Translators: why the last exercise is not in the journal. */
                          _("Your exercise is not in the journal yet. %s"), why);
  g_signal_emit_by_name (self, "journal-failed", text);
}

/* One that was saved shows that the others may be too. */
static void
retry_unsaved (FysExercisePane *self)
{
  g_autoptr (GPtrArray) unsaved = g_steal_pointer (&self->unsaved);

  self->unsaved = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < unsaved->len; i++)
    {
      FysRecord *record = g_ptr_array_index (unsaved, i);

      if (fys_record_get_state (record) == FYS_RECORD_SAVED)
        continue;
      g_ptr_array_add (self->unsaved, g_object_ref (record));
      if (fys_record_get_state (record) == FYS_RECORD_FAILED)
        fys_record_retry (record);
    }
}

static void
record_changed_cb (FysExercisePane *self,
                   FysRecord       *record)
{
  if (fys_record_get_state (record) == FYS_RECORD_FAILED)
    tell_failure (self, record);
  else if (fys_record_get_state (record) == FYS_RECORD_SAVED)
    retry_unsaved (self);
}

void
fys_exercise_pane_init_journal (FysExercisePane *self)
{
  self->unsaved = g_ptr_array_new_with_free_func (g_object_unref);
  fys_exercise_pane_forget_pain (self);
}

static void
forget_record (FysExercisePane *self)
{
  if (self->record == NULL)
    return;
  if (fys_record_get_state (self->record) == FYS_RECORD_SAVING)
    fys_record_save_now (self->record);
  if (fys_record_get_state (self->record) != FYS_RECORD_SAVED)
    g_ptr_array_add (self->unsaved, g_object_ref (self->record));
  else
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
}

/* Also what failed before is tried once more: there is nobody left to do it later. */
void
fys_exercise_pane_dispose_journal (FysExercisePane *self)
{
  if (self->record != NULL)
    g_ptr_array_add (self->unsaved, g_steal_pointer (&self->record));
  for (guint i = 0; self->unsaved != NULL && i < self->unsaved->len; i++)
    {
      FysRecord *record = g_ptr_array_index (self->unsaved, i);

      g_signal_handlers_disconnect_by_data (record, self);
      fys_record_save_now (record);
    }
  g_clear_pointer (&self->unsaved, g_ptr_array_unref);
  g_clear_object (&self->journal);
  g_clear_object (&self->journal_settings);
}

static void
scale_changed_cb (FysExercisePane *self,
                  GParamSpec      *pspec,
                  FysPainScale    *scale)
{
  self->pain_before = fys_pain_scale_get_value (scale);
}

void
fys_exercise_pane_ask_before (FysExercisePane *self,
                              FysPainScale    *scale)
{
  g_signal_handlers_disconnect_by_func (scale, scale_changed_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (scale), is_asking (self));
  fys_pain_scale_set_value (scale, self->pain_before);
  g_signal_connect_object (scale, "notify::value", G_CALLBACK (scale_changed_cb), self, G_CONNECT_SWAPPED);
}

void
fys_exercise_pane_carry_pain (FysExercisePane *self)
{
  if (!self->is_pain_spent)
    return;
  self->pain_before = FYS_JOURNAL_PAIN_UNKNOWN;
  if (self->record != NULL && fys_exercise_pane_is_page (self, self->done_page))
    self->pain_before = fys_record_get_pain_after (self->record);
  self->is_pain_spent = FALSE;
}

void
fys_exercise_pane_forget_pain (FysExercisePane *self)
{
  self->pain_before = FYS_JOURNAL_PAIN_UNKNOWN;
  self->is_pain_spent = FALSE;
}

void
fys_exercise_pane_keep_session (FysExercisePane *self)
{
  g_autoptr (GPtrArray) entries = NULL;
  const char *title = fys_article_get_title (fys_document_get_article (self->document));

  forget_record (self);
  self->is_pain_spent = TRUE;
  if (is_keeping (self))
    entries = fys_record_entries_new (self->runner, fys_document_get_key (self->document), title,
                                      is_asking (self) ? self->pain_before : FYS_JOURNAL_PAIN_UNKNOWN);
  if (entries != NULL && entries->len > 0)
    {
      self->record = fys_record_new (self->journal, entries);
      g_signal_connect_object (self->record, "changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
    }
  fys_done_page_set_record (self->done_page, self->record, is_asking (self) ? FYS_RECORD_FORM_AFTER : FYS_RECORD_FORM_NOTHING);
}

void
fys_exercise_pane_leave_result (FysExercisePane *self)
{
  if (self->record != NULL && fys_record_get_state (self->record) == FYS_RECORD_SAVING)
    fys_record_save_now (self->record);
}

void
fys_exercise_pane_set_journal (FysExercisePane *self,
                               FysJournal      *journal,
                               GSettings       *settings)
{
  g_return_if_fail (FYS_IS_EXERCISE_PANE (self));
  g_return_if_fail (journal == NULL || FYS_IS_JOURNAL (journal));
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));

  g_set_object (&self->journal, journal);
  g_set_object (&self->journal_settings, settings);
}
