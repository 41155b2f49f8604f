/* test-text.c - no text is lost between cmark and the blocks
 *
 * cmark's own tree of the body gives the text that a reader must find: the literals of all its text, code and HTML, in order. White
 * space apart, the texts of the blocks must be the same, byte for byte. In a paragraph that holds a table, the pipes, the row of
 * hyphens and marks that mean something else across cells are left out on both sides.
 *
 * Runs over the articles of the project, over examples of its own, and over what FYSBOG_CORPUS (a folder) and
 * FYSBOG_COMMONMARK_JSON (the examples of the CommonMark specification) name. SPDX-License-Identifier: GPL-3.0-or-later */
#include <cmark.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "article-dump.h"
#include "core/article/fys-article-private.h"
#include "core/article/fys-source.h"

/* Not text where there is a table. */
#define TABLE_MARKS "|-:*_`\\~<>[]()!"

typedef struct
{
  guint    line; /* in the file */
  gboolean has_table;
} Leaf;

static gboolean
is_leaf (cmark_node *node)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Returns: (nullable): the last leaf that begins at @line or before it */
static Leaf *
leaf_at (GArray *leaves,
         guint   line)
{
  guint low = 0;
  guint high = leaves->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (leaves, Leaf, middle).line <= line)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? &g_array_index (leaves, Leaf, low - 1) : NULL;
}

static GArray *
collect_leaves (cmark_node *document,
                guint       line_offset)
{
  GArray     *leaves = g_array_new (FALSE, FALSE, sizeof (Leaf));
  cmark_iter *iter = cmark_iter_new (document);

  while (cmark_iter_next (iter) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      Leaf        leaf = { (guint) cmark_node_get_start_line (node) + line_offset, FALSE };

      if (is_leaf (node) && cmark_iter_get_event_type (iter) == CMARK_EVENT_ENTER)
        g_array_append_val (leaves, leaf);
    }
  cmark_iter_free (iter);
  return leaves;
}

static void
append_text (GString    *out,
             const char *text,
             gboolean    has_table)
{
  for (; text != NULL && *text != '\0'; text++)
    if (!g_ascii_isspace (*text) && !(has_table && strchr (TABLE_MARKS, *text) != NULL))
      g_string_append_c (out, *text);
}

static char *
text_of_cmark (cmark_node *document,
               guint       line_offset,
               GArray     *leaves)
{
  GString    *out = g_string_new (NULL);
  cmark_iter *iter = cmark_iter_new (document);
  gboolean    has_table = FALSE;

  while (cmark_iter_next (iter) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (cmark_iter_get_event_type (iter) != CMARK_EVENT_ENTER)
        continue;
      if (is_leaf (node))
        has_table = leaf_at (leaves, (guint) cmark_node_get_start_line (node) + line_offset)->has_table;
      append_text (out, cmark_node_get_literal (node), has_table);
    }
  cmark_iter_free (iter);
  return g_string_free (out, FALSE);
}

static char *
text_of_article (FysArticle *article,
                 GArray     *leaves)
{
  GString        *out = g_string_new (NULL);
  guint           n;
  const FysBlock *blocks = fys_article_get_blocks (article, &n);

  for (guint i = 0; i < n; i++)
    {
      Leaf    *leaf = leaf_at (leaves, blocks[i].line);
      gboolean has_table = leaf != NULL && leaf->has_table;

      append_text (out, blocks[i].text.text, has_table);
      for (guint cell = 0; blocks[i].table != NULL && cell < blocks[i].table->n_rows * blocks[i].table->n_columns; cell++)
        append_text (out, blocks[i].table->cells[cell].text, has_table);
    }
  return g_string_free (out, FALSE);
}

static void
mark_tables (FysArticle *article,
             GArray     *leaves)
{
  guint           n;
  const FysBlock *blocks = fys_article_get_blocks (article, &n);

  for (guint i = 0; i < n; i++)
    if (blocks[i].kind == FYS_BLOCK_TABLE)
      leaf_at (leaves, blocks[i].line)->has_table = TRUE;
}

static void
assert_same_text (const char *name,
                  const char *expected,
                  const char *actual)
{
  gsize same = 0;

  if (strcmp (expected, actual) == 0)
    return;
  while (expected[same] != '\0' && expected[same] == actual[same])
    same++;
  same -= MIN (same, 30);
  g_error ("%s: text differs at “%.60s”, where cmark has “%.60s”", name, actual + same, expected + same);
}

