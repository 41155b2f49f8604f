/* fys-library-scope.c - which articles a list shows, in a form that an action or the history can keep
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-library-scope.h"

#include <glib/gi18n.h>

#include "ui/library/fys-library-words.h"

#define KIND_PREFIX    "kind:"
#define PART_PREFIX    "part:"
#define CHANGED_PREFIX "changed:"

/* The names of the folders that they are published in. */
static const char *const collection_names[] = {
  [FYS_COLLECTION_DICTIONARY] = "ordbog",
  [FYS_COLLECTION_GUIDES] = "blog",
  [FYS_COLLECTION_STRENGTH] = "styrkeoevelser",
};
G_STATIC_ASSERT (G_N_ELEMENTS (collection_names) == FYS_N_COLLECTIONS);

static void
parse_collection (FysLibraryScope *self,
                  const char      *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (collection_names); i++)
    if (g_str_equal (name, collection_names[i]))
      {
        self->kind = FYS_SCOPE_COLLECTION;
        self->collection = i;
      }
}

FysLibraryScope *
fys_library_scope_parse (const char *text)
{
  FysLibraryScope *self = g_new0 (FysLibraryScope, 1);

  g_return_val_if_fail (text != NULL, self);

  self->kind = FYS_SCOPE_ALL;
  self->collection = FYS_N_COLLECTIONS;
  if (g_str_has_prefix (text, KIND_PREFIX))
    parse_collection (self, text + strlen (KIND_PREFIX));
  else if (g_str_has_prefix (text, PART_PREFIX) && text[strlen (PART_PREFIX)] != '\0')
    {
      self->kind = FYS_SCOPE_BODY_PART;
      self->body_part = g_strdup (text + strlen (PART_PREFIX));
    }
  else if (g_str_has_prefix (text, CHANGED_PREFIX))
    {
      self->kind = FYS_SCOPE_CHANGED;
      self->since_s = MAX (g_ascii_strtoll (text + strlen (CHANGED_PREFIX), NULL, 10), 1);
    }
  return self;
}

void
fys_library_scope_free (FysLibraryScope *self)
{
  if (self == NULL)
    return;
  g_free (self->body_part);
  g_free (self);
}

char *
fys_library_scope_dup_collection (FysCollection collection)
{
  g_return_val_if_fail (collection < FYS_N_COLLECTIONS, NULL);

  return g_strconcat (KIND_PREFIX, collection_names[collection], NULL);
}

char *
fys_library_scope_dup_body_part (const char *body_part)
{
  g_return_val_if_fail (body_part != NULL, NULL);

  return g_strconcat (PART_PREFIX, body_part, NULL);
}

char *
fys_library_scope_dup_changed (gint64 since_s)
{
  return g_strdup_printf (CHANGED_PREFIX "%" G_GINT64_FORMAT, since_s);
}

char *
fys_library_scope_dup_title (const FysLibraryScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case FYS_SCOPE_COLLECTION:
      return g_strdup (fys_library_words_get_collection (self->collection));
    case FYS_SCOPE_BODY_PART:
      return fys_library_words_dup_body_part (self->body_part);
    case FYS_SCOPE_CHANGED:
      return g_strdup (_ ("What Has Changed"));
    case FYS_SCOPE_ALL:
    default:
      return g_strdup (_ ("All Articles"));
    }
}

void
fys_library_scope_get_filter (const FysLibraryScope *self,
                              FysLibraryFilter      *out_filter)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (out_filter != NULL);

  *out_filter = (FysLibraryFilter) {
    .collection = self->kind == FYS_SCOPE_COLLECTION ? self->collection : FYS_N_COLLECTIONS,
    .body_part = self->body_part,
    .changed_since_s = self->since_s,
    .order = FYS_ORDER_TITLE,
  };
}
