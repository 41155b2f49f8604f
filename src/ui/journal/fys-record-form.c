/* fys-record-form.c - asks how an exercise felt, and says whether the answer is in the journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-record-form.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-announce.h"
#include "fys-journal-style.h"
#include "fys-journal-words.h"
#include "fys-pain-scale.h"

struct _FysRecordForm
{
  GtkWidget parent_instance;

  /* Template children */
  FysPainScale *before_scale;
  FysPainScale *after_scale;
  GtkTextView  *note_view;
  GtkWidget    *status_box;
  GtkImage     *status_image;
  GtkLabel     *status_label;
  GtkWidget    *retry_button;

  /* Owned */
  FysRecord *record; /* (nullable) */

  gboolean is_filling; /* what changes now was not done by the user */
  gboolean has_announced;
};

G_DEFINE_FINAL_TYPE (FysRecordForm, fys_record_form, GTK_TYPE_WIDGET)

static void
show_status (FysRecordForm *self,
             const char    *icon_name,
             const char    *text)
{
  gtk_image_set_from_icon_name (self->status_image, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->status_image), icon_name != NULL);
  gtk_label_set_label (self->status_label, text);
}

static void
show_failure (FysRecordForm *self)
{
  g_autofree char *why = fys_journal_dup_error (fys_record_get_error (self->record));
  g_autofree char *text = g_strdup_printf ("%s %s", _("Not saved in the journal yet."), why);
  gboolean is_news = !g_str_equal (text, gtk_label_get_label (self->status_label));

  show_status (self, "dialog-warning-symbolic", text);
  if (!is_news || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->has_announced = TRUE;
  fys_compat_announce (GTK_WIDGET (self), text);
}

static void
end_announcement (FysRecordForm *self)
{
  if (self->has_announced)
    fys_compat_announce_end (GTK_WIDGET (self));
  self->has_announced = FALSE;
}

static void
update_status (FysRecordForm *self)
{
  FysRecordState state = self->record != NULL ? fys_record_get_state (self->record) : FYS_RECORD_SAVING;

  gtk_widget_set_visible (self->status_box, self->record != NULL);
  gtk_widget_set_visible (self->retry_button, state == FYS_RECORD_FAILED);
  if (state == FYS_RECORD_FAILED)
    gtk_widget_add_css_class (self->status_box, "fys-note");
  else
    gtk_widget_remove_css_class (self->status_box, "fys-note");
  switch (state)
    {
    case FYS_RECORD_SAVED:
      end_announcement (self);
      show_status (self, "object-select-symbolic", _("Saved in the journal"));
      break;
    case FYS_RECORD_FAILED:
      show_failure (self);
      break;
    case FYS_RECORD_SAVING:
    default:
      show_status (self, NULL, _("Saving in the journal…"));
    }
}

static void
before_changed_cb (FysRecordForm *self)
{
  if (self->record != NULL && !self->is_filling)
    fys_record_set_pain_before (self->record, fys_pain_scale_get_value (self->before_scale));
}

static void
after_changed_cb (FysRecordForm *self)
{
  if (self->record != NULL && !self->is_filling)
    fys_record_set_pain_after (self->record, fys_pain_scale_get_value (self->after_scale));
}

static void
note_changed_cb (FysRecordForm *self,
                 GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *note = NULL;

  if (self->record == NULL || self->is_filling)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  note = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  fys_record_set_note (self->record, note);
}

static void
retry_clicked_cb (FysRecordForm *self)
{
  if (self->record != NULL)
    fys_record_retry (self->record);
}

static void
fys_record_form_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fys_record_form_parent_class)->unmap (widget);

  end_announcement (FYS_RECORD_FORM (widget));
}

static void
fys_record_form_dispose (GObject *object)
{
  FysRecordForm *self = FYS_RECORD_FORM (object);
  GtkWidget *child;

  if (self->record != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->record, self);
      fys_record_save_now (self->record);
    }
  g_clear_object (&self->record);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_RECORD_FORM);

  G_OBJECT_CLASS (fys_record_form_parent_class)->dispose (object);
}

static void
fys_record_form_class_init (FysRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_record_form_dispose;
  widget_class->unmap = fys_record_form_unmap;

  g_type_ensure (FYS_TYPE_PAIN_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/journal/fys-record-form.ui");
  gtk_widget_class_bind_template_child (widget_class, FysRecordForm, before_scale);
  gtk_widget_class_bind_template_child (widget_class, FysRecordForm, after_scale);
  gtk_widget_class_bind_template_child (widget_class, FysRecordForm, note_view);
  gtk_widget_class_bind_template_child (widget_class, FysRecordForm, status_box);
  gtk_widget_class_bind_template_child (widget_class, FysRecordForm, status_image);
  gtk_widget_class_bind_template_child (widget_class, FysRecordForm, status_label);
  gtk_widget_class_bind_template_child (widget_class, FysRecordForm, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, before_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
  fys_journal_style_load ();
}

static void
fys_record_form_init (FysRecordForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->note_view), "changed", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  update_status (self);
}

GtkWidget *
fys_record_form_new (void)
{
  return g_object_new (FYS_TYPE_RECORD_FORM, NULL);
}

void
fys_record_form_set_record (FysRecordForm      *self,
                            FysRecord          *record,
                            FysRecordFormParts  parts)
{
  g_return_if_fail (FYS_IS_RECORD_FORM (self));
  g_return_if_fail (record == NULL || FYS_IS_RECORD (record));

  if (self->record != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->record, self);
      fys_record_save_now (self->record);
    }
  g_set_object (&self->record, record);
  gtk_widget_set_visible (GTK_WIDGET (self->before_scale), (parts & FYS_RECORD_FORM_BEFORE) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->after_scale), (parts & FYS_RECORD_FORM_AFTER) != 0);
  /* "Now" is true only right after the session, when what came before was asked already. */
  fys_pain_scale_set_title (self->after_scale, (parts & FYS_RECORD_FORM_BEFORE) != 0 ? _("How bad was your pain afterwards?")
                                                                                     : _("How bad is your pain now?"));
  if (record != NULL)
    {
      self->is_filling = TRUE;
      fys_pain_scale_set_value (self->before_scale, fys_record_get_pain_before (record));
      fys_pain_scale_set_value (self->after_scale, fys_record_get_pain_after (record));
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note_view), fys_record_get_note (record), -1);
      self->is_filling = FALSE;
      g_signal_connect_object (record, "changed", G_CALLBACK (update_status), self, G_CONNECT_SWAPPED);
    }
  update_status (self);
}
