/* fys-reading-place.c - a place in an article, told so that it is found again in another version of it
 *
 * How far one has read is counted in letters: pixels are others at every width, and blocks are of very different lengths.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/reading/fys-reading-place.h"

/* Of a block without text, such as an image; and something for each block, as even a short one takes a line. */
#define LEAST_WEIGHT 40

/** Range: blocks [first, end). */
typedef struct
{
  guint first;
  guint end;
} Range;

static double
get_weight (const FysBlock *block)
{
  double weight = LEAST_WEIGHT + block->text.length;

  if (block->table != NULL)
    for (guint i = 0; i < block->table->n_rows * block->table->n_columns; i++)
      weight += block->table->cells[i].length;
  return weight;
}

static double
sum_weights (const FysBlock *blocks,
             Range           range)
{
  double sum = 0;

  for (guint i = range.first; i < range.end; i++)
    sum += get_weight (&blocks[i]);
  return sum;
}

/* The blocks of a section without those of its sub-sections; of FYS_NONE those before the first heading. */
static Range
get_range (FysArticle *article,
           guint       section)
{
  guint             n_blocks;
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);
  guint             next = section == FYS_NONE ? 0 : section + 1;
  guint             end;

  (void) fys_article_get_blocks (article, &n_blocks); /* only how many */
  end = next < n_sections ? sections[next].first_block : n_blocks;
  if (section == FYS_NONE)
    return (Range){ 0, end };
  return (Range){ sections[section].first_block, MIN (end, sections[section].first_block + sections[section].n_blocks) };
}

/* How far from the beginning of @range to its end a place in it is. */
static double
get_fraction (const FysBlock *blocks,
              Range           range,
              guint           block,
              double          part)
{
  double whole = sum_weights (blocks, range);
  double before = sum_weights (blocks, (Range){ range.first, block });

  return whole > 0 ? (before + part * get_weight (&blocks[block])) / whole : 0.0;
}

static void
find_fraction (const FysBlock *blocks,
               Range           range,
               double          fraction,
               guint          *out_block,
               double         *out_part)
{
  double left = fraction * sum_weights (blocks, range);
  guint  block = range.first;

  while (block + 1 < range.end && left >= get_weight (&blocks[block]))
    left -= get_weight (&blocks[block++]);
  *out_block = block;
  *out_part = CLAMP (left / get_weight (&blocks[block]), 0.0, 1.0);
}

FysReadingPlace
fys_reading_place_make (FysArticle *article,
                        guint       block,
                        double      part,
                        double     *out_progress)
{
  FysReadingPlace   place = { NULL, 0.0 };
  guint             n_blocks;
  guint             n_sections;
  const FysBlock   *blocks = fys_article_get_blocks (article, &n_blocks);
  const FysSection *sections = fys_article_get_sections (article, &n_sections);
  double            progress = 0.0;
  guint             section = FYS_NONE;

  if (block < n_blocks)
    {
      section = blocks[block].section;
      part = CLAMP (part, 0.0, 1.0);
      place.offset = get_fraction (blocks, get_range (article, section), block, part);
      progress = get_fraction (blocks, (Range){ 0, n_blocks }, block, part);
    }
  place.slug = g_strdup (section < n_sections ? sections[section].slug : "");
  if (out_progress != NULL)
    *out_progress = progress;
  return place;
}

void
fys_reading_place_clear (FysReadingPlace *self)
{
  g_clear_pointer (&self->slug, g_free);
  self->offset = 0.0;
}

gboolean
fys_reading_place_find (FysArticle            *article,
                        const FysReadingPlace *place,
                        double                 progress,
                        guint                 *out_block,
                        double                *out_part)
{
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (article, &n_blocks);
  guint           section = FYS_NONE;
  Range           range;

  if (n_blocks == 0)
    return FALSE;
  if (place->slug != NULL && *place->slug != '\0')
    {
      section = fys_article_find_section (article, place->slug);
      if (section == FYS_NONE)
        {
          find_fraction (blocks, (Range){ 0, n_blocks }, progress, out_block, out_part);
          return TRUE;
        }
    }
  range = get_range (article, section);
  if (range.end <= range.first)
    {
      *out_block = MIN (range.first, n_blocks - 1);
      *out_part = 0.0;
      return TRUE;
    }
  find_fraction (blocks, range, place->offset, out_block, out_part);
  return TRUE;
}
