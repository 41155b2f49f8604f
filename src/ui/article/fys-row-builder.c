/* fys-row-builder.c - makes the widgets of rows
 *
 * How a row looks is in fys-article.css: here it gets its style classes. Blocks inside lists and quotes are put into nested boxes, with the
 * roles of lists and items, by going down the containers that they lie in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-row-builder.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "compat/fys-compat-a11y.h"
#include "ui/article/fys-image.h"
#include "ui/article/fys-question.h"
#include "ui/article/fys-related.h"
#include "ui/article/fys-sideways.h"
#include "ui/article/fys-table-view.h"
#include "ui/article/fys-text-block.h"

#define MAX_NESTING 12 /* containers deeper than that are not set in further: there would be no width left for their text */

/* After so long a physiotherapist may advise something else. */
#define OLD_YEARS 2

#define NARROW_EM 18 /* below that, what stands beside each other does not fit */

/* Of estimates; the same for all, so that they go wrong alike. */
#define ESTIMATE_CHAR_EM 0.50
#define ESTIMATE_LINE_EM 1.55

struct _FysRowBuilder
{
  /* Owned */
  FysDocument        *document;
  FysArticle         *article;
  FysExerciseList    *exercises; /* (nullable) */
  FysMarks           *marks;     /* (nullable) */
  FysFolds           *folds;     /* (nullable) */
  char               *note;      /* (nullable) */
  GPtrArray          *terms;     /* (nullable) (element-type FysTermMention) */

  /* The article's */
  const FysBlock     *blocks;
  const FysContainer *containers;
  const FysSection   *sections;
  guint               n_sections;
  FysText             title;
};

/* While a row is being made: the containers that are open, the outermost first, and the boxes that their blocks go into. */
typedef struct
{
  FysRowBuilder *builder;
  guint          containers[MAX_NESTING];
  GtkWidget     *boxes[MAX_NESTING];
  guint          depth;
  GtkWidget     *outer_box;
  int            width_px;
  double         em_px;
} Nest;

typedef struct
{
  FysRowBuilder *builder;
  guint          block;
} CellContext;

FysRowBuilder *
fys_row_builder_new (FysDocument *document,
                     FysMarks    *marks,
                     FysFolds    *folds,
                     gboolean     has_exercises)
{
  FysRowBuilder *self;
  guint          n;

  g_return_val_if_fail (FYS_IS_DOCUMENT (document), NULL);

  self = g_new0 (FysRowBuilder, 1);
  self->document = g_object_ref (document);
  self->article = fys_article_ref (fys_document_get_article (document));
  if (has_exercises)
    self->exercises = fys_exercise_list_ref (fys_document_get_exercises (document));
  g_set_object (&self->marks, marks);
  g_set_object (&self->folds, folds);
  self->blocks = fys_article_get_blocks (self->article, &n);
  self->containers = fys_article_get_containers (self->article, &n);
  self->sections = fys_article_get_sections (self->article, &self->n_sections);
  self->title.text = fys_article_get_title (self->article);
  self->title.length = strlen (self->title.text);
  return self;
}

void
fys_row_builder_free (FysRowBuilder *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->document);
  g_clear_pointer (&self->article, fys_article_unref);
  g_clear_pointer (&self->exercises, fys_exercise_list_unref);
  g_clear_object (&self->marks);
  g_clear_object (&self->folds);
  g_free (self->note);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_free (self);
}

void
fys_row_builder_set_note (FysRowBuilder *self,
                          const char    *note)
{
  g_return_if_fail (self != NULL);

  g_free (self->note);
  self->note = g_strdup (note);
}

void
fys_row_builder_set_terms (FysRowBuilder *self,
                           GPtrArray     *terms)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->terms, g_ptr_array_unref);
  if (terms != NULL)
    self->terms = g_ptr_array_ref (terms);
}

static GtkWidget *
make_box (GtkAccessibleRole  role,
          const char        *css_class)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", role, "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (box, css_class);
  return box;
}

/* A label of our own words, that may break wherever it is too narrow for them. */
static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_text (FysRowBuilder *self,
           guint          block,
           FysTextStyle   style)
{
  GtkWidget *text = fys_text_block_new (self->article, &self->blocks[block].text, block, FYS_NONE, style, self->marks);

  if (self->terms != NULL)
    fys_text_block_set_terms (FYS_TEXT_BLOCK (text), self->terms);
  return text;
}

/* Exercises */

