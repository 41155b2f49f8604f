/* fys-journal-days.c - the entries of a journal, by the day on which they were made
 *
 * A sorted array with a day beside each entry: a day is found by halving, so a month of a calendar costs some hundred comparisons, however long the
 * journal is. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-journal-days.h"

#include "fys-date.h"

typedef struct
{
  const FysJournalEntry *entry;
  gint64                 local_s;
  guint32                day;
} Item;

struct _FysJournalDays
{
  GPtrArray *entries;
  Item      *items;
  guint      n_items;
};

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Item *first = a;
  const Item *second = b;

  if (first->local_s != second->local_s)
    return first->local_s < second->local_s ? -1 : 1;
  return first->entry->id < second->entry->id ? -1 : first->entry->id > second->entry->id;
}

FysJournalDays *
fys_journal_days_new (GPtrArray *entries)
{
  FysJournalDays *self;

  g_return_val_if_fail (entries != NULL, NULL);

  self = g_atomic_rc_box_new0 (FysJournalDays);
  self->entries = g_ptr_array_ref (entries);
  self->n_items = entries->len;
  self->items = g_new0 (Item, MAX (entries->len, 1));
  for (guint i = 0; i < entries->len; i++)
    {
      const FysJournalEntry *entry = g_ptr_array_index (entries, i);

      self->items[i].entry = entry;
      self->items[i].local_s = entry->started_unix_s + entry->utc_offset_s;
      self->items[i].day = fys_day_from_unix (entry->started_unix_s, entry->utc_offset_s);
    }
  qsort (self->items, self->n_items, sizeof (Item), compare);
  return self;
}

FysJournalDays *
fys_journal_days_ref (FysJournalDays *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FysJournalDays *self = data;

  g_ptr_array_unref (self->entries);
  g_free (self->items);
}

void
fys_journal_days_unref (FysJournalDays *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
fys_journal_days_get_n (FysJournalDays *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_items;
}

const FysJournalEntry *
fys_journal_days_get (FysJournalDays *self,
                      guint           index)
{
  g_return_val_if_fail (self != NULL && index < self->n_items, NULL);
  return self->items[index].entry;
}

guint32
fys_journal_days_get_day (FysJournalDays *self,
                          guint           index)
{
  g_return_val_if_fail (self != NULL && index < self->n_items, 0);
  return self->items[index].day;
}

guint
fys_journal_days_find (FysJournalDays *self,
                       guint32         day)
{
  guint first = 0, end;

  g_return_val_if_fail (self != NULL, 0);

  end = self->n_items;
  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (self->items[middle].day < day)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

guint
fys_journal_days_count (FysJournalDays *self,
                        guint32         day)
{
  g_return_val_if_fail (self != NULL, 0);
  return fys_journal_days_find (self, day + 1) - fys_journal_days_find (self, day);
}

static gboolean
matches (const Item             *item,
         const FysJournalFilter *filter)
{
  const FysJournalEntry *entry = item->entry;

  return item->day >= filter->from_day &&
         (filter->article == NULL || g_str_equal (filter->article, entry->article)) &&
         (filter->exercise == NULL || g_str_equal (filter->exercise, entry->exercise)) &&
         (!filter->is_pain_known || entry->pain_before >= 0 || entry->pain_after >= 0);
}

FysJournalDays *
fys_journal_days_filter (FysJournalDays         *self,
                         const FysJournalFilter *filter)
{
  FysJournalDays *filtered;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);

  filtered = g_atomic_rc_box_new0 (FysJournalDays);
  filtered->entries = g_ptr_array_ref (self->entries);
  filtered->items = g_new0 (Item, MAX (self->n_items, 1));
  for (guint i = 0; i < self->n_items; i++)
    if (matches (&self->items[i], filter))
      filtered->items[filtered->n_items++] = self->items[i];
  return filtered;
}
