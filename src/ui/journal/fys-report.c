/* fys-report.c - the journal on paper, to take along to the physiotherapist
 *
 * A list of blocks from top to bottom, each as high as it is; a page takes what fits. A block is never cut: a table is a block a row.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-report.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "fys-date.h"
#include "fys-entry-row.h"
#include "fys-pain-drawing.h"
#include "ui/exercise/fys-step-text.h"

#define TEXT_PT    10.0
#define HEADING_PT 13.0
#define TITLE_PT   18.0
#define CELL_GAP_PT 8.0
#define ROW_GAP_PT  3.0
#define CHART_HEIGHT_PT 210.0
#define FOOT_PT 16.0
/* About as many as a hand's breadth of paper shows apart. */
#define MAX_POINTS 70
#define MAX_COLUMNS 5

typedef enum
{
  BLOCK_TEXT,
  BLOCK_ROW, /* of a table: cells beside each other, a thin line below */
  BLOCK_CHART,
} BlockKind;

/** Block: @size_pt: of its text; @is_bold; @widths: of the cells, as parts of the page; @keeps_next: not the last one of a page */
typedef struct
{
  BlockKind     kind;
  char         *cells[MAX_COLUMNS];
  const double *widths;
  guint         n_cells;
  double        size_pt;
  double        space_pt; /* above it, but at the top of a page */
  double        height_pt;
  guint         page;
  double        y_pt;
  gboolean      is_bold;
  gboolean      keeps_next;
} Block;

struct _FysReport
{
  FysJournalDays *days;
  PangoContext   *context;
  FysPainSeries  *series;
  GArray         *blocks;
  double          width_pt;
  double          height_pt;
  guint           n_pages;
};

static const double whole[] = { 1 };
static const double done_columns[] = { 0.40, 0.12, 0.16, 0.16, 0.16 };
static const double pain_columns[] = { 0.17, 0.10, 0.47, 0.13, 0.13 };
static const double note_columns[] = { 0.17, 0.83 };

static void
clear_block (gpointer data)
{
  Block *block = data;

  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_free (block->cells[i]);
}

static PangoLayout *
layout_new (FysReport   *self,
            const Block *block,
            guint        cell,
            double       width_pt)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, block->size_pt * PANGO_SCALE);
  if (block->is_bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width_pt * PANGO_SCALE);
  pango_layout_set_text (layout, block->cells[cell], -1);
  return layout;
}

static double
get_cell_width (FysReport   *self,
                const Block *block,
                guint        cell)
{
  return block->widths[cell] * self->width_pt - (cell + 1 < block->n_cells ? CELL_GAP_PT : 0);
}

static double
measure (FysReport   *self,
         const Block *block)
{
  double height_pt = 0;

  if (block->kind == BLOCK_CHART)
    return CHART_HEIGHT_PT;
  for (guint i = 0; i < block->n_cells; i++)
    {
      g_autoptr (PangoLayout) layout = layout_new (self, block, i, get_cell_width (self, block, i));
      int height;

      pango_layout_get_size (layout, NULL, &height);
      height_pt = MAX (height_pt, (double) height / PANGO_SCALE);
    }
  return height_pt + (block->kind == BLOCK_ROW ? 2 * ROW_GAP_PT : 0);
}

static Block *
add_block (FysReport *self,
           BlockKind  kind,
           double     size_pt,
           double     space_pt)
{
  Block block = { .kind = kind, .size_pt = size_pt, .space_pt = space_pt, .widths = whole };

  g_array_append_val (self->blocks, block);
  return &g_array_index (self->blocks, Block, self->blocks->len - 1);
}

static void
add_heading (FysReport  *self,
             const char *text)
{
  Block *block = add_block (self, BLOCK_TEXT, HEADING_PT, 18);

  block->is_bold = TRUE;
  block->keeps_next = TRUE;
  block->cells[block->n_cells++] = g_strdup (text);
}

static void
add_text (FysReport  *self,
          const char *text)
{
  Block *block = add_block (self, BLOCK_TEXT, TEXT_PT, 4);

  block->cells[block->n_cells++] = g_strdup (text);
}

static Block *
add_row (FysReport    *self,
         const double *widths)
{
  Block *block = add_block (self, BLOCK_ROW, TEXT_PT, 0);

  block->widths = widths;
  return block;
}

/* @cells: (array zero-terminated=1): translated */
static void
add_head (FysReport         *self,
          const double      *widths,
          const char *const *cells)
{
  Block *block = add_row (self, widths);

  block->space_pt = 6;
  block->is_bold = TRUE;
  block->keeps_next = TRUE;
  for (guint i = 0; cells[i] != NULL; i++)
    block->cells[block->n_cells++] = g_strdup (cells[i]);
}

static char *
dup_pain (int pain)
{
  return pain >= 0 ? g_strdup_printf ("%d", pain) : g_strdup (C_ ("pain", "–"));
}

