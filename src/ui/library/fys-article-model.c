/* fys-article-model.c - a list of the library's articles as a list model that reads what is looked at
 *
 *   items      one slot an article; filled where the view looked, empty elsewhere
 *
 *   0 ·········|■■■■■■■■■■■■■■■■|··············· n     ■ held: FysArticleItem, its entry there or on the way
 *              first … last held
 *
 * After a change of the library, the number of articles and those around the held ones are read anew. Articles that are in both are the same items, and
 * only what lies between them is told as removed or added. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-article-model.h"

/* Some screens full: read at once, so that scrolling seldom meets an empty row. */
#define PAGE 64
/* A view of GTK 4.8 holds about 200 rows; around them there is room to go to and fro. */
#define MAX_HELD 1024

struct _FysArticleItem
{
  GObject          parent_instance;

  FysLibraryEntry *entry; /* (nullable) */
};

enum
{
  ITEM_PROP_0,
  ITEM_PROP_ENTRY,
  ITEM_N_PROPS,
};

static GParamSpec *item_props[ITEM_N_PROPS];

G_DEFINE_FINAL_TYPE (FysArticleItem, fys_article_item, G_TYPE_OBJECT)

static void
fys_article_item_finalize (GObject *object)
{
  g_clear_object (&FYS_ARTICLE_ITEM (object)->entry);

  G_OBJECT_CLASS (fys_article_item_parent_class)->finalize (object);
}

