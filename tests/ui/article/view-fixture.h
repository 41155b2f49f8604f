/* view-fixture.h - an article view in a window, for tests
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/article/fys-article-view-private.h"

typedef struct
{
  GtkWidget      *window;
  FysArticleView *view;
} ViewFixture;

/* The resources, the toolkit and the test framework. */
void          view_test_init        (int              *argc,
                                     char           ***argv);

/* Shows @markdown in a window of that size; the view is laid out on return. */
void          view_fixture_set_up   (ViewFixture      *self,
                                     const char       *markdown,
                                     int               width_px,
                                     int               height_px);
void          view_fixture_tear_down (ViewFixture     *self);

FysDocument  *view_document_new     (const char       *markdown);
/* One megabyte of sections with paragraphs, lists and tables of many lengths. */
char         *view_big_markdown_new (void);

/* Until what was asked for is laid out and painted, and nothing is left to do. */
void          view_fixture_settle   (ViewFixture      *self);
/* The text of a block, or of a cell; made if need be. */
FysTextBlock *view_fixture_get_text (ViewFixture      *self,
                                     guint             block,
                                     guint             cell);
/* Where a text begins, from the top of the page's window. */
double        view_fixture_get_y    (ViewFixture      *self,
                                     FysTextBlock     *text);
/* The widget with the focus in words: "page", "link ADDRESS", "button NAME", "text WORDS", "none". */
char         *view_fixture_dup_focus (ViewFixture     *self);