/** Total: of one exercise, over the period. */
typedef struct
{
  const FysJournalEntry *entry;
  guint32                first_day;
  guint32                last_day;
  guint                  n_times;
  guint64                n_done;
  guint64                n_planned;
  guint64                active_s;
} Total;

/* Returns: (transfer full) (element-type Total): in the order in which the exercises were first done */
static GPtrArray *
sum_up (FysJournalDays *days)
{
  GPtrArray *totals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < fys_journal_days_get_n (days); i++)
    {
      const FysJournalEntry *entry = fys_journal_days_get (days, i);
      g_autofree char *name = g_strconcat (entry->article, "\n", entry->exercise, NULL);
      Total *total = g_hash_table_lookup (by_name, name);

      if (total == NULL)
        {
          total = g_new0 (Total, 1);
          total->first_day = fys_journal_days_get_day (days, i);
          g_ptr_array_add (totals, total);
          g_hash_table_insert (by_name, g_steal_pointer (&name), total);
        }
      total->entry = entry;
      total->last_day = fys_journal_days_get_day (days, i);
      total->n_times++;
      total->n_done += entry->n_done;
      total->n_planned += entry->n_planned;
      total->active_s += entry->active_s;
    }
  return totals;
}

static void
add_done (FysReport *self)
{
  const char *const head[] = { _("Exercise"), _("Times"), _("Repetitions"), _("Time in all"), _("Last done"), NULL };
  g_autoptr (GPtrArray) totals = sum_up (self->days);

  add_heading (self, _("What was done"));
  add_head (self, done_columns, head);
  for (guint i = 0; i < totals->len; i++)
    {
      const Total *total = g_ptr_array_index (totals, i);
      Block *row = add_row (self, done_columns);

      row->cells[row->n_cells++] = g_strdup_printf ("%s\n%s", total->entry->exercise, total->entry->article_title);
      row->cells[row->n_cells++] = g_strdup_printf ("%u", total->n_times);
      /* Translators: repetitions done of those that were planned. */
      row->cells[row->n_cells++] = g_strdup_printf (_("%u of %u"), (guint) MIN (total->n_done, G_MAXUINT), (guint) MIN (total->n_planned, G_MAXUINT));
      row->cells[row->n_cells++] = fys_length_dup_text (total->active_s * G_USEC_PER_SEC);
      row->cells[row->n_cells++] = fys_day_dup_short_text (total->last_day);
    }
}

static void
add_pain (FysReport *self)
{
  const char *const head[] = { _("Date"), _("Time"), _("Exercise"), C_ ("pain", "Before"), C_ ("pain", "After"), NULL };
  guint n_points;

  self->series = fys_pain_series_new (self->days, MAX_POINTS);
  (void) fys_pain_series_get (self->series, &n_points); /* only their number is wanted here */
  if (n_points == 0)
    return;
  add_heading (self, _("Pain before and after (0 is no pain, 10 the worst imaginable)"));
  add_block (self, BLOCK_CHART, TEXT_PT, 6);
  add_head (self, pain_columns, head);
  for (guint i = 0; i < fys_journal_days_get_n (self->days); i++)
    {
      const FysJournalEntry *entry = fys_journal_days_get (self->days, i);
      Block *row;

      if (entry->pain_before < 0 && entry->pain_after < 0)
        continue;
      row = add_row (self, pain_columns);
      row->cells[row->n_cells++] = fys_day_dup_short_text (fys_journal_days_get_day (self->days, i));
      row->cells[row->n_cells++] = fys_time_dup_text (entry->started_unix_s, entry->utc_offset_s);
      row->cells[row->n_cells++] = g_strdup (entry->exercise);
      row->cells[row->n_cells++] = dup_pain (entry->pain_before);
      row->cells[row->n_cells++] = dup_pain (entry->pain_after);
    }
}

static void
add_notes (FysReport *self)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < fys_journal_days_get_n (self->days); i++)
    {
      const FysJournalEntry *entry = fys_journal_days_get (self->days, i);
      Block *row;

      if (*entry->note == '\0')
        continue;
      if (!has_heading)
        add_heading (self, _("Notes"));
      has_heading = TRUE;
      row = add_row (self, note_columns);
      row->cells[row->n_cells++] = fys_day_dup_short_text (fys_journal_days_get_day (self->days, i));
      row->cells[row->n_cells++] = g_strdup_printf ("%s\n%s", entry->exercise, entry->note);
    }
}

static void
add_beginning (FysReport  *self,
               const char *heading)
{
  guint n = fys_journal_days_get_n (self->days);
  Block *title = add_block (self, BLOCK_TEXT, TITLE_PT, 0);

  title->is_bold = TRUE;
  title->cells[title->n_cells++] = g_strdup (_("Exercise journal"));
  add_text (self, heading);
  if (n > 0)
    {
      g_autofree char *first = fys_day_dup_short_text (fys_journal_days_get_day (self->days, 0));
      g_autofree char *last = fys_day_dup_short_text (fys_journal_days_get_day (self->days, n - 1));
      /* Translators: first and last day. */
      g_autofree char *period = g_strdup_printf (_("From %s to %s"), first, last);

      add_text (self, period);
    }
}

