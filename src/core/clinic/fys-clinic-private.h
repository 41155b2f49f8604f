/* fys-clinic-private.h - the tables that make-clinic-tables.py writes from data/clinic
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clinic/fys-clinic.h"

G_BEGIN_DECLS

/* A title that names an illness and the place where it hurts is about the illness. */
typedef enum
{
  FYS_SPECIALTY_GROUP,     /* people, activities and ways of treatment */
  FYS_SPECIALTY_BODY,      /* a part of the body */
  FYS_SPECIALTY_CONDITION, /* an illness, an injury, a complaint */
} FysSpecialtyKind;

/** FysSpecialtyTerm: a word, or several, that speak of a specialty.
 * @words: lower case, in their base form, parted by single spaces
 * @length: of @words, in bytes
 * @is_phrase: more than one word
 * @is_long: a single word that is long enough to be told apart safely inside a compound
 * @specialty: index in fys_clinic_specialties */
typedef struct
{
  const char      *words;
  gsize            length;
  gboolean         is_phrase;
  gboolean         is_long;
  guint            specialty;
  FysSpecialtyKind kind;
} FysSpecialtyTerm;

extern const char *const      fys_clinic_places[]; /* ends with %NULL */
extern const guint            fys_clinic_n_places;
extern const FysSpecialty     fys_clinic_specialties[];
extern const guint            fys_clinic_n_specialties;
extern const FysSpecialtyTerm fys_clinic_terms[];
extern const guint            fys_clinic_n_terms;

/**
 * fys_specialty_guess_from_text:
 * @text: UTF-8, a title or a heading
 *
 * Returns: the index of the specialty that @text speaks of, or FYS_NONE. Any thread. */
guint fys_specialty_guess_from_text (const char *text);

G_END_DECLS
