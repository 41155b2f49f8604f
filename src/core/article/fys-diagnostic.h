/* fys-diagnostic.h - something that an author should know about an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FYS_SEVERITY_INFO,    /* a hint; nothing is wrong */
  FYS_SEVERITY_WARNING, /* the reader sees something else than the author meant */
  FYS_SEVERITY_ERROR,   /* a part of the article could not be read */
} FysSeverity;

/** FysDiagnostic: one finding with its place.
 * @line: 1-based line in the file, front matter counted; 0 for the file as a whole
 * @column: 1-based, in characters and not bytes; 0 for the whole line
 * @message: translated, one line, without file name or place */
typedef struct
{
  FysSeverity severity;
  guint       line;
  guint       column;
  char       *message;
} FysDiagnostic;

/* FysDiagnostics is a GPtrArray of FysDiagnostic that owns its elements. */
GPtrArray  *fys_diagnostics_new    (void);
void        fys_diagnostics_add    (GPtrArray  *self,
                                    FysSeverity severity,
                                    guint       line,
                                    guint       column,
                                    const char *format,
                                    ...) G_GNUC_PRINTF (5, 6);
/* By line, then column, then severity (gravest first). Stable. */
void        fys_diagnostics_sort   (GPtrArray  *self);
/* "error", "warning", "info": the untranslated words of fysbog-tool's output. */
const char *fys_severity_get_nick  (FysSeverity severity);

G_END_DECLS