static void
assert_keeps_text (const char *name,
                   GBytes     *bytes)
{
  g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, NULL);
  g_autoptr (GPtrArray) diagnostics = fys_diagnostics_new ();
  g_autoptr (GArray) leaves = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *actual = NULL;
  FysSource        source;
  cmark_node      *document;
  guint            start;

  article_assert_sound (article);
  fys_source_init (&source, bytes, diagnostics);
  start = source.line_starts[MIN (article->body_line - 1, source.n_lines)];
  document = cmark_parse_document (source.text + start, source.length - start, CMARK_OPT_DEFAULT);
  leaves = collect_leaves (document, article->body_line - 1);
  mark_tables (article, leaves);
  expected = text_of_cmark (document, article->body_line - 1, leaves);
  actual = text_of_article (article, leaves);
  assert_same_text (name, expected, actual);
  cmark_node_free (document);
  fys_source_clear (&source);
}

static void
assert_file_keeps_text (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  assert_keeps_text (path, bytes);
}

/* Returns: how many articles there are in @folder and the folders in it */
static guint
walk_folder (GFile *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) children = NULL;
  guint n = 0;

  children = g_file_enumerate_children (folder, "standard::name,standard::type", G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);
  while (TRUE)
    {
      GFileInfo *info;
      GFile     *child;

      g_file_enumerator_iterate (children, &info, &child, NULL, &error);
      g_assert_no_error (error);
      if (info == NULL)
        return n;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        n += walk_folder (child);
      else if (g_str_has_suffix (g_file_info_get_name (info), ".md"))
        {
          assert_file_keeps_text (child);
          n++;
        }
    }
}

static void
test_own_articles (void)
{
  g_autofree char *data_path = g_test_build_filename (G_TEST_DIST, "data", "articles", NULL);
  g_autoptr (GFile) data = g_file_new_for_path (data_path);
  g_autofree char *shipped_path = g_build_filename (g_getenv ("FYSBOG_DATA_DIR"), "articles", NULL);
  g_autoptr (GFile) shipped = g_file_new_for_path (shipped_path);

  g_assert_cmpuint (walk_folder (data), >, 0);
  if (g_file_query_exists (shipped, NULL))
    walk_folder (shipped);
}

static void
test_corpus (void)
{
  const char *path = g_getenv ("FYSBOG_CORPUS");
  g_autoptr (GFile) folder = path != NULL ? g_file_new_for_path (path) : NULL;
  guint n;

  if (folder == NULL)
    {
      g_test_message ("FYSBOG_CORPUS names no folder; the project's own articles were read");
      return;
    }
  n = walk_folder (folder);
  g_test_message ("%u articles of FYSBOG_CORPUS keep their text", n);
  g_assert_cmpuint (n, >, 0);
}

static void
test_commonmark (void)
{
  const char *path = g_getenv ("FYSBOG_COMMONMARK_JSON");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *examples;

  if (path == NULL)
    {
      g_test_message ("FYSBOG_COMMONMARK_JSON names no file; the project's own examples were read");
      return;
    }
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  examples = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (examples), >, 0);
  for (guint i = 0; i < json_array_get_length (examples); i++)
    {
      JsonObject *example = json_array_get_object_element (examples, i);
      const char *markdown = json_object_get_string_member (example, "markdown");
      g_autofree char *name = g_strdup_printf ("example %u", i + 1);
      g_autoptr (GBytes) bytes = g_bytes_new_static (markdown, strlen (markdown));

      assert_keeps_text (name, bytes);
    }
}

