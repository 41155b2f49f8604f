/* shelf.c - a library with an index and folders that are thrown away
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shelf.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/library/fys-library-private.h"
#include "library-fixture.h"

#define ALL_FILTER { .collection = FYS_N_COLLECTIONS }
#define MANY       1000

static void
make_library (Shelf                        *self,
              const FysLibrarySurroundings *surroundings)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_source_free);

  g_ptr_array_add (sources, fys_library_source_new (FYS_SOURCE_SHIPPED, self->articles));
  self->library = fys_library_new_in (surroundings, self->index, sources);
}

void
shelf_set_up (Shelf        *self,
              gconstpointer user_data)
{
  self->root = library_fixture_new ();
  self->articles = g_build_filename (self->root, "articles", NULL);
  self->index = g_build_filename (self->root, "cache", "index.sqlite", NULL);
  g_assert_cmpint (g_mkdir (self->articles, 0700), ==, 0);
  make_library (self, &fys_library_surroundings);
}

/* Lets go of it, which nobody else may hold, as its threads have to be gone. */
static void
drop_library (Shelf *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->library);
  self->library = NULL;
}

void
shelf_tear_down (Shelf        *self,
                 gconstpointer user_data)
{
  drop_library (self);
  library_fixture_free (self->root);
  g_free (self->articles);
  g_free (self->index);
}

/* The user and the group of that name have this number everywhere. */
#define NOBODY 65534

void
shelf_become_nobody (Shelf *self)
{
  g_autofree char *cache = g_path_get_dirname (self->index);

  if (getuid () != 0)
    return;
  g_assert_cmpint (chown (self->root, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (chown (self->articles, NOBODY, NOBODY), ==, 0);
  g_assert_true (chown (cache, NOBODY, NOBODY) == 0 || errno == ENOENT);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

void
shelf_become_oneself (void)
{
  g_assert_cmpint (seteuid (getuid ()), ==, 0);
}

void
shelf_reopen (Shelf *self)
{
  shelf_reopen_in (self, &fys_library_surroundings);
}

void
shelf_reopen_in (Shelf                        *self,
                 const FysLibrarySurroundings *surroundings)
{
  drop_library (self);
  make_library (self, surroundings);
}

void
shelf_write (Shelf      *self,
             const char *path,
             const char *text)
{
  g_autofree char   *full = g_build_filename (self->root, path, NULL);
  g_autofree char   *folder = g_path_get_dirname (full);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (full, text, -1, &error);
  g_assert_no_error (error);
}

void
shelf_write_article (Shelf      *self,
                     const char *path,
                     const char *title,
                     const char *word)
{
  g_autofree char *text = g_strdup_printf ("---\ntitle: %s\n---\n"
                                           "Her står noget om fysioterapi og %s.\n\n"
                                           "## Øvelser\n\n"
                                           "### Stræk af læggen\n\n"
                                           "Stå med hænderne mod væggen. Hold 30 sekunder og gentag 3 gange.\n\n"
                                           "## Ofte stillede spørgsmål\n\n"
                                           "### Hvor længe varer det?\n\n"
                                           "Ofte seks uger.\n",
                                           title, word);

  shelf_write (self, path, text);
}

void
shelf_remove (Shelf      *self,
              const char *path)
{
  g_autofree char *full = g_build_filename (self->root, path, NULL);

  g_assert_cmpint (g_remove (full), ==, 0);
}

static void
wait_for_scan (Shelf *self,
               guint  n_before)
{
  while (fys_library_get_n_scans (self->library) == n_before)
    g_main_context_iteration (NULL, TRUE);
}

void
shelf_start (Shelf *self)
{
  fys_library_start (self->library);
  wait_for_scan (self, 0);
}

void
shelf_rescan (Shelf *self)
{
  guint n_before = fys_library_get_n_scans (self->library);

  fys_library_rescan (self->library);
  wait_for_scan (self, n_before);
}

guint
shelf_n_articles (Shelf *self)
{
  guint n;

  g_object_get (self->library, "n-articles", &n, NULL);
  return n;
}

void
shelf_wait_for_n (Shelf *self,
                  guint  n)
{
  while (shelf_n_articles (self) != n)
    g_main_context_iteration (NULL, TRUE);
}

static void
answer_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **answer = user_data;

  *answer = g_object_ref (result);
}

static void
wait_for_answer (GAsyncResult **answer)
{
  while (*answer == NULL)
    g_main_context_iteration (NULL, TRUE);
}

FysLibraryCounts *
shelf_count (Shelf *self)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  FysLibraryCounts *counts;

  fys_library_count_async (self->library, NULL, answer_cb, &answer);
  wait_for_answer (&answer);
  counts = fys_library_count_finish (self->library, answer, &error);
  g_assert_no_error (error);
  return counts;
}

char *
shelf_dup_keys (Shelf                  *self,
                const FysLibraryFilter *filter)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  GString *keys = g_string_new (NULL);

  fys_library_list_async (self->library, filter, 0, MANY, NULL, answer_cb, &answer);
  wait_for_answer (&answer);
  entries = fys_library_list_finish (self->library, answer, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", fys_library_entry_get_info (g_ptr_array_index (entries, i))->key);
  return g_string_free (keys, FALSE);
}

guint
shelf_count_list (Shelf                  *self,
                  const FysLibraryFilter *filter)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  fys_library_count_list_async (self->library, filter, NULL, answer_cb, &answer);
  wait_for_answer (&answer);
  (void) fys_library_count_list_finish (self->library, answer, &n, &error);
  g_assert_no_error (error);
  return n;
}

