/* fys-reading.c - what the user read and where they were, and what they marked to find again
 *
 *   [library]
 *   looked=1764028800                    when the user last looked at what has changed
 *   [read:KEY]                           a group an article, the one that was read last at the end
 *   [mark:KEY#SLUG]                      a group a bookmark, the newest at the end
 *   title=…  section=…  uri=…            as they were then
 *   slug=…  offset=0.4                   the place
 *   at=1764028800  progress=0.7          and version=…, of an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/reading/fys-reading.h"

#include <math.h>
#include <string.h>

#include "core/fys-kept-file.h"

/* More than all articles and bookmarks come to that have every text as long as it may be. A larger file is not ours. */
#define MAX_FILE_BYTES (8 * 1024 * 1024)
/* Of an article's key, and of a section's slug, as a part of a group's name. Paths of the system are shorter. */
#define MAX_NAME_BYTES 1024
/* Of a title; what is longer is cut. */
#define MAX_TITLE_BYTES 300
/* Of a file's address; a longer one is not kept, and the article is found by its key. */
#define MAX_URI_BYTES 1024
/* Of what tells versions apart: a checksum. */
#define MAX_VERSION_BYTES 64

#define GROUP_LIBRARY "library"
#define PREFIX_READ   "read:"
#define PREFIX_MARK   "mark:"
#define KEY_LOOKED    "looked"
#define KEY_KEY       "key"
#define KEY_TITLE     "title"
#define KEY_SECTION   "section"
#define KEY_URI       "uri"
#define KEY_VERSION   "version"
#define KEY_SLUG      "slug"
#define KEY_OFFSET    "offset"
#define KEY_AT        "at"
#define KEY_PROGRESS  "progress"

struct _FysReading
{
  GObject      parent_instance;

  /* Owned */
  FysKeptFile *kept;
  GPtrArray   *recent;    /* (element-type FysReadingItem): the latest at the end */
  GPtrArray   *bookmarks; /* (element-type FysReadingItem): the latest at the end */
  GHashTable  *dropped;   /* names of groups that the file, once it is read, has no say in */
  char        *bookmarks_text; /* (nullable): what the file has of them; a place that is kept while reading does not make it anew */

  gint64       looked_s;
  guint        save_id; /* 0 when no change waits to be written */
  gboolean     is_read;
  gboolean     save_waits;    /* until it is read */
  gboolean     drops_recent;  /* everything that the file has of articles read */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysReading, fys_reading, G_TYPE_OBJECT)

/* Returns: (transfer full): @text without half a character at its end */
static char *
dup_cut (const char *text,
         gsize       max_bytes)
{
  gsize n_bytes = text != NULL ? strlen (text) : 0;

  if (n_bytes <= max_bytes)
    return g_strdup (text != NULL ? text : "");
  while (n_bytes > max_bytes || ((guchar) text[n_bytes] & 0xc0) == 0x80)
    n_bytes--;
  return g_strndup (text, n_bytes);
}

static double
get_fraction (double value)
{
  return isfinite (value) ? CLAMP (value, 0.0, 1.0) : 0.0;
}

static void
item_free (FysReadingItem *item)
{
  g_free ((char *) item->key);
  g_free ((char *) item->title);
  g_free ((char *) item->section);
  g_free ((char *) item->uri);
  g_free ((char *) item->version);
  g_free (item->place.slug);
  g_free (item);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysReadingItem, item_free)