static const char *const examples[] = {
  "",
  "\n\n\n",
  "a",
  "a\n\n\nb\n",
  "a\nb  \nc\\\nd",
  "*a **b `c` [d](e) ![f](g)* h**",
  "*a _b* c_ **d *e** f*",
  "`` a ` b ``",
  "`a\nb`",
  "&amp; &copy; &#233; &#xE6; &nope; &#0;",
  "\\*a\\* \\\\ \\a \\[",
  "<b>a</b> <!-- b --> <?c?> <![CDATA[d]]> <br/>",
  "<div>\na\n\n*b*\n\n</div>\n",
  "<script>\na\n\nb\n</script>\nc\n",
  "<!-- a\n\nb -->\n\nc",
  "<a@b.dk> <https://c.dk>",
  "[a]\n\n[a]: b \"c\"\n",
  "[a][]\n[a][b] [c][nope]\n\n[A]: x\n[b]: y\n",
  "[a]: b\nc",
  "[a]: b",
  "[a]: b 'c\n\nd'",
  "[a](b \"c\")[d](<e f>)[]()[g]()",
  "![a *b* [c](d)](e)",
  "![](a)",
  "![a](b)\n\n![c](d) e\n\n[![f](g)](h)\n",
  "[a [b](c) d](e)",
  "- a\n- b\n\n  c\n- d\n  - e\n    1. f\n    2. g\n",
  "-\n\n- a\n-   \n  b\n",
  "- # a\n- ```\n  b\n  ```\n-     c\n- > d\n- ---\n- [e]: f\n",
  "1) a\n2) b\n\n7. c\n",
  "* a\n+ b\n- c\n",
  "10. a\n\n    b\n",
  "- a\n\n\n\n- b\n\n\n    c\n",
  "> a\nb\n> c\n\n> d\n>\n> > e\nf\n",
  "> # a\n> - b\n>   c\n>\n> ```\n> d\n\ne",
  ">\n",
  "> > > a\n> b\nc\n",
  "# a\n## b ##\n### c \\#\n#d\n####### e\n#\n",
  "a\n===\n\nb\n---\nc\n\nd\ne\n===\n",
  "***\n- - -\n___\n",
  "    a\n\n      b\n\tc\n",
  "```x y\na\n  b\n\n```\n~~~\nc\n",
  "````\n```\n````\n",
  "| a | b |\n|---|---|\n| c | d | e | *f* |\n",
  "| a | b |\n|---|---|\n| c | d |\n",
  "text\n| a | b |\n|:-:|---|\n| *c* | `d\\|e` |\nf\n\nafter\n",
  "- a\n  | b |\n  |---|\n  | c |\n\n> | d |\n> |---|\n> | e |\nf\n",
  "[a]: b\n| [a] |\n|---|\n| [a][c] |\n\n[c]: d\n",
  "| a |\n|---|\n| b |\n---\nc\n",
  "https://a.dk/b_c_(d)*e* www.f.dk, <https://g.dk>\n",
  "a\xc2\xa0""b\xe2\x80\xa8""c\xef\xbb\xbf""d\n",
  "\xef\xbb\xbf# a\r\nb\r\rc\n",
  "\xe6\xf8\xe5 a\0b",
  "a\tb\n-\tc\n\t- d\n>\te\n",
  "---\ntitle: a\n---\nb\n---\nc\n",
  "---\na\n\n---\nb\n",
  "---\ntitle: a\n\n# b\n\nc\n",
  "---\ntitle: [a\n---\nb\n",
  "\t\n \n  a\n",
  "a\n\n\x0c\n\nb\x01\x1b\n",
};

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (examples[i], strlen (examples[i]));

      assert_keeps_text (examples[i], bytes);
    }
}

/* Each example in each kind of container, and one after the other. */
static void
test_nested_examples (void)
{
  static const char *const prefixes[][2] = { { "> ", "> " }, { "- ", "  " }, { "12. ", "    " }, { "> - > ", ">   > " } };

  for (guint prefix = 0; prefix < G_N_ELEMENTS (prefixes); prefix++)
    for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
      {
        g_auto (GStrv) lines = g_strsplit (examples[i], "\n", -1);
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GBytes) bytes = NULL;

        for (guint line = 0; lines[line] != NULL; line++)
          g_string_append_printf (text, "%s%s\n", prefixes[prefix][line > 0], lines[line]);
        bytes = g_bytes_new_static (text->str, text->len);
        assert_keeps_text (text->str, bytes);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/text/examples", test_examples);
  g_test_add_func ("/article/text/nested-examples", test_nested_examples);
  g_test_add_func ("/article/text/own-articles", test_own_articles);
  g_test_add_func ("/article/text/commonmark", test_commonmark);
  g_test_add_func ("/article/text/corpus", test_corpus);
  return g_test_run ();
}
