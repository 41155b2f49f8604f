/* fys-library-ask.c - the questions that the library takes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-library-private.h"

#include "core/library/fys-library-query.h"
#include "core/library/fys-search-engine.h"

/** Page: a part of a list. @body_part, @text: (nullable): owned: those of the filter. @text also: what questions are filtered by */
typedef struct
{
  FysLibraryFilter filter;
  char            *body_part;
  char            *text;
  guint            offset;
  guint            limit;
} Page;

static Page *
page_new (const char *text,
          guint       offset,
          guint       limit)
{
  Page *self = g_new0 (Page, 1);

  self->text = g_strdup (text);
  self->offset = offset;
  self->limit = limit;
  return self;
}

static void
page_free (gpointer data)
{
  Page *self = data;

  g_free (self->body_part);
  g_free (self->text);
  g_free (self);
}

static Page *
list_page_new (const FysLibraryFilter *filter,
               guint                   offset,
               guint                   limit)
{
  Page *self = page_new (filter->text, offset, limit);

  self->body_part = g_strdup (filter->body_part);
  self->filter = *filter;
  self->filter.body_part = self->body_part;
  self->filter.text = self->text;
  return self;
}

static gpointer
run_list (sqlite3      *db,
          gconstpointer input,
          GCancellable *cancellable,
          GError      **error)
{
  const Page *page = input;

  return fys_library_query_list (db, &page->filter, page->offset, page->limit, error);
}

void
fys_library_list_async (FysLibrary             *self,
                        const FysLibraryFilter *filter,
                        guint                   offset,
                        guint                   limit,
                        GCancellable           *cancellable,
                        GAsyncReadyCallback     callback,
                        gpointer                user_data)
{
  g_return_if_fail (FYS_IS_LIBRARY (self));
  g_return_if_fail (filter != NULL);

  fys_library_read_async (self, FYS_LIBRARY_READ_LISTS, run_list, list_page_new (filter, offset, limit), page_free, (GDestroyNotify) g_ptr_array_unref,
                          fys_library_list_async, cancellable, callback, user_data);
}

GPtrArray *
fys_library_list_finish (FysLibrary   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return fys_library_read_finish (self, result, fys_library_list_async, error);
}

static gpointer
run_count_list (sqlite3      *db,
                gconstpointer input,
                GCancellable *cancellable,
                GError      **error)
{
  const Page      *page = input;
  g_autofree guint *n = g_new0 (guint, 1);

  return fys_library_query_n (db, &page->filter, n, error) ? g_steal_pointer (&n) : NULL;
}

void
fys_library_count_list_async (FysLibrary             *self,
                              const FysLibraryFilter *filter,
                              GCancellable           *cancellable,
                              GAsyncReadyCallback     callback,
                              gpointer                user_data)
{
  g_return_if_fail (FYS_IS_LIBRARY (self));
  g_return_if_fail (filter != NULL);

  fys_library_read_async (self, FYS_LIBRARY_READ_LISTS, run_count_list, list_page_new (filter, 0, 0), page_free, g_free,
                          fys_library_count_list_async, cancellable, callback, user_data);
}

gboolean
fys_library_count_list_finish (FysLibrary   *self,
                               GAsyncResult *result,
                               guint        *out_n,
                               GError      **error)
{
  g_autofree guint *n = fys_library_read_finish (self, result, fys_library_count_list_async, error);

  g_return_val_if_fail (out_n != NULL, FALSE);

  *out_n = n != NULL ? *n : 0;
  return n != NULL;
}

static gpointer
run_count (sqlite3      *db,
           gconstpointer input,
           GCancellable *cancellable,
           GError      **error)
{
  return fys_library_query_counts (db, error);
}

void
fys_library_count_async (FysLibrary         *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (FYS_IS_LIBRARY (self));

  fys_library_read_async (self, FYS_LIBRARY_READ_LISTS, run_count, NULL, NULL, (GDestroyNotify) fys_library_counts_free, fys_library_count_async,
                          cancellable, callback, user_data);
}

FysLibraryCounts *
fys_library_count_finish (FysLibrary   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  return fys_library_read_finish (self, result, fys_library_count_async, error);
}

static gpointer
run_find (sqlite3      *db,
          gconstpointer input,
          GCancellable *cancellable,
          GError      **error)
{
  return fys_library_query_find (db, input, error);
}

void
fys_library_find_async (FysLibrary         *self,
                        const char *const  *keys,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_return_if_fail (FYS_IS_LIBRARY (self));
  g_return_if_fail (keys != NULL);

  fys_library_read_async (self, FYS_LIBRARY_READ_LISTS, run_find, g_strdupv ((char **) keys), (GDestroyNotify) g_strfreev,
                          (GDestroyNotify) g_ptr_array_unref, fys_library_find_async, cancellable, callback, user_data);
}

GPtrArray *
fys_library_find_finish (FysLibrary   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return fys_library_read_finish (self, result, fys_library_find_async, error);
}

static FysSearchQuery *
query_copy (const FysSearchQuery *query)
{
  FysSearchQuery *copy = g_new (FysSearchQuery, 1);

  *copy = *query;
  copy->text = g_strdup (query->text);
  return copy;
}

static void
query_free (gpointer data)
{
  FysSearchQuery *self = data;

  g_free ((char *) self->text); /* of query_copy() */
  g_free (self);
}

static gpointer
run_search (sqlite3      *db,
            gconstpointer input,
            GCancellable *cancellable,
            GError      **error)
{
  return fys_search_engine_run (db, input, cancellable, error);
}

void
fys_library_search_async (FysLibrary           *self,
                          const FysSearchQuery *query,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_return_if_fail (FYS_IS_LIBRARY (self));
  g_return_if_fail (query != NULL && query->text != NULL);

  fys_library_read_async (self, FYS_LIBRARY_READ_SEARCHES, run_search, query_copy (query), query_free, (GDestroyNotify) fys_search_results_free,
                          fys_library_search_async, cancellable, callback, user_data);
}

FysSearchResults *
fys_library_search_finish (FysLibrary   *self,
                           GAsyncResult *result,
                           GError      **error)
{
  return fys_library_read_finish (self, result, fys_library_search_async, error);
}

static gpointer
run_questions (sqlite3      *db,
               gconstpointer input,
               GCancellable *cancellable,
               GError      **error)
{
  const Page *page = input;

  return fys_search_engine_list_questions (db, page->text, page->offset, page->limit, cancellable, error);
}

void
fys_library_questions_async (FysLibrary         *self,
                             const char         *filter,
                             guint               offset,
                             guint               limit,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (FYS_IS_LIBRARY (self));
  g_return_if_fail (filter != NULL);

  fys_library_read_async (self, FYS_LIBRARY_READ_SEARCHES, run_questions, page_new (filter, offset, limit), page_free,
                          (GDestroyNotify) g_ptr_array_unref, fys_library_questions_async, cancellable, callback, user_data);
}

GPtrArray *
fys_library_questions_finish (FysLibrary   *self,
                              GAsyncResult *result,
                              GError      **error)
{
  return fys_library_read_finish (self, result, fys_library_questions_async, error);
}
