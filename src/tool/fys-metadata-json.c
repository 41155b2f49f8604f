/* fys-metadata-json.c - front matter as JSON
 *
 * First what Fysbog understands, under the names and in the order of known_keys, each of them always there; then what else the
 * front matter says, under its own names and in its own order. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tool/fys-article-json.h"

/* The keys of the front matter that the first part holds, by whatever name; the rest is unknown. */
static const char *const known_keys[] = {
  "title",       "Title",  "datePublished", "lastUpdated",  "metaTitle",       "h1",       "description", "author",
  "specialty",   "bodyParts", "related",    "previewImage", "previewImageAlt", "videoUrl", "unlisted",    NULL
};

/* Names that the first part has taken; an unknown key of such a name is left out, for an object has each name once. */
static const char *const taken_names[] = { "published", "updated", NULL };

static void
add_date (JsonBuilder   *builder,
          const char    *name,
          const FysDate *date)
{
  g_autofree char *text = NULL;

  if (fys_date_is_set (date))
    text = g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
  fys_json_add_text (builder, name, text);
}

static void
add_body_parts (JsonBuilder *builder,
                const char **body_parts)
{
  json_builder_set_member_name (builder, "bodyParts");
  if (body_parts == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; body_parts[i] != NULL; i++)
    json_builder_add_string_value (builder, body_parts[i]);
  json_builder_end_array (builder);
}

static void
add_related (JsonBuilder       *builder,
             const FysMetadata *metadata)
{
  json_builder_set_member_name (builder, "related");
  if (metadata->n_related == 0 && fys_metadata_get_node (metadata, "related") == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < metadata->n_related; i++)
    {
      const FysRelated *related = &metadata->related[i];

      json_builder_begin_object (builder);
      fys_json_add_text (builder, "type", related->type);
      fys_json_add_text (builder, "slug", related->slug);
      fys_json_add_text (builder, "title", related->title);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_unlisted (JsonBuilder       *builder,
              const FysMetadata *metadata)
{
  json_builder_set_member_name (builder, "unlisted");
  if (fys_metadata_get_node (metadata, "unlisted") != NULL)
    json_builder_add_boolean_value (builder, metadata->is_unlisted);
  else
    json_builder_add_null_value (builder);
}

static void add_node (JsonBuilder   *builder,
                      const FysNode *node);

static void
add_children (JsonBuilder   *builder,
              const FysNode *list)
{
  json_builder_begin_array (builder);
  for (guint i = 0; list->children != NULL && i < list->children->len; i++)
    add_node (builder, g_ptr_array_index (list->children, i));
  json_builder_end_array (builder);
}

/* Adds the members of @map that @is_wanted agrees to; of two with the same name the first. */
static void
add_members (JsonBuilder   *builder,
             const FysNode *map,
             gboolean     (*is_wanted) (const char *key))
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; map->children != NULL && i < map->children->len; i++)
    {
      const FysNode *member = g_ptr_array_index (map->children, i);

      if (member->key == NULL || (is_wanted != NULL && !is_wanted (member->key))
          || !g_hash_table_add (seen, (gpointer) member->key))
        continue;
      json_builder_set_member_name (builder, member->key);
      add_node (builder, member);
    }
}

/* The parser bounds how deep values lie inside one another (FYS_YAML_MAX_DEPTH), and so how deep this goes. */
static void
add_node (JsonBuilder   *builder,
          const FysNode *node)
{
  switch (node->kind)
    {
    case FYS_NODE_TEXT:
      json_builder_add_string_value (builder, node->text);
      break;
    case FYS_NODE_LIST:
      add_children (builder, node);
      break;
    case FYS_NODE_MAP:
      json_builder_begin_object (builder);
      add_members (builder, node, NULL);
      json_builder_end_object (builder);
      break;
    case FYS_NODE_NULL:
    default:
      json_builder_add_null_value (builder);
      break;
    }
}

static gboolean
is_unknown (const char *key)
{
  return !g_strv_contains (known_keys, key) && !g_strv_contains (taken_names, key);
}

void
fys_metadata_add_json (const FysMetadata *metadata,
                       JsonBuilder       *builder)
{
  json_builder_set_member_name (builder, "metadata");
  json_builder_begin_object (builder);
  fys_json_add_text (builder, "title", metadata->title);
  add_date (builder, "published", &metadata->published);
  add_date (builder, "updated", &metadata->updated);
  fys_json_add_text (builder, "metaTitle", metadata->meta_title);
  fys_json_add_text (builder, "h1", metadata->h1);
  fys_json_add_text (builder, "description", metadata->description);
  fys_json_add_text (builder, "author", metadata->author);
  fys_json_add_text (builder, "specialty", metadata->specialty);
  add_body_parts (builder, metadata->body_parts);
  add_related (builder, metadata);
  fys_json_add_text (builder, "previewImage", metadata->preview_image);
  fys_json_add_text (builder, "previewImageAlt", metadata->preview_image_alt);
  fys_json_add_text (builder, "videoUrl", metadata->video_url);
  add_unlisted (builder, metadata);
  if (metadata->root != NULL && metadata->root->kind == FYS_NODE_MAP)
    add_members (builder, metadata->root, is_unknown);
  json_builder_end_object (builder);
}
