/* hit-fixture.c - things that were found, without a library
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hit-fixture.h"

FysHit *
hit_fixture_new (FysHitKind  kind,
                 const char *key,
                 const char *title,
                 const char *snippet,
                 const char *answer)
{
  FysHit              *hit = g_new0 (FysHit, 1);
  const char *const    no_parts[] = { NULL };
  const FysLibraryInfo info = {
    .path = "/library/knae.md",
    .key = key,
    .title = "Ondt i knæet",
    .description = "",
    .body_parts = no_parts,
    .collection = g_str_has_prefix (key, "blog/") ? FYS_COLLECTION_GUIDES : FYS_COLLECTION_DICTIONARY,
    .updated = { .year = 2025, .month = 10, .day = 12 },
  };

  hit->kind = kind;
  hit->entry = fys_library_entry_new (&info);
  hit->title = g_strdup (title);
  hit->slug = g_strdup (kind == FYS_HIT_ARTICLE ? "" : "maa-jeg-loebe");
  hit->snippet = g_strdup (snippet);
  hit->answer = g_strdup (answer);
  hit->title_marks = g_array_new (FALSE, FALSE, sizeof (FysMark));
  hit->snippet_marks = g_array_new (FALSE, FALSE, sizeof (FysMark));
  return hit;
}

void
hit_fixture_add_mark (GArray *marks,
                      guint   start,
                      guint   length)
{
  const FysMark mark = { start, length };

  g_array_append_val (marks, mark);
}
