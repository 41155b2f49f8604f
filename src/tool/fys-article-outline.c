/* fys-article-outline.c - an article at a glance, for people
 *
 *   Iskiasnerve i klemme
 *   iskias.md · published 2025-09-13 · updated 2025-10-12 · 7 minutes to read
 *
 *   Sections
 *     10  Hvad betyder …
 *     18    Kan iskias …
 *   …
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tool/fys-article-outline.h"

#include <glib/gi18n.h>

#include "core/clinic/fys-clinic.h"
#include "core/exercise/fys-exercise.h"
#include "tool/fys-finding.h"

/* Wide enough for the lines of any real article, so that what follows stands in one column. */
#define LINE_FORMAT "  %4u  "

static void
append_date (GString       *text,
             const char    *label,
             const FysDate *date)
{
  if (fys_date_is_set (date))
    g_string_append_printf (text, " · %s %04u-%02u-%02u", label, date->year, date->month, date->day);
}

static void
append_head (GString    *text,
             FysArticle *article,
             const char *path)
{
  const FysMetadata *metadata = fys_article_get_metadata (article);
  guint              minutes = fys_article_get_reading_min (article);

  g_string_append_printf (text, "%s\n%s", fys_article_get_title (article), path);
  /* Translators: followed by a date, as in “published 2025-09-13” */
  append_date (text, _ ("published"), &metadata->published);
  /* Translators: followed by a date, as in “updated 2025-10-12” */
  append_date (text, _ ("updated"), &metadata->updated);
  g_string_append (text, " · ");
  /* Translators: how long it takes to read the article */
  g_string_append_printf (text, ngettext ("%u minute to read", "%u minutes to read", minutes), minutes);
  g_string_append_c (text, '\n');
}

static void
append_title (GString    *text,
              const char *title)
{
  g_string_append_printf (text, "\n%s\n", title);
}

static void
append_sections (GString    *text,
                 FysArticle *article)
{
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  if (n_sections == 0)
    return;
  append_title (text, _ ("Sections"));
  for (guint i = 0; i < n_sections; i++)
    {
      g_string_append_printf (text, LINE_FORMAT "%*s%s", sections[i].line, (int) (2 * sections[i].depth), "", sections[i].title);
      if (sections[i].flags & FYS_SECTION_FAQ)
        /* Translators: stands after the title of a section that holds questions and their answers */
        g_string_append_printf (text, "  [%s]", _ ("questions"));
      if (sections[i].flags & FYS_SECTION_URGENT)
        /* Translators: stands after the title of a section that tells when to seek help */
        g_string_append_printf (text, "  [%s]", _ ("warning signs"));
      g_string_append_c (text, '\n');
    }
}

static void
append_exercises (GString         *text,
                  FysExerciseList *exercises)
{
  guint n_exercises = fys_exercise_list_get_n (exercises);

  if (n_exercises == 0)
    return;
  append_title (text, _ ("Exercises"));
  for (guint i = 0; i < n_exercises; i++)
    {
      const FysExercise *exercise = fys_exercise_list_get (exercises, i);
      g_autofree char   *summary = fys_dosage_dup_summary (&exercise->dosage);

      g_string_append_printf (text, LINE_FORMAT "%s", exercise->line, exercise->name);
      if (*summary != '\0')
        g_string_append_printf (text, ": %s", summary);
      g_string_append_c (text, '\n');
    }
}

static guint
count_blocks (FysArticle  *article,
              FysBlockKind kind)
{
  guint           n_blocks;
  guint           n = 0;
  const FysBlock *blocks = fys_article_get_blocks (article, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    if (blocks[i].kind == kind)
      n++;
  return n;
}

static guint
count_questions (FysArticle *article)
{
  guint             n_sections;
  guint             n = 0;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    if (sections[i].flags & FYS_SECTION_QUESTION)
      n++;
  return n;
}

static void
append_counts (GString    *text,
               FysArticle *article)
{
  const char *specialty = fys_clinic_guess_specialty (article);
  guint       n_words = fys_article_get_n_words (article);
  guint       n_questions = count_questions (article);
  guint       n_tables = count_blocks (article, FYS_BLOCK_TABLE);
  guint       n_images = count_blocks (article, FYS_BLOCK_IMAGE);
  guint       n_links;

  (void) fys_article_get_links (article, &n_links);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%u word", "%u words", n_words), n_words);
  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u question", "%u questions", n_questions), n_questions);
  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u table", "%u tables", n_tables), n_tables);
  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u picture", "%u pictures", n_images), n_images);
  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u link", "%u links", n_links), n_links);
  g_string_append_c (text, '\n');
  /* Translators: the field of physiotherapy that an article is about, such as “iskias”; “none” when there is no such field */
  g_string_append_printf (text, _ ("Specialty: %s"), specialty != NULL ? specialty : _ ("none"));
  g_string_append_c (text, '\n');
}

static void
append_findings (GString         *text,
                 FysArticle      *article,
                 FysExerciseList *exercises,
                 const char      *path)
{
  g_autoptr (GPtrArray) diagnostics = fys_exercise_list_dup_findings (exercises, article);

  if (diagnostics->len == 0)
    return;
  /* Translators: the title of a list of errors and warnings */
  append_title (text, _ ("Findings"));
  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *line = fys_finding_dup_line (path, g_ptr_array_index (diagnostics, i));

      g_string_append_printf (text, "%s\n", line);
    }
}

char *
fys_article_dup_outline (FysArticle *article,
                         const char *path)
{
  g_autoptr (FysExerciseList) exercises = fys_exercise_list_new (article);
  GString *text = g_string_new (NULL);

  append_head (text, article, path);
  append_sections (text, article);
  append_exercises (text, exercises);
  append_counts (text, article);
  append_findings (text, article, exercises, path);
  return g_string_free (text, FALSE);
}
