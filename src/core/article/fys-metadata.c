/* fys-metadata.c - from the nodes of the front matter to what they mean
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-metadata-private.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>
#include <string.h>

/* How a value is read and where it goes. */
typedef enum
{
  VALUE_TEXT,
  VALUE_DATE,
  VALUE_FLAG,
  VALUE_TEXTS,
  VALUE_RELATED,
} ValueKind;

static const struct
{
  const char *key;
  ValueKind   kind;
  gsize       offset;
} known_keys[] = {
  { "title", VALUE_TEXT, offsetof (FysMetadata, title) },
  { "metaTitle", VALUE_TEXT, offsetof (FysMetadata, meta_title) },
  { "h1", VALUE_TEXT, offsetof (FysMetadata, h1) },
  { "description", VALUE_TEXT, offsetof (FysMetadata, description) },
  { "author", VALUE_TEXT, offsetof (FysMetadata, author) },
  { "specialty", VALUE_TEXT, offsetof (FysMetadata, specialty) },
  { "previewImage", VALUE_TEXT, offsetof (FysMetadata, preview_image) },
  { "previewImageAlt", VALUE_TEXT, offsetof (FysMetadata, preview_image_alt) },
  { "videoUrl", VALUE_TEXT, offsetof (FysMetadata, video_url) },
  { "datePublished", VALUE_DATE, offsetof (FysMetadata, published) },
  { "lastUpdated", VALUE_DATE, offsetof (FysMetadata, updated) },
  { "unlisted", VALUE_FLAG, offsetof (FysMetadata, is_unlisted) },
  { "bodyParts", VALUE_TEXTS, offsetof (FysMetadata, body_parts) },
  { "related", VALUE_RELATED, offsetof (FysMetadata, related) },
};

/* dates */

/* Reads a number of @min_digits to @max_digits digits. */
static gboolean
read_number (const char **text,
             guint        min_digits,
             guint        max_digits,
             guint       *out_number)
{
  guint n = 0;

  *out_number = 0;
  while (n < max_digits && g_ascii_isdigit (**text))
    {
      *out_number = *out_number * 10 + (guint) g_ascii_digit_value (**text);
      (*text)++;
      n++;
    }
  return n >= min_digits;
}

static gboolean
read_separator (const char **text,
                char         separator)
{
  if (**text != separator)
    return FALSE;
  (*text)++;
  return TRUE;
}

static gboolean
set_date (FysDate *date,
          guint    day,
          guint    month,
          guint    year)
{
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  date->day = (guint8) day;
  date->month = (guint8) month;
  date->year = (guint16) year;
  return TRUE;
}

static gboolean
parse_iso_date (const char *text,
                FysDate    *date)
{
  guint day, month, year;

  return read_number (&text, 4, 4, &year) && read_separator (&text, '-') && read_number (&text, 1, 2, &month)
         && read_separator (&text, '-') && read_number (&text, 1, 2, &day)
         && (*text == '\0' || *text == 'T' || *text == ' ') && set_date (date, day, month, year);
}

static gboolean
parse_danish_date (const char *text,
                   FysDate    *date)
{
  guint day, month, year;
  char  separator;

  if (!read_number (&text, 1, 2, &day) || *text == '\0' || strchr ("/-.", *text) == NULL)
    return FALSE;
  separator = *text++;
  return read_number (&text, 1, 2, &month) && read_separator (&text, separator) && read_number (&text, 4, 4, &year)
         && *text == '\0' && set_date (date, day, month, year);
}

gboolean
fys_date_parse (const char *text,
                FysDate    *out_date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  memset (out_date, 0, sizeof *out_date);
  return parse_iso_date (stripped, out_date) || parse_danish_date (stripped, out_date);
}

gboolean
fys_date_is_set (const FysDate *self)
{
  return self->day != 0;
}

static int
compare_dates (const FysDate *first,
               const FysDate *second)
{
  if (first->year != second->year)
    return (int) first->year - (int) second->year;
  if (first->month != second->month)
    return (int) first->month - (int) second->month;
  return (int) first->day - (int) second->day;
}

/* values */

static gboolean
expect_text (FysArticle    *article,
             const FysNode *node)
{
  if (node->kind == FYS_NODE_TEXT)
    return TRUE;
  if (node->kind == FYS_NODE_LIST)
    fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, node->line, node->column,
                         _("“%s” should be text, but is a list"), node->key != NULL ? node->key : "-");
  else if (node->kind == FYS_NODE_MAP)
    fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, node->line, node->column,
                         _("“%s” should be text, but has keys of its own"), node->key != NULL ? node->key : "-");
  return FALSE;
}

/* Returns: (nullable): %NULL when nothing is stated */
static const char *
read_text (FysArticle    *article,
           const FysNode *node)
{
  return expect_text (article, node) && *node->text != '\0' ? node->text : NULL;
}

static void
read_date (FysArticle    *article,
           const FysNode *node,
           FysDate       *date)
{
  const char *text = read_text (article, node);

  if (text != NULL && !fys_date_parse (text, date))
    fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, node->line, node->column,
                         _("“%s” is not a date such as 31/12/2025"), text);
}

static gboolean
read_flag (FysArticle    *article,
           const FysNode *node)
{
  static const char *const yes[] = { "true", "yes", "on", "ja", NULL };
  static const char *const no[] = { "false", "no", "off", "nej", NULL };
  const char              *text = read_text (article, node);
  g_autofree char         *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;

  if (lower == NULL || g_strv_contains (no, lower))
    return FALSE;
  if (!g_strv_contains (yes, lower))
    fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, node->line, node->column,
                         _("“%s” should be true or false"), node->key);
  return g_strv_contains (yes, lower);
}

