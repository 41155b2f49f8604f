/* test-table.c - pipe tables by the rules of GitHub Flavored Markdown
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/article/fys-table.h"

#include <string.h>

#include "article-dump.h"

/* @expected: the blocks: a table as "align: a|b/c|d", another block as its text; ";" between */
static const struct
{
  const char *markdown;
  const char *expected;
} cases[] = {
  { "| a | b |\n|---|---|\n| c | d |", "nn: a|b/c|d" },
  { "| a | b |\n|:--|--:|\n", "lr: a|b" },
  { "a | b | c\n:-: | - | :-\nd | e | f", "cnl: a|b|c/d|e|f" },
  /* one column */
  { "| a |\n|---|\n| b |", "n: a/b" },
  { "| a\n| -\n| b", "n: a/b" },
  { "a |\n:-:\nb", "c: a/b" },
  { "a\n:-:\nb", "a :-: b" },
  { "a\n---\nb", "a;b" },
  /* short and long rows */
  { "|a|b|\n|-|-|\n|c|\n|d|e|f|", "nn: a|b/c|/d|e[|]f" },
  { "|a|b|\n|-|-|\n|d|e| *f* | g \\| h |", "nn: a|b/d|e[|] f [|] g [|] h" },
  { "|a|b|\n|-|-|\n||c|\n| | |", "nn: a|b/|c/|" },
  { "|a|b|\n|-|-|\nc", "nn: a|b/c|" },
  /* the header and the delimiter row must fit */
  { "|a|b|\n|-|\n|c|", "|a|b| |-| |c|" },
  { "|a|\n|-|-|", "|a| |-|-|" },
  { "|a|b|\n|-|x|", "|a|b| |-|x|" },
  { "|a|b|\n|-|: |", "|a|b| |-|: |" },
  { "|a|b|\n|-|-:-|", "|a|b| |-|-:-|" },
  { "|-|-|\n|a|b|", "|-|-| |a|b|" },
  /* escapes and code */
  { "|a|\n|-|\n|b \\| c|", "n: a/b [|] c" },
  { "|a|\n|-|\n|`b \\| c`|", "n: a/b [|] c" },
  { "|a|b|\n|-|-|\n|`c | d`|", "nn: a|b/`c|d`" },
  { "|a|\n|-|\n|b\\\\|", "n: a/b[|]" },
  { "|a \\| b|\n|-|", "n: a [|] b" },
  { "|a|\n|-|\n|&amp; \\* *b* **c** <i>|", "n: a/& * b c <i>" },
  /* what begins a block elsewhere is text in a cell */
  { "|# a|\n|-|\n|- b|\n|> c|\n|1. d|\n|    e|\n|```|\n|[f]: g|", "n: # a/- b/> c/1. d/e/```/[f]: g" },
  /* text before it, and what ends it */
  { "text\n|a|\n|-|\n|b|", "text;n: a/b" },
  { "one\ntwo *b*\n|a|\n|-|", "one two b;n: a" },
  { "|a|\n|-|\n|b|\n\ntext", "n: a/b;text" },
  { "|a|\n|-|\n|b|\n# text", "n: a/b;text" },
  { "|a|\n|-|\n|b|\n> text", "n: a/b;text" },
  { "|a|\n|-|\n|b|\n- text", "n: a/b;text" },
  { "|a|\n|-|\n|b|\n```\ntext\n```", "n: a/b;text" },
  { "|a|\n|-|\n|b|\n***\ntext", "n: a/b;;text" },
  { "|a|\n|-|\n|b|\n---\ntext", "n: a/b;;text" },
  { "|a|\n|-|\n|b|\n===\ntext", "n: a/b/===;text" },
  { "|a|\n|-|\n|b|\ntext\n===\nmore", "n: a/b/text/===;more" },
  { "|a|\n|-|\n<div>\ntext", "n: a;<div> text" },
  { "[x]: y\n|a|\n|-|\n|[x]|", "n: a/x" },
  { "[x]: y\n[z]: y\n|a|\n|-|", "n: a" },
  /* in containers */
  { "> |a|\n> |-|\n> |b|", "n: a/b" },
  { ">|a|\n> |-|\n>   |b|", "n: a/b" },
  { "> |a|\n|-|\n|b|", "|a| |-| |b|" },
  { "> |a|\n> |-|\n|b|", "n: a;|b|" },
  { "- |a|\n  |-|\n  |b|", ";n: a/b" },
  { "- text\n  |a|\n  |-|", "text;n: a" },
  { "1. - > |a|\n     > |-|\n     > |b|", ";;n: a/b" },
  { "- > |a|\n  > |-|\n\n    |c|\n    |-|", ";n: a;n: c" },
  { "-\t|a|\n\t|-|\n\t|b|", ";n: a/b" },
  { "10) |a|\n    |-|", ";n: a" },
  { "-   |a|\n    |-|", ";n: a" },
  /* not in code */
  { "    |a|\n    |-|", "|a| |-|" },
  { "```\n|a|\n|-|\n```", "|a| |-|" },
  { "|a|\n    |-|", "|a| |-|" },
  /* several */
  { "|a|\n|-|\n\n|b|\n|-|", "n: a;n: b" },
  { "|a|\n|-|\n|b|\n|-|\n|c|", "n: a/b/-/c" },
  { "|æ|\n|-|\n|日本|", "n: æ/日本" },
};

