/* fys-expectations.c - what readers look for in an article and do not find
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-expectations.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/article/fys-words.h"

/* One exercise may be a page on how a squat is done; several are advice for somebody. */
#define MIN_EXERCISES 2

/* An article with a heading about these is read by somebody who has them. */
static const char *const symptom_words[] = {
  "symptome*", "symptoms", NULL,
};

static gboolean
is_about_symptoms (const char *title)
{
  FysWords words;
  gboolean result;

  fys_words_init (&words, title, strlen (title));
  result = fys_words_contain_any (&words, symptom_words);
  fys_words_clear (&words);
  return result;
}

static void
check_warning_signs (FysArticle      *article,
                     FysExerciseList *exercises,
                     GPtrArray       *findings)
{
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);
  guint             n_exercises = fys_exercise_list_get_n (exercises);
  guint             symptoms = FYS_NONE;

  for (guint i = 0; i < n_sections; i++)
    {
      if ((sections[i].flags & FYS_SECTION_URGENT) != 0)
        return;
      if (symptoms == FYS_NONE && is_about_symptoms (sections[i].title))
        symptoms = i;
    }
  if (symptoms != FYS_NONE)
    fys_diagnostics_add (findings, FYS_SEVERITY_WARNING, sections[symptoms].line, 0,
                         /* Translators: the quoted heading is one that the program knows in Danish articles; leave it as it is. */
                         _("Symptoms are told of here, but no section says when to seek help; give it a heading such as “%s”"),
                         "Hvornår skal jeg søge læge?");
  else if (n_exercises >= MIN_EXERCISES)
    fys_diagnostics_add (findings, FYS_SEVERITY_INFO, fys_exercise_list_get (exercises, 0)->line, 0,
                         /* Translators: the quoted heading is one that the program knows in Danish articles; leave it as it is. */
                         _("No section says when to seek help, which is shown before the first exercise; its heading may be “%s”"),
                         "Hvornår skal jeg søge læge?");
}

static void
check_dates (FysArticle *article,
             GPtrArray  *findings)
{
  const FysMetadata *metadata = fys_article_get_metadata (article);

  /* A date that is stated and cannot be read has a finding of its own. */
  if (fys_date_is_set (&metadata->updated) || fys_date_is_set (&metadata->published)
      || fys_metadata_get_node (metadata, "lastUpdated") != NULL || fys_metadata_get_node (metadata, "datePublished") != NULL)
    return;
  fys_diagnostics_add (findings, FYS_SEVERITY_INFO, 0, 0,
                       _("No date is stated, so readers cannot see how old the advice is; “lastUpdated” in the front matter tells it"));
}

static void
check_introduction (FysArticle *article,
                    GPtrArray  *findings)
{
  const FysMetadata *metadata = fys_article_get_metadata (article);
  guint              n_blocks;
  const FysBlock    *blocks = fys_article_get_blocks (article, &n_blocks);

  if (metadata->description != NULL && *metadata->description != '\0')
    return;
  /* The first heading may be the title. */
  for (guint i = 0; i < n_blocks && (i == 0 || blocks[i].kind != FYS_BLOCK_HEADING); i++)
    if (blocks[i].kind == FYS_BLOCK_PARAGRAPH)
      return;
  fys_diagnostics_add (findings, FYS_SEVERITY_INFO, 0, 0,
                       _("The article begins with no text of its own and has no “description”, so lists show only its title"));
}

void
fys_expectations_check (FysArticle      *article,
                        FysExerciseList *exercises,
                        GPtrArray       *findings)
{
  g_return_if_fail (article != NULL && exercises != NULL && findings != NULL);

  check_warning_signs (article, exercises, findings);
  check_dates (article, findings);
  check_introduction (article, findings);
}
