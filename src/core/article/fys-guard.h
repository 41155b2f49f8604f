/* fys-guard.h - keeps from cmark what would make it work for minutes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-source.h"

G_BEGIN_DECLS

/**
 * fys_guard_apply:
 * @first_line: of the body, 1-based
 * @diagnostics: gets a finding for each bound that is passed
 *
 * cmark visits every open list and quote for each line, and looks through all open brackets of a paragraph for some of the closed ones.
 * Marks beyond a bound that no true article reaches get a backslash, so that they are text, and indentation beyond one is cut off.
 * Lines stay lines.
 *
 * Returns: (transfer full) (nullable): the changed body; %NULL when it can be taken as it is, as nearly always */
GString *fys_guard_apply (const FysSource *source,
                          guint            first_line,
                          GPtrArray       *diagnostics);

G_END_DECLS
