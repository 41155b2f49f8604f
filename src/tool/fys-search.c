/* fys-search.c - fysbog-tool search: what the program's own search finds in folders of articles
 *
 * The folders are indexed in memory each time. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>

#include "core/library/fys-library.h"
#include "tool/fys-article-json.h"
#include "tool/fys-tool.h"

#define DEFAULT_LIMIT 10
#define MAX_LIMIT     1000

/** Search: @roots: the folders, without links, longest first, so that a folder inside another one is told by its own name
 * @results: (nullable): of the query at hand, until it is taken */
typedef struct
{
  FysLibrary       *library;
  GPtrArray        *roots;
  GMainLoop        *loop;
  FysSearchResults *results;
  guint             limit;
  gboolean          is_json;
} Search;

static void
clear_search (Search *self)
{
  g_clear_object (&self->library);
  g_clear_pointer (&self->roots, g_ptr_array_unref);
  g_clear_pointer (&self->loop, g_main_loop_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, clear_search)

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Search            *self = user_data;
  g_autoptr (GError) error = NULL;

  self->results = fys_library_search_finish (FYS_LIBRARY (source), result, &error);
  if (self->results == NULL)
    fprintf (stderr, "fysbog-tool: %s\n", error->message);
  g_main_loop_quit (self->loop);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize first = strlen (*(const char *const *) a);
  gsize second = strlen (*(const char *const *) b);

  return first > second ? -1 : first < second;
}

/* Returns: FALSE when a folder or a file of it could not be read */
static gboolean
tell_problems (Search *self)
{
  g_autoptr (GPtrArray) problems = fys_library_dup_problems (self->library);

  for (guint i = 0; i < problems->len; i++)
    {
      const FysLibraryProblem *problem = g_ptr_array_index (problems, i);

      fys_tool_file_error (problem->path != NULL ? problem->path : "", problem->message);
    }
  return problems->len == 0;
}

/* Indexes the folders. Returns: as tell_problems() */
static gboolean
open_library (Search *self,
              char  **folders)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) fys_library_source_free);

  self->roots = g_ptr_array_new_with_free_func (free);
  for (guint i = 0; folders[i] != NULL; i++)
    {
      char *root = realpath (folders[i], NULL);

      g_ptr_array_add (sources, fys_library_source_new (FYS_SOURCE_USER, root != NULL ? root : folders[i]));
      if (root != NULL)
        g_ptr_array_add (self->roots, root);
    }
  g_ptr_array_sort (self->roots, compare_lengths);
  self->loop = g_main_loop_new (NULL, FALSE);
  self->library = fys_library_new (NULL, sources);
  fys_library_start (self->library);
  while (fys_library_get_n_scans (self->library) == 0)
    g_main_context_iteration (NULL, TRUE);
  return tell_problems (self);
}

/* Returns: (transfer full): the path below the library's folder, for people and for JSON */
static char *
dup_path (Search          *self,
          FysLibraryEntry *entry)
{
  const char *path = fys_library_entry_get_info (entry)->path;

  for (guint i = 0; i < self->roots->len; i++)
    {
      const char *root = g_ptr_array_index (self->roots, i);
      gsize       length = strlen (root);

      if (g_str_has_prefix (path, root) && path[length] == '/')
        return fys_tool_dup_shown_path (path + length + 1);
    }
  return fys_tool_dup_shown_path (path);
}

static const char *
get_kind (FysHitKind kind)
{
  return kind == FYS_HIT_ARTICLE ? "article" : kind == FYS_HIT_QUESTION ? "question" : "exercise";
}

static const char *
get_shown_kind (FysHitKind kind)
{
  return kind == FYS_HIT_ARTICLE ? _ ("Article") : kind == FYS_HIT_QUESTION ? _ ("Question") : _ ("Exercise");
}

static void
print_json (Search                 *self,
            const char             *query,
            const FysSearchResults *results)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  fys_json_add_text (builder, "q", query);
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = 0; i < results->hits->len; i++)
    {
      const FysHit    *hit = g_ptr_array_index (results->hits, i);
      g_autofree char *path = dup_path (self, hit->entry);

      json_builder_begin_object (builder);
      fys_json_add_text (builder, "path", path);
      fys_json_add_text (builder, "kind", get_kind (hit->kind));
      fys_json_add_text (builder, "title", hit->title);
      fys_json_add_text (builder, "slug", hit->slug);
      fys_json_add_text (builder, "snippet", hit->snippet);
      json_builder_set_member_name (builder, "score");
      json_builder_add_double_value (builder, hit->score);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  printf ("%s\n", text);
}