static void
fys_article_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case ITEM_PROP_ENTRY:
      g_value_set_object (value, FYS_ARTICLE_ITEM (object)->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_article_item_class_init (FysArticleItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = fys_article_item_finalize;
  object_class->get_property = fys_article_item_get_property;

  item_props[ITEM_PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, FYS_TYPE_LIBRARY_ENTRY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, ITEM_N_PROPS, item_props);
}

static void
fys_article_item_init (FysArticleItem *self)
{
}

FysLibraryEntry *
fys_article_item_get_entry (FysArticleItem *self)
{
  g_return_val_if_fail (FYS_IS_ARTICLE_ITEM (self), NULL);

  return self->entry;
}

static void
set_entry (FysArticleItem  *self,
           FysLibraryEntry *entry)
{
  if (g_set_object (&self->entry, entry))
    g_object_notify_by_pspec (G_OBJECT (self), item_props[ITEM_PROP_ENTRY]);
}

struct _FysArticleModel
{
  GObject          parent_instance;

  /* Owned */
  FysLibrary      *library;
  FysLibraryFilter filter;
  char            *body_part;   /* (nullable): the filter's */
  char            *text;        /* (nullable): likewise */
  GPtrArray       *items;       /* (nullable elements) FysArticleItem */
  GHashTable      *reading;     /* numbers of pages that are being read */
  GCancellable    *cancellable; /* of all that is being read */

  guint            n_held;
  guint            last_asked;  /* position */
  gboolean         has_filter;
  gboolean         is_loading;
  gboolean         is_comparing; /* a change of the library is being looked at */
  gboolean         is_stale;     /* it changed again meanwhile */
  gboolean         is_changing;  /* the list is in the middle of being changed: nothing is asked of the library */
};

enum
{
  PROP_0,
  PROP_IS_LOADING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void list_model_init (GListModelInterface *iface);
static void compare        (FysArticleModel     *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (FysArticleModel, fys_article_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* the slots */

static FysArticleItem *
get_held (FysArticleModel *self,
          guint            position)
{
  return g_ptr_array_index (self->items, position);
}

static void
take_item (FysArticleModel *self,
           guint            position,
           FysArticleItem  *item)
{
  self->n_held += (item != NULL) - (get_held (self, position) != NULL);
  g_clear_object ((FysArticleItem **) &g_ptr_array_index (self->items, position));
  g_ptr_array_index (self->items, position) = item;
}

static void
remove_slots (FysArticleModel *self,
              guint            position,
              guint            n)
{
  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    take_item (self, position + i, NULL);
  g_ptr_array_remove_range (self->items, position, n);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n, 0);
}

static void
insert_slots (FysArticleModel *self,
              guint            position,
              guint            n)
{
  guint n_before = self->items->len;

  if (n == 0)
    return;
  g_ptr_array_set_size (self->items, (int) (n_before + n));
  memmove (self->items->pdata + position + n, self->items->pdata + position, (n_before - position) * sizeof (gpointer));
  memset (self->items->pdata + position, 0, n * sizeof (gpointer));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, n);
}

static void
set_n_items (FysArticleModel *self,
             guint            n)
{
  if (n > self->items->len)
    insert_slots (self, self->items->len, n - self->items->len);
  else
    remove_slots (self, n, self->items->len - n);
}

/* Lets go of what is far from where the view is. */
static void
let_go (FysArticleModel *self)
{
  guint first = self->last_asked > MAX_HELD / 2 ? self->last_asked - MAX_HELD / 2 : 0;
  guint end = first + MAX_HELD;

  for (guint i = 0; i < self->items->len; i++)
    if (i < first || i >= end)
      take_item (self, i, NULL);
}

/* reading what is looked at */

static void
fill (FysArticleModel *self,
      guint            position,
      GPtrArray       *entries)
{
  for (guint i = 0; i < entries->len && position + i < self->items->len; i++)
    {
      if (get_held (self, position + i) == NULL)
        take_item (self, position + i, g_object_new (FYS_TYPE_ARTICLE_ITEM, NULL));
      set_entry (get_held (self, position + i), g_ptr_array_index (entries, i));
    }
}

/** Page: what is read for whom. */
typedef struct
{
  FysArticleModel *model;
  GCancellable    *cancellable;
  guint            number;
} Page;

static void
page_free (Page *page)
{
  g_object_unref (page->model);
  g_object_unref (page->cancellable);
  g_free (page);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static void
page_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Page)      page = user_data;
  FysArticleModel      *self = page->model;
  g_autoptr (GPtrArray) entries = fys_library_list_finish (FYS_LIBRARY (source), result, NULL);

  /* What could not be read stays empty until the library has changed: it is being built anew then. */
  if (g_cancellable_is_cancelled (page->cancellable))
    return;
  g_hash_table_remove (self->reading, GUINT_TO_POINTER (page->number));
  if (entries == NULL)
    return;
  fill (self, page->number * PAGE, entries);
  if (self->n_held > MAX_HELD)
    let_go (self);
}

static void
read_page (FysArticleModel *self,
           guint            number)
{
  Page *page;

  if (self->is_changing || !g_hash_table_add (self->reading, GUINT_TO_POINTER (number)))
    return;
  page = g_new0 (Page, 1);
  page->model = g_object_ref (self);
  page->cancellable = g_object_ref (self->cancellable);
  page->number = number;
  fys_library_list_async (self->library, &self->filter, number * PAGE, PAGE, self->cancellable, page_read_cb, page);
}

/* What was on its way is for positions that no longer hold. */
static void
cancel_reading (FysArticleModel *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_hash_table_remove_all (self->reading);
}

static void
read_what_is_missing (FysArticleModel *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (get_held (self, i) != NULL && get_held (self, i)->entry == NULL)
      read_page (self, i / PAGE);
}

/* comparing with a library that has changed */

static const char *
get_key (FysLibraryEntry *entry)
{
  return fys_library_entry_get_info (entry)->key;
}

/* Returns: (transfer full): key → position + 1 in @entries */
static GHashTable *
positions_new (GPtrArray *entries)
{
  GHashTable *positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_insert (positions, (gpointer) get_key (g_ptr_array_index (entries, i)), GUINT_TO_POINTER (i + 1));
  return positions;
}

/* Returns: position + 1 in the entries, 0 when it is not there */
static guint
look_up (GHashTable     *positions,
         FysArticleItem *item)
{
  return item != NULL && item->entry != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (positions, get_key (item->entry))) : 0;
}

/* The first and the last held item that has an entry. Returns: %FALSE when there is none */
static gboolean
get_held_range (FysArticleModel *self,
                guint           *out_first,
                guint           *out_last)
{
  gboolean is_found = FALSE;

  *out_first = 0;
  *out_last = 0;
  for (guint i = 0; i < self->items->len; i++)
    if (get_held (self, i) != NULL && get_held (self, i)->entry != NULL)
      {
        if (!is_found)
          *out_first = i;
        *out_last = i;
        is_found = TRUE;
      }
  return is_found;
}

/* Leaves of @places, each a position + 1 or 0, the most that stand in rising order, and makes the others 0: an article that got another title goes to
 * another place, and not all the others around it. */
