/* fys-journal-window-private.h - what the files of FysJournalWindow share, and what its tests see of it
 *
 *   fys-journal-window.c        the widget: it loads, shows, and says what is wrong
 *   fys-journal-window-edit.c   changing and deleting one entry
 *   fys-journal-window-files.c  export, import, print, and deleting everything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/journal/fys-calendar-page.h"
#include "ui/journal/fys-journal-window.h"
#include "ui/journal/fys-pain-page.h"
#include "ui/journal/fys-record-form.h"
#include "ui/window/fys-banner.h"

G_BEGIN_DECLS

struct _FysJournalWindow
{
  AdwWindow parent_instance;

  /* Template children */
  AdwToastOverlay *toasts;
  GtkWidget       *switcher;
  GtkMenuButton   *menu_button;
  FysBanner       *banner;
  GtkStack        *stack;
  GtkStack        *views;
  FysCalendarPage *calendar_page;
  FysPainPage     *pain_page;
  AdwStatusPage   *error_page;

  /* Owned */
  FysJournal      *journal;
  GCancellable    *cancellable;
  GPtrArray       *entries;    /* (nullable) (element-type FysJournalEntry): what is shown, newest first */
  FysJournalDays  *days;       /* (nullable): the same by day */
  FysJournalEntry *deleted;    /* (nullable): can be brought back */
  AdwToast        *undo_toast; /* (nullable): offers it */
  FysRecord       *record;     /* (nullable): of the entry that is changed, or was last */
  GtkWidget       *form;       /* weak (nullable): in the dialog that changes it */

  gboolean is_listing;     /* a list is on its way */
  gboolean is_list_stale;  /* the journal changed meanwhile */
  gboolean is_pain_fresh;  /* the pain page has got the days */
  gboolean is_read_only;   /* entries can be read, but not written */
};

/* fys-journal-window.c */
/* Gives the pain page what is to be shown, whether it is looked at or not. */
void fys_journal_window_refresh_pain         (FysJournalWindow      *self);
void fys_journal_window_toast                (FysJournalWindow      *self,
                                              const char            *text);
/* Says what is wrong, as a toast. */
void fys_journal_window_toast_error          (FysJournalWindow      *self,
                                              const GError          *error);
void fys_journal_window_update_actions       (FysJournalWindow      *self);
/* Opens the journal and lists it, from the beginning. */
void fys_journal_window_load                 (FysJournalWindow      *self);

/* fys-journal-window-edit.c */
void fys_journal_window_edit                 (FysJournalWindow      *self,
                                              const FysJournalEntry *entry);
void fys_journal_window_delete               (FysJournalWindow      *self,
                                              const FysJournalEntry *entry);
/* What was deleted can no longer be brought back. */
void fys_journal_window_forget_deleted       (FysJournalWindow      *self);
void fys_journal_window_dispose_edit         (FysJournalWindow      *self);
void fys_journal_window_install_edit_actions (GtkWidgetClass        *widget_class);

/* fys-journal-window-files.c */
void fys_journal_window_install_file_actions (GtkWidgetClass        *widget_class);

G_END_DECLS
