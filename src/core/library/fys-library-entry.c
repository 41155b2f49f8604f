/* fys-library-entry.c - one article of the library, as the list shows it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-entry.h"

#include "core/clinic/fys-site.h"

#define DICTIONARY "ordbog/"

struct _FysLibraryEntry
{
  GObject        parent_instance;

  /* Owned */
  FysLibraryInfo info;
  char          *path;
  char          *key;
  char          *title;
  char          *description;
  char         **body_parts;
};

G_DEFINE_FINAL_TYPE (FysLibraryEntry, fys_library_entry, G_TYPE_OBJECT)

static void
fys_library_entry_finalize (GObject *object)
{
  FysLibraryEntry *self = FYS_LIBRARY_ENTRY (object);

  g_free (self->path);
  g_free (self->key);
  g_free (self->title);
  g_free (self->description);
  g_strfreev (self->body_parts);

  G_OBJECT_CLASS (fys_library_entry_parent_class)->finalize (object);
}

static void
fys_library_entry_class_init (FysLibraryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_library_entry_finalize;
}

static void
fys_library_entry_init (FysLibraryEntry *self)
{
}

FysLibraryEntry *
fys_library_entry_new (const FysLibraryInfo *info)
{
  FysLibraryEntry *self;

  g_return_val_if_fail (info != NULL && info->path != NULL && info->key != NULL, NULL);
  g_return_val_if_fail (info->title != NULL && info->description != NULL && info->body_parts != NULL, NULL);

  self = g_object_new (FYS_TYPE_LIBRARY_ENTRY, NULL);
  self->info = *info;
  self->info.path = self->path = g_strdup (info->path);
  self->info.key = self->key = g_strdup (info->key);
  self->info.title = self->title = g_strdup (info->title);
  self->info.description = self->description = g_strdup (info->description);
  self->body_parts = g_strdupv ((char **) info->body_parts);
  self->info.body_parts = (const char *const *) self->body_parts;
  return self;
}

const FysLibraryInfo *
fys_library_entry_get_info (FysLibraryEntry *self)
{
  g_return_val_if_fail (FYS_IS_LIBRARY_ENTRY (self), NULL);

  return &self->info;
}

GFile *
fys_library_entry_dup_file (FysLibraryEntry *self)
{
  g_return_val_if_fail (FYS_IS_LIBRARY_ENTRY (self), NULL);

  return g_file_new_for_path (self->path);
}

/* The key of an article says in which collection it is, but for the dictionary. */
char *
fys_library_info_dup_address (const FysLibraryInfo *info,
                              const char           *slug)
{
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (info != NULL && slug != NULL, NULL);

  escaped = g_uri_escape_string (info->key, "/", FALSE);
  return g_strdup_printf (FYS_SITE_URL "/%s%s%s%s", info->collection == FYS_COLLECTION_DICTIONARY ? DICTIONARY : "", escaped,
                          *slug != '\0' ? "#" : "", slug);
}
