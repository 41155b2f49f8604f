/* fys-entry-row.c - one entry of the journal, with buttons that change and delete it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-entry-row.h"

#include <glib/gi18n.h>

#include "fys-date.h"
#include "fys-journal-words.h"
#include "ui/exercise/fys-step-text.h"

struct _FysEntryRow
{
  AdwActionRow parent_instance;

  /* Owned */
  FysJournalEntry *entry;
};

enum
{
  SIGNAL_EDIT_REQUESTED,
  SIGNAL_DELETE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysEntryRow, fys_entry_row, ADW_TYPE_ACTION_ROW)

static void
edit_clicked_cb (FysEntryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_EDIT_REQUESTED], 0);
}

static void
delete_clicked_cb (FysEntryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_DELETE_REQUESTED], 0);
}

static void
fys_entry_row_finalize (GObject *object)
{
  g_clear_pointer (&FYS_ENTRY_ROW (object)->entry, fys_journal_entry_free);

  G_OBJECT_CLASS (fys_entry_row_parent_class)->finalize (object);
}

static void
fys_entry_row_class_init (FysEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_entry_row_finalize;

  signals[SIGNAL_EDIT_REQUESTED] = g_signal_new ("edit-requested", FYS_TYPE_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 0);
  signals[SIGNAL_DELETE_REQUESTED] = g_signal_new ("delete-requested", FYS_TYPE_ENTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 0);
}

static void
fys_entry_row_init (FysEntryRow *self)
{
}

static void
append_line (GString    *text,
             const char *line)
{
  if (*line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static char *
dup_text (const FysJournalEntry *entry)
{
  g_autofree char *done = fys_entry_dup_done (entry);
  g_autofree char *pain = fys_pain_dup_change (entry->pain_before, entry->pain_after);
  g_autoptr (GString) text = g_string_new (NULL);

  append_line (text, entry->article_title);
  append_line (text, done);
  append_line (text, pain);
  append_line (text, entry->note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* @name: a format with the name of the exercise, for a screen reader, which hears many such buttons one after the other. */
static void
add_button (FysEntryRow *self,
            const char  *icon_name,
            const char  *tooltip,
            char        *name,
            GCallback    callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  g_free (name);
}

GtkWidget *
fys_entry_row_new (const FysJournalEntry *entry)
{
  FysEntryRow *self;
  g_autofree char *text = NULL;
  g_autofree char *time = NULL;
  GtkWidget *time_label;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (FYS_TYPE_ENTRY_ROW, "use-markup", FALSE, "subtitle-lines", 0, "title-lines", 0, NULL);
  self->entry = fys_journal_entry_copy (entry);
  gtk_widget_add_css_class (GTK_WIDGET (self), "fys-entry");
  text = dup_text (entry);
  time = fys_time_dup_text (entry->started_unix_s, entry->utc_offset_s);
  time_label = gtk_label_new (time);
  gtk_widget_add_css_class (time_label, "numeric");
  gtk_widget_set_valign (time_label, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), time_label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), entry->exercise);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  add_button (self, "document-edit-symbolic", _("Change"), g_strdup_printf (_("Change %s"), entry->exercise),
              G_CALLBACK (edit_clicked_cb));
  add_button (self, "user-trash-symbolic", _("Delete"), g_strdup_printf (_("Delete %s"), entry->exercise),
              G_CALLBACK (delete_clicked_cb));
  return GTK_WIDGET (self);
}

const FysJournalEntry *
fys_entry_row_get_entry (FysEntryRow *self)
{
  g_return_val_if_fail (FYS_IS_ENTRY_ROW (self), NULL);
  return self->entry;
}

char *
fys_entry_dup_done (const FysJournalEntry *entry)
{
  g_autofree char *done = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  /* Translators: repetitions done and planned. */
  done = g_strdup_printf (ngettext ("%u of %u repetition", "%u of %u repetitions", entry->n_planned), entry->n_done, entry->n_planned);
  if (entry->active_s == 0)
    return g_steal_pointer (&done);
  time = fys_length_dup_text (entry->active_s * (gint64) G_USEC_PER_SEC);
  return g_strdup_printf ("%s · %s", done, time);
}
