/* fys-exercise-page.c - a page that is one exercise
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise-finder-private.h"

#include <string.h>

#include "core/exercise/fys-dosage-lexer.h"

static guint
find_page_section (FysExerciseFinder *finder)
{
  const FysMetadata *metadata = fys_article_get_metadata (finder->article);

  if (metadata == NULL || metadata->body_parts == NULL)
    return FYS_NONE;
  for (guint i = 0; i < finder->n_sections; i++)
    {
      g_autofree char *title = g_utf8_strdown (finder->sections[i].title, -1);

      if (strstr (title, "sådan gør du") != NULL || strstr (title, "how to") != NULL)
        return i;
    }
  return FYS_NONE;
}

static void
accept_page (FysExerciseFinder *finder,
             guint              index)
{
  const FysSection    *section = &finder->sections[index];
  guint                end = section->first_block + section->n_blocks;
  g_autofree char     *text = fys_exercise_dup_prose (finder, section->first_block + 1, end, index);
  FysExerciseCandidate candidate = { .title = fys_article_get_title (finder->article), .text = text, .line = section->line,
                                     .first_block = section->first_block, .n_blocks = section->n_blocks, .row = FYS_NONE,
                                     .section = index };

  fys_exercise_candidate_read_dosage (&candidate);
  /* How often is mostly told among the tips and the questions. */
  for (guint i = 0; i < finder->n_blocks && !fys_range_is_stated (candidate.dosage.frequency); i++)
    {
      FysDosage other;

      if (fys_exercise_is_prose (&finder->blocks[i]) && fys_dosage_may_say_how_often (finder->blocks[i].text.text) &&
          fys_dosage_parse (finder->blocks[i].text.text, &other) && fys_range_is_stated (other.frequency))
        {
          candidate.dosage.frequency = other.frequency;
          candidate.dosage.per = other.per;
        }
    }
  fys_exercise_candidate_accept (finder, &candidate);
}

gboolean
fys_exercise_try_page (FysExerciseFinder *finder)
{
  guint section = find_page_section (finder);

  if (section == FYS_NONE)
    return FALSE;
  accept_page (finder, section);
  return TRUE;
}
