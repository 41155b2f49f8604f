/* test-tool.c - fysbog-tool as it is run: what it prints, what it says is wrong, and its exit status
 *
 * test-tool PROGRAM DATA: PROGRAM is the tool, DATA the folder that commands are run in. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "file-tree.h"

#define GOOD "library/ordbog/stiv-nakke.md"
#define FAULTY "library/blog/fejl.md"

static const char *program;
static const char *data_dir;

typedef struct
{
  int   status; /* of the exit; -1 when a signal ended it */
  char *out;
  char *err;
} Run;

static void
clear_run (Run *self)
{
  g_free (self->out);
  g_free (self->err);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, clear_run)

/* Runs the tool in @folder with the words of @line, which are parted by spaces. */
static Run
run_in (const char *folder,
        const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Run run = { -1, NULL, NULL };
  int wait_status;

  g_ptr_array_add (arguments, (gpointer) program);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (arguments, words[i]);
  g_ptr_array_add (arguments, NULL);

  g_spawn_sync (folder, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &run.out, &run.err, &wait_status, &error);
  g_assert_no_error (error);
  if (WIFEXITED (wait_status))
    run.status = WEXITSTATUS (wait_status);
  return run;
}

static Run
run_tool (const char *line)
{
  return run_in (data_dir, line);
}

static char *
read_expected (const char *name)
{
  g_autofree char *path = g_build_filename (data_dir, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* Lines in order: a difference is easier to see in one line than in all. */
static void
assert_text (const char *got,
             const char *expected)
{
  g_auto (GStrv) got_lines = g_strsplit (got, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; got_lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (got_lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (got_lines), ==, g_strv_length (expected_lines));
}

/* Returns: (transfer full): one node a line */
static GPtrArray *
parse_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  g_assert_true (g_str_has_suffix (text, "\n"));
  for (guint i = 0; lines[i + 1] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      JsonNode *node = json_from_string (lines[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (node);
      g_ptr_array_add (nodes, node);
    }
  return nodes;
}

static void
assert_keys (JsonObject *object,
             const char *expected)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (GList *l = members; l != NULL; l = l->next)
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? " " : "", (const char *) l->data);
  g_assert_cmpstr (keys->str, ==, expected);
}

static void
assert_keys_of_all (JsonObject *object,
                    const char *list,
                    const char *expected)
{
  JsonArray *array = json_object_get_array_member (object, list);

  for (guint i = 0; i < json_array_get_length (array); i++)
    assert_keys (json_array_get_object_element (array, i), expected);
}

static void
test_json_contract (void)
{
  g_auto (Run) run = run_tool ("show --json " GOOD " sparse.md");
  g_autoptr (GPtrArray) nodes = NULL;

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  nodes = parse_lines (run.out);
  g_assert_cmpuint (nodes->len, ==, 2);
  for (guint i = 0; i < nodes->len; i++)
    {
      JsonObject *object = json_node_get_object (g_ptr_array_index (nodes, i));

      assert_keys (object, "path metadata sections blocks links faq exercises urgent specialty diagnostics");
      assert_keys_of_all (object, "sections", "title level slug line children");
      assert_keys_of_all (object, "links", "text target line");
      assert_keys_of_all (object, "faq", "question slug line answer");
      assert_keys_of_all (object, "exercises", "name line kind hold_s reps sets rest_s per_side frequency text");
      assert_keys_of_all (object, "urgent", "section line");
      assert_keys_of_all (object, "diagnostics", "severity line column message");
    }
}

static void
test_json_metadata (void)
{
  static const char known[] = "title published updated metaTitle h1 description author specialty bodyParts related previewImage "
                              "previewImageAlt videoUrl unlisted";
  g_autofree char *with_unknown = g_strconcat (known, " season levels", NULL);
  g_auto (Run) run = run_tool ("show --json " GOOD " sparse.md");
  g_autoptr (GPtrArray) nodes = parse_lines (run.out);
  JsonObject *rich = json_object_get_object_member (json_node_get_object (g_ptr_array_index (nodes, 0)), "metadata");
  JsonObject *poor = json_object_get_object_member (json_node_get_object (g_ptr_array_index (nodes, 1)), "metadata");
  g_autoptr (GList) poor_values = json_object_get_values (poor);

  assert_keys (rich, with_unknown);
  assert_keys (poor, known);
  for (GList *l = poor_values; l != NULL; l = l->next)
    g_assert_true (json_node_is_null (l->data));
}

/* A change of the form breaks others: this fails on any. */
static void
test_json_expected (void)
{
  g_auto (Run) run = run_tool ("show --json " GOOD);
  g_autofree char *expected = read_expected ("stiv-nakke.json");

  g_assert_cmpint (run.status, ==, 0);
  assert_text (run.out, expected);
}

static void
test_outline (void)
{
  g_auto (Run) run = run_tool ("show " GOOD);
  g_autofree char *expected = read_expected ("stiv-nakke.outline");

  g_assert_cmpint (run.status, ==, 0);
  assert_text (run.out, expected);
}

static void
test_one_of_several_missing (void)
{
  g_auto (Run) run = run_tool ("show --json sparse.md no-such.md " GOOD);
  g_autoptr (GPtrArray) nodes = parse_lines (run.out);

  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpuint (nodes->len, ==, 2);
  g_assert_true (g_str_has_prefix (run.err, "fysbog-tool: no-such.md: "));
}

static void
test_check (void)
{
  g_auto (Run) faulty = run_tool ("check " FAULTY);
  g_auto (Run) good = run_tool ("check " GOOD);
  g_auto (Run) missing = run_tool ("check no-such.md " GOOD);
  g_autofree char *expected = read_expected ("fejl.check");

  g_assert_cmpint (faulty.status, ==, 1);
  assert_text (faulty.out, expected);
  g_assert_cmpstr (faulty.err, ==, "");

  g_assert_cmpint (good.status, ==, 0);
  g_assert_cmpstr (good.out, ==, "");

  g_assert_cmpint (missing.status, ==, 1);
  g_assert_cmpstr (missing.out, ==, "2 files: 0 errors, 0 warnings, 0 hints, 1 could not be read\n");
  g_assert_nonnull (strstr (missing.err, "no-such.md"));
}

static void
test_check_json (void)
{
  g_auto (Run) run = run_tool ("check --json " FAULTY " " GOOD);
  g_autoptr (GPtrArray) nodes = parse_lines (run.out);
  JsonObject *faulty = json_node_get_object (g_ptr_array_index (nodes, 0));
  JsonObject *good = json_node_get_object (g_ptr_array_index (nodes, 1));
  g_autofree char *expected = read_expected ("fejl.check");
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpuint (nodes->len, ==, 2);
  assert_keys (faulty, "path diagnostics");
  assert_keys_of_all (faulty, "diagnostics", "severity line column message");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (faulty, "diagnostics")), ==,
                    g_strv_length (expected_lines) - 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (good, "diagnostics")), ==, 0);
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
make_link (const char *folder,
           const char *target,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (symlink (target, path), ==, 0);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    if (*text == '\n')
      n++;
  return n;
}

