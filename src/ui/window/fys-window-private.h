/* fys-window-private.h - what the files of FysWindow share
 *
 *   fys-window.c          the widget: its parts, their state, what is kept
 *   fys-window-pages.c    the pages that are no article: the start page, the lists
 *   fys-window-search.c   those of them that search: the library, its questions
 *   fys-window-folders.c  folders of the library: chosen, dropped, opened
 *   fys-window-load.c     opens an article, follows its file, tells what is wrong
 *   fys-window-history.c  back and forward
 *   fys-window-reading.c  what is kept of reading: the place, bookmarks
 *   fys-window-session.c  the exercises: their pane, the screen that stays awake, asking before leaving
 *   fys-window-links.c    links, and the search for a clinic
 *   fys-window-terms.c    the titles of other articles in the text
 *   fys-window-parts.c    the keyboard focus from part to part
 *   fys-window-actions.c  the actions, and which of them can be done now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compat/fys-compat-split.h"
#include "ui/article/fys-article-view.h"
#include "ui/exercise/fys-exercise-pane.h"
#include "ui/library/fys-list-page.h"
#include "ui/library/fys-questions-page.h"
#include "ui/library/fys-search-page.h"
#include "ui/library/fys-start-page.h"
#include "ui/window/fys-banner.h"
#include "ui/window/fys-contents.h"
#include "ui/window/fys-find-bar.h"
#include "ui/window/fys-history.h"
#include "ui/window/fys-window.h"

G_BEGIN_DECLS

/* The pages of the stack. The first three are an article: about to come, there, or not to be had. */
#define FYS_PAGE_LOADING   "loading"
#define FYS_PAGE_ARTICLE   "article"
#define FYS_PAGE_ERROR     "error"
#define FYS_PAGE_START     "start"
#define FYS_PAGE_LIST      "list"
#define FYS_PAGE_SEARCH    "search"
#define FYS_PAGE_QUESTIONS "questions"

/* What the banner is about, and so what its button does. */
typedef enum
{
  FYS_BANNER_NONE,
  FYS_BANNER_DIAGNOSTICS,
  FYS_BANNER_FILE_GONE,
} FysBannerTopic;

struct _FysWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  AdwToastOverlay     *toasts;
  FysSplit            *contents_split;
  FysSplit            *exercise_split;
  GtkWidget           *contents_header;
  GtkWidget           *header_bar;
  GtkWidget           *back_button;
  GtkWidget           *forward_button;
  GtkWidget           *library_button;
  GtkWidget           *library_label;
  GtkWidget           *bookmark_button;
  GtkWidget           *contents_button;
  GtkWidget           *find_button;
  GtkWidget           *exercises_button;
  GtkWidget           *exercises_label;
  GtkMenuButton       *text_button;
  GtkMenuButton       *menu_button;
  AdwWindowTitle      *title;
  FysContents         *contents;
  GtkWidget           *clinic_button;
  FysBanner           *banner;
  GMenuModel          *main_menu;
  FysFindBar          *find_bar;
  GtkStack            *stack;
  GtkWidget           *spinner;
  FysArticleView      *article_view;
  AdwStatusPage       *error_page;

  /* Owned */
  GSettings           *settings;      /* (nullable) */
  FysChoices          *choices;       /* (nullable) */
  FysJournal          *journal;       /* (nullable) */
  FysReminders        *reminders;     /* (nullable) */
  FysLibrary          *library;       /* (nullable) */
  FysReading          *reading;       /* (nullable) */
  FysHistory          *history;
  GFile               *file;          /* (nullable): shown, or being loaded */
  char                *fragment;      /* (nullable): where to begin in the article being loaded */
  GFile               *wanted_file;   /* (nullable): when it is loaded, its exercise wanted_exercise is shown */
  char                *wanted_exercise; /* (nullable) */
  FysDocument         *document;      /* (nullable) */
  GCancellable        *loading;       /* (nullable): while loading */
  GCancellable        *finding;       /* (nullable): while the library is asked where an article lies */
  GCancellable        *looking_for_terms; /* (nullable): while the library is asked for terms */
  guint                terms_id;      /* 0 when terms do not wait for a frame */
  guint                n_term_frames;
  guint                spinner_id;    /* 0 when no spinner waits to be shown */
  guint                section_id;    /* 0 when the contents and the bookmark's button show the section that is read */
  guint                keep_id;       /* 0 when the reader has not moved since the place was kept */
  GtkApplication      *inhibited_application; /* (nullable): what inhibit_cookie is from */

  /* Borrowed: made when first needed, a child of exercise_split */
  FysExercisePane     *exercise_pane; /* (nullable) */
  /* Borrowed: likewise, of stack */
  FysStartPage        *start_page;    /* (nullable) */
  FysListPage         *list_page;     /* (nullable) */
  FysSearchPage       *search_page;   /* (nullable) */
  FysQuestionsPage    *questions_page; /* (nullable) */

  guint                inhibit_cookie; /* 0: the screen may blank */
  FysBannerTopic       banner_topic;
  int                  history_step;   /* what is being loaded is the place at this step of the history; 0: a new one */
  gboolean             wants_place;    /* where the reader was last time is not known yet */
  gboolean             wants_exercises; /* shown when the article is loaded */
  gboolean             reload_waits;   /* the file changed while an exercise was running */
  gboolean             is_asking;      /* whether to stop the exercise */
  gboolean             resumes_after_asking; /* it ran when the question came */
};

