/* fys-journal-window-files.c - printing the journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-journal-window-private.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-ask.h"
#include "fys-journal-print.h"
#include "fys-journal-words.h"

/* Something that must be read, and not a toast that goes by itself. */
static void
tell (FysJournalWindow *self,
      const char       *heading,
      const GError     *error)
{
  const FysAnswer answer = { "close", _("_Close"), FYS_ANSWER_PLAIN };
  g_autofree char *text = fys_journal_dup_error (error);

  fys_compat_ask_async (GTK_WINDOW (self), heading, text, &answer, 1, "close", NULL, NULL);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  FysJournalWindow *self = FYS_JOURNAL_WINDOW (widget);
  g_autoptr (FysJournalDays) days = fys_pain_page_dup_chosen (self->pain_page);
  g_autofree char *heading = fys_pain_page_dup_heading (self->pain_page);
  g_autoptr (GError) error = NULL;

  if (days != NULL && !fys_journal_print (GTK_WINDOW (self), days, heading, &error))
    tell (self, _("The Journal Was Not Printed"), error);
}

void
fys_journal_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "journal.print", NULL, print_cb);
}
