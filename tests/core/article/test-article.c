/* test-article.c - whole articles: against .expected files, and what no file may do to us
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "article-dump.h"

/* Whoever is neither root nor the owner of a file. */
#define NOBODY 65534

/* fixtures */

static void
assert_as_expected (const char *folder,
                    const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GString) expected_path = g_string_new (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FysArticle) article = fys_article_load (file, NULL, &error);
  g_autofree char *expected = NULL;
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  article_assert_sound (article);
  g_string_truncate (expected_path, expected_path->len - strlen (".md"));
  g_string_append (expected_path, ".expected");
  g_file_get_contents (expected_path->str, &expected, NULL, &error);
  g_assert_no_error (error);
  dump = article_dump (article);
  if (strcmp (dump, expected) != 0)
    g_error ("%s is not as expected:\n%s", name, dump);
}

static void
test_fixtures (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "articles", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint       n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".md"))
      {
        assert_as_expected (folder, name);
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

/* parsing */

static FysArticle *
parse (const char *text,
       gssize      length,
       const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  FysArticle *article = fys_article_new_from_bytes (bytes, name);

  article_assert_sound (article);
  return article;
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *out = g_string_sized_new (strlen (text) * n);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static guint
count_severity (FysArticle *article,
                FysSeverity severity)
{
  GPtrArray *diagnostics = fys_article_get_diagnostics (article);
  guint      n = 0;

  for (guint i = 0; i < diagnostics->len; i++)
    n += ((FysDiagnostic *) g_ptr_array_index (diagnostics, i))->severity == severity;
  return n;
}

static void
assert_finding (FysArticle *article,
                FysSeverity severity,
                guint       line,
                guint       column)
{
  GPtrArray *diagnostics = fys_article_get_diagnostics (article);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const FysDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (diagnostic->severity == severity && diagnostic->line == line && diagnostic->column == column)
        return;
    }
  g_error ("no %s at %u:%u", fys_severity_get_nick (severity), line, column);
}

static guint
count_in_blocks (FysArticle *article,
                 char        letter)
{
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (article, &n_blocks);
  guint           n = 0;

  for (guint i = 0; i < n_blocks; i++)
    for (const char *p = blocks[i].text.text; *p != '\0'; p++)
      n += *p == letter;
  return n;
}

static void
test_titles (void)
{
  g_autoptr (FysArticle) stated = parse ("---\ntitle: A\nmetaTitle: B\n---\n# C\n", -1, "d.md");
  g_autoptr (FysArticle) meta = parse ("---\nmetaTitle: B\n---\n# C\n", -1, "d.md");
  g_autoptr (FysArticle) heading = parse ("text\n\n## *C* d\n", -1, "d.md");
  g_autoptr (FysArticle) name = parse ("text", -1, "d.e.md");
  g_autoptr (FysArticle) hidden_name = parse ("text", -1, ".md");
  g_autoptr (FysArticle) nothing = parse ("", -1, NULL);
  g_autoptr (FysArticle) blank = parse ("---\ntitle: \"  \"\n---\n#\n", -1, NULL);
  g_autoptr (FysArticle) capital = parse ("---\nTitle: A\n---\n", -1, NULL);

  g_assert_cmpstr (fys_article_get_title (stated), ==, "A");
  g_assert_cmpuint (fys_article_get_diagnostics (stated)->len, ==, 0);
  g_assert_cmpstr (fys_article_get_title (meta), ==, "B");
  g_assert_cmpuint (count_severity (meta, FYS_SEVERITY_WARNING), ==, 1);
  g_assert_cmpstr (fys_article_get_title (heading), ==, "C d");
  g_assert_cmpstr (fys_article_get_title (name), ==, "d.e");
  g_assert_cmpstr (fys_article_get_title (hidden_name), ==, ".md");
  g_assert_cmpstr (fys_article_get_title (nothing), ==, "Untitled");
  g_assert_cmpstr (fys_article_get_title (blank), ==, "Untitled");
  g_assert_cmpstr (fys_article_get_title (capital), ==, "A");
  assert_finding (capital, FYS_SEVERITY_WARNING, 2, 1);
}

static void
test_repeats_title (void)
{
  g_autoptr (FysArticle) same = parse ("---\ntitle: Ømme Fødder\n---\n# ømme fødder\n", -1, NULL);
  g_autoptr (FysArticle) other = parse ("---\ntitle: Ømme fødder\n---\n# Fødder\n", -1, NULL);
  g_autoptr (FysArticle) second = parse ("## A\n", -1, NULL);
  g_autoptr (FysArticle) below = parse ("---\ntitle: A\n---\nTekst\n\n## A\n", -1, NULL);

  g_assert_true (fys_article_repeats_title (same));
  g_assert_false (fys_article_repeats_title (other));
  g_assert_true (fys_article_repeats_title (second));
  g_assert_false (fys_article_repeats_title (below));
}

static void
test_reading_time (void)
{
  static const struct
  {
    guint n_words;
    guint min;
  } cases[] = { { 0, 1 }, { 1, 1 }, { 200, 1 }, { 299, 1 }, { 300, 2 }, { 1400, 7 }, { 1499, 7 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat ("æ-b ", cases[i].n_words);
      g_autoptr (FysArticle) article = parse (text, -1, NULL);

      g_assert_cmpuint (fys_article_get_n_words (article), ==, cases[i].n_words);
      g_assert_cmpuint (fys_article_get_reading_min (article), ==, cases[i].min);
    }
}

static void
test_plain_text (void)
{
  g_autoptr (FysArticle) article = parse ("# A\n\nb *c*  \nd\n\n3. e\n4. f\n   - g\n\n     h\n\n| i | j |\n|---|---|\n| k | l |\n\n> m\n", -1, NULL);
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;
  g_autofree char *none = NULL;
  guint n;

  fys_article_get_blocks (article, &n);
  all = fys_article_dup_plain_text (article, 0, n);
  one = fys_article_dup_plain_text (article, 1, 1);
  none = fys_article_dup_plain_text (article, n, 0);
  g_assert_cmpstr (all, ==, "A\n\nb c\nd\n\n3. e\n4. f\n\n  • g\n\n    h\n\ni\tj\nk\tl\n\nm");
  g_assert_cmpstr (one, ==, "b c\nd");
  g_assert_cmpstr (none, ==, "");
}

static void
test_references (void)
{
  FysArticle *article = parse ("a", -1, NULL);

  g_assert_true (fys_article_ref (article) == article);
  fys_article_unref (article);
  g_assert_cmpstr (fys_article_get_title (article), ==, "Untitled");
  fys_article_unref (article);
}

/* bytes */

static void
test_encodings (void)
{
  g_autoptr (FysArticle) latin1 = parse ("---\ntitle: a\n---\nB\xe6 \xf8\n", -1, NULL);
  g_autoptr (FysArticle) zero = parse ("a\0b", 3, NULL);
  g_autoptr (FysArticle) bom = parse ("\xef\xbb\xbf---\r\ntitle: a\r\n---\r\n# b\r\n", -1, NULL);
  g_autoptr (FysArticle) old_mac = parse ("# a\r\rb\rc", -1, NULL);
  g_autoptr (FysArticle) utf16 = parse ("\xff\xfe#\0 \0\xe6\0\n\0", 10, NULL);
  g_autoptr (FysArticle) odd_utf16 = parse ("\xff\xfe#\0 ", 5, NULL);
  g_autoptr (FysArticle) surrogate = parse ("\xed\xa0\x80", -1, NULL);
  g_autoptr (FysArticle) cut = parse ("a\xc3", -1, NULL);
  guint n;

  g_assert_cmpstr (fys_article_get_blocks (latin1, &n)[0].text.text, ==, "B\xef\xbf\xbd \xef\xbf\xbd");
  assert_finding (latin1, FYS_SEVERITY_ERROR, 4, 2);
  assert_finding (latin1, FYS_SEVERITY_ERROR, 4, 4);
  g_assert_cmpstr (fys_article_get_blocks (zero, &n)[0].text.text, ==, "a\xef\xbf\xbd""b");
  assert_finding (zero, FYS_SEVERITY_ERROR, 1, 2);
  g_assert_cmpstr (fys_article_get_title (bom), ==, "a");
  g_assert_cmpuint (fys_article_get_blocks (bom, &n)[0].line, ==, 4);
  g_assert_cmpuint (fys_article_get_diagnostics (bom)->len, ==, 0);
  g_assert_cmpuint (fys_article_get_blocks (old_mac, &n)[1].line, ==, 3);
  g_assert_cmpstr (fys_article_get_blocks (old_mac, &n)[1].text.text, ==, "b c");
  g_assert_cmpstr (fys_article_get_title (utf16), ==, "æ");
  assert_finding (utf16, FYS_SEVERITY_WARNING, 0, 0);
  (void) fys_article_get_blocks (odd_utf16, &n); /* an empty heading, and half a character */
  g_assert_cmpuint (n, ==, 1);
  assert_finding (odd_utf16, FYS_SEVERITY_WARNING, 0, 0);
  g_assert_cmpstr (fys_article_get_blocks (surrogate, &n)[0].text.text, ==, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  g_assert_cmpstr (fys_article_get_blocks (cut, &n)[0].text.text, ==, "a\xef\xbf\xbd");
}

/* A file in Latin-1 from one end to the other gives a handful of findings and not four million. */
static void
test_all_invalid (void)
{
  g_autofree char *text = repeat ("\xe6", 1000000);
  g_autoptr (FysArticle) article = parse (text, -1, NULL);

  g_assert_cmpuint (fys_article_get_diagnostics (article)->len, <, 20);
}

static void
test_too_large (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FysArticle) article = NULL;
  guint           n;
  const FysBlock *blocks;

  /* The bound falls inside a letter of two bytes. */
  g_string_append_c (text, 'a');
  while (text->len < FYS_ARTICLE_MAX_BYTES + 100)
    g_string_append (text, "æ");
  article = parse (text->str, (gssize) text->len, NULL);
  blocks = fys_article_get_blocks (article, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (blocks[0].text.length, ==, FYS_ARTICLE_MAX_BYTES - 1);
  g_assert_cmpuint (count_severity (article, FYS_SEVERITY_ERROR), ==, 1);
}

/* nesting */

static guint
depth_of (FysArticle *article)
{
  guint               n;
  const FysContainer *containers = fys_article_get_containers (article, &n);
  guint               deepest = 0;

  for (guint i = 0; i < n; i++)
    {
      guint depth = 1;

      for (guint outer = containers[i].parent; outer != FYS_NONE; outer = containers[outer].parent)
        depth++;
      deepest = MAX (deepest, depth);
    }
  return deepest;
}

static void
test_nesting (void)
{
  static const char *const markers[] = { "> ", ">", "- ", "1. ", "> - ", "-\t" };

  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      g_autofree char *nesting = repeat (markers[i], 100000);
      g_autofree char *text = g_strconcat (nesting, "end\n\nafter\n", NULL);
      g_autoptr (FysArticle) article = parse (text, -1, NULL);
      guint           n;
      const FysBlock *blocks = fys_article_get_blocks (article, &n);

      g_assert_cmpuint (depth_of (article), ==, FYS_ARTICLE_MAX_DEPTH);
      assert_finding (article, FYS_SEVERITY_ERROR, 1, 0);
      g_assert_cmpstr (blocks[n - 1].text.text, ==, "after");
      g_assert_true (g_str_has_suffix (blocks[n - 2].text.text, "end"));
    }
}

/* Lists that are nested line by line, and each further line visits them all. */
static void
test_nesting_by_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (FysArticle) article = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "%*s- a\n", (int) (2 * i), "");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "\n");
  g_string_append (text, "end");
  article = parse (text->str, -1, NULL);
  g_assert_cmpuint (depth_of (article), ==, FYS_ARTICLE_MAX_DEPTH);
  g_assert_cmpuint (count_in_blocks (article, 'a'), ==, 1000);
}

