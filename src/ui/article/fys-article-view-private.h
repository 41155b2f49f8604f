/* fys-article-view-private.h - what the files of the article view share
 *
 *   fys-article-view.c            the document, folding, places, actions
 *   fys-article-view-place.c      where the reader is
 *   fys-article-view-find.c       find
 *   fys-article-view-links.c      terms, and where links lead
 *   fys-article-view-keys.c       the keyboard
 *   fys-article-view-selection.c  selection, copying, the menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fys-article-view.h"

#include "ui/article/fys-folds.h"
#include "ui/article/fys-marks.h"
#include "ui/article/fys-page.h"
#include "ui/article/fys-row-builder.h"
#include "ui/article/fys-rows.h"
#include "ui/article/fys-text-block.h"

G_BEGIN_DECLS

#define FYS_HEADING_GAP_EM 0.5 /* between the top of the window and a heading that was jumped to */

struct _FysArticleView
{
  GtkWidget       parent_instance;

  /* Template children */
  GtkWidget      *scrolled_window;
  FysPage        *page;
  GtkWidget      *selection_swatch;
  GtkWidget      *hit_swatch;
  GtkWidget      *menu;

  /* Owned */
  FysDocument    *document; /* (nullable) */
  FysArticle     *article;  /* (nullable) */
  GArray         *rows;     /* (nullable) (element-type FysRow) */
  FysRowBuilder  *builder;  /* (nullable) */
  FysMarks       *marks;
  FysFolds       *folds;    /* (nullable) */
  char           *note;     /* (nullable): of the next document */
  GPtrArray      *terms;    /* (nullable) (element-type FysTermMention) */
  GHashTable     *link_descriptions; /* (element-type utf8 utf8): by target, as far as they were asked for */
  GtkCssProvider *scale_provider;
  double          text_scale;
  guint           current_section;

  /* A selection that is being drawn */
  guint           drag_tick_id;
  double          drag_x;
  double          drag_y;
  guint           n_presses;
};

const FysRow *fys_article_view_get_row         (FysArticleView     *self,
                                                guint               row);
guint         fys_article_view_find_row_of_place (FysArticleView     *self,
                                                  const FysTextPlace *place);
/* (nullable): the text in the widget of a row */
FysTextBlock *fys_article_view_find_text       (GtkWidget          *row,
                                                const FysTextPlace *place);
/* Opens the answer that holds a row, if it is folded. */
void          fys_article_view_open_row        (FysArticleView     *self,
                                                guint               row);
/* (nullable): the text that shows a place, when it exists; its row is made first */
FysTextBlock *fys_article_view_ensure_text     (FysArticleView     *self,
                                                const FysTextPlace *place);
/* Scrolls so little that the place is in sight, also sideways. */
void          fys_article_view_reveal_place    (FysArticleView     *self,
                                                const FysTextPlace *place);
/* Where the reader is, as a place in the text. */
FysTextPlace  fys_article_view_get_top_place   (FysArticleView     *self);
/* The keyboard focus to the text, or to the question's button. */
void          fys_article_view_focus_text      (FysArticleView     *self,
                                                FysTextBlock       *text);

/* Tells the link that asks for it where it leads. Returns: %FALSE when that is not known yet */
gboolean      fys_article_view_tell_link       (FysArticleView     *self,
                                                const char         *target);
void          fys_article_view_forget_links    (FysArticleView     *self);

void          fys_article_view_init_keys       (FysArticleView     *self);

void          fys_article_view_init_selection  (FysArticleView     *self);
void          fys_article_view_stop_drag       (FysArticleView     *self);
void          fys_article_view_select_all      (FysArticleView     *self);
void          fys_article_view_copy            (FysArticleView     *self);
void          fys_article_view_copy_section    (FysArticleView     *self,
                                                guint               section);
gboolean      fys_article_view_popup_menu      (FysArticleView     *self);

G_END_DECLS
