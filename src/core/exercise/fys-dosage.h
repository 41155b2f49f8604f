/* fys-dosage.h - how long, how often and how many times: what a text prescribes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Above these a figure is no dosage: it is not understood. */
#define FYS_DOSAGE_MAX_REPS 500
#define FYS_DOSAGE_MAX_SETS 20

/** FysRange: from @min to @max; a single value has both equal; max == 0 means that nothing was stated. */
typedef struct
{
  guint min;
  guint max;
} FysRange;

typedef enum
{
  FYS_PER_NONE, /* not stated */
  FYS_PER_DAY,
  FYS_PER_WEEK,
} FysPer;

/** FysSlice: bytes [start, end) of the text that was parsed; both 0 when nothing was stated. */
typedef struct
{
  guint start;
  guint end;
} FysSlice;

/** FysDosage: a plain value; copy by assignment, nothing to free. Unstated stays unstated: no number is ever invented.
 * @hold_s: one hold or bout, seconds   @reps: in a set   @rest_s: between sets or bouts, seconds
 * @frequency: how often, by @per
 * The slices say which words of the text gave each figure, and which look like one that could not be understood ("30-20 sekunder"). */
typedef struct
{
  FysRange hold_s;
  FysRange reps;
  FysRange sets;
  FysRange rest_s;
  gboolean is_per_side;
  FysRange frequency;
  FysPer   per;
  FysSlice hold_place;
  FysSlice reps_place;
  FysSlice sets_place;
  FysSlice rest_place;
  FysSlice side_place;
  FysSlice frequency_place;
  FysSlice unread_place;
} FysDosage;

gboolean fys_range_is_stated  (FysRange         self);
/* Whether any figure is stated. */
gboolean fys_dosage_is_stated (const FysDosage *self);
/**
 * fys_dosage_parse:
 * @text: UTF-8, Danish or English, such as "Hold 20–30 sekunder og gentag 2–3 gange på hver side."
 * @out_dosage: (out): always filled; all unstated when the text prescribes nothing
 *
 * Linear in the length of the text. Any thread.
 *
 * Returns: whether anything is stated */
gboolean fys_dosage_parse     (const char      *text,
                               FysDosage       *out_dosage);

G_END_DECLS
