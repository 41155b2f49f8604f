/* fys-link-target.h - what to do when a reader follows a link of an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  FYS_LINK_REFUSED, /* a scheme that we do not open, or an address that cannot be read */
  FYS_LINK_MISSING, /* a file that the library does not have */
  FYS_LINK_OUTSIDE, /* for the browser, the mail program or the phone: @uri */
  FYS_LINK_SECTION, /* a place in this article: @fragment, "" for its beginning */
  FYS_LINK_ARTICLE, /* another article of the library: @file, and @fragment when a place in it is meant */
} FysLinkKind;

/** FysLinkTarget: where a link leads. @uri, @fragment and @file are %NULL where they do not apply. */
typedef struct
{
  FysLinkKind kind;
  char       *uri;
  char       *fragment; /* without `#`, %20 and the like resolved */
  GFile      *file;
} FysLinkTarget;

/**
 * fys_link_target_new:
 * @target: the address as the article has it
 * @article: (nullable): the file of the article; without it every link that is not to a section leads outside or is missing
 *
 * http, https, mailto and tel lead outside; `#…` and the address of the article's own FysFinder page lead to a section; a relative path
 * and a FysFinder address lead to the article of the same library when it is there, a FysFinder address else outside. All other schemes are refused,
 * and so is what lies outside the library. Asks the disk, so not on the thread that draws.
 *
 * Returns: (transfer full) */
FysLinkTarget *fys_link_target_new       (const char    *target,
                                          GFile         *article);
/* For many links: @folders is from fys_library_folder_new_known(). */
FysLinkTarget *fys_link_target_new_known (const char    *target,
                                          GFile         *article,
                                          GHashTable    *folders);
/* Of an address on FysFinder's site that is an article's: by what name a library knows that, see fys_library_dup_article_key().
 * @out_fragment: (nullable) (transfer full): what stands after #, resolved, or %NULL. Returns: (transfer full) (nullable): %NULL for other addresses */
char          *fys_link_dup_article_key  (const char    *uri,
                                          char         **out_fragment);
void           fys_link_target_free      (FysLinkTarget *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysLinkTarget, fys_link_target_free)

G_END_DECLS
