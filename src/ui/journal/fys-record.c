/* fys-record.c - what is kept of one session, on its way into the journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-record.h"

/* Long enough for the next letter. */
#define NOTE_DELAY_MS 700

struct _FysRecord
{
  GObject parent_instance;

  /* Owned */
  FysJournal *journal;
  GPtrArray  *entries;  /* (element-type FysJournalEntry) */
  gboolean   *is_dirty; /* for each: differs from what the journal has */
  GError     *error;    /* (nullable): of the last try */

  guint    note_id;  /* 0 when no note waits */
  guint    updating; /* index of the entry on its way, while is_busy */
  gboolean is_added;
  gboolean is_busy;  /* a call of the journal is on its way; it holds a reference to the record */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysRecord, fys_record, G_TYPE_OBJECT)

static void advance (FysRecord *self);

static FysJournalEntry *
get_entry (FysRecord *self,
           guint      index)
{
  return g_ptr_array_index (self->entries, index);
}

static FysJournalEntry *
get_last (FysRecord *self)
{
  return get_entry (self, self->entries->len - 1);
}

/* Returns: the first entry that the journal has not as it is here, or the number of entries */
static guint
find_dirty (FysRecord *self)
{
  guint i = 0;

  while (i < self->entries->len && !self->is_dirty[i])
    i++;
  return i;
}

static void
end_call (FysRecord *self,
          GError    *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->is_busy = FALSE;
  if (error == NULL)
    advance (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (FysRecord) self = user_data;
  GError *error = NULL;
  g_autoptr (GArray) ids = fys_journal_add_finish (self->journal, result, &error);

  if (ids != NULL)
    {
      self->is_added = TRUE;
      for (guint i = 0; i < MIN (ids->len, self->entries->len); i++)
        get_entry (self, i)->id = g_array_index (ids, gint64, i);
    }
  end_call (self, error);
}

static void
updated_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (FysRecord) self = user_data;
  GError *error = NULL;

  if (!fys_journal_update_finish (self->journal, result, &error))
    self->is_dirty[self->updating] = TRUE;
  end_call (self, error);
}

/* One call at a time: what is changed meanwhile is dirty, and goes out with the next one. */
static void
advance (FysRecord *self)
{
  guint dirty = find_dirty (self);

  if (self->is_busy || (self->is_added && dirty == self->entries->len))
    return;
  self->is_busy = TRUE;
  if (!self->is_added)
    {
      for (guint i = 0; i < self->entries->len; i++)
        self->is_dirty[i] = FALSE;
      fys_journal_add_async (self->journal, self->entries, NULL, added_cb, g_object_ref (self));
      return;
    }
  self->updating = dirty;
  self->is_dirty[dirty] = FALSE;
  fys_journal_update_async (self->journal, get_entry (self, dirty), NULL, updated_cb, g_object_ref (self));
}

static gboolean
note_cb (gpointer user_data)
{
  FysRecord *self = user_data;

  self->note_id = 0;
  advance (self);
  return G_SOURCE_REMOVE;
}

static void
fys_record_finalize (GObject *object)
{
  FysRecord *self = FYS_RECORD (object);

  g_clear_handle_id (&self->note_id, g_source_remove);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->is_dirty, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (fys_record_parent_class)->finalize (object);
}

static void
fys_record_class_init (FysRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_record_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FYS_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fys_record_init (FysRecord *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_journal_entry_free);
}

static FysRecord *
record_new (FysJournal *journal,
            guint       n_entries)
{
  FysRecord *self = g_object_new (FYS_TYPE_RECORD, NULL);

  self->journal = g_object_ref (journal);
  self->is_dirty = g_new0 (gboolean, n_entries);
  return self;
}