static GtkWidget *
make_exercise (FysRowBuilder *self,
               guint          exercise)
{
  const FysExercise *item = fys_exercise_list_get (self->exercises, exercise);
  g_autofree char   *summary = fys_dosage_dup_summary (&item->dosage);
  /* Translators: told by a screen reader on the button that starts an exercise; %s is the exercise */
  g_autofree char   *name = g_strdup_printf (_("Start exercise: %s"), item->name);
  GtkWidget         *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget         *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget         *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("media-playback-start-symbolic"));
  gtk_box_append (GTK_BOX (content), make_label (_("Start Exercise"), NULL));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "article.start-exercise");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", exercise);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_widget_add_css_class (line, "exercise");
  gtk_box_append (GTK_BOX (line), button);
  if (*summary != '\0')
    {
      gtk_box_append (GTK_BOX (line), make_label (summary, "dosage"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
    }

  return line;
}

/* The buttons of the exercises that begin at a block (or at a row of a table). */
static void
append_exercises (FysRowBuilder *self,
                  GtkBox        *box,
                  guint          block,
                  guint          table_row)
{
  guint n_exercises = self->exercises == NULL ? 0 : fys_exercise_list_get_n (self->exercises);

  /* They need not stand in the order of the text, because front matter may give them in another. */
  for (guint i = 0; i < n_exercises; i++)
    if (fys_exercise_list_get (self->exercises, i)->first_block == block && fys_exercise_list_get (self->exercises, i)->row == table_row)
      gtk_box_append (box, make_exercise (self, i));
}

/* The head of the page */

static char *
dup_date (const FysDate *date)
{
  g_autoptr (GDateTime) day = NULL;

  if (!fys_date_is_set (date))
    return NULL;

  day = g_date_time_new_local (date->year, date->month, date->day, 12, 0, 0);
  /* Translators: a day such as 12 October 2025, in the form of strftime */
  return day == NULL ? NULL : g_date_time_format (day, _("%-d %B %Y"));
}

static char *
dup_facts (FysRowBuilder *self)
{
  const FysMetadata *metadata = fys_article_get_metadata (self->article);
  guint              reading_min = fys_article_get_reading_min (self->article);
  g_autofree char   *updated = dup_date (&metadata->updated);
  g_autofree char   *published = dup_date (&metadata->published);
  /* Translators: how long it takes to read the article, in minutes */
  g_autofree char   *reading = g_strdup_printf (_("%u min"), reading_min);

  if (updated != NULL)
    /* Translators: %1$s is a date, %2$s how long it takes to read the article */
    return g_strdup_printf (_("Updated %1$s · %2$s"), updated, reading);
  if (published != NULL)
    /* Translators: %1$s is a date, %2$s how long it takes to read the article */
    return g_strdup_printf (_("Published %1$s · %2$s"), published, reading);
  return g_steal_pointer (&reading);
}

static gboolean
is_old (FysRowBuilder *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  FysDate               today = { g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now) };

  return fys_metadata_is_older (fys_article_get_metadata (self->article), &today, OLD_YEARS);
}

static GtkWidget *
make_title (FysRowBuilder *self,
            const FysRow  *row)
{
  GtkWidget       *box = make_box (GTK_ACCESSIBLE_ROLE_GENERIC, "title-row");
  g_autofree char *facts = dup_facts (self);
  GtkWidget       *text;

  if (row->n_blocks > 0)
    text = make_text (self, row->first_block, FYS_TEXT_HEADING);
  else
    text = fys_text_block_new (self->article, &self->title, FYS_NONE, FYS_NONE, FYS_TEXT_HEADING, NULL);
  fys_compat_set_heading_level (fys_text_block_get_label (FYS_TEXT_BLOCK (text)), 1);
  gtk_widget_add_css_class (text, "article-title");
  gtk_box_append (GTK_BOX (box), text);

  gtk_box_append (GTK_BOX (box), make_label (facts, "facts"));
  if (is_old (self))
    gtk_box_append (GTK_BOX (box), make_label (_("More than two years have passed since then. Ask your physiotherapist whether the advice still holds."), "facts"));
  if (self->note != NULL)
    gtk_box_append (GTK_BOX (box), make_label (self->note, "facts"));
  return box;
}

/* Headings */

static void
append_urgent_badge (GtkBox *box)
{
  GtkWidget *badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (badge), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  /* Translators: marks the part of an article that says when to see a doctor or a physiotherapist */
  gtk_box_append (GTK_BOX (badge), make_label (_("When to Seek Help"), NULL));
  gtk_box_append (box, badge);
}