static void
test_depth_within_bound (void)
{
  g_autofree char *nesting = repeat ("> ", FYS_ARTICLE_MAX_DEPTH);
  g_autofree char *text = g_strconcat (nesting, "a", NULL);
  g_autoptr (FysArticle) article = parse (text, -1, NULL);

  g_assert_cmpuint (depth_of (article), ==, FYS_ARTICLE_MAX_DEPTH);
  g_assert_cmpuint (count_severity (article, FYS_SEVERITY_ERROR), ==, 0);
}

/* What took a parser without bounds minutes, gigabytes or the stack. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *text;
    guint       n;
  } cases[] = {
    { "![[]()", 100000 }, { "[", 300000 },      { "]", 300000 },       { "[a](", 100000 },     { "[a](<b", 100000 },
    { "*a **a ", 50000 }, { "*a_ ", 100000 },   { "a**b c* ", 50000 }, { "*", 300000 },        { "_a*", 100000 },
    { "<", 300000 },      { "<!--", 50000 },    { "<![CDATA[", 50000 }, { "<a b=", 50000 },    { "&#", 100000 },
    { "\\", 300000 },     { "`a``b```c", 50000 }, { "\n", 300000 },    { "# a\n", 50000 },     { "- a\n", 50000 },
    { "a\n", 100000 },    { "---\n", 50000 },   { "[a]: b\n", 50000 }, { "[a]: b \"", 50000 }, { "|", 300000 },
    { "|-|\n", 50000 },   { "|a|\n|-|\n", 50000 }, { "a|b\n-|\n", 50000 }, { "```\n", 50000 }, { "\t", 300000 },
    { "<div>\n", 50000 }, { "> a\n", 50000 },   { "1.\n", 50000 },     { "akut ", 100000 },    { "## FAQ\n", 50000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].text, cases[i].n);
      g_autoptr (FysArticle) article = parse (text, -1, NULL);

      g_assert_cmpuint (fys_article_get_diagnostics (article)->len, <, 2000);
    }
}

/* A reference is copied each time that it is used: 2 MB that would be a terabyte. */
static void
test_reference_bomb (void)
{
  g_autofree char *address = repeat ("u", 1000000);
  g_autofree char *uses = repeat ("[x]\n\n", 200000);
  g_autofree char *rows = repeat ("|[x]|\n", 200000);
  g_autofree char *text = g_strconcat ("[x]: /", address, "\n\n", uses, NULL);
  g_autofree char *table = g_strconcat ("[x]: /", address, "\n\n|x|\n|-|\n", rows, NULL);
  g_autoptr (FysArticle) article = parse (text, -1, NULL);
  g_autoptr (FysArticle) table_article = parse (table, -1, NULL);
  guint           n;
  const FysTable *cells = fys_article_get_blocks (table_article, &n)[0].table;

  g_assert_cmpuint (count_in_blocks (article, 'x'), ==, 200000);
  g_assert_nonnull (cells);
  g_assert_cmpuint (cells->n_rows, ==, 200001);
  g_assert_nonnull (strchr (cells->cells[200000].text, 'x'));
}

