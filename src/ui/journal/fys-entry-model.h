/* fys-entry-model.h - entries of a journal as a list model, the newest first
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ui/journal/fys-journal-days.h"

G_BEGIN_DECLS

#define FYS_TYPE_ENTRY_ITEM (fys_entry_item_get_type ())
G_DECLARE_FINAL_TYPE (FysEntryItem, fys_entry_item, FYS, ENTRY_ITEM, GObject)

const FysJournalEntry *fys_entry_item_get_entry (FysEntryItem   *self);
guint32                fys_entry_item_get_day   (FysEntryItem   *self);

#define FYS_TYPE_ENTRY_MODEL (fys_entry_model_get_type ())
/* A list model of FysEntryItem, each made when it is asked for. */
G_DECLARE_FINAL_TYPE (FysEntryModel, fys_entry_model, FYS, ENTRY_MODEL, GObject)

/* Returns: (transfer full) */
FysEntryModel         *fys_entry_model_new      (void);
/* (nullable) */
void                   fys_entry_model_set_days (FysEntryModel  *self,
                                                 FysJournalDays *days);

G_END_DECLS