/* A heading goes to the next page with what it is about; but one chain of them is not longer than a page. */
static void
paginate (FysReport *self)
{
  double room_pt = self->height_pt - FOOT_PT;
  double y_pt = 0;
  guint page = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = &g_array_index (self->blocks, Block, i);
      double needed_pt = 0;
      guint j = i;

      for (;; j++)
        {
          Block *next = &g_array_index (self->blocks, Block, j);

          next->height_pt = MIN (next->height_pt > 0 ? next->height_pt : measure (self, next), room_pt);
          needed_pt += next->space_pt + next->height_pt;
          if (!next->keeps_next || j + 1 == self->blocks->len)
            break;
        }
      if (y_pt > 0 && y_pt + (i > 0 && g_array_index (self->blocks, Block, i - 1).keeps_next ? block->space_pt + block->height_pt : needed_pt) > room_pt)
        {
          page++;
          y_pt = 0;
        }
      if (y_pt > 0)
        y_pt += block->space_pt;
      block->page = page;
      block->y_pt = y_pt;
      y_pt += block->height_pt;
    }
  self->n_pages = page + 1;
}

FysReport *
fys_report_new (FysJournalDays *days,
                const char     *heading,
                PangoContext   *context,
                double          width_pt,
                double          height_pt)
{
  FysReport *self;

  g_return_val_if_fail (days != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (FysReport, 1);
  self->days = fys_journal_days_ref (days);
  self->context = g_object_ref (context);
  self->width_pt = width_pt;
  self->height_pt = height_pt;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (self->blocks, clear_block);
  add_beginning (self, heading);
  add_done (self);
  add_pain (self);
  add_notes (self);
  paginate (self);
  return self;
}

void
fys_report_free (FysReport *self)
{
  if (self == NULL)
    return;
  fys_journal_days_unref (self->days);
  g_object_unref (self->context);
  g_clear_pointer (&self->series, fys_pain_series_free);
  g_array_unref (self->blocks);
  g_free (self);
}

guint
fys_report_get_n_pages (FysReport *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_pages;
}

static void
draw_chart (FysReport   *self,
            const Block *block,
            cairo_t     *cr)
{
  static const FysPainStyle black = { { 0, 0, 0, 1 }, { 0, 0, 0, 1 }, { 0, 0, 0, 1 } };
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, 9 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  fys_pain_drawing_draw (cr, layout, self->series, self->width_pt, block->height_pt, &black);
}

static void
draw_cells (FysReport   *self,
            const Block *block,
            cairo_t     *cr)
{
  double x_pt = 0;
  double top_pt = block->kind == BLOCK_ROW ? ROW_GAP_PT : 0;

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < block->n_cells; i++)
    {
      g_autoptr (PangoLayout) layout = layout_new (self, block, i, get_cell_width (self, block, i));

      cairo_move_to (cr, x_pt, top_pt);
      pango_cairo_show_layout (cr, layout);
      x_pt += block->widths[i] * self->width_pt;
    }
  if (block->kind != BLOCK_ROW)
    return;
  cairo_set_line_width (cr, block->is_bold ? 1 : 0.4);
  cairo_move_to (cr, 0, block->height_pt);
  cairo_line_to (cr, self->width_pt, block->height_pt);
  cairo_stroke (cr);
}

static void
draw_foot (FysReport *self,
           guint      page,
           cairo_t   *cr)
{
  /* Translators: number of a printed page, and how many there are. */
  Block foot = { .widths = whole, .n_cells = 1, .size_pt = 8, .cells = { g_strdup_printf (_("Fysbog · Page %u of %u"), page + 1, self->n_pages) } };
  g_autoptr (PangoLayout) layout = layout_new (self, &foot, 0, self->width_pt);

  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  cairo_move_to (cr, 0, self->height_pt - FOOT_PT + 4);
  pango_cairo_show_layout (cr, layout);
  clear_block (&foot);
}

void
fys_report_draw_page (FysReport *self,
                      guint      page,
                      cairo_t   *cr)
{
  g_return_if_fail (self != NULL && page < self->n_pages);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);

      if (block->page != page)
        continue;
      cairo_save (cr);
      cairo_translate (cr, 0, block->y_pt);
      /* A note longer than a page is cut at its end and not printed over what comes next. */
      cairo_rectangle (cr, -1, -1, self->width_pt + 2, block->height_pt + 2);
      cairo_clip (cr);
      if (block->kind == BLOCK_CHART)
        draw_chart (self, block, cr);
      else
        draw_cells (self, block, cr);
      cairo_restore (cr);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_foot (self, page, cr);
}