/* Beyond the bound on memory the text is shown as it is written. */
static void
test_memory_bound (void)
{
  g_autofree char *brackets = repeat ("]", 2000000);
  g_autofree char *rows = repeat ("|&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&|\n", 40000);
  g_autofree char *text = g_strconcat ("# a\nb\n\nc\n", brackets, "\n", NULL);
  g_autofree char *table = g_strconcat ("|x|\n|-|\n", rows, NULL);
  g_autoptr (FysArticle) article = parse (text, -1, NULL);
  g_autoptr (FysArticle) table_article = parse (table, -1, NULL);
  guint           n;
  const FysBlock *blocks = fys_article_get_blocks (article, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (blocks[0].text.text, ==, "# a\nb");
  g_assert_cmpuint (blocks[1].text.length, ==, 2000002);
  assert_finding (article, FYS_SEVERITY_ERROR, 0, 0);

  assert_finding (table_article, FYS_SEVERITY_ERROR, 0, 0);
  g_assert_cmpuint (count_in_blocks (table_article, '&'), ==, 64 * 40000);
}

/* loading */

/** Fixture: a folder of its own. */
typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("fysbog-article-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static char *
path_in (Fixture    *fixture,
         const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
write_file (const char *path,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static FysArticle *
load (const char *path,
      GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return fys_article_load (file, NULL, error);
}

static void
test_load (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "ømme fødder.md");
  g_autofree char *link_path = path_in (fixture, "link.md");
  g_autoptr (GError) error = NULL;
  g_autoptr (FysArticle) article = NULL;
  g_autoptr (FysArticle) linked = NULL;

  write_file (path, "tekst");
  article = load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fys_article_get_title (article), ==, "ømme fødder");

  g_assert_cmpint (symlink (path, link_path), ==, 0);
  linked = load (link_path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fys_article_get_title (linked), ==, "link");
}

static void
test_load_empty (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "tom.md");
  g_autoptr (GError) error = NULL;
  g_autoptr (FysArticle) article = NULL;
  guint n;

  write_file (path, "");
  article = load (path, &error);
  g_assert_no_error (error);
  fys_article_get_blocks (article, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (fys_article_get_title (article), ==, "tom");
}

static void
test_load_missing (Fixture      *fixture,
                   gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "no-such.md");
  g_autofree char *link_path = path_in (fixture, "dangling.md");
  g_autoptr (GError) error = NULL;

  g_assert_null (load (path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_cmpint (symlink (path, link_path), ==, 0);
  g_assert_null (load (link_path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_load_not_a_file (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *fifo = path_in (fixture, "fifo.md");
  g_autofree char *fifo_link = path_in (fixture, "link.md");
  g_autofree char *socket_path = path_in (fixture, "socket.md");
  const char *const paths[] = { fixture->folder, "/dev/null", "/dev/zero", fifo, fifo_link, socket_path };
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int                fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink (fifo, fifo_link), ==, 0);
  g_assert_cmpuint (g_strlcpy (address.sun_path, socket_path, sizeof address.sun_path), <, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      int                code = i == 0 ? FYS_ARTICLE_ERROR_FOLDER : FYS_ARTICLE_ERROR_NOT_A_FILE;

      g_test_message ("%s", paths[i]);
      g_assert_null (load (paths[i], &error));
      g_assert_error (error, FYS_ARTICLE_ERROR, code);
    }
  close (fd);
}

/* Permissions do not bind root, so the file is opened by a child that is nobody. Its exit status tells what it got. */
static void
test_load_without_permission (Fixture      *fixture,
                              gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "locked.md");
  pid_t            child;
  int              status;

  write_file (path, "hemmeligt");
  g_assert_cmpint (chmod (path, 0), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      if (geteuid () == 0 && setuid (NOBODY) != 0)
        _exit (2);
      if (load (path, &error) != NULL)
        _exit (3);
      _exit (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ? 0 : 4);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* The file goes away or is cut short while it is opened again and again: each time an article or an error, never anything else. */
static gpointer
replace_thread (gpointer data)
{
  const char *path = data;

  for (guint i = 0; i < 300; i++)
    {
      (void) g_file_set_contents (path, "# a\n\nb\n", -1, NULL); /* it may be gone again: that is the point */
      (void) g_unlink (path);
    }
  return NULL;
}

static void
test_load_disappearing (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "away.md");
  GThread         *thread = g_thread_new ("replace", replace_thread, path);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FysArticle) article = load (path, &error);

      if (article != NULL)
        g_assert_cmpstr (fys_article_get_title (article), ==, "a");
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
    }
  g_thread_join (thread);
}

static void
test_load_huge (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "huge.md");
  g_autoptr (GError) error = NULL;
  g_autoptr (FysArticle) article = NULL;
  int fd = open (path, O_WRONLY | O_CREAT, 0600);

  /* A gigabyte of zeros that takes no room on disk. */
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, "# a\n", 4), ==, 4);
  g_assert_cmpint (ftruncate (fd, 1024 * 1024 * 1024), ==, 0);
  close (fd);
  article = load (path, &error);
  g_assert_no_error (error);
  article_assert_sound (article);
  g_assert_cmpstr (fys_article_get_title (article), ==, "a");
  g_assert_cmpuint (count_severity (article, FYS_SEVERITY_ERROR), >=, 2);
}

