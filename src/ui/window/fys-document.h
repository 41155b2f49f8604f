/* fys-document.h - an open article: its file, what was parsed of it, and the watch on the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/article/fys-article.h"
#include "core/exercise/fys-exercise.h"

G_BEGIN_DECLS

#define FYS_TYPE_DOCUMENT (fys_document_get_type ())
G_DECLARE_FINAL_TYPE (FysDocument, fys_document, FYS, DOCUMENT, GObject)

/**
 * fys_document_load_async:
 *
 * Reads and parses in a worker thread; a change of the file, or of a picture that it shows or names, later gives the signal `changed` (::changed, no arguments), after which
 * the caller loads a new document. The document itself never changes. @callback must call fys_document_load_finish(), once. */
void             fys_document_load_async    (GFile                *file,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
FysDocument     *fys_document_load_finish   (GAsyncResult         *result,
                                             GError              **error);
/* For tests and previews: no file, no watch. @file: (nullable) says where images lie. */
FysDocument     *fys_document_new           (FysArticle           *article,
                                             GFile                *file);

FysArticle      *fys_document_get_article   (FysDocument          *self);
FysExerciseList *fys_document_get_exercises (FysDocument          *self);
/* Returns: (transfer none) (element-type FysDiagnostic): what is wrong with the article and its exercises, sorted */
GPtrArray       *fys_document_get_findings  (FysDocument          *self);
/* (nullable) */
GFile           *fys_document_get_file      (FysDocument          *self);
/* By what name the user's choices and journal know the article, see fys_library_dup_article_key(); "" without a file. */
const char      *fys_document_get_key       (FysDocument          *self);
/* What tells this version of the text from another one: a checksum of it. */
const char      *fys_document_get_version  (FysDocument          *self);
/* (nullable): the slug of the clinics that the article speaks of, static */
const char      *fys_document_get_specialty (FysDocument          *self);
/**
 * fys_document_dup_image_file:
 * @source: as the article has it, such as /images/articles/knee.png
 *
 * Only a file below the article's own library folder; never a network address, never out of the folder by `..` or a link. Every image of the
 * article was looked for while it was loaded, so this asks no disk.
 *
 * Returns: (transfer full) (nullable) */
GFile           *fys_document_dup_image_file (FysDocument         *self,
                                              const char          *source);

G_END_DECLS