/* Folders in folders, links that loop, a link that leads nowhere, a FIFO that nobody writes to, and files that are no articles. */
static void
test_check_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fysbog-tool-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename (folder, "pipe.md", NULL);
  g_auto (Run) run = { 0 };
  g_autoptr (GPtrArray) nodes = NULL;
  static const char *const in_order[] = { "./b.md", "./c.markdown", "./deep/er/a.md" };

  write_file (folder, "b.md", "---\ntitle: B\n---\n");
  write_file (folder, "c.markdown", "---\ntitle: C\n---\n");
  write_file (folder, "deep/er/a.md", "---\ntitle: A\n---\n");
  write_file (folder, "notes.txt", "x");
  write_file (folder, ".hidden.md", "x");
  write_file (folder, ".git/x.md", "x");
  make_link (folder, "..", "deep/loop");
  make_link (folder, "deep", "second-name");
  make_link (folder, "nowhere", "gone.md");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);

  run = run_in (folder, "check --json .");
  g_assert_cmpint (run.status, ==, 1);
  nodes = parse_lines (run.out);
  g_assert_cmpuint (nodes->len, ==, G_N_ELEMENTS (in_order));
  for (guint i = 0; i < nodes->len; i++)
    g_assert_cmpstr (json_object_get_string_member (json_node_get_object (g_ptr_array_index (nodes, i)), "path"), ==, in_order[i]);

  g_assert_cmpuint (count_lines (run.err), ==, 2);
  g_assert_nonnull (strstr (run.err, "fysbog-tool: ./gone.md: "));
  g_assert_nonnull (strstr (run.err, "fysbog-tool: ./pipe.md: "));
  file_tree_remove (folder);
}

static void
test_empty_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fysbog-tool-XXXXXX", NULL);
  g_auto (Run) run = run_in (folder, "check .");

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.out, ==, "0 files: 0 errors, 0 warnings, 0 hints\n");
  g_assert_cmpstr (run.err, ==, "");
  file_tree_remove (folder);
}

