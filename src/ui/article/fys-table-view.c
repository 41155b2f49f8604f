/* fys-table-view.c - a table of an article, or a stretch of its rows
 *
 * Columns get their widths from the whole table, so that stretches of it stand under each other. Where the words of the columns do not
 * fit beside each other, a table of few columns becomes cards, and one of many scrolls sideways.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-table-view.h"

#include <math.h>

#include "ui/article/fys-sideways.h"
#include "ui/article/fys-text-block.h"

#define CHAR_EM        0.56 /* the width of an average character, with a little to spare */
#define CELL_SPACE_EM  1.5  /* the padding of a cell, both sides */
#define WORD_CHARS_MAX 24   /* longer words may break */
#define TEXT_CHARS_MAX 60   /* a column wants no more than that */
#define SCROLL_CHARS   26   /* nor than that when the table scrolls sideways */
#define STACK_COLUMNS  5    /* more columns do not make cards: one would lose the overview */
#define LINE_EM        1.5
#define ROWS_LOOKED_AT 400  /* for the widths; a table longer than that is no different further down */

/* What a table is shown as. */
typedef enum
{
  FORM_GRID,   /* fits into the width */
  FORM_SCROLL, /* the same, wider than the page, and scrolls sideways */
  FORM_STACK,  /* each row a card: "header: value" */
} Form;

typedef struct
{
  guint word; /* characters of the longest word */
  guint text; /* characters of the longest text */
} Column;

#define FYS_TYPE_TABLE_LINE (fys_table_line_get_type ())
G_DECLARE_FINAL_TYPE (FysTableLine, fys_table_line, FYS, TABLE_LINE, GtkWidget)

/* A row whose cells stand at given widths. */
struct _FysTableLine
{
  GtkWidget parent_instance;

  /* Owned */
  int      *widths_px;
  guint     n_columns;
};

G_DEFINE_FINAL_TYPE (FysTableLine, fys_table_line, GTK_TYPE_WIDGET)

static void
fys_table_line_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  FysTableLine *self = FYS_TABLE_LINE (widget);
  GtkWidget    *cell = gtk_widget_get_first_child (widget);
  int           size = 0;

  for (guint i = 0; cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    {
      int cell_size = self->widths_px[i];

      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        size += cell_size;
      else
        {
          gtk_widget_measure (cell, orientation, self->widths_px[i], NULL, &cell_size, NULL, NULL);
          size = MAX (size, cell_size);
        }
    }

  *minimum = *natural = size;
}

static void
fys_table_line_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  FysTableLine *self = FYS_TABLE_LINE (widget);
  GtkWidget    *cell = gtk_widget_get_first_child (widget);
  int           x = 0;

  for (guint i = 0; cell != NULL; i++, cell = gtk_widget_get_next_sibling (cell))
    {
      gtk_widget_size_allocate (cell, &(GtkAllocation){ x, 0, self->widths_px[i], height }, -1);
      x += self->widths_px[i];
    }
}

static GtkSizeRequestMode
fys_table_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fys_table_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fys_table_line_parent_class)->dispose (object);
}

static void
fys_table_line_finalize (GObject *object)
{
  g_free (FYS_TABLE_LINE (object)->widths_px);

  G_OBJECT_CLASS (fys_table_line_parent_class)->finalize (object);
}