static guint
count_questions (FysRowBuilder *self,
                 guint          section)
{
  guint n_questions = 0;

  for (guint i = section + 1; i < self->sections[section].end; i++)
    if ((self->sections[i].flags & FYS_SECTION_QUESTION) != 0)
      n_questions++;
  return n_questions;
}

static void
append_fold_all (FysRowBuilder *self,
                 GtkBox        *box,
                 guint          section,
                 gboolean       is_narrow)
{
  guint            n_questions = count_questions (self, section);
  g_autofree char *count = NULL;
  GtkWidget       *line, *label;

  if (n_questions == 0)
    return;

  count = g_strdup_printf (ngettext ("%u question", "%u questions", n_questions), n_questions);
  line = gtk_box_new (is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (line, "fold-line");
  label = make_label (count, "facts");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), fys_fold_all_new (self->folds));
  gtk_box_append (box, line);
}

static GtkWidget *
make_heading_text (FysRowBuilder *self,
                   guint          block)
{
  GtkWidget  *text = make_text (self, block, FYS_TEXT_HEADING);
  const char *css_classes[] = { "heading-1", "heading-2", "heading-3", "heading-4", "heading-5", "heading-6" };
  guint       level = CLAMP (self->blocks[block].level, 1, G_N_ELEMENTS (css_classes));

  fys_compat_set_heading_level (fys_text_block_get_label (FYS_TEXT_BLOCK (text)), level);
  gtk_widget_add_css_class (text, css_classes[level - 1]);
  return text;
}

static GtkWidget *
make_heading (FysRowBuilder *self,
              const FysRow  *row,
              gboolean       is_narrow)
{
  const FysBlock *block = &self->blocks[row->first_block];
  GtkWidget      *box = make_box (GTK_ACCESSIBLE_ROLE_GENERIC, block->level <= 2 ? "heading-row" : "subheading-row");

  if (row->is_urgent_first)
    append_urgent_badge (GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), make_heading_text (self, row->first_block));
  if (self->folds != NULL && row->section < self->n_sections && (self->sections[row->section].flags & FYS_SECTION_FAQ) != 0)
    append_fold_all (self, GTK_BOX (box), row->section, is_narrow);
  append_exercises (self, GTK_BOX (box), row->first_block, FYS_NONE);
  return box;
}

static GtkWidget *
make_question (FysRowBuilder *self,
               const FysRow  *row)
{
  const FysBlock *block = &self->blocks[row->first_block];
  GtkWidget      *box = make_box (GTK_ACCESSIBLE_ROLE_GENERIC, "question-row");
  GtkWidget      *text = make_text (self, row->first_block, FYS_TEXT_PLAIN);

  gtk_widget_add_css_class (text, "heading-4");
  gtk_box_append (GTK_BOX (box), fys_question_new (text, block->text.text, block->level, row->section, self->folds));
  append_exercises (self, GTK_BOX (box), row->first_block, FYS_NONE);
  return box;
}

/* Bodies */

static GtkWidget *
make_code (FysRowBuilder *self,
           guint          block)
{
  GtkWidget *scroller = fys_sideways_new (make_text (self, block, FYS_TEXT_CODE), _("Code"));

  gtk_widget_add_css_class (scroller, "code");
  return scroller;
}

static GtkWidget *
make_image (FysRowBuilder *self,
            guint          block)
{
  const FysBlock *item = &self->blocks[block];
  g_autoptr (GFile) file = item->source == NULL ? NULL : fys_document_dup_image_file (self->document, item->source);

  return fys_image_new (file, make_text (self, block, FYS_TEXT_PLAIN), item->text.text);
}

static GtkWidget *
make_cell_cb (guint    row,
              guint    column,
              FysAlign align,
              gpointer user_data)
{
  const CellContext *context = user_data;
  FysRowBuilder     *self = context->builder;
  const FysTable    *table = self->blocks[context->block].table;
  guint              cell = row * table->n_columns + column;
  GtkWidget         *text = fys_text_block_new (self->article, &table->cells[cell], context->block, cell, FYS_TEXT_PLAIN, self->marks);
  GtkWidget         *box;

  fys_text_block_set_align (FYS_TEXT_BLOCK (text), align);
  if (column > 0 || self->exercises == NULL)
    return text;

  box = make_box (GTK_ACCESSIBLE_ROLE_GENERIC, NULL);
  gtk_box_append (GTK_BOX (box), text);
  append_exercises (self, GTK_BOX (box), context->block, row);
  return box;
}

