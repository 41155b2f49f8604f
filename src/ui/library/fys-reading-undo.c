/* fys-reading-undo.c - what was removed from the list of what was read, or a bookmark, so that it can be put back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-reading-undo.h"

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

GVariant *
fys_reading_undo_new (const FysReadingItem *item,
                      gboolean              is_bookmark)
{
  g_return_val_if_fail (item != NULL, NULL);

  return g_variant_new (FYS_READING_UNDO_TYPE, is_bookmark, item->key, get_text (item->title), get_text (item->section), get_text (item->uri),
                        get_text (item->version), get_text (item->place.slug), item->place.offset, item->progress, item->at_s);
}

void
fys_reading_undo_apply (GVariant   *undo,
                        FysReading *reading)
{
  FysReadingItem item = { 0 };
  gboolean       is_bookmark;

  g_return_if_fail (g_variant_is_of_type (undo, G_VARIANT_TYPE (FYS_READING_UNDO_TYPE)));
  g_return_if_fail (FYS_IS_READING (reading));

  g_variant_get (undo, "(b&s&s&s&s&s&sddx)", &is_bookmark, &item.key, &item.title, &item.section, &item.uri, &item.version, &item.place.slug,
                 &item.place.offset, &item.progress, &item.at_s);
  if (is_bookmark)
    fys_reading_add_bookmark (reading, &item);
  else
    fys_reading_remember (reading, &item);
}