static void
leave_rising (guint *places,
              guint  n)
{
  g_autofree guint *ends = g_new (guint, n + 1);   /* the smallest place that a rising row of length i + 1 ends with: its index */
  g_autofree guint *before = g_new (guint, n + 1); /* the index before it in that row, + 1 */
  guint             n_rising = 0;
  guint             next;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0;
      guint high = n_rising;

      if (places[i] == 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (places[ends[middle]] < places[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? ends[low - 1] + 1 : 0;
      ends[low] = i;
      n_rising = MAX (n_rising, low + 1);
    }
  next = n_rising > 0 ? ends[n_rising - 1] + 1 : 0;
  for (guint i = n; i > 0; i--)
    if (i == next)
      next = before[i - 1];
    else
      places[i - 1] = 0;
}

/* Goes through the held items and the new entries side by side. @places: of the @n_old items from @position on, see leave_rising(); the first of them
 * is where @entry is. */
static void
merge (FysArticleModel *self,
       GPtrArray       *entries,
       const guint     *places,
       guint            n_old,
       guint            position,
       guint            entry)
{
  for (guint i = 0; i < n_old; i++)
    {
      if (places[i] == 0)
        {
          remove_slots (self, position, 1);
          continue;
        }
      insert_slots (self, position, places[i] - 1 - entry);
      position += places[i] - 1 - entry;
      set_entry (get_held (self, position), g_ptr_array_index (entries, places[i] - 1));
      entry = places[i];
      position++;
    }
}

/* @first, @last: the range that was held when the library was asked. @offset: the position of the first of @entries in the new list */
static void
apply (FysArticleModel *self,
       GPtrArray       *entries,
       guint            offset,
       guint            n_items,
       guint            first,
       guint            last)
{
  g_autoptr (GHashTable) positions = positions_new (entries);
  guint                  n_old = last - first + 1;
  g_autofree guint      *places = g_new (guint, n_old);
  guint                  anchor = 0;
  guint                  place;

  for (guint i = 0; i < n_old; i++)
    places[i] = look_up (positions, get_held (self, first + i));
  leave_rising (places, n_old);
  while (anchor < n_old && places[anchor] == 0)
    anchor++;
  if (anchor == n_old)
    {
      remove_slots (self, 0, self->items->len);
      insert_slots (self, 0, n_items);
      return;
    }
  place = offset + places[anchor] - 1;
  remove_slots (self, first, anchor);
  if (place > first)
    insert_slots (self, first, place - first);
  else
    remove_slots (self, place, first - place);
  merge (self, entries, places + anchor, n_old - anchor, place, places[anchor] - 1);
}

/** Comparison: what is read after a change. @n_items: of the new list. @offset: in it, of the articles around those that are held */
typedef struct
{
  FysArticleModel *model;
  GCancellable    *cancellable;
  guint            n_items;
  guint            offset;
} Comparison;

static void
comparison_free (Comparison *comparison)
{
  g_object_unref (comparison->model);
  g_object_unref (comparison->cancellable);
  g_free (comparison);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparison, comparison_free)

static void
set_loading (FysArticleModel *self,
             gboolean         is_loading)
{
  if (self->is_loading == is_loading)
    return;
  self->is_loading = is_loading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_LOADING]);
}

static void
end_comparison (FysArticleModel *self)
{
  self->is_comparing = FALSE;
  set_loading (self, FALSE);
  if (self->is_stale)
    compare (self);
}

/* @entries: (nullable): nothing was held */
static void
change (FysArticleModel *self,
        GPtrArray       *entries,
        guint            offset,
        guint            n_items)
{
  guint first;
  guint last;

  cancel_reading (self);
  self->is_changing = TRUE;
  if (entries != NULL && get_held_range (self, &first, &last))
    apply (self, entries, offset, n_items, first, last);
  set_n_items (self, n_items);
  if (entries != NULL)
    fill (self, offset, entries);
  self->is_changing = FALSE;
  read_what_is_missing (self);
}

static void
around_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Comparison) comparison = user_data;
  g_autoptr (GPtrArray)  entries = fys_library_list_finish (FYS_LIBRARY (source), result, NULL);

  if (g_cancellable_is_cancelled (comparison->cancellable))
    return;
  if (entries != NULL)
    change (comparison->model, entries, comparison->offset, comparison->n_items);
  end_comparison (comparison->model);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Comparison) comparison = user_data;
  FysArticleModel       *self = comparison->model;
  GCancellable          *cancellable = comparison->cancellable;
  guint                  first;
  guint                  last;
  guint                  offset;
  guint                  limit;

  if (!fys_library_count_list_finish (FYS_LIBRARY (source), result, &comparison->n_items, NULL) || g_cancellable_is_cancelled (cancellable))
    {
      if (!g_cancellable_is_cancelled (cancellable))
        end_comparison (self);
      return;
    }
  let_go (self); /* or what is held at both ends of a long list would be read with all that lies between */
  if (!get_held_range (self, &first, &last))
    {
      change (self, NULL, 0, comparison->n_items);
      end_comparison (self);
      return;
    }
  offset = first > PAGE ? first - PAGE : 0;
  limit = last + PAGE + 1 - offset;
  comparison->offset = offset;
  fys_library_list_async (self->library, &self->filter, offset, limit, cancellable, around_read_cb, g_steal_pointer (&comparison));
}