/* A single text is as good as a list of one. */
static const char **
read_texts (FysArticle    *article,
            const FysNode *node)
{
  const char **texts;
  guint        n = 0;

  if (node->kind == FYS_NODE_NULL)
    return NULL;
  if (node->kind != FYS_NODE_LIST)
    {
      texts = fys_arena_alloc0 (article->arena, 2 * sizeof *texts);
      texts[0] = read_text (article, node);
      return texts[0] != NULL ? texts : NULL;
    }

  texts = fys_arena_alloc0 (article->arena, (node->children->len + 1) * sizeof *texts);
  for (guint i = 0; i < node->children->len; i++)
    {
      const char *text = read_text (article, g_ptr_array_index (node->children, i));

      if (text != NULL)
        texts[n++] = text;
    }
  return texts;
}

static const FysNode *
find_child (const FysNode *map,
            const char    *key)
{
  if (map == NULL || map->kind != FYS_NODE_MAP)
    return NULL;
  for (guint i = 0; i < map->children->len; i++)
    {
      const FysNode *child = g_ptr_array_index (map->children, i);

      if (strcmp (child->key, key) == 0)
        return child;
    }
  return NULL;
}

static const char *
read_child (FysArticle    *article,
            const FysNode *map,
            const char    *key)
{
  const FysNode *child = find_child (map, key);

  return child != NULL ? read_text (article, child) : NULL;
}

static gboolean
is_known_type (const char *type)
{
  static const char *const types[] = { "ordbog", "blog", "styrkeoevelser", "page", NULL };

  return g_strv_contains (types, type);
}

/* Returns: whether the item names a text; if not, the author is told */
static gboolean
read_related_item (FysArticle    *article,
                   const FysNode *item,
                   FysRelated    *related)
{
  related->type = read_child (article, item, "type");
  related->slug = read_child (article, item, "slug");
  related->title = read_child (article, item, "title");
  if (related->type == NULL || related->slug == NULL || !is_known_type (related->type))
    {
      fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, item->line, item->column,
                           _("An item of “related” needs a type (ordbog, blog, styrkeoevelser or page) and a slug"));
      return FALSE;
    }
  return TRUE;
}

static void
read_related (FysArticle    *article,
              const FysNode *node)
{
  FysRelated *related;
  guint       n = 0;

  if (node->kind == FYS_NODE_NULL)
    return;
  if (node->kind != FYS_NODE_LIST)
    {
      fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, node->line, node->column,
                           _("“%s” should be a list"), node->key);
      return;
    }
  related = fys_arena_alloc0 (article->arena, MAX (node->children->len, 1) * sizeof *related);
  for (guint i = 0; i < node->children->len; i++)
    if (read_related_item (article, g_ptr_array_index (node->children, i), &related[n]))
      n++;
  article->metadata.related = related;
  article->metadata.n_related = n;
}

/* the whole */

/* A key in other capitals serves as well, unless the right one is there too. */
static const FysNode *
find_known (FysArticle *article,
            const char *key)
{
  const FysNode *root = article->metadata.root;
  const FysNode *node = find_child (root, key);

  for (guint i = 0; node == NULL && i < root->children->len; i++)
    {
      const FysNode *child = g_ptr_array_index (root->children, i);

      if (g_ascii_strcasecmp (child->key, key) != 0)
        continue;
      node = child;
      fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, child->line, 1,
                           _("“%s” should be spelled “%s”"), child->key, key);
    }
  return node;
}

static void
fill_value (FysArticle    *article,
            const FysNode *node,
            ValueKind      kind,
            gpointer       value)
{
  switch (kind)
    {
    case VALUE_TEXT:
      *(const char **) value = read_text (article, node);
      break;
    case VALUE_DATE:
      read_date (article, node, value);
      break;
    case VALUE_FLAG:
      *(gboolean *) value = read_flag (article, node);
      break;
    case VALUE_TEXTS:
      *(const char ***) value = read_texts (article, node);
      break;
    case VALUE_RELATED:
      read_related (article, node);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
check_dates (FysArticle *article)
{
  const FysMetadata *metadata = &article->metadata;
  const FysNode     *node = fys_metadata_get_node (metadata, "lastUpdated");

  if (node != NULL && fys_date_is_set (&metadata->published) && fys_date_is_set (&metadata->updated)
      && compare_dates (&metadata->updated, &metadata->published) < 0)
    fys_diagnostics_add (article->diagnostics, FYS_SEVERITY_WARNING, node->line, node->column,
                         _("The article was updated before it was published"));
}

void
fys_metadata_fill (FysArticle *article)
{
  if (article->metadata.root == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (known_keys); i++)
    {
      const FysNode *node = find_known (article, known_keys[i].key);

      if (node != NULL)
        fill_value (article, node, known_keys[i].kind, (char *) &article->metadata + known_keys[i].offset);
    }
  check_dates (article);
}

gboolean
fys_metadata_is_older (const FysMetadata *self,
                       const FysDate     *today,
                       guint              years)
{
  const FysDate *date;
  int            age;

  g_return_val_if_fail (self != NULL && today != NULL, FALSE);

  date = fys_date_is_set (&self->updated) ? &self->updated : &self->published;
  if (!fys_date_is_set (date))
    return FALSE;
  age = today->year - date->year;
  if (age != (int) years)
    return age > (int) years;
  return today->month != date->month ? today->month > date->month : today->day > date->day;
}

const FysNode *
fys_metadata_get_node (const FysMetadata *self,
                       const char        *key)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return find_child (self->root, key);
}
