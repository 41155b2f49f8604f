/* fys-search-page-private.h - what the files of FysSearchPage share
 *
 *   fys-search-page.c       the entry, the search, the widget
 *   fys-search-page-show.c  what is shown of its results, and when there are none
 *   fys-search-page-keys.c  the keyboard: from the entry through the results and back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/library/fys-announcer.h"
#include "ui/library/fys-result-group.h"
#include "ui/library/fys-search-page.h"
#include "ui/library/fys-word-list.h"

G_BEGIN_DECLS

/* Articles, questions, exercises. */
#define FYS_SEARCH_N_KINDS 3

#define FYS_SEARCH_LIMIT       10 /* of each kind that is searched for */
#define FYS_SEARCH_SHOWN       5  /* of which so many are shown while all kinds are */
#define FYS_SEARCH_LIMIT_ALONE 30 /* of the only one */

struct _FysSearchPage
{
  GtkWidget       parent_instance;

  /* Template children */
  GtkWidget      *box;
  GtkWidget      *entry;
  GtkWidget      *all_chip;
  GtkWidget      *articles_chip;
  GtkWidget      *questions_chip;
  GtkWidget      *exercises_chip;
  GtkWidget      *status_label;
  GtkWidget      *scroller;
  GtkWidget      *notice_label;
  GtkWidget      *correction_box;
  GtkWidget      *correction_label;
  GtkWidget      *literal_button;
  GtkWidget      *missed_box;
  GtkWidget      *missed_label;
  GtkWidget      *hint_label;
  FysWordList    *nearest_list;
  FysResultGroup *groups[FYS_SEARCH_N_KINDS];
  GtkWidget      *help_box;
  GtkWidget      *everything_button;
  GtkWidget      *questions_button;
  GtkWidget      *clinic_button;
  GtkWidget      *welcome_label;
  FysWordList    *recent_list;
  FysWordList    *examples_list;

  /* Owned */
  FysLibrary     *library;      /* (nullable) */
  GCancellable   *running;      /* (nullable): while a search runs */
  FysAnnouncer   *announcer;
  GPtrArray      *recent;       /* (element-type utf8): latest first */
  char           *shown_text;   /* (nullable): what the results are of */
  char           *literal_text; /* (nullable): what is to be searched for as it is written */
  GtkWidget      *opened;       /* (nullable) weak: what was opened last */

  guint           prepare_id;   /* 0 when no rows are made ahead */
  guint           lines_id;     /* 0 when the texts have their height */
  guint           line_chars;   /* that have room in a line of a result */
  gboolean        is_typing;    /* the last word may go on */
  gboolean        wants_first;  /* the focus goes to the first result when it is there */
  gboolean        is_stale;     /* the library changed while nobody looked */
};

/* fys-search-page.c */
/* Of FysHitKind: one, or FYS_HIT_ANY. */
FysHitKind fys_search_page_get_kinds     (FysSearchPage    *self);
/* Returns: (transfer full): what is typed, without the blanks around it */
char      *fys_search_page_dup_words     (FysSearchPage    *self);

/* fys-search-page-show.c */
void       fys_search_page_show_results  (FysSearchPage    *self,
                                          FysSearchResults *results);
void       fys_search_page_show_error    (FysSearchPage    *self,
                                          const GError     *error);
void       fys_search_page_hide_results  (FysSearchPage    *self);
/* What can be searched for, before anything is typed. */
void       fys_search_page_show_welcome  (FysSearchPage    *self,
                                          gboolean          is_shown);
/* Whether the library is still being read. */
void       fys_search_page_update_notice (FysSearchPage    *self);

/* fys-search-page-keys.c */
void fys_search_page_init_keys       (FysSearchPage  *self);
void fys_search_page_bind_keys       (GtkWidgetClass *widget_class);
/* Gives the focus to the first of what can be opened, if there is any. */
void fys_search_page_focus_first     (FysSearchPage  *self);
/* What has the focus now is where the reader comes back to. */
void fys_search_page_mark_opened     (FysSearchPage  *self);
void fys_search_page_forget_opened   (FysSearchPage  *self);
/* Returns: whether the focus is in the results (or the words) below the entry */
gboolean fys_search_page_has_focus_below (FysSearchPage *self);

G_END_DECLS
