/* fys-references.h - whether what an article refers to is there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/article/fys-article.h"

G_BEGIN_DECLS

/* Checks articles one after the other, and remembers what they have in common: the sections of the articles that are linked to, and the pictures
 * that are shown. What it keeps grows with what is referred to and not with the articles. One thread at a time. */
typedef struct _FysReferences FysReferences;

FysReferences *fys_references_new              (void);
void           fys_references_free             (FysReferences *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysReferences, fys_references_free)

/**
 * fys_references_check:
 * @file: the file that @article was read from
 * @findings: (element-type FysDiagnostic): gets what is found; not sorted
 *
 * Looks for the pictures, the sections and articles that links and `related` name, and for the places and specialties of FysFinder. Only what lies on
 * this disk is looked at: an address on the network is nobody's business here. Asks the disk. */
void           fys_references_check            (FysReferences *self,
                                                FysArticle    *article,
                                                GFile         *file,
                                                GPtrArray     *findings);
/**
 * fys_references_dup_unused_pictures:
 * @folder: a path
 *
 * The pictures in the folder images/ of the libraries that lie in @folder, of whose articles at least one was checked, which none of the checked
 * articles names. To be asked when all articles in @folder were checked. Asks the disk.
 *
 * Returns: (transfer full) (element-type filename): sorted; paths that begin with @folder */
GPtrArray     *fys_references_dup_unused_pictures (FysReferences *self,
                                                   const char    *folder);

G_END_DECLS
