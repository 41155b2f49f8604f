/* fys-references.h - whether what an article refers to is there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

G_BEGIN_DECLS

/**
 * fys_references_check:
 * @file: the file that @article was read from
 * @findings: (element-type FysDiagnostic): gets what is found; not sorted
 *
 * Looks for the pictures, the sections and articles that links and `related` name, and the specialty. Only what lies on this disk is
 * looked at: an address on the network is nobody's business here. Asks the disk. */
void fys_references_check (FysArticle *article,
                           GFile      *file,
                           GPtrArray  *findings);

G_END_DECLS
