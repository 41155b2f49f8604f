/* fys-article-json.h - an article as JSON, in the form that others build on
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * fys_article_dup_json:
 * @path: as it is to stand in the object, UTF-8
 *
 * One line. Keys always stand in the same order, and all of them are there: %NULL becomes `null`. Any thread.
 *
 * Returns: (transfer full): UTF-8, without a line break at its end */
char *fys_article_dup_json       (FysArticle  *article,
                                  const char  *path);
/**
 * fys_diagnostics_dup_json:
 * @diagnostics: (element-type FysDiagnostic)
 *
 * Returns: (transfer full): {"path": …, "diagnostics": […]}, one line */
char *fys_diagnostics_dup_json   (GPtrArray   *diagnostics,
                                  const char  *path);
/* Adds `"metadata": {…}` to the object that is being built. */
void  fys_metadata_add_json      (const FysMetadata *metadata,
                                  JsonBuilder *builder);
/* Adds a member that is a string, or `null` for %NULL. */
void  fys_json_add_text          (JsonBuilder *builder,
                                  const char  *name,
                                  const char  *value);

G_END_DECLS
