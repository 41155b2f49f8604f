/* fuzz-dosage.c - any bytes as the text of an exercise, as an article to find exercises in, and as exercises in front matter
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/exercise/fys-exercise.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_range (FysRange range,
             FysSlice place,
             gsize    length)
{
  g_assert_cmpuint (range.min, <=, range.max);
  g_assert_cmpuint (place.start, <=, place.end);
  g_assert_cmpuint (place.end, <=, length);
  g_assert_cmpint (fys_range_is_stated (range), ==, place.end > 0);
}

static void
check_dosage (const char *text)
{
  gsize            length = strlen (text);
  FysDosage        dosage;
  g_autofree char *summary = NULL;

  g_assert_cmpint (fys_dosage_parse (text, &dosage), ==, fys_dosage_is_stated (&dosage));
  check_range (dosage.hold_s, dosage.hold_place, length);
  check_range (dosage.reps, dosage.reps_place, length);
  check_range (dosage.sets, dosage.sets_place, length);
  check_range (dosage.rest_s, dosage.rest_place, length);
  check_range (dosage.frequency, dosage.frequency_place, length);
  g_assert_cmpuint (dosage.unread_place.start, <=, dosage.unread_place.end);
  g_assert_cmpuint (dosage.unread_place.end, <=, length);
  summary = fys_dosage_dup_summary (&dosage);
  g_assert_cmpint (*summary != '\0', ==, fys_dosage_is_stated (&dosage));
}

static void
check_article (const char   *before,
               const guint8 *data,
               gsize         size,
               const char   *after)
{
  g_autoptr (GByteArray)      text = g_byte_array_new ();
  g_autoptr (GBytes)          bytes = NULL;
  g_autoptr (FysArticle)      article = NULL;
  g_autoptr (FysExerciseList) list = NULL;
  g_autoptr (GPtrArray)       findings = NULL;

  g_byte_array_append (text, (const guint8 *) before, (guint) strlen (before));
  g_byte_array_append (text, data, (guint) size);
  g_byte_array_append (text, (const guint8 *) after, (guint) strlen (after));
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&text));
  article = fys_article_new_from_bytes (bytes, NULL);
  list = fys_exercise_list_new (article);
  for (guint i = 0; i < fys_exercise_list_get_n (list); i++)
    {
      const FysExercise *exercise = fys_exercise_list_get (list, i);

      g_assert_true (*exercise->name != '\0');
      g_assert_true (g_utf8_validate (exercise->name, -1, NULL));
      g_assert_true (g_utf8_validate (exercise->text, -1, NULL));
      g_assert_true (g_utf8_validate (exercise->instruction, -1, NULL));
    }
  findings = fys_exercise_list_dup_findings (list, article);
  for (guint i = 0; i < findings->len; i++)
    g_assert_true (g_utf8_validate (((const FysDiagnostic *) g_ptr_array_index (findings, i))->message, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  check_dosage (text);
  check_article ("", data, size, "");
  check_article ("## Øvelser\n\n", data, size, "");
  check_article ("## Øvelser\n\n| Øvelse | Hvordan |\n|---|---|\n", data, size, "");
  check_article ("---\nexercises:\n", data, size, "\n---\n## Bro\n\nLøft hoften 10 gange.\n");
  check_article ("---\nexercises:\n  - heading: bro\n    hold: ", data, size, "\n---\n## Bro\n\nLøft hoften 10 gange.\n");
  return 0;
}