FysLibraryEntry *
shelf_find (Shelf      *self,
            const char *key)
{
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const char *keys[] = { key, NULL };

  fys_library_find_async (self->library, keys, NULL, answer_cb, &answer);
  wait_for_answer (&answer);
  entries = fys_library_find_finish (self->library, answer, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, <=, 1);
  return entries->len > 0 ? g_object_ref (g_ptr_array_index (entries, 0)) : NULL;
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
shelf_search (Shelf      *self,
              const char *text)
{
  const FysSearchQuery query = { .text = text, .kinds = FYS_HIT_ARTICLE, .limit = MANY, .is_literal = TRUE };
  g_autoptr (GAsyncResult) answer = NULL;
  g_autoptr (FysSearchResults) results = NULL;
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  fys_library_search_async (self->library, &query, NULL, answer_cb, &answer);
  wait_for_answer (&answer);
  results = fys_library_search_finish (self->library, answer, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < results->hits->len; i++)
    {
      const FysHit *hit = g_ptr_array_index (results->hits, i);

      if (!hit->is_guess)
        g_ptr_array_add (titles, hit->title);
    }
  g_ptr_array_sort (titles, compare_titles);
  g_ptr_array_add (titles, NULL);
  return g_strjoinv ("|", (char **) titles->pdata);
}

static guint
count_parts (const char *text,
             char        separator)
{
  guint n = *text != '\0' ? 1 : 0;

  for (const char *at = text; *at != '\0'; at++)
    n += *at == separator;
  return n;
}

void
shelf_assert_keys (Shelf      *self,
                   const char *keys)
{
  const FysLibraryFilter filter = ALL_FILTER;
  g_autofree char       *listed = shelf_dup_keys (self, &filter);
  g_autofree char       *found = shelf_search (self, "fysioterapi");
  g_autoptr (FysLibraryCounts) counts = shelf_count (self);

  g_assert_cmpstr (listed, ==, keys);
  g_assert_cmpuint (count_parts (found, '|'), ==, count_parts (keys, ' '));
  g_assert_cmpuint (counts->n_articles, ==, count_parts (keys, ' '));
}

char *
shelf_dup_problems (Shelf *self)
{
  g_autoptr (GPtrArray) problems = fys_library_dup_problems (self->library);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const FysLibraryProblem *problem = g_ptr_array_index (problems, i);
      const char              *path = problem->path != NULL ? problem->path : "";

      if (g_str_has_prefix (path, self->root))
        path += strlen (self->root) + 1;
      g_string_append_printf (lines, "%s%s: %s\n", path, problem->is_source ? " (source)" : "", problem->message);
    }
  return g_string_free (lines, FALSE);
}

void
shelf_wait_for_problems (Shelf      *self,
                         const char *problems)
{
  for (;;)
    {
      g_autofree char *now = shelf_dup_problems (self);

      if (g_str_equal (now, problems))
        return;
      g_main_context_iteration (NULL, TRUE);
    }
}
