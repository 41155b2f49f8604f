/* fys-pain-series.h - pain over time, in no more points than can be told apart
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/journal/fys-journal-days.h"

G_BEGIN_DECLS

/* What a point stands for: itself, or the mean of what lies in a day, a week … */
typedef enum
{
  FYS_PAIN_UNIT_ENTRY,
  FYS_PAIN_UNIT_DAY,
  FYS_PAIN_UNIT_WEEK,
  FYS_PAIN_UNIT_MONTH,
  FYS_PAIN_UNIT_YEAR,
  FYS_N_PAIN_UNITS
} FysPainUnit;

/** FysPainPoint: @day: of the entry, or the first of those that it stands for
 * @local_s: where it lies in time, seconds of the clock on the wall since 1970
 * @before, @after: 0–10, or NAN where nobody answered
 * @n: how many entries it stands for */
typedef struct
{
  guint32 day;
  gint64  local_s;
  double  before;
  double  after;
  guint   n;
} FysPainPoint;

typedef struct _FysPainSeries FysPainSeries; /* immutable */

/* Takes the finest unit that gives no more than @max_points (and entries only while they are few); entries without an answer are left out. Returns: (transfer full) */
FysPainSeries      *fys_pain_series_new        (FysJournalDays *days,
                                                guint           max_points);
void                fys_pain_series_free       (FysPainSeries  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysPainSeries, fys_pain_series_free)
FysPainUnit         fys_pain_series_get_unit   (FysPainSeries  *self);
/* The oldest first. */
const FysPainPoint *fys_pain_series_get        (FysPainSeries  *self,
                                                guint          *out_n);
/* "Each point is the mean of a week."; "" for entries: translated, static. */
const char         *fys_pain_unit_get_text     (FysPainUnit     unit);
/* What a person who does not see the curve is told of it. Returns: (transfer full) */
char               *fys_pain_series_dup_summary (FysPainSeries *self);

G_END_DECLS
