/* fys-clinic.c - FysFinder's clinic search: places, specialties and addresses
 *
 * The search is a path and not a form:
 *
 *   /find/fysioterapeut/{place}                the place is `danmark` (everywhere), `online`, or a town or district
 *   /find/fysioterapeut/{place}/{specialty}
 *   …?handicap=true&ydernummer=true            in this order; a filter that is off is left out
 *
 * A place or specialty that FysFinder does not know gives a "not found" page, so only known ones are ever offered.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/clinic/fys-clinic.h"

#include "core/article/fys-slug.h"
#include "core/clinic/fys-clinic-private.h"
#include "core/clinic/fys-site.h"

#define SEARCH_URL    FYS_SITE_URL "/find/fysioterapeut/"
#define WHOLE_COUNTRY "danmark"

const FysSpecialty *
fys_clinic_get_specialties (guint *out_n)
{
  if (out_n != NULL)
    *out_n = fys_clinic_n_specialties;
  return fys_clinic_specialties;
}

const char *const *
fys_clinic_get_places (guint *out_n)
{
  if (out_n != NULL)
    *out_n = fys_clinic_n_places;
  return fys_clinic_places;
}

static gboolean
has_slug (const char *text,
          const char *slug)
{
  g_autofree char *own = fys_slug_from_text (text);

  return g_str_equal (own, slug);
}

const char *
fys_clinic_find_specialty (const char *name)
{
  g_autofree char *slug = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  slug = fys_slug_from_text (name);
  for (guint i = 0; i < fys_clinic_n_specialties; i++)
    {
      const FysSpecialty *specialty = &fys_clinic_specialties[i];

      if (g_str_equal (specialty->slug, slug) || has_slug (specialty->name, slug))
        return specialty->slug;
    }
  /* Another word for it, exactly: "knogleskørhed" is osteoporosis. */
  for (guint i = 0; i < fys_clinic_n_terms; i++)
    if (has_slug (fys_clinic_terms[i].words, slug))
      return fys_clinic_specialties[fys_clinic_terms[i].specialty].slug;
  return NULL;
}

char *
fys_clinic_find_place (const char *name)
{
  g_autofree char *slug = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  slug = fys_slug_from_text (name);
  if (g_str_equal (slug, WHOLE_COUNTRY))
    return g_steal_pointer (&slug);
  for (guint i = 0; i < fys_clinic_n_places; i++)
    if (has_slug (fys_clinic_places[i], slug))
      return g_steal_pointer (&slug);
  return NULL;
}

char *
fys_clinic_dup_url (const char      *place_slug,
                    const char      *specialty_slug,
                    FysClinicFilters filters)
{
  GString *url = g_string_new (SEARCH_URL);
  char     separator = '?';

  g_string_append (url, place_slug != NULL ? place_slug : WHOLE_COUNTRY);
  if (specialty_slug != NULL)
    g_string_append_printf (url, "/%s", specialty_slug);
  if (filters & FYS_CLINIC_HANDICAP)
    {
      g_string_append_printf (url, "%chandicap=true", separator);
      separator = '&';
    }
  if (filters & FYS_CLINIC_YDERNUMMER)
    g_string_append_printf (url, "%cydernummer=true", separator);
  return g_string_free (url, FALSE);
}
