/* fys-record-form.h - asks how an exercise felt, and says whether the answer is in the journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/journal/fys-record.h"

G_BEGIN_DECLS

/* What is asked for; a note can always be written. */
typedef enum
{
  FYS_RECORD_FORM_NOTHING = 0,
  FYS_RECORD_FORM_BEFORE = 1 << 0,
  FYS_RECORD_FORM_AFTER = 1 << 1,
} FysRecordFormParts;

#define FYS_TYPE_RECORD_FORM (fys_record_form_get_type ())
/* Every answer is given to the record at once; there is no button to save. What was written is saved when the form lets the record go. */
G_DECLARE_FINAL_TYPE (FysRecordForm, fys_record_form, FYS, RECORD_FORM, GtkWidget)

GtkWidget *fys_record_form_new        (void);
/* @record: (nullable): referenced until the next call */
void       fys_record_form_set_record (FysRecordForm      *self,
                                       FysRecord          *record,
                                       FysRecordFormParts  parts);

G_END_DECLS
