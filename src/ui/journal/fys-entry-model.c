/* fys-entry-model.c - entries of a journal as a list model, the newest first
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-entry-model.h"

struct _FysEntryItem
{
  GObject parent_instance;

  /* Owned */
  FysJournalDays *days;

  guint index;
};

G_DEFINE_FINAL_TYPE (FysEntryItem, fys_entry_item, G_TYPE_OBJECT)

static void
fys_entry_item_finalize (GObject *object)
{
  g_clear_pointer (&FYS_ENTRY_ITEM (object)->days, fys_journal_days_unref);

  G_OBJECT_CLASS (fys_entry_item_parent_class)->finalize (object);
}

static void
fys_entry_item_class_init (FysEntryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_entry_item_finalize;
}

static void
fys_entry_item_init (FysEntryItem *self)
{
}

const FysJournalEntry *
fys_entry_item_get_entry (FysEntryItem *self)
{
  g_return_val_if_fail (FYS_IS_ENTRY_ITEM (self), NULL);
  return fys_journal_days_get (self->days, self->index);
}

guint32
fys_entry_item_get_day (FysEntryItem *self)
{
  g_return_val_if_fail (FYS_IS_ENTRY_ITEM (self), 0);
  return fys_journal_days_get_day (self->days, self->index);
}

struct _FysEntryModel
{
  GObject parent_instance;

  /* Owned */
  FysJournalDays *days; /* (nullable) */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FysEntryModel, fys_entry_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return FYS_TYPE_ENTRY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  FysEntryModel *self = FYS_ENTRY_MODEL (model);

  return self->days != NULL ? fys_journal_days_get_n (self->days) : 0;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  FysEntryModel *self = FYS_ENTRY_MODEL (model);
  guint n = get_n_items (model);
  FysEntryItem *item;

  if (position >= n)
    return NULL;
  item = g_object_new (FYS_TYPE_ENTRY_ITEM, NULL);
  item->days = fys_journal_days_ref (self->days);
  item->index = n - 1 - position;
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
fys_entry_model_finalize (GObject *object)
{
  g_clear_pointer (&FYS_ENTRY_MODEL (object)->days, fys_journal_days_unref);

  G_OBJECT_CLASS (fys_entry_model_parent_class)->finalize (object);
}

static void
fys_entry_model_class_init (FysEntryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_entry_model_finalize;
}

static void
fys_entry_model_init (FysEntryModel *self)
{
}

FysEntryModel *
fys_entry_model_new (void)
{
  return g_object_new (FYS_TYPE_ENTRY_MODEL, NULL);
}

void
fys_entry_model_set_days (FysEntryModel  *self,
                          FysJournalDays *days)
{
  guint n_before;

  g_return_if_fail (FYS_IS_ENTRY_MODEL (self));

  n_before = get_n_items (G_LIST_MODEL (self));
  g_clear_pointer (&self->days, fys_journal_days_unref);
  self->days = days != NULL ? fys_journal_days_ref (days) : NULL;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, get_n_items (G_LIST_MODEL (self)));
}
