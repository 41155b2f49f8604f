/* hit-fixture.h - things that were found, without a library
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-search.h"

/* In “Ondt i knæet”, updated 12 October 2025, with the key @key. @answer: (nullable). Returns: (transfer full) */
FysHit *hit_fixture_new      (FysHitKind  kind,
                              const char *key,
                              const char *title,
                              const char *snippet,
                              const char *answer);
/* Marks bytes of the title or the snippet. */
void    hit_fixture_add_mark (GArray     *marks,
                              guint       start,
                              guint       length);
