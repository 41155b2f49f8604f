/* fys-journal-window.c - the journal: a calendar, pain over time, and what can be done with all of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-journal-window-private.h"

#include <glib/gi18n.h>

#include "fys-journal-words.h"

G_DEFINE_FINAL_TYPE (FysJournalWindow, fys_journal_window, ADW_TYPE_WINDOW)

void
fys_journal_window_toast (FysJournalWindow *self,
                          const char       *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup)); /* AdwToast reads its title as markup */
}

void
fys_journal_window_toast_error (FysJournalWindow *self,
                                const GError     *error)
{
  g_autofree char *text = fys_journal_dup_error (error);

  fys_journal_window_toast (self, text);
}

void
fys_journal_window_update_actions (FysJournalWindow *self)
{
  gboolean has_entries = self->entries != NULL && self->entries->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.print", has_entries);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.export", has_entries);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.import", self->entries != NULL && !self->is_read_only);
  /* A file that cannot be read can still be deleted. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "journal.delete-all", (has_entries || self->entries == NULL) && !self->is_read_only);
}

static void
show_error (FysJournalWindow *self,
            const GError     *error)
{
  g_autofree char *text = fys_journal_dup_error (error);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  /* What could be read before is still true. */
  if (self->entries != NULL)
    {
      fys_banner_show (self->banner, text, NULL);
      return;
    }
  adw_status_page_set_description (self->error_page, markup); /* which reads it as markup */
  gtk_stack_set_visible_child_name (self->stack, "error");
  gtk_widget_set_visible (self->switcher, FALSE);
  fys_journal_window_update_actions (self);
}

/* The choices of the pain page and its curve take some time of a long journal: not before somebody looks at them. */
void
fys_journal_window_refresh_pain (FysJournalWindow *self)
{
  if (self->days == NULL || self->is_pain_fresh)
    return;
  self->is_pain_fresh = TRUE;
  fys_pain_page_set_days (self->pain_page, self->days);
}

static void
update_pain_page (FysJournalWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "pain") == 0)
    fys_journal_window_refresh_pain (self);
}

static void
show_entries (FysJournalWindow *self)
{
  gboolean is_empty = self->entries->len == 0;
  gboolean is_first = !gtk_widget_get_visible (self->switcher);

  g_clear_pointer (&self->days, fys_journal_days_unref);
  self->days = fys_journal_days_new (self->entries);
  self->is_pain_fresh = FALSE;
  fys_calendar_page_set_days (self->calendar_page, self->days);
  update_pain_page (self);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "views");
  gtk_widget_set_visible (self->switcher, !is_empty);
  if (is_first && !is_empty)
    (void) gtk_widget_grab_focus (GTK_WIDGET (self->calendar_page)); /* it has not got it before it is shown */
  fys_journal_window_update_actions (self);
}

static void list (FysJournalWindow *self);

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (FysJournalWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = fys_journal_list_finish (FYS_JOURNAL (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  self->is_listing = FALSE;
  if (entries == NULL)
    show_error (self, error);
  else
    {
      g_clear_pointer (&self->entries, g_ptr_array_unref);
      self->entries = g_steal_pointer (&entries);
      show_entries (self);
    }
  if (self->is_list_stale)
    list (self);
}

static void
list (FysJournalWindow *self)
{
  self->is_list_stale = self->is_listing;
  if (self->is_listing)
    return;
  self->is_listing = TRUE;
  fys_journal_list_async (self->journal, self->cancellable, listed_cb, g_object_ref (self));
}

/* What was found when the file was opened: the worse of what there may be to say. */
static void
tell_opening (FysJournalWindow  *self,
              FysJournalOpening *opening)
{
  g_autofree char *text = NULL;

  self->is_read_only = opening->obstacle != NULL;
  if (opening->set_aside != NULL)
    {
      g_autofree char *name = g_filename_display_name (opening->set_aside);
      g_autofree char *rescued = NULL;

      if (opening->n_rescued > 0)
        rescued = g_strdup_printf (ngettext ("%u exercise could be saved from it.", "%u exercises could be saved from it.",
                                             opening->n_rescued), opening->n_rescued);
      else
        rescued = g_strdup (_("Nothing could be saved from it."));

      text = g_strjoin (" ", _("The journal’s file was damaged."), rescued, _("The damaged file was not deleted. It is here:"), name, NULL);
    }
  else if (opening->obstacle != NULL)
    text = fys_journal_dup_error (opening->obstacle);
  if (text != NULL)
    fys_banner_show (self->banner, text, NULL);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (FysJournalWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FysJournalOpening) opening = fys_journal_open_finish (FYS_JOURNAL (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (opening == NULL)
    {
      show_error (self, error);
      return;
    }
  tell_opening (self, opening);
  list (self);
}

void
fys_journal_window_load (FysJournalWindow *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  gtk_widget_set_visible (self->switcher, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  fys_journal_window_update_actions (self);
  fys_journal_open_async (self->journal, self->cancellable, opened_cb, g_object_ref (self));
}

static void
retry_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  fys_journal_window_load (FYS_JOURNAL_WINDOW (widget));
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
fys_journal_window_dispose (GObject *object)
{
  FysJournalWindow *self = FYS_JOURNAL_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  fys_journal_window_dispose_edit (self);
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->days, fys_journal_days_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_JOURNAL_WINDOW);

  G_OBJECT_CLASS (fys_journal_window_parent_class)->dispose (object);
}

static void
fys_journal_window_finalize (GObject *object)
{
  g_clear_object (&FYS_JOURNAL_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (fys_journal_window_parent_class)->finalize (object);
}

static void
fys_journal_window_class_init (FysJournalWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_journal_window_dispose;
  object_class->finalize = fys_journal_window_finalize;

  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "journal.retry", NULL, retry_cb);
  fys_journal_window_install_edit_actions (widget_class);
  fys_journal_window_install_file_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "journal.print", NULL);

  g_type_ensure (FYS_TYPE_BANNER);
  g_type_ensure (FYS_TYPE_CALENDAR_PAGE);
  g_type_ensure (FYS_TYPE_PAIN_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/journal/fys-journal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FysJournalWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FysJournalWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, FysJournalWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FysJournalWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, FysJournalWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FysJournalWindow, views);
  gtk_widget_class_bind_template_child (widget_class, FysJournalWindow, calendar_page);
  gtk_widget_class_bind_template_child (widget_class, FysJournalWindow, pain_page);
  gtk_widget_class_bind_template_child (widget_class, FysJournalWindow, error_page);
  gtk_widget_class_bind_template_callback (widget_class, fys_journal_window_edit);
  gtk_widget_class_bind_template_callback (widget_class, fys_journal_window_delete);
  gtk_widget_class_bind_template_callback (widget_class, update_pain_page);
}

static void
fys_journal_window_init (FysJournalWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->switcher, FALSE);
  fys_journal_window_update_actions (self);
}

FysJournalWindow *
fys_journal_window_new (GtkApplication *application,
                        FysJournal     *journal)
{
  FysJournalWindow *self;

  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (FYS_IS_JOURNAL (journal), NULL);

  self = g_object_new (FYS_TYPE_JOURNAL_WINDOW, "application", application, NULL);
  self->journal = g_object_ref (journal);
  g_signal_connect_object (journal, "changed", G_CALLBACK (list), self, G_CONNECT_SWAPPED);
  fys_journal_window_load (self);
  return self;
}