/* Within our bounds, whatever @item says. */
static FysReadingItem *
item_copy (const FysReadingItem *item)
{
  FysReadingItem *copy = g_new0 (FysReadingItem, 1);
  const char     *slug = item->place.slug != NULL ? item->place.slug : "";

  copy->key = g_strdup (item->key);
  copy->title = dup_cut (item->title, MAX_TITLE_BYTES);
  copy->section = dup_cut (item->section, MAX_TITLE_BYTES);
  copy->uri = g_strdup (item->uri != NULL && strlen (item->uri) <= MAX_URI_BYTES ? item->uri : "");
  copy->version = dup_cut (item->version, MAX_VERSION_BYTES);
  copy->place.slug = g_strdup (strlen (slug) <= MAX_NAME_BYTES ? slug : "");
  copy->place.offset = get_fraction (item->place.offset);
  copy->at_s = MAX (item->at_s, 0);
  copy->progress = get_fraction (item->progress);
  return copy;
}

/* Returns: (transfer full) (nullable): the group that an item has in the file; %NULL for one that is not kept */
static char *
dup_group (const char *prefix,
           const char *key,
           const char *slug)
{
  g_autofree char *name = fys_kept_file_dup_group (key, MAX_NAME_BYTES);
  g_autofree char *section = slug != NULL && *slug != '\0' ? fys_kept_file_dup_group (slug, MAX_NAME_BYTES) : NULL;

  if (name == NULL || (slug != NULL && *slug != '\0' && section == NULL))
    return NULL;
  if (slug == NULL)
    return g_strconcat (prefix, name, NULL);
  return g_strconcat (prefix, name, "#", section, NULL);
}

/* @slug: (nullable): %NULL for whatever place it has. Returns: its place in @items, or their number */
static guint
find_item (GPtrArray  *items,
           const char *key,
           const char *slug)
{
  for (guint i = 0; i < items->len; i++)
    {
      const FysReadingItem *item = g_ptr_array_index (items, i);

      if (strcmp (item->key, key) == 0 && (slug == NULL || strcmp (item->place.slug, slug) == 0))
        return i;
    }
  return items->len;
}

/* Returns: (transfer full) (nullable) */
static FysReadingItem *
read_item (GKeyFile   *file,
           const char *group)
{
  g_autofree char *key = g_key_file_get_string (file, group, KEY_KEY, NULL);
  g_autofree char *title = g_key_file_get_string (file, group, KEY_TITLE, NULL);
  g_autofree char *section = g_key_file_get_string (file, group, KEY_SECTION, NULL);
  g_autofree char *uri = g_key_file_get_string (file, group, KEY_URI, NULL);
  g_autofree char *version = g_key_file_get_string (file, group, KEY_VERSION, NULL);
  g_autofree char *slug = g_key_file_get_string (file, group, KEY_SLUG, NULL);
  gboolean         is_mark = g_str_has_prefix (group, PREFIX_MARK);
  g_autofree char *own_group = NULL;

  /* One that does not stand where we put it is not ours, and could stand there twice. */
  if (key == NULL || slug == NULL)
    return NULL;
  own_group = dup_group (is_mark ? PREFIX_MARK : PREFIX_READ, key, is_mark ? slug : NULL);
  if (g_strcmp0 (own_group, group) != 0)
    return NULL;
  return item_copy (&(FysReadingItem){ .key = key,
                                       .title = title,
                                       .section = section,
                                       .uri = uri,
                                       .version = version,
                                       .place = { slug, g_key_file_get_double (file, group, KEY_OFFSET, NULL) },
                                       .at_s = g_key_file_get_int64 (file, group, KEY_AT, NULL),
                                       .progress = is_mark ? 0.0 : g_key_file_get_double (file, group, KEY_PROGRESS, NULL) });
}

static void
write_item (GKeyFile             *file,
            const char           *prefix,
            const FysReadingItem *item)
{
  gboolean         is_mark = strcmp (prefix, PREFIX_MARK) == 0;
  g_autofree char *group = dup_group (prefix, item->key, is_mark ? item->place.slug : NULL);

  g_key_file_set_string (file, group, KEY_KEY, item->key);
  g_key_file_set_string (file, group, KEY_TITLE, item->title);
  g_key_file_set_string (file, group, KEY_SECTION, item->section);
  g_key_file_set_string (file, group, KEY_URI, item->uri);
  g_key_file_set_string (file, group, KEY_SLUG, item->place.slug);
  g_key_file_set_double (file, group, KEY_OFFSET, item->place.offset);
  g_key_file_set_int64 (file, group, KEY_AT, item->at_s);
  if (is_mark)
    return;
  g_key_file_set_double (file, group, KEY_PROGRESS, item->progress);
  g_key_file_set_string (file, group, KEY_VERSION, item->version);
}