static void
append_escaped (GString    *out,
                const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (*text == '|' || *text == '\n')
        g_string_append (out, *text == '|' ? "[|]" : " ");
      else
        g_string_append_c (out, *text);
    }
}

static char *
describe (FysArticle *article)
{
  GString        *out = g_string_new (NULL);
  guint           n;
  const FysBlock *blocks = fys_article_get_blocks (article, &n);

  for (guint i = 0; i < n; i++)
    {
      const FysTable *table = blocks[i].table;

      if (i > 0)
        g_string_append_c (out, ';');
      if (table == NULL)
        {
          for (const char *p = blocks[i].text.text; *p != '\0'; p++)
            g_string_append_c (out, *p == '\n' ? ' ' : *p);
          continue;
        }
      for (guint column = 0; column < table->n_columns; column++)
        g_string_append_c (out, "nlcr"[table->align[column]]);
      g_string_append (out, ": ");
      for (guint cell = 0; cell < table->n_rows * table->n_columns; cell++)
        {
          if (cell > 0)
            g_string_append_c (out, cell % table->n_columns == 0 ? '/' : '|');
          append_escaped (out, table->cells[cell].text);
        }
    }
  return g_string_free (out, FALSE);
}

static FysArticle *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  FysArticle *article = fys_article_new_from_bytes (bytes, NULL);

  article_assert_sound (article);
  return article;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FysArticle) article = parse (cases[i].markdown);
      g_autofree char *description = describe (article);

      g_test_message ("%s", cases[i].markdown);
      g_assert_cmpstr (description, ==, cases[i].expected);
    }
}