static void
test_load_cancelled (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *path = path_in (fixture, "a.md");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_file (path, "a");
  g_cancellable_cancel (cancellable);
  g_assert_null (fys_article_load (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Any thread may parse, and any may read what another one parsed. */
static gpointer
parse_thread (gpointer data)
{
  char *expected = data;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (FysArticle) article = parse ("---\ntitle: a\n---\n# b\n\n| *c* | [d](e) |\n|---|---|\n", -1, NULL);
      g_autofree char *dump = article_dump (article);

      g_assert_cmpstr (dump, ==, expected);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (FysArticle) article = parse ("---\ntitle: a\n---\n# b\n\n| *c* | [d](e) |\n|---|---|\n", -1, NULL);
  g_autofree char *dump = article_dump (article);
  GThread         *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("parse", parse_thread, dump);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

#define ADD_LOAD_TEST(name, function) g_test_add ("/article/load/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/fixtures", test_fixtures);
  g_test_add_func ("/article/titles", test_titles);
  g_test_add_func ("/article/repeats-title", test_repeats_title);
  g_test_add_func ("/article/reading-time", test_reading_time);
  g_test_add_func ("/article/plain-text", test_plain_text);
  g_test_add_func ("/article/references", test_references);
  g_test_add_func ("/article/encodings", test_encodings);
  g_test_add_func ("/article/all-invalid", test_all_invalid);
  g_test_add_func ("/article/too-large", test_too_large);
  g_test_add_func ("/article/nesting", test_nesting);
  g_test_add_func ("/article/nesting-by-lines", test_nesting_by_lines);
  g_test_add_func ("/article/depth-within-bound", test_depth_within_bound);
  g_test_add_func ("/article/hostile", test_hostile);
  g_test_add_func ("/article/reference-bomb", test_reference_bomb);
  g_test_add_func ("/article/memory-bound", test_memory_bound);
  g_test_add_func ("/article/threads", test_threads);
  ADD_LOAD_TEST ("regular", test_load);
  ADD_LOAD_TEST ("empty", test_load_empty);
  ADD_LOAD_TEST ("missing", test_load_missing);
  ADD_LOAD_TEST ("not-a-file", test_load_not_a_file);
  ADD_LOAD_TEST ("without-permission", test_load_without_permission);
  ADD_LOAD_TEST ("disappearing", test_load_disappearing);
  ADD_LOAD_TEST ("huge", test_load_huge);
  ADD_LOAD_TEST ("cancelled", test_load_cancelled);
  return g_test_run ();
}
