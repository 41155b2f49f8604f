/* fys-history.h - where a window has been, to go back and forward through it
 *
 * Places in a row, of which one is where the window is. A list only: fys-window-history.c goes there. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/reading/fys-reading.h"
#include "ui/article/fys-article-view.h"

G_BEGIN_DECLS

/* Older ones are forgotten. */
#define FYS_HISTORY_MAX_PLACES 100
/* The articles that are kept parsed, so that going back shows them at once. */
#define FYS_HISTORY_MAX_DOCUMENTS 5

/** FysHistoryPlace: where the window is, or was.
 * @page: of the window's stack
 * @file: of an article   @title: of the article or page, for a tooltip; "" while it is not known
 * @document: what was shown of @file, while it is kept and its file has not changed
 * @at, @open_questions: where the reader was in @document   @reading, @progress: the same, for another version of the article
 * @state: what the page gave to remember, see FysWindowPage
 * Strings and objects belong to the place. */
typedef struct
{
  char           *page;
  char           *title;
  GFile          *file;           /* (nullable) */
  FysDocument    *document;       /* (nullable) */
  FysPlace        at;
  char          **open_questions; /* (nullable) */
  FysReadingPlace reading;
  double          progress;
  GVariant       *state;          /* (nullable) */
  gboolean        was_left;       /* @at, @reading or @state were filled in */
} FysHistoryPlace;

typedef struct _FysHistory FysHistory;

FysHistory      *fys_history_new          (void);
void             fys_history_free         (FysHistory      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysHistory, fys_history_free)

/* A new place, after the one where the window is; those that were ahead are forgotten. @file: (nullable). Returns: (transfer none): it */
FysHistoryPlace *fys_history_visit        (FysHistory      *self,
                                           const char      *page,
                                           GFile           *file);
/* Returns: (transfer none) (nullable): %NULL before the first visit */
FysHistoryPlace *fys_history_get_current  (FysHistory      *self);
/* @step: -1 for the place before, +1 for the one ahead. Returns: (transfer none) (nullable) */
FysHistoryPlace *fys_history_peek         (FysHistory      *self,
                                           int              step);
/* Makes the place at @step, which must be there, the one where the window is. */
void             fys_history_go           (FysHistory      *self,
                                           int              step);
/* Forgets the place at @step, which must be there, as it cannot be shown any more. */
void             fys_history_drop         (FysHistory      *self,
                                           int              step);

void             fys_history_place_set_title    (FysHistoryPlace *place,
                                                 const char      *title);
/* Keeps @document (nullable) with @place until its file changes, or until others are kept. */
void             fys_history_place_set_document (FysHistory      *self,
                                                 FysHistoryPlace *place,
                                                 FysDocument     *document);

G_END_DECLS
