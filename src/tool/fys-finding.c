/* fys-finding.c - a finding as a line, in the form that editors and CI systems understand
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tool/fys-finding.h"

char *
fys_finding_dup_line (const char          *path,
                      const FysDiagnostic *diagnostic)
{
  return g_strdup_printf ("%s:%u:%u: %s: %s", path, MAX (diagnostic->line, 1), MAX (diagnostic->column, 1),
                          fys_severity_get_nick (diagnostic->severity), diagnostic->message);
}