static GtkWidget *
make_table (FysRowBuilder *self,
            guint          block,
            guint          first_row,
            guint          n_rows,
            int            width_px,
            double         em_px)
{
  CellContext    context = { self, block };
  guint          section = self->blocks[block].section;
  const char    *name = section < self->n_sections ? self->sections[section].title : self->title.text;

  return fys_table_view_new (self->blocks[block].table, first_row, n_rows, width_px, em_px, name, make_cell_cb, &context);
}

static GtkWidget *
make_block (Nest  *nest,
            guint  block)
{
  FysRowBuilder  *self = nest->builder;
  const FysBlock *item = &self->blocks[block];

  switch (item->kind)
    {
    case FYS_BLOCK_HEADING:
      return make_heading_text (self, block);

    case FYS_BLOCK_CODE:
      return make_code (self, block);

    case FYS_BLOCK_TABLE:
      return make_table (self, block, 0, item->table->n_rows, MAX (1, nest->width_px - nest->depth * 2 * nest->em_px), nest->em_px);

    case FYS_BLOCK_IMAGE:
      return make_image (self, block);

    case FYS_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

    case FYS_BLOCK_PARAGRAPH:
    case FYS_BLOCK_LIST_ITEM:
    case FYS_BLOCK_QUOTE:
      return make_text (self, block, FYS_TEXT_PLAIN);

    default:
      g_assert_not_reached ();
    }
}

static const char *
get_bullet (guint list_depth)
{
  const char *bullets[] = { "•", "◦", "▪" };

  return bullets[list_depth % G_N_ELEMENTS (bullets)];
}

static GtkWidget *
make_marker (Nest               *nest,
             const FysContainer *item,
             gboolean            is_continued)
{
  const FysContainer *list = &nest->builder->containers[item->parent];
  GtkWidget          *label = g_object_new (GTK_TYPE_LABEL,
                                            "accessible-role", list->kind == FYS_CONTAINER_BULLET_LIST ? GTK_ACCESSIBLE_ROLE_PRESENTATION
                                                                                                       : GTK_ACCESSIBLE_ROLE_LABEL,
                                            "xalign", 1.0,
                                            "valign", GTK_ALIGN_START,
                                            NULL);

  gtk_widget_add_css_class (label, "marker");
  if (is_continued)
    return label;

  if (list->kind == FYS_CONTAINER_ORDERED_LIST)
    {
      /* Translators: the number of an item in a list */
      g_autofree char *number = g_strdup_printf (_("%u."), item->number);

      gtk_label_set_text (GTK_LABEL (label), number);
    }
  else
    gtk_label_set_text (GTK_LABEL (label), get_bullet ((nest->depth - 1) / 2));
  return label;
}

static GtkWidget *
open_item (Nest               *nest,
           GtkWidget          *parent,
           const FysContainer *container,
           guint               block)
{
  GtkWidget *item = make_box (GTK_ACCESSIBLE_ROLE_LIST_ITEM, "item");
  GtkWidget *content = make_box (GTK_ACCESSIBLE_ROLE_GENERIC, "item-content");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (item), GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (item), make_marker (nest, container, block > container->first_block));
  gtk_box_append (GTK_BOX (item), content);
  if (!nest->builder->containers[container->parent].is_tight)
    gtk_widget_add_css_class (item, "loose");
  gtk_box_append (GTK_BOX (parent), item);
  return content;
}

static void
open_container (Nest  *nest,
                guint  index,
                guint  block)
{
  const FysContainer *container = &nest->builder->containers[index];
  GtkWidget          *parent = nest->depth == 0 ? nest->outer_box : nest->boxes[nest->depth - 1];
  GtkWidget          *box;

  if (container->kind == FYS_CONTAINER_ITEM)
    box = open_item (nest, parent, container, block);
  else
    {
      if (container->kind == FYS_CONTAINER_QUOTE)
        box = make_box (GTK_ACCESSIBLE_ROLE_GROUP, "quote");
      else
        box = make_box (GTK_ACCESSIBLE_ROLE_LIST, "list");
      gtk_box_append (GTK_BOX (parent), box);
    }

  nest->containers[nest->depth] = index;
  nest->boxes[nest->depth] = box;
  nest->depth++;
}