#define FINE_TEXT "---\ntitle: T\nlastUpdated: 01/02/2026\n---\nTekst.\n"

/* What only the whole folder tells: two articles by the same name, and pictures that no article shows. */
static void
test_check_library (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fysbog-tool-XXXXXX", NULL);
  g_auto (Run) whole = { 0 };
  g_auto (Run) parts = { 0 };
  g_auto (Run) json = { 0 };
  g_autoptr (GPtrArray) nodes = NULL;
  g_autofree char *lines = NULL;

  write_file (folder, "lib/ordbog/knae.md", FINE_TEXT);
  write_file (folder, "lib/styrkeoevelser/ben/squat.md", FINE_TEXT "\n![Ben](/images/ben.svg)\n");
  write_file (folder, "lib/styrkeoevelser/krop/squat.md", FINE_TEXT);
  write_file (folder, "lib/blog/knae.md", FINE_TEXT);
  write_file (folder, "lib/knae.markdown", FINE_TEXT);
  write_file (folder, "lib/images/ben.svg", "x");
  write_file (folder, "lib/images/gammel.png", "x");
  make_link (folder, "ordbog/knae.md", "lib/knae.md");

  whole = run_in (folder, "check lib");
  lines = g_strdup_printf ("lib/styrkeoevelser/krop/squat.md:1:1: warning: The library would know this article and “%s” by the same name, "
                           "“styrkeoevelser/squat”, and show one of them only\n"
                           "lib/images/gammel.png:1:1: info: No article shows this picture\n"
                           "6 files: 0 errors, 1 warning, 1 hint\n",
                           "lib/styrkeoevelser/ben/squat.md");
  assert_text (whole.out, lines);
  g_assert_cmpint (whole.status, ==, 1);

  /* Given one by one they are different libraries, or somebody's choice. */
  parts = run_in (folder, "check lib/styrkeoevelser/ben lib/styrkeoevelser/krop lib/ordbog/knae.md lib/ordbog/knae.md");
  g_assert_cmpstr (parts.out, ==, "4 files: 0 errors, 0 warnings, 0 hints\n");
  g_assert_cmpint (parts.status, ==, 0);

  json = run_in (folder, "check -j lib");
  nodes = parse_lines (json.out);
  g_assert_cmpuint (nodes->len, ==, 7);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (nodes->pdata[6]), "path"), ==, "lib/images/gammel.png");
  assert_keys (json_node_get_object (nodes->pdata[6]), "path diagnostics");
  file_tree_remove (folder);
}

static void
test_check_severity (void)
{
  g_auto (Run) warnings = run_tool ("check --severity warning " FAULTY);
  g_auto (Run) errors = run_tool ("check --severity=error library sparse.md");
  g_auto (Run) json = run_tool ("check --severity=error --json " FAULTY);

  g_assert_cmpint (warnings.status, ==, 1);
  g_assert_nonnull (strstr (warnings.out, ": warning: "));
  g_assert_null (strstr (warnings.out, ": info: "));
  g_assert_cmpint (errors.status, ==, 0);
  g_assert_cmpstr (errors.out, ==, "4 files: 0 errors, 0 warnings, 0 hints\n");
  g_assert_cmpint (json.status, ==, 0);
  g_assert_cmpstr (json.out, ==, "{\"path\":\"" FAULTY "\",\"diagnostics\":[]}\n");
}

/* What the project ships is as it should be. */
static void
test_shipped_articles (void)
{
  g_auto (Run) run = run_in (g_getenv ("FYSBOG_DATA_DIR"), "check articles");

  g_assert_true (g_str_has_suffix (run.out, ": 0 errors, 0 warnings, 0 hints\n"));
  g_assert_cmpuint (count_lines (run.out), ==, 1);
  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.status, ==, 0);
}

