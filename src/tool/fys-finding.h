/* fys-finding.h - a finding as a line, in the form that editors and CI systems understand
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-diagnostic.h"

G_BEGIN_DECLS

/**
 * fys_finding_dup_line:
 * @path: the file, UTF-8
 *
 * `file:line:column: severity: message`. What has no place of its own stands at the beginning, as compilers do it, so that an editor
 * can always go there.
 *
 * Returns: (transfer full): without a line break */
char *fys_finding_dup_line (const char          *path,
                            const FysDiagnostic *diagnostic);

G_END_DECLS
