/* fys-library-scope.h - which articles a list shows, in a form that an action or the history can keep
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/library/fys-library.h"

G_BEGIN_DECLS

typedef enum
{
  FYS_SCOPE_ALL,        /* "all" */
  FYS_SCOPE_COLLECTION, /* "kind:blog" */
  FYS_SCOPE_BODY_PART,  /* "part:ryg" */
  FYS_SCOPE_CHANGED,    /* "changed:1764000000": since then */
} FysScopeKind;

/** FysLibraryScope: @body_part: (nullable): slug, of FYS_SCOPE_BODY_PART only. @since_s: seconds since 1970, of FYS_SCOPE_CHANGED only */
typedef struct
{
  FysScopeKind  kind;
  FysCollection collection;
  char         *body_part;
  gint64        since_s;
} FysLibraryScope;

/* Returns: (transfer full): what @text says; all articles when it says nothing that is known */
FysLibraryScope *fys_library_scope_parse          (const char            *text);
void             fys_library_scope_free           (FysLibraryScope       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FysLibraryScope, fys_library_scope_free)
/* Returns: (transfer full): such as "kind:blog" */
char            *fys_library_scope_dup_collection (FysCollection          collection);
char            *fys_library_scope_dup_body_part  (const char            *body_part);
char            *fys_library_scope_dup_changed    (gint64                 since_s);
/* Translated; what the list is called. Returns: (transfer full) */
char            *fys_library_scope_dup_title      (const FysLibraryScope *self);
/* Fills @out_filter, whose strings are those of @self. By title. */
void             fys_library_scope_get_filter     (const FysLibraryScope *self,
                                                   FysLibraryFilter      *out_filter);

G_END_DECLS