FysRecord *
fys_record_new (FysJournal *journal,
                GPtrArray  *entries)
{
  FysRecord *self;

  g_return_val_if_fail (FYS_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (entries != NULL && entries->len > 0, NULL);

  self = record_new (journal, entries->len);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (self->entries, fys_journal_entry_copy (g_ptr_array_index (entries, i)));
  advance (self);
  return self;
}

FysRecord *
fys_record_new_for_entry (FysJournal            *journal,
                          const FysJournalEntry *entry)
{
  FysRecord *self;

  g_return_val_if_fail (FYS_IS_JOURNAL (journal), NULL);
  g_return_val_if_fail (entry != NULL && entry->id != 0, NULL);

  self = record_new (journal, 1);
  g_ptr_array_add (self->entries, fys_journal_entry_copy (entry));
  self->is_added = TRUE;
  return self;
}

FysRecordState
fys_record_get_state (FysRecord *self)
{
  g_return_val_if_fail (FYS_IS_RECORD (self), FYS_RECORD_SAVING);

  if (!self->is_busy && self->error != NULL)
    return FYS_RECORD_FAILED;
  return self->is_added && !self->is_busy && find_dirty (self) == self->entries->len ? FYS_RECORD_SAVED : FYS_RECORD_SAVING;
}

const GError *
fys_record_get_error (FysRecord *self)
{
  g_return_val_if_fail (FYS_IS_RECORD (self), NULL);
  return fys_record_get_state (self) == FYS_RECORD_FAILED ? self->error : NULL;
}

static void
save_all (FysRecord *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    self->is_dirty[i] = TRUE;
  fys_record_save_now (self);
}

gint64
fys_record_get_id (FysRecord *self)
{
  g_return_val_if_fail (FYS_IS_RECORD (self), 0);
  return get_last (self)->id;
}

int
fys_record_get_pain_before (FysRecord *self)
{
  g_return_val_if_fail (FYS_IS_RECORD (self), FYS_JOURNAL_PAIN_UNKNOWN);
  return get_last (self)->pain_before;
}

void
fys_record_set_pain_before (FysRecord *self,
                            int        pain)
{
  g_return_if_fail (FYS_IS_RECORD (self));

  if (pain == get_last (self)->pain_before)
    return;
  for (guint i = 0; i < self->entries->len; i++)
    get_entry (self, i)->pain_before = pain;
  save_all (self);
}

int
fys_record_get_pain_after (FysRecord *self)
{
  g_return_val_if_fail (FYS_IS_RECORD (self), FYS_JOURNAL_PAIN_UNKNOWN);
  return get_last (self)->pain_after;
}

void
fys_record_set_pain_after (FysRecord *self,
                           int        pain)
{
  g_return_if_fail (FYS_IS_RECORD (self));

  if (pain == get_last (self)->pain_after)
    return;
  for (guint i = 0; i < self->entries->len; i++)
    get_entry (self, i)->pain_after = pain;
  save_all (self);
}

const char *
fys_record_get_note (FysRecord *self)
{
  g_return_val_if_fail (FYS_IS_RECORD (self), "");
  return get_last (self)->note;
}

void
fys_record_set_note (FysRecord  *self,
                     const char *note)
{
  FysJournalEntry *last;

  g_return_if_fail (FYS_IS_RECORD (self));
  g_return_if_fail (note != NULL);

  last = get_last (self);
  if (g_str_equal (note, last->note))
    return;
  g_free (last->note);
  last->note = g_strdup (note);
  self->is_dirty[self->entries->len - 1] = TRUE;
  if (self->note_id == 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_clear_handle_id (&self->note_id, g_source_remove);
  self->note_id = g_timeout_add (NOTE_DELAY_MS, note_cb, self);
  g_source_set_name_by_id (self->note_id, "fys-record-note");
}

void
fys_record_save_now (FysRecord *self)
{
  g_return_if_fail (FYS_IS_RECORD (self));

  g_clear_handle_id (&self->note_id, g_source_remove);
  advance (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
fys_record_retry (FysRecord *self)
{
  g_return_if_fail (FYS_IS_RECORD (self));
  fys_record_save_now (self);
}