static void
fys_table_line_class_init (FysTableLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_table_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = fys_table_line_finalize;
  widget_class->measure = fys_table_line_measure;
  widget_class->size_allocate = fys_table_line_size_allocate;
  widget_class->get_request_mode = fys_table_line_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "tableline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
fys_table_line_init (FysTableLine *self)
{
}

/* Widths */

static Column *
measure_columns (const FysTable *table)
{
  Column *columns = g_new0 (Column, table->n_columns);
  guint   n_rows = MIN (table->n_rows, ROWS_LOOKED_AT);

  for (guint i = 0; i < n_rows * table->n_columns; i++)
    {
      const FysText *text = &table->cells[i];
      Column        *column = &columns[i % table->n_columns];

      column->word = MAX (column->word, MIN (fys_text_block_count_longest_word (text->text), WORD_CHARS_MAX));
      column->text = MAX (column->text, MIN ((guint) g_utf8_strlen (text->text, text->length), TEXT_CHARS_MAX));
    }

  return columns;
}

static double
get_width (guint  n_chars,
           double em_px)
{
  return ceil ((MAX (n_chars, 2) * CHAR_EM + CELL_SPACE_EM) * em_px);
}

static double
sum_words (const Column *columns,
           guint         n_columns,
           double        em_px)
{
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    sum += get_width (columns[i].word, em_px);
  return sum;
}

static Form
choose_form (const FysTable *table,
             int             width_px,
             double          em_px)
{
  g_autofree Column *columns = measure_columns (table);

  if (sum_words (columns, table->n_columns, em_px) <= width_px)
    return FORM_GRID;
  return table->n_columns <= STACK_COLUMNS && table->n_rows > 1 ? FORM_STACK : FORM_SCROLL;
}

/* Every column gets its longest word, and what is left is shared by how much more each has to say. */
static int *
make_widths (const FysTable *table,
             Form            form,
             int             width_px,
             double          em_px)
{
  g_autofree Column *columns = measure_columns (table);
  int               *widths = g_new0 (int, table->n_columns);
  double             left = width_px - sum_words (columns, table->n_columns, em_px);
  double             wanted = 0;

  for (guint i = 0; i < table->n_columns; i++)
    wanted += columns[i].text;

  for (guint i = 0; i < table->n_columns; i++)
    if (form == FORM_SCROLL)
      widths[i] = get_width (CLAMP (columns[i].text, columns[i].word, MAX (columns[i].word, SCROLL_CHARS)), em_px);
    else
      widths[i] = get_width (columns[i].word, em_px) + floor (left * columns[i].text / MAX (wanted, 1));

  return widths;
}

/* Names for a screen reader. Without one, GTK 4.8 says the name of the class. */

static char *
dup_words (const FysTable *table,
           guint           row,
           guint           column)
{
  const FysText *text = &table->cells[row * table->n_columns + column];

  return g_strstrip (g_strndup (text->text, text->length));
}

/* A cell is called by its words, and described by those of its header, which no table interface leads to. */
static void
name_cell (GtkWidget      *cell,
           const FysTable *table,
           guint           row,
           guint           column)
{
  g_autofree char *words = dup_words (table, row, column);
  g_autofree char *header = dup_words (table, 0, column);

  if (*words != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  else if (*header != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, header, -1);

  if (row > 0 && *words != '\0' && *header != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, header, -1);
}

/* A row is called by its first words, which say what the others are about. */
static void
name_row (GtkWidget      *line,
          const FysTable *table,
          guint           row)
{
  for (guint column = 0; column < table->n_columns; column++)
    {
      g_autofree char *words = dup_words (table, row, column);

      if (*words == '\0')
        continue;
      gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      return;
    }
}

/* Grid */

static GtkWidget *
make_grid_cell (const FysTable *table,
                guint           row,
                guint           column,
                GtkWidget      *content)
{
  GtkAccessibleRole role = row == 0 ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL;
  GtkWidget        *cell = g_object_new (GTK_TYPE_BOX, "accessible-role", role, "css-name", "tablecell", NULL);

  name_cell (cell, table, row, column);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (cell), content);
  return cell;
}

static GtkWidget *
make_line (const FysTable *table,
           guint           row,
           const int      *widths,
           FysCellFunc     make_cell,
           gpointer        user_data)
{
  FysTableLine *line = g_object_new (FYS_TYPE_TABLE_LINE, NULL);

  line->n_columns = table->n_columns;
  line->widths_px = g_memdup2 (widths, sizeof (int) * table->n_columns);
  name_row (GTK_WIDGET (line), table, row);
  if (row == 0)
    gtk_widget_add_css_class (GTK_WIDGET (line), "header");

  for (guint column = 0; column < table->n_columns; column++)
    {
      GtkWidget *cell = make_grid_cell (table, row, column, make_cell (row, column, table->align[column], user_data));

      gtk_widget_insert_before (cell, GTK_WIDGET (line), NULL);
    }

  return GTK_WIDGET (line);
}

/* Cards */

static GtkWidget *
make_field (GtkWidget *name,
            GtkWidget *content)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_CELL, "css-name", "tablefield",
                                  "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  if (name == NULL)
    gtk_widget_add_css_class (cell, "first");
  else
    {
      gtk_widget_add_css_class (name, "field-name");
      gtk_box_append (GTK_BOX (cell), name);
    }

  gtk_box_append (GTK_BOX (cell), content);
  return cell;
}

static GtkWidget *
make_card (const FysTable *table,
           guint           row,
           FysCellFunc     make_cell,
           gpointer        user_data)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, "css-name", "tablecard",
                                  "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  name_row (card, table, row);
  for (guint column = 0; column < table->n_columns; column++)
    {
      GtkWidget *name = NULL;
      GtkWidget *field;

      if (column > 0 && table->cells[row * table->n_columns + column].length == 0)
        continue;
      if (column > 0 && table->cells[column].length > 0)
        name = make_cell (0, column, FYS_ALIGN_NONE, user_data);
      field = make_field (name, make_cell (row, column, FYS_ALIGN_NONE, user_data));
      name_cell (field, table, row, column);
      gtk_box_append (GTK_BOX (card), field);
    }

  return card;
}

GtkWidget *
fys_table_view_new (const FysTable *table,
                    guint           first_row,
                    guint           n_rows,
                    int             width_px,
                    double          em_px,
                    const char     *name,
                    FysCellFunc     make_cell,
                    gpointer        user_data)
{
  Form            form = choose_form (table, width_px, em_px);
  g_autofree int *widths = make_widths (table, form, width_px, em_px);
  GtkWidget      *view = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, "css-name", "articletable",
                                       "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (view, form == FORM_STACK ? "stack" : "grid");
  for (guint row = first_row; row < first_row + n_rows; row++)
    if (form != FORM_STACK)
      gtk_box_append (GTK_BOX (view), make_line (table, row, widths, make_cell, user_data));
    else if (row > 0)
      gtk_box_append (GTK_BOX (view), make_card (table, row, make_cell, user_data));

  if (form != FORM_SCROLL)
    return view;
  return fys_sideways_new (view, name);
}

int
fys_table_view_estimate_px (const FysTable *table,
                            guint           row,
                            int             width_px,
                            double          em_px)
{
  double line_chars = MAX (8, width_px / em_px / CHAR_EM / table->n_columns);
  double lines = 1;

  for (guint column = 0; column < table->n_columns; column++)
    lines = MAX (lines, ceil (table->cells[row * table->n_columns + column].length / line_chars));

  return (lines * LINE_EM + 0.8) * em_px;
}
