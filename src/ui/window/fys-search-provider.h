/* fys-search-provider.h - the library in the search of the desktop's overview (org.gnome.Shell.SearchProvider2)
 *
 * Articles and questions that answer to the words that are typed there; what is chosen opens at its place. A result is known by the article's key and
 * the section, so that it still means the same when the program was started anew. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library.h"

G_BEGIN_DECLS

typedef struct _FysSearchProvider FysSearchProvider;

/** FysSearchProviderFuncs: what the provider needs of the program; called on the thread that draws.
 * @get_library: (nullable) (transfer none): a library that was started; %NULL: nothing is told of it, and nothing found
 * @open: a result was chosen; @slug: the section to open at, "" for the beginning
 * @search: all results for @text are wanted, in a window */
typedef struct
{
  FysLibrary *(*get_library) (gpointer user_data);
  void        (*open)        (GFile      *file,
                              const char *slug,
                              gpointer    user_data);
  void        (*search)      (const char *text,
                              gpointer    user_data);
} FysSearchProviderFuncs;

/**
 * fys_search_provider_new:
 * @application: held while it answers, so that it does not end in between
 * @base_path: the application's own object; the provider is SearchProvider below it
 * @funcs: static
 *
 * Returns: (transfer full) (nullable): %NULL when the bus refuses the object */
FysSearchProvider *fys_search_provider_new  (GApplication                 *application,
                                             GDBusConnection              *connection,
                                             const char                   *base_path,
                                             const FysSearchProviderFuncs *funcs,
                                             gpointer                      user_data,
                                             GError                      **error);
/* What is being answered meanwhile still gets its answer. */
void               fys_search_provider_free (FysSearchProvider            *self);

G_END_DECLS
