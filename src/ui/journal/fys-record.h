/* fys-record.h - what is kept of one session, on its way into the journal
 *
 * Saves what it is given as soon as it can, and again what is changed afterwards; says what the journal answered. What the user wrote stays here until it
 * is on the disk, however often that fails. Main thread. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/journal/fys-journal.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_RECORD_SAVING, /* something is not yet on the disk */
  FYS_RECORD_SAVED,  /* everything is */
  FYS_RECORD_FAILED, /* something is not, and will not be before a retry */
} FysRecordState;

#define FYS_TYPE_RECORD (fys_record_get_type ())
/* Signal: changed (): the state, or what failed. */
G_DECLARE_FINAL_TYPE (FysRecord, fys_record, FYS, RECORD, GObject)

/* Begins to save at once. @entries: (element-type FysJournalEntry): copied; at least one, none saved before (id 0). Returns: (transfer full) */
FysRecord             *fys_record_new             (FysJournal            *journal,
                                                   GPtrArray             *entries);
/* An entry of the journal, to be changed. Returns: (transfer full): saved */
FysRecord             *fys_record_new_for_entry   (FysJournal            *journal,
                                                   const FysJournalEntry *entry);

FysRecordState         fys_record_get_state       (FysRecord             *self);
/* Returns: (transfer none) (nullable): why it failed */
const GError          *fys_record_get_error       (FysRecord             *self);

/* Returns: of its last entry; 0 before the journal has it */
gint64                 fys_record_get_id          (FysRecord             *self);
/* Pain is that of the whole session; the note stands with its last exercise. */
int                    fys_record_get_pain_before (FysRecord             *self);
void                   fys_record_set_pain_before (FysRecord             *self,
                                                   int                    pain);
int                    fys_record_get_pain_after  (FysRecord             *self);
void                   fys_record_set_pain_after  (FysRecord             *self,
                                                   int                    pain);
const char            *fys_record_get_note        (FysRecord             *self);
/* Saved a moment after the last call, so that not every letter is. */
void                   fys_record_set_note        (FysRecord             *self,
                                                   const char            *note);

/* Does not wait for the moment. For whoever leaves: what is on its way is saved even when the record is unreferenced. */
void                   fys_record_save_now        (FysRecord             *self);
/* Tries again what failed. */
void                   fys_record_retry           (FysRecord             *self);

G_END_DECLS