/* The containers of a block, the outermost first, as many as are set in. Returns: how many */
static guint
list_containers (FysRowBuilder *self,
                 guint          container,
                 guint         *out_containers)
{
  guint n_containers = 0;
  guint skipped;

  for (guint i = container; i != FYS_NONE; i = self->containers[i].parent)
    n_containers++;

  skipped = n_containers > MAX_NESTING ? n_containers - MAX_NESTING : 0;
  n_containers -= skipped;
  for (; skipped > 0; skipped--)
    container = self->containers[container].parent;
  for (guint i = n_containers; i > 0; i--, container = self->containers[container].parent)
    out_containers[i - 1] = container;

  return n_containers;
}

/* Closes the containers that the block is not in, and opens those that it is. */
static GtkBox *
enter_containers (Nest  *nest,
                  guint  block)
{
  guint containers[MAX_NESTING];
  guint n_containers = list_containers (nest->builder, nest->builder->blocks[block].container, containers);
  guint common = 0;

  while (common < MIN (nest->depth, n_containers) && nest->containers[common] == containers[common])
    common++;
  nest->depth = common;
  while (nest->depth < n_containers)
    open_container (nest, containers[nest->depth], block);

  return GTK_BOX (nest->depth == 0 ? nest->outer_box : nest->boxes[nest->depth - 1]);
}

static GtkWidget *
make_body (FysRowBuilder *self,
           const FysRow  *row,
           int            width_px,
           double         em_px)
{
  Nest nest = { .builder = self, .width_px = width_px, .em_px = em_px };

  nest.outer_box = make_box (GTK_ACCESSIBLE_ROLE_GENERIC, "body-row");
  for (guint i = row->first_block; i < row->first_block + row->n_blocks; i++)
    {
      GtkBox *box = enter_containers (&nest, i);

      /* An item that begins with something else than text has an empty text of its own. */
      if (self->blocks[i].kind != FYS_BLOCK_LIST_ITEM || self->blocks[i].text.length > 0)
        gtk_box_append (box, make_block (&nest, i));
      append_exercises (self, box, i, FYS_NONE);
    }

  return nest.outer_box;
}

/* Where to read on, and space. */
static GtkWidget *
make_end (FysRowBuilder *self)
{
  const FysMetadata *metadata = fys_article_get_metadata (self->article);
  GtkWidget         *box = make_box (GTK_ACCESSIBLE_ROLE_GENERIC, "end-row");

  if (metadata->n_related > 0)
    gtk_box_append (GTK_BOX (box), fys_related_new (metadata));
  return box;
}

GtkWidget *
fys_row_builder_make (FysRowBuilder *self,
                      const FysRow  *row,
                      int            width_px,
                      double         em_px)
{
  GtkWidget *widget;

  g_return_val_if_fail (self != NULL && row != NULL, NULL);

  if (row->kind == FYS_ROW_TITLE)
    return make_title (self, row);
  if (row->kind == FYS_ROW_END)
    return make_end (self);

  if (row->urgent != FYS_NONE)
    width_px -= 2 * em_px;
  if (row->kind == FYS_ROW_QUESTION && self->folds != NULL)
    widget = make_question (self, row);
  else if (row->kind == FYS_ROW_HEADING || row->kind == FYS_ROW_QUESTION)
    widget = make_heading (self, row, width_px < NARROW_EM * em_px);
  else if (row->kind == FYS_ROW_TABLE)
    {
      widget = make_box (GTK_ACCESSIBLE_ROLE_GENERIC, row->first_row == 0 ? "body-row" : "continued-row");
      gtk_box_append (GTK_BOX (widget), make_table (self, row->first_block, row->first_row, row->n_rows, width_px, em_px));
    }
  else
    widget = make_body (self, row, width_px, em_px);

  if (row->urgent != FYS_NONE)
    gtk_widget_add_css_class (widget, "urgent");
  if (row->is_urgent_first)
    gtk_widget_add_css_class (widget, "urgent-first");
  if (row->is_urgent_last)
    gtk_widget_add_css_class (widget, "urgent-last");
  if (row->question != FYS_NONE && self->folds != NULL)
    gtk_widget_add_css_class (widget, "answer");
  return widget;
}

/* Stops of Tab */

static gboolean
has_links (FysRowBuilder *self,
           const FysRow  *row)
{
  guint          n_links;
  const FysLink *links = fys_article_get_links (self->article, &n_links);
  guint          low = 0;
  guint          high = n_links;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (links[middle].block < row->first_block)
        low = middle + 1;
      else
        high = middle;
    }

  return low < n_links && links[low].block < row->first_block + row->n_blocks;
}

