/* fys-exercise-tables.c - tables of exercises: each row that tells how or how much is one
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise-finder-private.h"

#include <string.h>

static const char *
cell_text (const FysTable *table,
           guint           row,
           guint           column)
{
  return table->cells[row * table->n_columns + column].text;
}

static gboolean
is_exercise_table (const FysTable *table)
{
  const char *first = cell_text (table, 0, 0);

  /* "Øvelsestype" heads a column of kinds. */
  return table->n_columns >= 2 && strstr (first, "type") == NULL && fys_title_read (first).names_exercise;
}

static gboolean
is_told_in_row (const FysExerciseCandidate *candidate)
{
  return fys_exercise_candidate_has_dose (candidate) ||
         (candidate->how_to.n_commands >= 1 && candidate->how_to.n_acts >= 1);
}

static gboolean
try_row (FysExerciseFinder *finder,
         guint              block,
         guint              row)
{
  const FysTable      *table = finder->blocks[block].table;
  g_autoptr (GString)  text = g_string_new (NULL);
  FysExerciseCandidate candidate = { .title = cell_text (table, row, 0), .line = table->row_lines[row], .first_block = block,
                                     .n_blocks = 1, .row = row, .section = finder->blocks[block].section };

  for (guint column = 1; column < table->n_columns; column++)
    fys_exercise_append_line (text, cell_text (table, row, column));
  candidate.text = text->str;
  if (*candidate.title == '\0')
    return FALSE;
  fys_exercise_candidate_measure (&candidate);
  if (!is_told_in_row (&candidate))
    return FALSE;
  fys_exercise_candidate_accept (finder, &candidate);
  return TRUE;
}

static gboolean
try_table (FysExerciseFinder *finder,
           guint              block)
{
  const FysTable *table = finder->blocks[block].table;
  gboolean        found = FALSE;

  if (!is_exercise_table (table))
    return FALSE;
  for (guint row = 1; row < table->n_rows; row++)
    found |= try_row (finder, block, row);
  return found;
}

gboolean
fys_exercise_try_tables (FysExerciseFinder *finder,
                         guint              first,
                         guint              end)
{
  gboolean found = FALSE;

  for (guint i = first; i < end; i++)
    if (finder->blocks[i].kind == FYS_BLOCK_TABLE)
      found |= try_table (finder, i);
  return found;
}