static void
test_url (void)
{
#define SEARCH "https://www.fysfinder.dk/find/fysioterapeut/"
  static const struct
  {
    const char *arguments;
    const char *out;
  } cases[] = {
    { "url " GOOD, SEARCH "danmark/nakke\n" },
    { "url sparse.md", SEARCH "danmark\n" },
    { "url --place online " GOOD, SEARCH "online/nakke\n" },
    { "url " GOOD " --place=Agersø", SEARCH "agersoe/nakke\n" },
    { "url --specialty Skulder " GOOD, SEARCH "danmark/skulder\n" },
    { "url --handicap " GOOD, SEARCH "danmark/nakke?handicap=true\n" },
    { "url --ydernummer " GOOD, SEARCH "danmark/nakke?ydernummer=true\n" },
    { "url --ydernummer --handicap " GOOD, SEARCH "danmark/nakke?handicap=true&ydernummer=true\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = run_tool (cases[i].arguments);

      g_assert_cmpstr (run.out, ==, cases[i].out);
      g_assert_cmpstr (run.err, ==, "");
      g_assert_cmpint (run.status, ==, 0);
    }
#undef SEARCH
}

static void
test_url_missing_file (void)
{
  g_auto (Run) run = run_tool ("url --specialty ryg no-such.md");

  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpstr (run.out, ==, "");
}

static void
test_usage (void)
{
  static const char *const wrong[] = {
    "", "sing", "--wrong", "show", "show --json", "show --wrong x", "check", "check --limit 3 .", "check --severity", "check --severity fatal .", "url", "url a b",
    "url --place", "url --place Atlantis " GOOD, "url --specialty trylleri " GOOD, "search", "search knæ", "search --library .",
    "search --library . --limit 0 knæ", "search --library . --limit 1001 knæ", "search --library . --queries sparse.md knæ",
  };
  static const char *const right[] = { "--help", "-h", "help", "--version", "show --help", "check -h", "search --help", "url --help" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (Run) run = run_tool (wrong[i]);

      g_assert_cmpint (run.status, ==, 2);
      g_assert_cmpstr (run.out, ==, "");
      g_assert_cmpuint (count_lines (run.err), >=, 2);
    }
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_auto (Run) run = run_tool (right[i]);

      g_assert_cmpint (run.status, ==, 0);
      g_assert_cmpstr (run.out, !=, "");
      g_assert_cmpstr (run.err, ==, "");
    }
}

/* The results of an answer that is a line of @text. */
static JsonArray *
get_results (GPtrArray  *nodes,
             guint       index,
             const char *query)
{
  JsonObject *answer = json_node_get_object (g_ptr_array_index (nodes, index));

  g_assert_cmpuint (json_object_get_size (answer), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (answer, "q"), ==, query);
  return json_object_get_array_member (answer, "results");
}

static void
test_search (void)
{
  g_auto (Run) run = run_tool ("search --json --library library stive nakker");
  g_autoptr (GPtrArray) nodes = NULL;
  JsonArray  *results;
  JsonObject *first;

  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (run.err, ==, "");
  nodes = parse_lines (run.out);
  g_assert_cmpuint (nodes->len, ==, 1);
  results = get_results (nodes, 0, "stive nakker");
  first = json_array_get_object_element (results, 0);
  assert_keys (first, "path kind title slug snippet score");
  g_assert_cmpstr (json_object_get_string_member (first, "path"), ==, "ordbog/stiv-nakke.md");
  g_assert_cmpstr (json_object_get_string_member (first, "kind"), ==, "article");
  for (guint i = 1; i < json_array_get_length (results); i++)
    g_assert_cmpfloat (json_object_get_double_member (json_array_get_object_element (results, i), "score"), <=,
                       json_object_get_double_member (json_array_get_object_element (results, i - 1), "score"));
}

static void
test_search_text (void)
{
  g_auto (Run) run = run_tool ("search --library library --limit 1 nakek");

  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_str_has_prefix (run.out, "Searched for “nakke”\n\nStiv nakke (Article)\n    ordbog/stiv-nakke.md"));
}

/* An answer for each line, empty ones too. */
static void
test_search_queries (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fysbog-tool-XXXXXX", NULL);
  g_autofree char *line = NULL;
  g_auto (Run) run = { 0 };
  g_autoptr (GPtrArray) nodes = NULL;

  write_file (folder, "queries", "pauser\n\n\"*( NEAR\nn\xe6kke\nnakke");
  line = g_strdup_printf ("search --json --library library --queries %s/queries", folder);
  run = run_tool (line);
  g_assert_cmpint (run.status, ==, 0);
  nodes = parse_lines (run.out);
  g_assert_cmpuint (nodes->len, ==, 5);
  g_assert_cmpuint (json_array_get_length (get_results (nodes, 0, "pauser")), >, 0);
  g_assert_cmpuint (json_array_get_length (get_results (nodes, 1, "")), ==, 0);
  (void) get_results (nodes, 2, "\"*( NEAR");
  (void) get_results (nodes, 3, "n\xef\xbf\xbdkke");
  g_assert_cmpuint (json_array_get_length (get_results (nodes, 4, "nakke")), >, 0);
  file_tree_remove (folder);
}