static gboolean
has_terms (FysRowBuilder *self,
           const FysRow  *row)
{
  for (guint i = 0; self->terms != NULL && i < self->terms->len; i++)
    {
      const FysTermMention *mention = g_ptr_array_index (self->terms, i);

      if (mention->block >= row->first_block && mention->block < row->first_block + row->n_blocks)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_exercises (FysRowBuilder *self,
               const FysRow  *row)
{
  guint n_exercises = self->exercises == NULL ? 0 : fys_exercise_list_get_n (self->exercises);

  for (guint i = 0; i < n_exercises; i++)
    {
      guint block = fys_exercise_list_get (self->exercises, i)->first_block;

      if (block >= row->first_block && block < row->first_block + row->n_blocks)
        return TRUE;
    }

  return FALSE;
}

gboolean
fys_row_builder_has_stops (FysRowBuilder *self,
                           const FysRow  *row)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  if (row->kind == FYS_ROW_TITLE)
    return FALSE;
  if (row->kind == FYS_ROW_END)
    return fys_article_get_metadata (self->article)->n_related > 0;
  if (row->kind == FYS_ROW_QUESTION || has_links (self, row) || has_terms (self, row) || has_exercises (self, row))
    return TRUE;
  if (row->kind == FYS_ROW_HEADING)
    return row->section < self->n_sections && (self->sections[row->section].flags & FYS_SECTION_FAQ) != 0;

  /* What may scroll sideways. */
  for (guint i = row->first_block; i < row->first_block + row->n_blocks; i++)
    if (self->blocks[i].kind == FYS_BLOCK_CODE || self->blocks[i].kind == FYS_BLOCK_TABLE)
      return TRUE;
  return FALSE;
}

gboolean
fys_row_builder_is_stale (FysRowBuilder *self,
                          const FysRow  *row,
                          double         old_width_em,
                          double         width_em)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  if (row->kind == FYS_ROW_HEADING)
    return (old_width_em < NARROW_EM) != (width_em < NARROW_EM);

  /* The columns of a table have the widths that it was made with. */
  for (guint i = row->first_block; i < row->first_block + row->n_blocks; i++)
    if (self->blocks[i].kind == FYS_BLOCK_TABLE)
      return TRUE;
  return FALSE;
}

/* Estimates */

static double
estimate_text (const FysText *text,
               double         width_px,
               double         em_px)
{
  double chars = MAX (8, width_px / (em_px * ESTIMATE_CHAR_EM));

  return ceil (MAX (1, text->length) / chars) * ESTIMATE_LINE_EM * em_px;
}

static double
estimate_block (FysRowBuilder *self,
                guint          block,
                double         width_px,
                double         em_px)
{
  const FysBlock *item = &self->blocks[block];

  switch (item->kind)
    {
    case FYS_BLOCK_HEADING:
      return estimate_text (&item->text, width_px / 1.3, em_px * 1.3) + 1.6 * em_px;

    case FYS_BLOCK_LIST_ITEM:
      return estimate_text (&item->text, width_px - 2 * em_px, em_px) + 0.35 * em_px;

    case FYS_BLOCK_IMAGE:
      return 0.6 * width_px;

    case FYS_BLOCK_RULE:
      return 2 * em_px;

    case FYS_BLOCK_PARAGRAPH:
    case FYS_BLOCK_QUOTE:
    case FYS_BLOCK_CODE:
    case FYS_BLOCK_TABLE:
    default:
      return estimate_text (&item->text, width_px, em_px) + 0.9 * em_px;
    }
}

int
fys_row_builder_estimate_px (FysRowBuilder *self,
                             const FysRow  *row,
                             int            width_px,
                             double         em_px)
{
  double height = 0;

  g_return_val_if_fail (self != NULL && row != NULL, 1);

  if (row->kind == FYS_ROW_TITLE)
    return 6 * em_px;
  if (row->kind == FYS_ROW_END)
    return (4 + 4 * fys_article_get_metadata (self->article)->n_related) * em_px;

  if (row->kind == FYS_ROW_TABLE)
    for (guint i = row->first_row; i < row->first_row + row->n_rows; i++)
      height += fys_table_view_estimate_px (self->blocks[row->first_block].table, i, width_px, em_px);
  else
    for (guint i = row->first_block; i < row->first_block + row->n_blocks; i++)
      height += estimate_block (self, i, width_px, em_px);

  return MAX (1, (int) height);
}
