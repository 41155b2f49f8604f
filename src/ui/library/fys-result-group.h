/* fys-result-group.h - what a search found of one kind
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-search.h"

G_BEGIN_DECLS

#define FYS_TYPE_RESULT_GROUP (fys_result_group_get_type ())
/* A heading, rows (FysResultRow) that are used again from search to search, and a button for more of the kind.
 * Signal: more-requested (FysHitKind kind). */
G_DECLARE_FINAL_TYPE (FysResultGroup, fys_result_group, FYS, RESULT_GROUP, GtkWidget)

/**
 * fys_result_group_set_hits:
 * @kind: of all of them
 * @hits: (element-type FysHit): best first; borrowed during the call. Without any, it is not to be seen.
 * @n_shown: at most so many of them
 * @has_more: whether there is more than what is shown */
void       fys_result_group_set_hits       (FysResultGroup *self,
                                            FysHitKind      kind,
                                            GPtrArray      *hits,
                                            guint           n_shown,
                                            gboolean        has_more);
/* Makes a row ahead, if there are not @n_rows yet. Returns: whether it did */
gboolean   fys_result_group_prepare        (FysResultGroup *self,
                                            guint           n_rows);
/* See fys_result_row_set_line_chars(). */
void       fys_result_group_set_line_chars (FysResultGroup *self,
                                            guint           line_chars);
/* Adds what has the focus in it, from the top: rows and the button for more. @stops: (element-type GtkWidget) */
void       fys_result_group_add_stops      (FysResultGroup *self,
                                            GPtrArray      *stops);

G_END_DECLS
