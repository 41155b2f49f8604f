/* fys-specialty-guess.c - which specialty an article is about
 *
 * The front matter may say it. Otherwise the titles are asked one after the other, then the headings together; what a title or
 * a heading speaks of, fys-specialty-words.c tells. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/clinic/fys-clinic.h"

#include "core/clinic/fys-clinic-private.h"

/* The outline of any real article is shorter; the bound keeps a hostile one cheap. */
#define MAX_HEADINGS 200

/* Headings decide when at least this many, and at least one in this many, speak of the same specialty. */
#define MIN_HEADINGS 2
#define MIN_HEADING_SHARE 3

static guint
guess_from_titles (FysArticle *article)
{
  const FysMetadata *metadata = fys_article_get_metadata (article);
  const char        *titles[] = { fys_article_get_title (article), metadata->h1, metadata->meta_title };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      guint specialty = titles[i] != NULL ? fys_specialty_guess_from_text (titles[i]) : FYS_NONE;

      if (specialty != FYS_NONE)
        return specialty;
    }
  return FYS_NONE;
}

/* One heading may mention anything ("Hjælper magnesium mod migræne?"): only what runs through them is the subject. */
static guint
guess_from_headings (FysArticle *article)
{
  guint                n_sections;
  const FysSection    *sections = fys_article_get_sections (article, &n_sections);
  g_autofree guint    *counts = g_new0 (guint, fys_clinic_n_specialties);
  guint                best = FYS_NONE;
  gboolean             is_tied = FALSE;

  n_sections = MIN (n_sections, MAX_HEADINGS);
  for (guint i = 0; i < n_sections; i++)
    {
      guint specialty = fys_specialty_guess_from_text (sections[i].title);

      if (specialty != FYS_NONE)
        counts[specialty]++;
    }
  for (guint i = 0; i < fys_clinic_n_specialties; i++)
    {
      if (best != FYS_NONE && counts[i] == counts[best])
        is_tied = TRUE;
      else if (counts[i] > (best != FYS_NONE ? counts[best] : 0))
        {
          best = i;
          is_tied = FALSE;
        }
    }
  if (best == FYS_NONE || is_tied || counts[best] < MIN_HEADINGS || counts[best] * MIN_HEADING_SHARE < n_sections)
    return FYS_NONE;
  return best;
}

const char *
fys_clinic_guess_specialty (FysArticle *article)
{
  const char *stated;
  guint       specialty;

  g_return_val_if_fail (article != NULL, NULL);

  stated = fys_article_get_metadata (article)->specialty;
  if (stated != NULL)
    {
      const char *slug = fys_clinic_find_specialty (stated);

      if (slug != NULL)
        return slug;
    }

  specialty = guess_from_titles (article);
  if (specialty == FYS_NONE)
    specialty = guess_from_headings (article);
  return specialty != FYS_NONE ? fys_clinic_specialties[specialty].slug : NULL;
}