static void
test_cell_spans (void)
{
  g_autoptr (FysArticle) article = parse ("[r]: /ref\n\n| *a* | [b](c \"t\") |\n|---|---|\n| `x\\|y` | [r] https://d.dk |\n");
  guint           n;
  const FysTable *table = fys_article_get_blocks (article, &n)[0].table;
  const FysLink  *links;

  g_assert_nonnull (table);
  g_assert_cmpint (table->cells[0].spans[0].kind, ==, FYS_SPAN_EMPHASIS);
  g_assert_cmpstr (table->cells[1].spans[0].target, ==, "c");
  g_assert_cmpstr (table->cells[1].spans[0].title, ==, "t");
  g_assert_cmpstr (table->cells[2].text, ==, "x|y");
  g_assert_cmpint (table->cells[2].spans[0].kind, ==, FYS_SPAN_CODE);
  g_assert_cmpstr (table->cells[3].spans[0].target, ==, "/ref");

  links = fys_article_get_links (article, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (links[0].cell, ==, 1);
  g_assert_cmpuint (links[0].line, ==, 3);
  g_assert_cmpuint (links[1].cell, ==, 3);
  g_assert_cmpuint (links[1].line, ==, 5);
  g_assert_cmpstr (links[2].text, ==, "https://d.dk");
}

/* Emphasis sees the beginning of a cell as the beginning of a line. */
static void
test_flanking (void)
{
  g_autoptr (FysArticle) article = parse ("| _a_b_ | \"_c_\" |\n|---|---|\n| *\"d\"* | __e__ |\n");
  guint           n;
  const FysTable *table = fys_article_get_blocks (article, &n)[0].table;

  g_assert_cmpstr (table->cells[0].text, ==, "a_b");
  g_assert_cmpstr (table->cells[1].text, ==, "\"c\"");
  g_assert_cmpstr (table->cells[2].text, ==, "\"d\"");
  g_assert_cmpstr (table->cells[3].text, ==, "e");
}

static void
test_lines (void)
{
  g_autoptr (FysArticle) article = parse ("---\ntitle: t\n---\n\ntext\n| a |\n|---|\n| b |\n| c |\n");
  guint           n;
  const FysBlock *blocks = fys_article_get_blocks (article, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (blocks[0].line, ==, 5);
  g_assert_cmpuint (blocks[0].end_line, ==, 5);
  g_assert_cmpuint (blocks[1].line, ==, 6);
  g_assert_cmpuint (blocks[1].end_line, ==, 9);
  g_assert_cmpuint (blocks[1].table->row_lines[0], ==, 6);
  g_assert_cmpuint (blocks[1].table->row_lines[1], ==, 8);
  g_assert_cmpuint (blocks[1].table->row_lines[2], ==, 9);
}

/* What GFM leaves out, the author is told. */
static void
test_long_row (void)
{
  g_autoptr (FysArticle) article = parse ("---\ntitle: t\n---\n| a |\n|---|\n| b |\n| c | d |\n");
  GPtrArray           *diagnostics = fys_article_get_diagnostics (article);
  const FysDiagnostic *diagnostic = g_ptr_array_index (diagnostics, 0);

  g_assert_cmpuint (diagnostics->len, ==, 1);
  g_assert_cmpint (diagnostic->severity, ==, FYS_SEVERITY_WARNING);
  g_assert_cmpuint (diagnostic->line, ==, 7);
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

static const FysDiagnostic *
first_finding_from (FysArticle *article,
                    guint       line)
{
  GPtrArray *diagnostics = fys_article_get_diagnostics (article);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const FysDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (diagnostic->line >= line && diagnostic->severity == FYS_SEVERITY_ERROR)
        return diagnostic;
    }
  return NULL;
}

static void
assert_columns (guint    n_columns,
                gboolean is_table)
{
  g_autofree char *header = repeat ("|a", n_columns);
  g_autofree char *delimiter = repeat ("|-", n_columns);
  g_autofree char *text = g_strdup_printf ("%s|\n%s|\n%s|\n", header, delimiter, header);
  g_autoptr (FysArticle) article = parse (text);
  guint           n;
  const FysBlock *blocks = fys_article_get_blocks (article, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_true ((blocks[0].kind == FYS_BLOCK_TABLE) == is_table);
  g_assert_true ((first_finding_from (article, 1) == NULL) == is_table);
  if (!is_table)
    g_assert_cmpuint (blocks[0].text.length, ==, strlen (text) - 1);
}

static void
test_column_bound (void)
{
  assert_columns (FYS_TABLE_MAX_COLUMNS, TRUE);
  assert_columns (FYS_TABLE_MAX_COLUMNS + 1, FALSE);
  assert_columns (100000, FALSE);
}

static void
test_many_rows (void)
{
  g_autofree char *rows = repeat ("| *a* | b |\n", 100000);
  g_autofree char *text = g_strconcat ("| a | b |\n|---|---|\n", rows, NULL);
  g_autoptr (FysArticle) article = parse (text);
  guint           n;
  const FysBlock *blocks = fys_article_get_blocks (article, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (blocks[0].table->n_rows, ==, 100001);
  g_assert_cmpstr (blocks[0].table->cells[200000].text, ==, "a");
}

/* A wide header over a million short rows would be filled up with a hundred million cells. */
static void
test_filling_bound (void)
{
  g_autofree char *header = repeat ("a|", FYS_TABLE_MAX_COLUMNS);
  g_autofree char *delimiter = repeat ("-|", FYS_TABLE_MAX_COLUMNS);
  g_autofree char *rows = repeat ("x|\n", 500000);
  g_autofree char *text = g_strconcat ("|", header, "\n|", delimiter, "\n", rows, NULL);
  g_autoptr (FysArticle) article = parse (text);
  guint           n;
  guint           n_x = 0;
  const FysBlock *blocks = fys_article_get_blocks (article, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_nonnull (first_finding_from (article, 3));
  g_assert_cmpuint (blocks[0].table->n_rows, <, 10000);
  for (const char *p = blocks[1].text.text; *p != '\0'; p++)
    n_x += *p == 'x';
  g_assert_cmpuint (blocks[0].table->n_rows - 1 + n_x, ==, 500000);
}

static void
test_delimiter (void)
{
  static const struct
  {
    const char *line;
    guint       n_columns;
  } delimiters[] = {
    { "|---|", 1 }, { "-", 1 }, { ":-:", 1 }, { "|-|-|", 2 }, { " - | - ", 2 }, { "|:-|-:|:-:|", 3 }, { "", 0 }, { "|", 0 },
    { "||", 0 }, { ":", 0 }, { "::", 0 }, { ":-:-", 0 }, { "- -", 0 }, { "|-|a|", 0 }, { "|-||", 0 }, { "-\\|-", 0 },
  };
  FysAlign align[2];

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    g_assert_cmpuint (fys_table_parse_delimiter (delimiters[i].line, strlen (delimiters[i].line), align, G_N_ELEMENTS (align)),
                      ==, delimiters[i].n_columns);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/article/table/cases", test_cases);
  g_test_add_func ("/article/table/cell-spans", test_cell_spans);
  g_test_add_func ("/article/table/flanking", test_flanking);
  g_test_add_func ("/article/table/lines", test_lines);
  g_test_add_func ("/article/table/long-row", test_long_row);
  g_test_add_func ("/article/table/column-bound", test_column_bound);
  g_test_add_func ("/article/table/many-rows", test_many_rows);
  g_test_add_func ("/article/table/filling-bound", test_filling_bound);
  g_test_add_func ("/article/table/delimiter", test_delimiter);
  return g_test_run ();
}