/* fys-window.c */
void             fys_window_update                (FysWindow   *self);
/* Whether the header has no room for more than is needed most. */
gboolean         fys_window_is_tight              (FysWindow   *self);
void             fys_window_take_document         (FysWindow   *self,
                                                   FysDocument *document);
void             fys_window_set_text_scale        (FysWindow   *self,
                                                   double       text_scale);
void             fys_window_toast                 (FysWindow   *self,
                                                   const char  *text);
void             fys_window_show_page             (FysWindow   *self,
                                                   const char  *name);
/* Which of the panes the page that is shown has. */
void             fys_window_update_panes          (FysWindow   *self);

/* fys-window-pages.c */
gboolean         fys_window_is_article_page       (FysWindow   *self);
gboolean         fys_window_is_start_page         (FysWindow   *self);
/* Of a page that is no article: what the window is called while it is shown. */
const char      *fys_window_get_page_title        (FysWindow   *self);
/* Opens the article that the library knows by @key, or @uri when it knows none, at the section @slug ("" for where the reader was). */
void             fys_window_open_article          (FysWindow   *self,
                                                   const char  *key,
                                                   const char  *uri,
                                                   const char  *slug);
void             fys_window_cancel_finding        (FysWindow   *self);

/* Shows a page that is no article, with the focus in it. @state: (nullable): see FysWindowPage; %NULL leaves it as it is */
void             fys_window_present_page          (FysWindow   *self,
                                                   const char  *name,
                                                   GVariant    *state);
/* The same as a new place of the history, once the exercise may be left. Sinks @state. */
void             fys_window_go_to_page            (FysWindow   *self,
                                                   const char  *name,
                                                   GVariant    *state);

/* fys-window-search.c */
FysSearchPage   *fys_window_ensure_search_page    (FysWindow   *self);
FysQuestionsPage *fys_window_ensure_questions_page (FysWindow  *self);
/* Of those pages: what the window is called. (nullable): it shows another */
const char      *fys_window_get_search_title      (FysWindow   *self);

/* fys-window-folders.c */
/* Whether there is a library, and somewhere to keep what belongs to it. */
gboolean         fys_window_has_folders           (FysWindow   *self);
/* Lets the user choose a folder for the library. */
void             fys_window_choose_folder         (FysWindow   *self);
void             fys_window_show_folders          (FysWindow   *self);
/* Asks whether @folder is to belong to the library. */
void             fys_window_offer_folder          (FysWindow   *self,
                                                   GFile       *folder);

/* fys-window-load.c */
/* Loads @file to show it as the place of the history at @step. */
void             fys_window_load_place            (FysWindow   *self,
                                                   GFile       *file,
                                                   int          step);
/* Shows a document that was loaded before and has not changed since. */
void             fys_window_show_again            (FysWindow   *self,
                                                   FysDocument *document);
void             fys_window_reload                (FysWindow   *self);
void             fys_window_cancel_loading        (FysWindow   *self);
void             fys_window_show_diagnostics      (FysWindow   *self);
void             fys_window_banner_clicked        (FysWindow   *self);

