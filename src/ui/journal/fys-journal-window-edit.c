/* fys-journal-window-edit.c - changing and deleting one entry of the journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-journal-window-private.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-dialog.h"

/* All of the scale in one row, and both scales with the note below each other. */
#define DIALOG_WIDTH_PX  640
#define DIALOG_HEIGHT_PX 600

/* The form says what is wrong while it is there. */
static void
record_changed_cb (FysJournalWindow *self,
                   FysRecord        *record)
{
  if (self->form == NULL && fys_record_get_state (record) == FYS_RECORD_FAILED)
    fys_journal_window_toast_error (self, fys_record_get_error (record));
}

static void
drop_record (FysJournalWindow *self)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
}

/* What could not be saved of it is still there to be saved. */
static gboolean
has_unsaved (FysJournalWindow      *self,
             const FysJournalEntry *entry)
{
  return self->record != NULL && fys_record_get_id (self->record) == entry->id && fys_record_get_state (self->record) != FYS_RECORD_SAVED;
}

static void
take_record (FysJournalWindow      *self,
             const FysJournalEntry *entry)
{
  if (has_unsaved (self, entry))
    return;
  drop_record (self);
  self->record = fys_record_new_for_entry (self->journal, entry);
  g_signal_connect_object (self->record, "changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
}

void
fys_journal_window_edit (FysJournalWindow      *self,
                         const FysJournalEntry *entry)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  take_record (self, entry);
  g_set_weak_pointer (&self->form, fys_record_form_new ());
  fys_record_form_set_record (FYS_RECORD_FORM (self->form), self->record, FYS_RECORD_FORM_BEFORE | FYS_RECORD_FORM_AFTER);
  gtk_widget_set_sensitive (self->form, !self->is_read_only);

  gtk_widget_add_css_class (self->form, "fys-page");
  adw_clamp_set_child (ADW_CLAMP (clamp), self->form);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  fys_compat_dialog_present (GTK_WIDGET (self), entry->exercise, scroller, DIALOG_WIDTH_PX, DIALOG_HEIGHT_PX);
}

static void
brought_back_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (FysJournalWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = fys_journal_add_finish (FYS_JOURNAL (source), result, &error);

  if (ids == NULL && !g_cancellable_is_cancelled (self->cancellable))
    fys_journal_window_toast_error (self, error);
}

static void
undo_delete_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  FysJournalWindow *self = FYS_JOURNAL_WINDOW (widget);
  g_autoptr (GPtrArray) entries = NULL;

  if (self->deleted == NULL)
    return;
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);
  self->deleted->id = 0; /* what was deleted is gone; this is the same as a new entry */
  g_ptr_array_add (entries, g_steal_pointer (&self->deleted));
  fys_journal_add_async (self->journal, entries, NULL, brought_back_cb, g_object_ref (self));
}

static void
toast_dismissed_cb (FysJournalWindow *self,
                    AdwToast         *toast)
{
  if (toast == self->undo_toast)
    g_clear_object (&self->undo_toast);
}

static void
offer_undo (FysJournalWindow *self)
{
  /* Translators: an exercise was deleted from the journal. */
  g_autofree char *text = g_strdup_printf (_("“%s” was deleted"), self->deleted->exercise);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  /* The older one would bring the newer entry back. */
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  g_set_object (&self->undo_toast, adw_toast_new (markup));
  adw_toast_set_button_label (self->undo_toast, _("_Undo"));
  adw_toast_set_action_name (self->undo_toast, "journal.undo-delete");
  g_signal_connect_object (self->undo_toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->undo_toast);
}

/** Deletion: of an entry, on its way. */
typedef struct
{
  FysJournalWindow *window;
  FysJournalEntry  *entry;
} Deletion;

static void
deletion_free (Deletion *self)
{
  g_object_unref (self->window);
  fys_journal_entry_free (self->entry);
  g_free (self);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Deletion *deletion = user_data;
  FysJournalWindow *self = deletion->window;
  g_autoptr (GError) error = NULL;
  gboolean is_deleted = fys_journal_delete_finish (FYS_JOURNAL (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    ;
  else if (!is_deleted)
    fys_journal_window_toast_error (self, error);
  else
    {
      g_clear_pointer (&self->deleted, fys_journal_entry_free);
      self->deleted = g_steal_pointer (&deletion->entry);
      offer_undo (self);
    }
  deletion_free (deletion);
}

void
fys_journal_window_delete (FysJournalWindow      *self,
                           const FysJournalEntry *entry)
{
  Deletion *deletion = g_new0 (Deletion, 1);

  deletion->window = g_object_ref (self);
  deletion->entry = fys_journal_entry_copy (entry);
  fys_journal_delete_async (self->journal, entry->id, NULL, deleted_cb, deletion);
}

void
fys_journal_window_forget_deleted (FysJournalWindow *self)
{
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  g_clear_object (&self->undo_toast);
  g_clear_pointer (&self->deleted, fys_journal_entry_free);
}

void
fys_journal_window_dispose_edit (FysJournalWindow *self)
{
  drop_record (self);
  g_clear_weak_pointer (&self->form);
  g_clear_object (&self->undo_toast);
  g_clear_pointer (&self->deleted, fys_journal_entry_free);
}

void
fys_journal_window_install_edit_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "journal.undo-delete", NULL, undo_delete_cb);
}
