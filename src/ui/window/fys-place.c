/* fys-place.c - finds a reader's place again in an article that was changed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-place.h"

#include <string.h>

/** Range: blocks [first, end): those of a section and its sub-sections, or those before the first heading. */
typedef struct
{
  guint first;
  guint end;
} Range;

static Range
get_range (FysArticle *article,
           guint       section)
{
  guint             n_blocks;
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  (void) fys_article_get_blocks (article, &n_blocks); /* only how many */
  if (section != FYS_NONE)
    return (Range) { sections[section].first_block, sections[section].first_block + sections[section].n_blocks };
  return (Range) { 0, n_sections > 0 ? sections[0].first_block : n_blocks };
}

/* The same text nearest to @expected, so that a sentence that stands twice is not mistaken for the other. */
static guint
find_same_text (const FysBlock *blocks,
                Range           range,
                const FysBlock *wanted,
                guint           expected)
{
  guint best = FYS_NONE;
  guint best_distance = G_MAXUINT;

  for (guint i = range.first; i < range.end; i++)
    {
      guint distance = i > expected ? i - expected : expected - i;

      if (distance >= best_distance || blocks[i].kind != wanted->kind || blocks[i].text.length != wanted->text.length)
        continue;
      if (memcmp (blocks[i].text.text, wanted->text.text, wanted->text.length) != 0)
        continue;
      best = i;
      best_distance = distance;
    }
  return best;
}

guint
fys_place_carry (FysArticle *from,
                 FysArticle *to,
                 guint       block)
{
  guint             n_from;
  guint             n_to;
  const FysBlock   *from_blocks = fys_article_get_blocks (from, &n_from);
  const FysBlock   *to_blocks = fys_article_get_blocks (to, &n_to);
  guint             n_from_sections;
  const FysSection *from_sections = fys_article_get_sections (from, &n_from_sections);
  guint             from_section;
  guint             to_section = FYS_NONE;
  guint             expected;
  guint             found;
  Range             range;

  if (n_to == 0)
    return 0;
  if (block >= n_from)
    return MIN (block, n_to - 1);

  from_section = from_blocks[block].section;
  if (from_section != FYS_NONE)
    {
      to_section = fys_article_find_section (to, from_sections[from_section].slug);
      if (to_section == FYS_NONE)
        return MIN (block, n_to - 1);
    }

  range = get_range (to, to_section);
  expected = range.first + (block - get_range (from, from_section).first);
  found = find_same_text (to_blocks, range, &from_blocks[block], expected);
  if (found != FYS_NONE)
    return found;
  return range.end > range.first ? MIN (expected, range.end - 1) : MIN (range.first, n_to - 1);
}
