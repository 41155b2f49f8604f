/* fys-report.h - the journal on paper, to take along to the physiotherapist
 *
 * Pages of A4 or whatever the printer has: the period, what was done of each exercise, the pain over time as a curve and as a table, the notes. In black
 * only. Draws on any cairo context, so that it needs no printer and no display. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "ui/journal/fys-journal-days.h"

G_BEGIN_DECLS

typedef struct _FysReport FysReport;

/**
 * fys_report_new:
 * @days: what is printed
 * @heading: which part of the journal that is, translated
 * @context: for the text; kept
 * @width_pt, @height_pt: of a page without its margins, in points
 *
 * Returns: (transfer full) */
FysReport *fys_report_new         (FysJournalDays *days,
                                   const char     *heading,
                                   PangoContext   *context,
                                   double          width_pt,
                                   double          height_pt);
void       fys_report_free        (FysReport      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysReport, fys_report_free)
/* At least one. */
guint      fys_report_get_n_pages (FysReport      *self);
/* @cr: in points, its origin at the page's margin */
void       fys_report_draw_page   (FysReport      *self,
                                   guint           page,
                                   cairo_t        *cr);

G_END_DECLS
