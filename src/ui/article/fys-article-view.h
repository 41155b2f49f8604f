/* fys-article-view.h - an article as a page that scrolls
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/window/fys-document.h"

G_BEGIN_DECLS

/** FysPlace: where the reader is: @offset_px below the top of a block. */
typedef struct
{
  guint  block;
  double offset_px;
} FysPlace;

#define FYS_TYPE_ARTICLE_VIEW (fys_article_view_get_type ())
/* Contains its own scrolled window. Properties: document (FysDocument), text-scale (double, 0.5–3.0), current-section (guint, read
 * only, FYS_NONE before the first heading: notifies while the reader scrolls).
 * Signals: link-activated (char *target), link-activated-beside (char *target): in a window of its own, link-queried (char *target): answer it
 * with fys_article_view_describe_link() when you can, exercise-activated (guint exercise), scrolled ().
 * Actions: article.copy, article.copy-section(u), article.select-all, article.unfold-all, article.fold-all. */
G_DECLARE_FINAL_TYPE (FysArticleView, fys_article_view, FYS, ARTICLE_VIEW, GtkWidget)

GtkWidget   *fys_article_view_new                 (void);
/* (nullable) */
void         fys_article_view_set_document        (FysArticleView *self,
                                                   FysDocument    *document);
/* @note: (nullable): a word about the next document, for the head of its page */
void         fys_article_view_set_note            (FysArticleView *self,
                                                   const char     *note);
/* The words of the document's text that are another article's title, which become quiet links; another document has none at first. What is on the
 * screen does not move. @terms: (nullable) (element-type FysTermMention): in reading order */
void         fys_article_view_set_terms           (FysArticleView *self,
                                                   GPtrArray      *terms);
/* Where the links with @target lead, in words, for their tooltips and a screen reader. */
void         fys_article_view_describe_link       (FysArticleView *self,
                                                   const char     *target,
                                                   const char     *text);
FysDocument *fys_article_view_get_document        (FysArticleView *self);
void         fys_article_view_set_text_scale      (FysArticleView *self,
                                                   double          text_scale);
double       fys_article_view_get_text_scale      (FysArticleView *self);
guint        fys_article_view_get_current_section (FysArticleView *self);
/* Puts the section's heading at the top, exactly, and the keyboard focus on it; opens a folded question. */
void         fys_article_view_show_section        (FysArticleView *self,
                                                   guint           section);
/* Brings a block (a table row, unless @row is FYS_NONE) into sight. */
void         fys_article_view_show_block          (FysArticleView *self,
                                                   guint           block,
                                                   guint           row);
FysPlace     fys_article_view_get_place           (FysArticleView *self);
void         fys_article_view_set_place           (FysArticleView *self,
                                                   FysPlace        place);
/* The same as a part of a block, 0–1: of its letters, or of a table's rows. For another width, or another version (see fys-reading-place.h).
 * Returns: %FALSE when there is no text */
gboolean     fys_article_view_get_part            (FysArticleView *self,
                                                   guint          *out_block,
                                                   double         *out_part);
/* Puts it at the top; opens a folded answer. */
void         fys_article_view_set_part            (FysArticleView *self,
                                                   guint           block,
                                                   double          part);
/* Whether the end of the article is in sight. */
gboolean     fys_article_view_is_at_end           (FysArticleView *self);
/* Questions that are open now, by slug. Returns: (transfer full) (array zero-terminated=1) */
char       **fys_article_view_dup_open_questions  (FysArticleView *self);
void         fys_article_view_set_open_questions  (FysArticleView *self,
                                                   const char *const *slugs);

/* Find: marks every hit of @text ("" or %NULL ends it). Returns: how many there are */
guint        fys_article_view_find                (FysArticleView *self,
                                                   const char     *text);
/* Goes to the next (+1) or previous (-1) hit, around the ends; 0: to the first one at or after what is in sight. Opens a folded answer.
 * Returns: the 1-based number of the hit it went to, 0 when there is none */
guint        fys_article_view_find_step           (FysArticleView *self,
                                                   int             step);

/* Gives the keyboard focus to the text of the hit that fys_article_view_find_step() went to. Returns: %FALSE when there is none */
gboolean     fys_article_view_focus_hit           (FysArticleView *self);

/* The widgets of a range of blocks without a scroller, for the warning of the exercise pane. Returns: (transfer floating) */
GtkWidget   *fys_article_excerpt_new              (FysDocument    *document,
                                                   guint           first_block,
                                                   guint           n_blocks);

G_END_DECLS
