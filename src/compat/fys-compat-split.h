/* fys-compat-split.h - content with a pane at its side, which lies over the content when there is no room beside it
 *
 * AdwFlap before libadwaita 1.4, AdwOverlaySplitView from there. When the pane collapses is decided here, by the same rule for both: at a width
 * that grows with the size of the user's text. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FYS_TYPE_SPLIT (fys_split_get_type ())
/* Properties, construct only: pane-side (GtkPackType, start), pane-width (uint, pixels at the usual text size), collapse-width (uint, the same: below this
 * the pane lies over the content).
 * Properties: pane, content (GtkWidget), is-pane-available (gboolean, default TRUE: without it the pane is not shown), is-docked-open (gboolean, default
 * TRUE: whether the user wants the pane when it stands beside the content), is-open (gboolean: whether it is shown now; setting it on a pane that stands
 * beside the content sets is-docked-open too), is-collapsed (gboolean, read only).
 * Signals: pane-needed: the pane is about to be shown for the first time and none was set. focus-lost: the pane closed with the keyboard
 * focus in it, which the user of this class now gives to something else. */
G_DECLARE_FINAL_TYPE (FysSplit, fys_split, FYS, SPLIT, GtkWidget)

/* Says before the first frame how wide it will be, so that the pane is not seen to move. */
void     fys_split_expect_width       (FysSplit  *self,
                                       int        width_px);
/* (nullable) */
void     fys_split_set_pane           (FysSplit  *self,
                                       GtkWidget *pane);
void     fys_split_set_content        (FysSplit  *self,
                                       GtkWidget *content);
void     fys_split_set_pane_available (FysSplit  *self,
                                       gboolean   is_pane_available);
gboolean fys_split_is_pane_available  (FysSplit  *self);
void     fys_split_set_docked_open    (FysSplit  *self,
                                       gboolean   is_docked_open);
gboolean fys_split_is_docked_open     (FysSplit  *self);
void     fys_split_set_open           (FysSplit  *self,
                                       gboolean   is_open);
gboolean fys_split_is_open            (FysSplit  *self);
gboolean fys_split_is_collapsed       (FysSplit  *self);
/* Lets the pane, if it is available, take all of the room; the content is not shown meanwhile. The pane stays where it is in the tree of widgets: a widget
 * that gets another parent is lost to a screen reader (seen in GTK 4.8), and so are its actions. */
void     fys_split_set_filled         (FysSplit  *self,
                                       gboolean   is_filled);
gboolean fys_split_is_filled          (FysSplit  *self);

G_END_DECLS
