/* fys-clinic.h - FysFinder's clinic search: places, specialties and addresses
 * The rules are FysFinder's own (see the comments in fys-clinic.c). SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_CLINIC_NONE = 0,
  FYS_CLINIC_HANDICAP = 1 << 0,   /* access for people with disabilities */
  FYS_CLINIC_YDERNUMMER = 1 << 1, /* under the public health-insurance agreement */
} FysClinicFilters;

/** FysSpecialty: the address form and the Danish name. */
typedef struct
{
  const char *slug;
  const char *name;
} FysSpecialty;

/* Both static and sorted by name in Danish order; the arrays live as long as the program. */
const FysSpecialty *fys_clinic_get_specialties    (guint            *out_n);
const char *const  *fys_clinic_get_places         (guint            *out_n);

/* By slug or by name, in any case. Returns: (nullable): the slug, static */
const char         *fys_clinic_find_specialty     (const char       *name);
/* Returns: (transfer full) (nullable): the address form of a place that exists, by name or slug, in any case; "danmark" too */
char               *fys_clinic_find_place         (const char       *name);
/* The front matter's specialty, else the one that title and headings speak of. Returns: (nullable): the slug, static */
const char         *fys_clinic_guess_specialty    (FysArticle       *article);
/**
 * fys_clinic_dup_url:
 * @place_slug: (nullable): %NULL for the whole country
 * @specialty_slug: (nullable)
 *
 * Returns: (transfer full): https://www.fysfinder.dk/find/fysioterapeut/… */
char               *fys_clinic_dup_url            (const char       *place_slug,
                                                   const char       *specialty_slug,
                                                   FysClinicFilters  filters);

G_END_DECLS