static void
compare (FysArticleModel *self)
{
  Comparison *comparison;

  if (!self->has_filter)
    return;
  self->is_stale = self->is_comparing;
  if (self->is_comparing)
    return;
  self->is_comparing = TRUE;
  comparison = g_new0 (Comparison, 1);
  comparison->model = g_object_ref (self);
  comparison->cancellable = g_object_ref (self->cancellable);
  fys_library_count_list_async (self->library, &self->filter, self->cancellable, counted_cb, comparison);
}

/* the list model */

static GType
get_item_type (GListModel *model)
{
  return FYS_TYPE_ARTICLE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return FYS_ARTICLE_MODEL (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  FysArticleModel *self = FYS_ARTICLE_MODEL (model);

  if (position >= self->items->len)
    return NULL;
  self->last_asked = position;
  if (get_held (self, position) == NULL)
    take_item (self, position, g_object_new (FYS_TYPE_ARTICLE_ITEM, NULL));
  if (get_held (self, position)->entry == NULL)
    read_page (self, position / PAGE);
  return g_object_ref (get_held (self, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
fys_article_model_dispose (GObject *object)
{
  FysArticleModel *self = FYS_ARTICLE_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (fys_article_model_parent_class)->dispose (object);
}

static void
fys_article_model_finalize (GObject *object)
{
  FysArticleModel *self = FYS_ARTICLE_MODEL (object);

  for (guint i = 0; i < self->items->len; i++)
    take_item (self, i, NULL);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->reading);
  g_object_unref (self->cancellable);
  g_free (self->body_part);
  g_free (self->text);

  G_OBJECT_CLASS (fys_article_model_parent_class)->finalize (object);
}

static void
fys_article_model_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IS_LOADING:
      g_value_set_boolean (value, FYS_ARTICLE_MODEL (object)->is_loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_article_model_class_init (FysArticleModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fys_article_model_dispose;
  object_class->finalize = fys_article_model_finalize;
  object_class->get_property = fys_article_model_get_property;

  props[PROP_IS_LOADING] = g_param_spec_boolean ("is-loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fys_article_model_init (FysArticleModel *self)
{
  self->items = g_ptr_array_new ();
  self->reading = g_hash_table_new (NULL, NULL);
  self->cancellable = g_cancellable_new ();
}

FysArticleModel *
fys_article_model_new (FysLibrary *library)
{
  FysArticleModel *self;

  g_return_val_if_fail (FYS_IS_LIBRARY (library), NULL);

  self = g_object_new (FYS_TYPE_ARTICLE_MODEL, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
  return self;
}

void
fys_article_model_set_filter (FysArticleModel        *self,
                              const FysLibraryFilter *filter)
{
  g_autofree char *body_part = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (FYS_IS_ARTICLE_MODEL (self));
  g_return_if_fail (filter != NULL);

  body_part = g_strdup (filter->body_part);
  text = g_strdup (filter->text);
  cancel_reading (self);
  self->is_comparing = FALSE;
  self->filter = *filter;
  g_free (self->body_part);
  g_free (self->text);
  self->filter.body_part = self->body_part = g_steal_pointer (&body_part);
  self->filter.text = self->text = g_steal_pointer (&text);
  self->has_filter = TRUE;
  self->last_asked = 0;
  set_loading (self, TRUE);
  remove_slots (self, 0, self->items->len);
  compare (self);
}

gboolean
fys_article_model_is_loading (FysArticleModel *self)
{
  g_return_val_if_fail (FYS_IS_ARTICLE_MODEL (self), FALSE);

  return self->is_loading;
}

guint
fys_article_model_get_n_held (FysArticleModel *self)
{
  g_return_val_if_fail (FYS_IS_ARTICLE_MODEL (self), 0);

  return self->n_held;
}