static void
test_search_missing_folder (void)
{
  g_auto (Run) run = run_tool ("search --json --library library --library no-such nakke");
  g_autoptr (GPtrArray) nodes = NULL;

  g_assert_cmpint (run.status, ==, 1);
  g_assert_nonnull (strstr (run.err, "no-such"));
  nodes = parse_lines (run.out);
  g_assert_cmpuint (json_array_get_length (get_results (nodes, 0, "nakke")), >, 0);
}

static void
test_version (void)
{
  g_auto (Run) run = run_tool ("--version");

  g_assert_cmpstr (run.out, ==, "fysbog-tool " PACKAGE_VERSION "\n");
}

/* What comes after "--" is a file, whatever it begins with. */
static void
test_dashes (void)
{
  g_auto (Run) run = run_tool ("check -- --json");

  g_assert_cmpint (run.status, ==, 1);
  g_assert_nonnull (strstr (run.err, "--json: "));
}

static void
test_name_is_not_utf8 (void)
{
  g_autofree char *folder = g_dir_make_tmp ("fysbog-tool-XXXXXX", NULL);
  g_auto (Run) run = { 0 };
  g_autoptr (GPtrArray) nodes = NULL;

  write_file (folder, "kn\xe6.md", "---\ntitle: Knæ\n---\n");
  run = run_in (folder, "show --json kn\xe6.md");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_true (g_utf8_validate (run.out, -1, NULL));
  nodes = parse_lines (run.out);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (g_ptr_array_index (nodes, 0)), "path"), ==,
                   "kn\xef\xbf\xbd.md");
  file_tree_remove (folder);
}

/* Runs a line of shell with the tool as $0. */
static Run
run_shell (const char *line)
{
  const char *arguments[] = { "/bin/sh", "-c", line, program, NULL };
  g_autoptr (GError) error = NULL;
  Run run = { -1, NULL, NULL };
  int wait_status;

  g_spawn_sync (data_dir, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &run.out, &run.err, &wait_status, &error);
  g_assert_no_error (error);
  if (WIFEXITED (wait_status))
    run.status = WEXITSTATUS (wait_status);
  return run;
}

static void
test_output_cannot_be_written (void)
{
  g_auto (Run) full = run_shell ("\"$0\" show " GOOD " >/dev/full");
  /* A reader that leaves ends the tool without a word, as it does any filter; where SIGPIPE is ignored, the status tells. */
  g_auto (Run) left = run_shell ("{ sleep 0.2; \"$0\" show " GOOD "; echo $? >&2; } | true");
  g_auto (Run) ignored = run_shell ("trap '' PIPE; { sleep 0.2; \"$0\" show " GOOD "; echo $? >&2; } | true");

  g_assert_cmpint (full.status, ==, 1);
  g_assert_true (g_str_has_prefix (full.err, "fysbog-tool: "));
  g_assert_cmpstr (left.err, ==, "141\n");
  g_assert_true (g_str_has_suffix (ignored.err, "\n1\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *absolute = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  program = absolute = g_canonicalize_filename (argv[1], NULL);
  data_dir = argv[2];

  g_test_add_func ("/tool/show/json-contract", test_json_contract);
  g_test_add_func ("/tool/show/json-metadata", test_json_metadata);
  g_test_add_func ("/tool/show/json-expected", test_json_expected);
  g_test_add_func ("/tool/show/outline", test_outline);
  g_test_add_func ("/tool/show/one-of-several-missing", test_one_of_several_missing);
  g_test_add_func ("/tool/check", test_check);
  g_test_add_func ("/tool/check/json", test_check_json);
  g_test_add_func ("/tool/check/folder", test_check_folder);
  g_test_add_func ("/tool/check/empty-folder", test_empty_folder);
  g_test_add_func ("/tool/check/library", test_check_library);
  g_test_add_func ("/tool/check/severity", test_check_severity);
  g_test_add_func ("/tool/check/shipped-articles", test_shipped_articles);
  g_test_add_func ("/tool/url", test_url);
  g_test_add_func ("/tool/url/missing-file", test_url_missing_file);
  g_test_add_func ("/tool/search/json", test_search);
  g_test_add_func ("/tool/search/text", test_search_text);
  g_test_add_func ("/tool/search/queries", test_search_queries);
  g_test_add_func ("/tool/search/missing-folder", test_search_missing_folder);
  g_test_add_func ("/tool/usage", test_usage);
  g_test_add_func ("/tool/version", test_version);
  g_test_add_func ("/tool/dashes", test_dashes);
  g_test_add_func ("/tool/name-is-not-utf8", test_name_is_not_utf8);
  g_test_add_func ("/tool/output-cannot-be-written", test_output_cannot_be_written);
  return g_test_run ();
}