/* fys-window-history.c */
void             fys_window_init_history          (FysWindow   *self);
/* What is shown is about to be left: notes where the reader is. */
void             fys_window_leave_place           (FysWindow   *self);
/* What is shown now is a new place, unless it is where the window is already. @file: (nullable) */
void             fys_window_visit                 (FysWindow   *self,
                                                   const char  *page,
                                                   GFile       *file);
/* An article was loaded, and is shown. Returns: whether it is where the reader was in it, as it is a place of the history */
gboolean         fys_window_arrive                (FysWindow   *self);
/* The place at history_step cannot be shown. */
void             fys_window_forget_place          (FysWindow   *self,
                                                   GError      *error);
/* Back (-1) or forward (+1), once the exercise may be left. */
void             fys_window_go                    (FysWindow   *self,
                                                   int          step);
/* Buttons and actions, for where the window is. */
void             fys_window_update_history        (FysWindow   *self);

/* fys-window-reading.c */
void             fys_window_init_reading          (FysWindow   *self);
/* Keeps where the reader is, now. */
void             fys_window_keep_reading          (FysWindow   *self);
/* Before @document is shown anew: says on its page that it has changed since it was read. */
void             fys_window_note_change           (FysWindow   *self,
                                                   FysDocument *document);
/* Goes to where the reader was last time, and says so. */
void             fys_window_continue_reading      (FysWindow   *self);
void             fys_window_go_to_beginning       (FysWindow   *self);
void             fys_window_toggle_bookmark       (FysWindow   *self);
/* Of an article that was read or has a bookmark and whose @file is gone: asks whether to forget it. Returns: whether it is one */
gboolean         fys_window_offer_to_forget       (FysWindow   *self,
                                                   GFile       *file);
/* The button and the action, for the section that is read. */
void             fys_window_update_bookmark       (FysWindow   *self);
/* The contents and the button follow a moment later: the reader scrolls, and the page is being laid out. */
void             fys_window_queue_section         (FysWindow   *self);

/* fys-window-session.c */
FysExercisePane *fys_window_ensure_exercise_pane  (FysWindow   *self);
void             fys_window_open_exercise         (FysWindow   *self,
                                                   guint        exercise);
/* When @file is shown next, its exercise called @name is shown beside it. */
void             fys_window_want_exercise         (FysWindow   *self,
                                                   GFile       *file,
                                                   const char  *name);
/* The article was loaded, and is shown: shows the exercise that is wanted with it. */
void             fys_window_show_wanted_exercise  (FysWindow   *self);
void             fys_window_update_inhibition     (FysWindow   *self);
void             fys_window_show_warning          (FysWindow   *self);
/* Whether the exercises lie over everything else of the window. */
gboolean         fys_window_is_filled             (FysWindow   *self);
/* Puts a controller on the window that lets Space pause. */
void             fys_window_init_session_keys     (FysWindow   *self);

/* fys-window-links.c */
void             fys_window_follow_link           (FysWindow   *self,
                                                   const char  *target);
/* In a window of its own, unless it leads outside. */
void             fys_window_follow_link_beside    (FysWindow   *self,
                                                   const char  *target);
/* Tells the article view where a link leads. */
void             fys_window_describe_link         (FysWindow   *self,
                                                   const char  *target);
void             fys_window_find_clinic           (FysWindow   *self);
/* Returns: (transfer full): where the clinic button leads now */
char            *fys_window_dup_clinic_url        (FysWindow   *self);
/* Goes to the section with the slug @fragment, "" for the beginning; says so when there is none. */
void             fys_window_show_fragment         (FysWindow   *self,
                                                   const char  *fragment);

/* fys-window-terms.c */
void             fys_window_init_terms            (FysWindow   *self);
/* The window has a library, or none any more: terms are of that. */
void             fys_window_follow_library        (FysWindow   *self);
/* Looks for terms in the document that is shown, once it can be seen; where they are not wanted, takes them away. */
void             fys_window_queue_terms           (FysWindow   *self);
void             fys_window_cancel_terms          (FysWindow   *self);

/* fys-window-parts.c */
/* Gives the focus to the next (+1) or previous (-1) part that is in sight. */
void             fys_window_go_to_part            (FysWindow   *self,
                                                   int          direction);

/* fys-window-actions.c */
void             fys_window_class_install_actions (GtkWidgetClass *widget_class);
void             fys_window_init_actions          (FysWindow   *self);
void             fys_window_dispose_actions       (FysWindow   *self);
void             fys_window_update_actions        (FysWindow   *self);

G_END_DECLS