static void
print_text (Search                 *self,
            const FysSearchResults *results)
{
  if (results->corrected != NULL)
    {
      /* Translators: what was searched for in place of a word that was mistyped */
      printf (_ ("Searched for “%s”"), results->corrected);
      printf ("\n\n");
    }
  if (results->hits->len == 0)
    printf ("%s\n", _ ("Nothing was found"));
  for (guint i = 0; i < results->hits->len; i++)
    {
      const FysHit    *hit = g_ptr_array_index (results->hits, i);
      g_autofree char *path = dup_path (self, hit->entry);

      printf ("%s%s (%s)\n    %s%s%s\n    %s\n", i > 0 ? "\n" : "", hit->title, get_shown_kind (hit->kind), path, *hit->slug != '\0' ? "#" : "", hit->slug,
              hit->snippet);
    }
}

/* Searches, and prints what was found. Returns: FALSE when the search failed */
static gboolean
run_query (Search     *self,
           const char *text)
{
  g_autoptr (FysSearchResults) results = NULL;
  const FysSearchQuery query = { .text = text, .kinds = FYS_HIT_ANY, .limit = self->limit, .is_typing = TRUE };

  fys_library_search_async (self->library, &query, NULL, searched_cb, self);
  g_main_loop_run (self->loop);
  results = g_steal_pointer (&self->results);
  if (results == NULL)
    return FALSE;
  if (self->is_json)
    print_json (self, text, results);
  else
    print_text (self, results);
  return TRUE;
}

/* A query a line; a line that is no UTF-8 is searched for as far as it is. */
static gboolean
run_file (Search     *self,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv)   lines = NULL;
  gboolean         is_fine = TRUE;

  if (!g_file_get_contents (path, &text, NULL, &error))
    {
      fys_tool_file_error (path, error->message);
      return FALSE;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && (lines[i + 1] != NULL || *lines[i] != '\0'); i++)
    {
      g_autofree char *valid = g_utf8_make_valid (lines[i], -1);

      is_fine = run_query (self, g_strchomp (valid)) && is_fine;
    }
  return is_fine;
}

FysToolStatus
fys_tool_search (int   argc,
                 char *argv[])
{
  g_auto (Search) self = { .limit = DEFAULT_LIMIT };
  g_auto (GStrv)   folders = NULL;
  g_auto (GStrv)   words = NULL;
  g_autofree char *queries = NULL;
  int              limit = DEFAULT_LIMIT;
  gboolean         is_fine;
  const GOptionEntry entries[] = {
    { "library", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &folders, N_ ("Search the articles in this folder; may be given more than once"),
      N_ ("DIR") },
    { "json", 'j', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &self.is_json, N_ ("Print a JSON object a line for each query"), NULL },
    { "limit", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_INT, &limit, N_ ("Print no more than N articles, questions and exercises each"), "N" },
    { "queries", 'q', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &queries, N_ ("Take the queries from this file, one a line"), N_ ("FILE") },
    { G_OPTION_REMAINING, '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING_ARRAY, &words, NULL, NULL },
    { NULL },
  };

  if (!fys_tool_parse (&argc, &argv,
                       /* Translators: what follows the command in a usage line */
                       _ ("QUERY"),
                       _ ("Searches folders of articles as Fysbog does while one types. What is found is printed best first, articles with their "
                          "questions and exercises among each other; paths are those in the folder. The exit status is 1 when a folder "
                          "or an article could not be read."),
                       entries))
    return FYS_TOOL_USAGE;
  if (folders == NULL)
    return fys_tool_usage_error ("search", _ ("no library is given"));
  if ((words == NULL) == (queries == NULL))
    return fys_tool_usage_error ("search", _ ("either a query or a file of queries is needed"));
  if (limit < 1 || limit > MAX_LIMIT)
    return fys_tool_usage_error ("search", _ ("the limit is to be between 1 and %d"), MAX_LIMIT);

  self.limit = (guint) limit;
  is_fine = open_library (&self, folders);
  if (queries != NULL)
    is_fine = run_file (&self, queries) && is_fine;
  else
    {
      g_autofree char *query = g_strjoinv (" ", words);

      is_fine = run_query (&self, query) && is_fine;
    }
  return is_fine ? FYS_TOOL_FINE : FYS_TOOL_FOUND;
}
