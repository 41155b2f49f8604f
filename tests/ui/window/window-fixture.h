/* window-fixture.h - what the tests of the window share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/window/fys-document.h"

/* Returns: (transfer full) */
FysArticle  *window_fixture_article  (const char *markdown);
/* A document without a file. Returns: (transfer full) */
FysDocument *window_fixture_document (const char *markdown);
/* A new, empty folder. Returns: (transfer full) */
char        *window_fixture_folder   (void);
/* Removes the files in it, and it. Frees @folder. */
void         window_fixture_remove   (char       *folder);
/* Writes a file in place, as `cp` does. Returns: (transfer full): it */
GFile       *window_fixture_write    (const char *folder,
                                      const char *name,
                                      const char *markdown);
/* Runs the main loop until @is_done says so; fails when that takes too long to be true. */
void         window_fixture_wait     (gboolean  (*is_done) (gpointer data),
                                      gpointer    data);
/* The first widget that @is_wanted says so of, in whatever window: a dialog is a window of its own in old libraries and lies within another in new
 * ones. Returns: (nullable) */
GtkWidget   *window_fixture_find     (gboolean  (*is_wanted) (GtkWidget  *widget,
                                                              const char *text),
                                      const char *text);
/* Waits until there is a button with the @label, in whatever window, and clicks it; then waits until it is gone. */
void         window_fixture_answer   (const char *label);