/* Returns: (transfer full): what the file has of @items */
static char *
dup_text (GPtrArray  *items,
          const char *prefix,
          gint64      looked_s)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (looked_s > 0)
    g_key_file_set_int64 (file, GROUP_LIBRARY, KEY_LOOKED, looked_s);
  for (guint i = 0; i < items->len; i++)
    write_item (file, prefix, g_ptr_array_index (items, i));
  return g_key_file_to_data (file, NULL, NULL);
}

/* On the thread that draws it encodes the articles read, at most a hundred, and waits for no disk. */
static void
save (FysReading *self)
{
  g_autofree char *recent = NULL;

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_waits = !self->is_read;
  if (!self->is_read)
    return;
  recent = dup_text (self->recent, PREFIX_READ, self->looked_s);
  if (self->bookmarks_text == NULL)
    self->bookmarks_text = dup_text (self->bookmarks, PREFIX_MARK, 0);
  fys_kept_file_write (self->kept, g_strconcat (recent, *recent != '\0' ? "\n" : "", self->bookmarks_text, NULL));
}

static gboolean
save_cb (gpointer user_data)
{
  FysReading *self = user_data;

  self->save_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

/* Several changes in a row are written once. */
static void
note_change (FysReading *self)
{
  if (self->save_id == 0)
    self->save_id = g_idle_add (save_cb, self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The file is not to bring back what was taken away before it was read. */
static void
note_dropped (FysReading *self,
              char       *group)
{
  if (self->is_read || group == NULL)
    g_free (group);
  else
    g_hash_table_add (self->dropped, group);
}

/* The newest @max items of a kind, before those that are there already. Linear in the groups, however many there are. */
static void
take_items (FysReading        *self,
            GPtrArray         *items,
            GKeyFile          *file,
            const char *const *groups,
            gsize              n_groups,
            const char        *prefix,
            guint              max)
{
  for (gsize i = n_groups; i > 0 && items->len < max; i--)
    {
      g_autoptr (FysReadingItem) item = NULL;

      if (!g_str_has_prefix (groups[i - 1], prefix) || g_hash_table_contains (self->dropped, groups[i - 1]))
        continue;
      item = read_item (file, groups[i - 1]);
      if (item != NULL)
        g_ptr_array_insert (items, 0, g_steal_pointer (&item));
    }
}

static void
drop_own_groups (FysReading *self)
{
  for (guint i = 0; i < self->recent->len; i++)
    note_dropped (self, dup_group (PREFIX_READ, ((FysReadingItem *) g_ptr_array_index (self->recent, i))->key, NULL));
  for (guint i = 0; i < self->bookmarks->len; i++)
    {
      const FysReadingItem *item = g_ptr_array_index (self->bookmarks, i);

      note_dropped (self, dup_group (PREFIX_MARK, item->key, item->place.slug));
    }
}

/* What was done while the file was being read is newer. */
static void
take_file (FysReading *self,
           GKeyFile   *file)
{
  gsize          n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n_groups);

  drop_own_groups (self);
  if (!self->drops_recent)
    take_items (self, self->recent, file, (const char *const *) groups, n_groups, PREFIX_READ, FYS_READING_MAX_RECENT);
  take_items (self, self->bookmarks, file, (const char *const *) groups, n_groups, PREFIX_MARK, FYS_READING_MAX_BOOKMARKS);
  if (self->looked_s == 0)
    self->looked_s = MAX (g_key_file_get_int64 (file, GROUP_LIBRARY, KEY_LOOKED, NULL), 0);
  self->is_read = TRUE;
  g_clear_pointer (&self->bookmarks_text, g_free);
  g_hash_table_remove_all (self->dropped);
  if (self->save_waits)
    save (self);
}

static void
loaded_cb (GObject  *owner,
           GKeyFile *file)
{
  FysReading *self = FYS_READING (owner);

  if (self->is_read)
    return;
  take_file (self, file);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
fys_reading_finalize (GObject *object)
{
  FysReading *self = FYS_READING (object);

  if (self->save_id != 0)
    save (self);
  g_clear_pointer (&self->kept, fys_kept_file_free);
  g_clear_pointer (&self->recent, g_ptr_array_unref);
  g_clear_pointer (&self->bookmarks, g_ptr_array_unref);
  g_clear_pointer (&self->dropped, g_hash_table_unref);
  g_clear_pointer (&self->bookmarks_text, g_free);

  G_OBJECT_CLASS (fys_reading_parent_class)->finalize (object);
}

static void
fys_reading_class_init (FysReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_reading_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FYS_TYPE_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
fys_reading_init (FysReading *self)
{
  self->recent = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->bookmarks = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->dropped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

FysReading *
fys_reading_new (const char *path)
{
  FysReading *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (FYS_TYPE_READING, NULL);
  self->kept = fys_kept_file_new (path);
  fys_kept_file_load (self->kept, MAX_FILE_BYTES, NULL, loaded_cb, G_OBJECT (self));
  return self;
}

char *
fys_reading_dup_default_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "fysbog", "reading", NULL);
}

gboolean
fys_reading_is_ready (FysReading *self)
{
  g_return_val_if_fail (FYS_IS_READING (self), FALSE);

  return self->is_read;
}

void
fys_reading_flush (FysReading *self)
{
  g_return_if_fail (FYS_IS_READING (self));

  if (self->save_id != 0)
    save (self);
  if (!self->is_read && self->save_waits)
    {
      g_autoptr (GKeyFile) file = fys_kept_file_read (fys_kept_file_get_path (self->kept), MAX_FILE_BYTES);

      take_file (self, file);
    }
  fys_kept_file_flush (self->kept);
}

/* Puts @item at the end of @items, in the place of the one at @old. */
static void
put_item (GPtrArray            *items,
          guint                 old,
          const FysReadingItem *item,
          guint                 max)
{
  FysReadingItem *copy = item_copy (item);
  guint           at;

  if (old < items->len)
    g_ptr_array_remove_index (items, old);
  if (items->len >= max)
    g_ptr_array_remove_range (items, 0, items->len - max + 1);
  /* Last, unless it is one of long ago that is put back. */
  for (at = items->len; at > 0 && ((FysReadingItem *) g_ptr_array_index (items, at - 1))->at_s > item->at_s; at--)
    continue;
  g_ptr_array_insert (items, (int) at, copy);
}

void
fys_reading_remember (FysReading           *self,
                      const FysReadingItem *item)
{
  g_autofree char *group = NULL;

  g_return_if_fail (FYS_IS_READING (self));
  g_return_if_fail (item != NULL && item->key != NULL && *item->key != '\0');

  group = dup_group (PREFIX_READ, item->key, NULL);
  if (group == NULL)
    return;
  put_item (self->recent, find_item (self->recent, item->key, NULL), item, FYS_READING_MAX_RECENT);
  note_change (self);
}

const FysReadingItem *
fys_reading_find (FysReading *self,
                  const char *key)
{
  guint found;

  g_return_val_if_fail (FYS_IS_READING (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  found = find_item (self->recent, key, NULL);
  return found < self->recent->len ? g_ptr_array_index (self->recent, found) : NULL;
}

static GPtrArray *
list_latest_first (GPtrArray *items)
{
  GPtrArray *list = g_ptr_array_sized_new (items->len);

  for (guint i = items->len; i > 0; i--)
    g_ptr_array_add (list, g_ptr_array_index (items, i - 1));
  return list;
}

GPtrArray *
fys_reading_list_recent (FysReading *self)
{
  g_return_val_if_fail (FYS_IS_READING (self), NULL);

  return list_latest_first (self->recent);
}

void
fys_reading_forget (FysReading *self,
                    const char *key)
{
  guint found;

  g_return_if_fail (FYS_IS_READING (self));
  g_return_if_fail (key != NULL);

  found = find_item (self->recent, key, NULL);
  if (found == self->recent->len && self->is_read)
    return;
  note_dropped (self, dup_group (PREFIX_READ, key, NULL));
  if (found < self->recent->len)
    g_ptr_array_remove_index (self->recent, found);
  note_change (self);
}

void
fys_reading_forget_recent (FysReading *self)
{
  g_return_if_fail (FYS_IS_READING (self));

  self->drops_recent = TRUE;
  g_ptr_array_set_size (self->recent, 0);
  note_change (self);
}

void
fys_reading_forget_all (FysReading *self)
{
  g_return_if_fail (FYS_IS_READING (self));

  g_ptr_array_set_size (self->recent, 0);
  g_ptr_array_set_size (self->bookmarks, 0);
  g_clear_pointer (&self->bookmarks_text, g_free);
  self->looked_s = 0;
  /* What is in the file is not wanted any more, even when it was not read yet. */
  self->is_read = TRUE;
  note_change (self);
}

void
fys_reading_add_bookmark (FysReading           *self,
                          const FysReadingItem *item)
{
  g_autofree char *group = NULL;
  const char      *slug;

  g_return_if_fail (FYS_IS_READING (self));
  g_return_if_fail (item != NULL && item->key != NULL && *item->key != '\0');

  slug = item->place.slug != NULL ? item->place.slug : "";
  group = dup_group (PREFIX_MARK, item->key, slug);
  if (group == NULL)
    return;
  put_item (self->bookmarks, find_item (self->bookmarks, item->key, slug), item, FYS_READING_MAX_BOOKMARKS);
  g_clear_pointer (&self->bookmarks_text, g_free);
  note_change (self);
}

gboolean
fys_reading_has_bookmark (FysReading *self,
                          const char *key,
                          const char *slug)
{
  g_return_val_if_fail (FYS_IS_READING (self), FALSE);
  g_return_val_if_fail (key != NULL && slug != NULL, FALSE);

  return find_item (self->bookmarks, key, slug) < self->bookmarks->len;
}

void
fys_reading_remove_bookmark (FysReading *self,
                             const char *key,
                             const char *slug)
{
  guint found;

  g_return_if_fail (FYS_IS_READING (self));
  g_return_if_fail (key != NULL && slug != NULL);

  found = find_item (self->bookmarks, key, slug);
  if (found == self->bookmarks->len && self->is_read)
    return;
  note_dropped (self, dup_group (PREFIX_MARK, key, slug));
  if (found < self->bookmarks->len)
    g_ptr_array_remove_index (self->bookmarks, found);
  g_clear_pointer (&self->bookmarks_text, g_free);
  note_change (self);
}

GPtrArray *
fys_reading_list_bookmarks (FysReading *self)
{
  g_return_val_if_fail (FYS_IS_READING (self), NULL);

  return list_latest_first (self->bookmarks);
}

gint64
fys_reading_get_looked_s (FysReading *self)
{
  g_return_val_if_fail (FYS_IS_READING (self), 0);

  return self->looked_s;
}

void
fys_reading_set_looked_s (FysReading *self,
                          gint64      looked_s)
{
  g_return_if_fail (FYS_IS_READING (self));

  if (self->looked_s == MAX (looked_s, 0))
    return;
  self->looked_s = MAX (looked_s, 0);
  note_change (self);
}
