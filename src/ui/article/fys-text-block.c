/* fys-text-block.c - one text of an article: a label, its links, and what is marked in it
 *
 *   FysTextBlock            draws the selection and the hits behind
 *   ├─ GtkLabel             the text; speaks to a screen reader
 *   └─ FysTextLink …        one over the words of each link, and of each term
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-text-block.h"

#include "compat/fys-compat-colour.h"
#include "ui/article/fys-text-link.h"

#define CODE_SCALE          0.92
#define SELECTION_ALPHA     0.30
#define HIT_ALPHA           0.35
#define CURRENT_HIT_ALPHA   0.75
#define CURRENT_OUTLINE_PX  2
#define LINK_FOCUS_ROOM_PX  2
#define UNDERLINE_GAP_PX    2
/* Of a term: in the text's own colour and broken, so that it is told from a link, and paler, so that one reads on. */
#define DOT_PX              2
#define DOT_STEP_PX         4
#define DOT_ALPHA           0.6

/* GTK asks a label for its least width before it asks for the height, and a label that may break anywhere then lays its text out with a line for every
 * letter, which takes some fifteen times as long as the layout that is seen. So a text asks for a few letters in a line at the least. */
#define LEAST_CHARS     12
#define LEAST_CHARS_MIN 3 /* fewer spare nothing */

typedef struct
{
  GtkWidget *widget;
  guint      start;
  guint      end;
  gboolean   is_term;
} Link;

struct _FysTextBlock
{
  GtkWidget      parent_instance;

  GtkWidget     *label;
  GArray        *links; /* (nullable) (element-type Link) */

  /* Owned */
  FysArticle    *article;
  FysMarks      *marks; /* (nullable) */

  const FysText *text; /* the article's */
  guint          block;
  guint          cell;
  FysTextStyle   style;
  GdkRGBA        link_color;
  guint          least_chars; /* 0 when it may break anywhere */

  /* What was drawn, so that a change elsewhere costs nothing here. */
  guint             selected_start;
  guint             selected_end;
  const FysFindHit *hits;
  guint             n_hits;
  guint             current_hit;
};

G_DEFINE_FINAL_TYPE (FysTextBlock, fys_text_block, GTK_TYPE_WIDGET)

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               const FysSpan  *span)
{
  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_link_attribute (PangoAttrList *attributes,
                    const GdkRGBA *color,
                    const FysSpan *span)
{
  add_attribute (attributes,
                 pango_attr_foreground_new (color->red * G_MAXUINT16, color->green * G_MAXUINT16, color->blue * G_MAXUINT16),
                 span);
}

static PangoAttrList *
make_attributes (FysTextBlock *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < self->text->n_spans; i++)
    {
      const FysSpan *span = &self->text->spans[i];

      switch (span->kind)
        {
        case FYS_SPAN_EMPHASIS:
        case FYS_SPAN_IMAGE:
          add_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), span);
          break;

        case FYS_SPAN_STRONG:
          add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
          break;

        case FYS_SPAN_CODE:
        case FYS_SPAN_HTML:
          add_attribute (attributes, pango_attr_family_new ("monospace"), span);
          add_attribute (attributes, pango_attr_scale_new (CODE_SCALE), span);
          break;

        case FYS_SPAN_LINK:
          add_link_attribute (attributes, &self->link_color, span);
          break;

        default:
          g_assert_not_reached ();
        }
    }

  return attributes;
}

static void
update_attributes (FysTextBlock *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->text->n_spans == 0)
    return;

  attributes = make_attributes (self);
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
}

/* In the order of the text, which is that of Tab. */
static void
insert_link (FysTextBlock *self,
             const Link   *link)
{
  guint at = 0;

  if (self->links == NULL)
    self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  while (at < self->links->len && g_array_index (self->links, Link, at).start < link->start)
    at++;
  gtk_widget_insert_after (link->widget, GTK_WIDGET (self), at > 0 ? g_array_index (self->links, Link, at - 1).widget : self->label);
  g_array_insert_val (self->links, at, *link);
}

static void
add_links (FysTextBlock *self)
{
  for (guint i = 0; i < self->text->n_spans; i++)
    {
      const FysSpan   *span = &self->text->spans[i];
      g_autofree char *words = NULL;
      Link             link;

      if (span->kind != FYS_SPAN_LINK || span->target == NULL || span->start >= span->end)
        continue;

      words = g_strndup (self->text->text + span->start, span->end - span->start);
      link.widget = fys_text_link_new (words, span->target);
      link.start = span->start;
      link.end = span->end;
      link.is_term = FALSE;
      insert_link (self, &link);
    }
}

static void
add_term (FysTextBlock         *self,
          const FysTermMention *mention)
{
  const FysLibraryInfo *info = fys_library_entry_get_info (mention->entry);
  g_autofree char      *words = g_strndup (self->text->text + mention->start, mention->length);
  g_autofree char      *address = fys_library_info_dup_address (info, "");
  Link                  link = { fys_text_link_new (words, address), mention->start, mention->start + mention->length, TRUE };

  fys_text_link_set_description (FYS_TEXT_LINK (link.widget), info->title);
  insert_link (self, &link);
}

/* The reader goes on in the page. */
static void
take_focus_away (FysTextBlock *self)
{
  GtkWidget *above = gtk_widget_get_parent (GTK_WIDGET (self));

  while (above != NULL && !gtk_widget_get_focusable (above))
    above = gtk_widget_get_parent (above);
  if (above != NULL)
    (void) gtk_widget_grab_focus (above); /* else GTK finds another place for it */
}

static void
remove_terms (FysTextBlock *self)
{
  for (guint i = self->links != NULL ? self->links->len : 0; i-- > 0;)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      if (!link->is_term)
        continue;
      if (gtk_widget_is_focus (link->widget))
        take_focus_away (self);
      gtk_widget_unparent (link->widget);
      g_array_remove_index (self->links, i);
    }
}

static cairo_region_t *
get_region (FysTextBlock *self,
            guint         start,
            guint         end)
{
  int range[2] = { (int) start, (int) end };
  int x, y;

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &x, &y);
  return gdk_pango_layout_get_clip_region (gtk_label_get_layout (GTK_LABEL (self->label)), x, y, range, 1);
}

static void
allocate_link (FysTextBlock *self,
               const Link   *link)
{
  cairo_region_t       *region = get_region (self, link->start, link->end);
  cairo_rectangle_int_t extents;
  GtkAllocation         place;

  cairo_region_get_extents (region, &extents);
  cairo_region_translate (region, LINK_FOCUS_ROOM_PX - extents.x, -extents.y);
  place = (GtkAllocation){ extents.x - LINK_FOCUS_ROOM_PX, extents.y, extents.width + 2 * LINK_FOCUS_ROOM_PX, extents.height };
  gtk_widget_size_allocate (link->widget, &place, -1);
  fys_text_link_take_region (FYS_TEXT_LINK (link->widget), region);
}

/* In a place as narrow as that the text breaks anywhere after all. */
static void
fit_least_chars (FysTextBlock *self,
                 int           width_px)
{
  int minimum_px;

  if (self->least_chars == 0 || width_px < 0)
    return;
  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_px, NULL, NULL, NULL);
  if (width_px >= minimum_px)
    return;
  self->least_chars = 0;
  gtk_label_set_width_chars (GTK_LABEL (self->label), -1);
}

static void
fys_text_block_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  FysTextBlock *self = FYS_TEXT_BLOCK (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    fit_least_chars (self, for_size);
  gtk_widget_measure (self->label, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->least_chars > 0)
    *minimum /= (int) self->least_chars;

  /* GTK wants every child measured before it is allocated. */
  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    gtk_widget_measure (g_array_index (self->links, Link, i).widget, orientation, -1, NULL, NULL, NULL, NULL);
}

static GtkSizeRequestMode
fys_text_block_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fys_text_block_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  FysTextBlock *self = FYS_TEXT_BLOCK (widget);

  gtk_widget_size_allocate (self->label, &(GtkAllocation){ 0, 0, width, height }, baseline);

  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    allocate_link (self, &g_array_index (self->links, Link, i));
}

static void
append_range (FysTextBlock  *self,
              GtkSnapshot   *snapshot,
              guint          start,
              guint          end,
              const GdkRGBA *color,
              gboolean       is_outlined)
{
  cairo_region_t *region = get_region (self, start, end);
  const float     widths[4] = { CURRENT_OUTLINE_PX, CURRENT_OUTLINE_PX, CURRENT_OUTLINE_PX, CURRENT_OUTLINE_PX };
  GdkRGBA         opaque = *color;

  opaque.alpha = 1;
  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      const GdkRGBA         colors[4] = { opaque, opaque, opaque, opaque };
      cairo_rectangle_int_t rect;
      graphene_rect_t       bounds;
      GskRoundedRect        outline;

      cairo_region_get_rectangle (region, i, &rect);
      bounds = GRAPHENE_RECT_INIT (rect.x, rect.y, rect.width, rect.height);
      gtk_snapshot_append_color (snapshot, color, &bounds);
      if (!is_outlined)
        continue;

      graphene_rect_inset (&bounds, -CURRENT_OUTLINE_PX, -CURRENT_OUTLINE_PX);
      gsk_rounded_rect_init_from_rect (&outline, &bounds, CURRENT_OUTLINE_PX);
      gtk_snapshot_append_border (snapshot, &outline, widths, colors);
    }

  cairo_region_destroy (region);
}

static void
append_marks (FysTextBlock *self,
              GtkSnapshot  *snapshot)
{
  GdkRGBA selection, hit;

  if (self->n_hits == 0 && self->selected_start == self->selected_end)
    return;

  fys_marks_get_colors (self->marks, &selection, &hit);
  for (guint i = 0; i < self->n_hits; i++)
    {
      gboolean is_current = i == self->current_hit;

      hit.alpha = is_current ? CURRENT_HIT_ALPHA : HIT_ALPHA;
      append_range (self, snapshot, self->hits[i].start, self->hits[i].end, &hit, is_current);
    }

  selection.alpha = SELECTION_ALPHA;
  if (self->selected_start < self->selected_end)
    append_range (self, snapshot, self->selected_start, self->selected_end, &selection, FALSE);
}

static void
append_dots (FysTextBlock *self,
             GtkSnapshot  *snapshot,
             int           x,
             int           y,
             int           width_px)
{
  GdkRGBA color;

  fys_compat_get_colour (self->label, &color);
  color.alpha *= DOT_ALPHA;
  for (int at = 0; at < width_px; at += DOT_STEP_PX)
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x + at, y, MIN (DOT_PX, width_px - at), 1));
}

/* The part of a link that stands on one line. */
static void
append_underline (FysTextBlock    *self,
                  GtkSnapshot     *snapshot,
                  PangoLayoutIter *iter,
                  const Link      *link)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  int              line_end = line->start_index + line->length;
  int              start = MAX ((int) link->start, line->start_index);
  int              end = MIN ((int) link->end, line_end);
  int              x, y, start_x, end_x;
  PangoRectangle   extents;

  if (start >= end)
    return;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_line_index_to_x (line, start, FALSE, &start_x);
  pango_layout_line_index_to_x (line, end, FALSE, &end_x);
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &x, &y);
  x += PANGO_PIXELS (extents.x + MIN (start_x, end_x));
  y += PANGO_PIXELS (pango_layout_iter_get_baseline (iter)) + UNDERLINE_GAP_PX;
  if (link->is_term)
    append_dots (self, snapshot, x, y, PANGO_PIXELS (ABS (end_x - start_x)));
  else
    gtk_snapshot_append_color (snapshot, &self->link_color, &GRAPHENE_RECT_INIT (x, y, PANGO_PIXELS (ABS (end_x - start_x)), 1));
}

/* Pango's own underline falls between pixels on some lines when the line height is not a whole number, and is not seen there. */
static void
append_underlines (FysTextBlock *self,
                   GtkSnapshot  *snapshot)
{
  PangoLayoutIter *iter;

  if (self->links == NULL)
    return;

  iter = pango_layout_get_iter (gtk_label_get_layout (GTK_LABEL (self->label)));
  do
    for (guint i = 0; i < self->links->len; i++)
      append_underline (self, snapshot, iter, &g_array_index (self->links, Link, i));
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
fys_text_block_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  append_marks (FYS_TEXT_BLOCK (widget), snapshot);
  append_underlines (FYS_TEXT_BLOCK (widget), snapshot);
  GTK_WIDGET_CLASS (fys_text_block_parent_class)->snapshot (widget, snapshot);
}

/* Takes note of what is marked here. Returns: whether it is not what was drawn */
static gboolean
update_marks (FysTextBlock *self)
{
  guint             start = 0, end = 0, n_hits = 0, current = FYS_NONE;
  const FysFindHit *hits;
  gboolean          is_changed;

  if (!fys_marks_get_selected (self->marks, self->block, self->cell, self->text->length, &start, &end))
    start = end = 0;

  hits = fys_marks_get_hits_in (self->marks, self->block, self->cell, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    if (fys_marks_is_current (self->marks, &hits[i]))
      current = i;

  is_changed = start != self->selected_start || end != self->selected_end || hits != self->hits || n_hits != self->n_hits
               || current != self->current_hit;
  self->selected_start = start;
  self->selected_end = end;
  self->hits = hits;
  self->n_hits = n_hits;
  self->current_hit = current;
  return is_changed;
}

static void
marks_changed_cb (FysTextBlock *self)
{
  if (update_marks (self))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Tab goes through the links alone: a heading has the focus only when it is sent there. */
static gboolean
fys_text_block_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  FysTextBlock *self = FYS_TEXT_BLOCK (widget);
  GtkWidget    *focus = gtk_widget_get_focus_child (widget);
  int           n_links = self->links == NULL ? 0 : (int) self->links->len;
  int           step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int           next = step > 0 ? 0 : n_links - 1;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (focus == self->label && step < 0)
    return FALSE;

  for (int i = 0; i < n_links; i++)
    if (g_array_index (self->links, Link, i).widget == focus)
      next = i + step;

  return next >= 0 && next < n_links && gtk_widget_grab_focus (g_array_index (self->links, Link, next).widget);
}

static void
fys_text_block_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  FysTextBlock *self = FYS_TEXT_BLOCK (widget);
  GdkRGBA       color;

  GTK_WIDGET_CLASS (fys_text_block_parent_class)->css_changed (widget, change);

  if (self->links == NULL)
    return;

  fys_compat_get_colour (widget, &color);
  if (gdk_rgba_equal (&color, &self->link_color))
    return;

  self->link_color = color;
  update_attributes (self);
}

static void
fys_text_block_dispose (GObject *object)
{
  FysTextBlock *self = FYS_TEXT_BLOCK (object);

  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    gtk_widget_unparent (g_array_index (self->links, Link, i).widget);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->marks);

  G_OBJECT_CLASS (fys_text_block_parent_class)->dispose (object);
}

static void
fys_text_block_finalize (GObject *object)
{
  FysTextBlock *self = FYS_TEXT_BLOCK (object);

  g_clear_pointer (&self->article, fys_article_unref);

  G_OBJECT_CLASS (fys_text_block_parent_class)->finalize (object);
}

static void
fys_text_block_class_init (FysTextBlockClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_text_block_dispose;
  object_class->finalize = fys_text_block_finalize;

  widget_class->measure = fys_text_block_measure;
  widget_class->get_request_mode = fys_text_block_get_request_mode;
  widget_class->size_allocate = fys_text_block_size_allocate;
  widget_class->snapshot = fys_text_block_snapshot;
  widget_class->focus = fys_text_block_focus;
  widget_class->css_changed = fys_text_block_css_changed;

  gtk_widget_class_set_css_name (widget_class, "textblock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
fys_text_block_init (FysTextBlock *self)
{
  self->current_hit = FYS_NONE;
}

static GtkWidget *
make_label (const FysText *text,
            FysTextStyle   style)
{
  GtkAccessibleRole role = style == FYS_TEXT_HEADING ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL;
  GtkWidget        *label = g_object_new (GTK_TYPE_LABEL,
                                          "accessible-role", role,
                                          "label", text->text,
                                          "xalign", 0.0,
                                          "yalign", 0.0,
                                          NULL);

  if (style != FYS_TEXT_CODE)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
  gtk_widget_set_focusable (label, style == FYS_TEXT_HEADING);
  return label;
}

/* A column of a table is as wide as its longest word, or wider: what is well below that always fits. */
static void
set_least_chars (FysTextBlock *self)
{
  guint n_chars = LEAST_CHARS;

  if (self->style == FYS_TEXT_CODE)
    return;
  if (self->cell != FYS_NONE || self->text->length <= LEAST_CHARS)
    n_chars = MIN (n_chars, fys_text_block_count_longest_word (self->text->text) * 3 / 4);
  if (n_chars < LEAST_CHARS_MIN)
    return;
  self->least_chars = n_chars;
  gtk_label_set_width_chars (GTK_LABEL (self->label), (int) n_chars);
}

guint
fys_text_block_count_longest_word (const char *text)
{
  guint longest = 0;
  guint length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      length = g_unichar_isspace (g_utf8_get_char (p)) ? 0 : length + 1;
      longest = MAX (longest, length);
    }
  return longest;
}

GtkWidget *
fys_text_block_new (FysArticle    *article,
                    const FysText *text,
                    guint          block,
                    guint          cell,
                    FysTextStyle   style,
                    FysMarks      *marks)
{
  FysTextBlock *self;

  g_return_val_if_fail (article != NULL && text != NULL, NULL);

  self = g_object_new (FYS_TYPE_TEXT_BLOCK, NULL);
  self->article = fys_article_ref (article);
  self->text = text;
  self->block = block;
  self->cell = cell;
  self->style = style;
  self->label = make_label (text, style);
  set_least_chars (self);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  add_links (self);
  if (self->links != NULL)
    fys_compat_get_colour (GTK_WIDGET (self), &self->link_color);
  update_attributes (self);

  if (marks != NULL)
    {
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
      self->marks = g_object_ref (marks);
      update_marks (self);
      g_signal_connect_object (marks, "changed", G_CALLBACK (marks_changed_cb), self, G_CONNECT_SWAPPED);
    }

  return GTK_WIDGET (self);
}

GtkWidget *
fys_text_block_get_label (FysTextBlock *self)
{
  g_return_val_if_fail (FYS_IS_TEXT_BLOCK (self), NULL);

  return self->label;
}

guint
fys_text_block_get_block (FysTextBlock *self)
{
  g_return_val_if_fail (FYS_IS_TEXT_BLOCK (self), FYS_NONE);

  return self->block;
}

guint
fys_text_block_get_cell (FysTextBlock *self)
{
  g_return_val_if_fail (FYS_IS_TEXT_BLOCK (self), FYS_NONE);

  return self->cell;
}

guint
fys_text_block_get_length (FysTextBlock *self)
{
  g_return_val_if_fail (FYS_IS_TEXT_BLOCK (self), 0);

  return self->text->length;
}

void
fys_text_block_set_terms (FysTextBlock *self,
                          GPtrArray    *terms)
{
  g_return_if_fail (FYS_IS_TEXT_BLOCK (self));

  remove_terms (self);
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      const FysTermMention *mention = g_ptr_array_index (terms, i);

      if (mention->block == self->block && self->cell == FYS_NONE && self->style == FYS_TEXT_PLAIN
          && mention->start + mention->length <= self->text->length)
        add_term (self, mention);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GPtrArray *
fys_text_block_list_links (FysTextBlock *self,
                           const char   *target)
{
  GPtrArray *links = g_ptr_array_new ();

  g_return_val_if_fail (FYS_IS_TEXT_BLOCK (self), links);

  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    {
      FysTextLink *link = FYS_TEXT_LINK (g_array_index (self->links, Link, i).widget);

      if (target == NULL || g_str_equal (fys_text_link_get_target (link), target))
        g_ptr_array_add (links, link);
    }
  return links;
}

void
fys_text_block_set_align (FysTextBlock *self,
                          FysAlign      align)
{
  g_return_if_fail (FYS_IS_TEXT_BLOCK (self));

  if (align == FYS_ALIGN_CENTER)
    {
      gtk_label_set_xalign (GTK_LABEL (self->label), 0.5);
      gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_CENTER);
    }
  else if (align == FYS_ALIGN_RIGHT)
    {
      gtk_label_set_xalign (GTK_LABEL (self->label), 1.0);
      gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_RIGHT);
    }
}

guint
fys_text_block_get_index_at (FysTextBlock *self,
                             double        x,
                             double        y)
{
  PangoLayout *layout;
  const char  *place;
  int          layout_x, layout_y, index, trailing;

  g_return_val_if_fail (FYS_IS_TEXT_BLOCK (self), 0);

  layout = gtk_label_get_layout (GTK_LABEL (self->label));
  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &layout_x, &layout_y);
  pango_layout_xy_to_index (layout, (x - layout_x) * PANGO_SCALE, (y - layout_y) * PANGO_SCALE, &index, &trailing);

  place = self->text->text + MIN ((guint) MAX (index, 0), self->text->length);
  for (; trailing > 0 && *place != '\0'; trailing--)
    place = g_utf8_next_char (place);
  return place - self->text->text;
}

void
fys_text_block_get_word (FysTextBlock *self,
                         guint         index,
                         guint        *out_start,
                         guint        *out_end)
{
  const PangoLogAttr *attrs;
  const char         *text;
  int                 n_attrs, start, end;

  g_return_if_fail (FYS_IS_TEXT_BLOCK (self));

  text = self->text->text;
  attrs = pango_layout_get_log_attrs_readonly (gtk_label_get_layout (GTK_LABEL (self->label)), &n_attrs);
  start = end = g_utf8_pointer_to_offset (text, text + MIN (index, self->text->length));

  while (start > 0 && !attrs[start].is_word_start && !attrs[start].is_word_end)
    start--;
  if (!attrs[start].is_word_start)
    start = end;
  while (end < n_attrs - 1 && (end == start || !attrs[end].is_word_end))
    {
      end++;
      if (attrs[end].is_word_start)
        break;
    }

  *out_start = g_utf8_offset_to_pointer (text, start) - text;
  *out_end = g_utf8_offset_to_pointer (text, end) - text;
}

void
fys_text_block_get_place (FysTextBlock *self,
                          guint         index,
                          GdkRectangle *out_rect)
{
  PangoRectangle rect;
  int            x, y;

  g_return_if_fail (FYS_IS_TEXT_BLOCK (self));

  gtk_label_get_layout_offsets (GTK_LABEL (self->label), &x, &y);
  /* Unlike a cursor's, this height is the whole line's. */
  pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (self->label)), MIN (index, self->text->length), &rect);
  *out_rect = (GdkRectangle){ x + PANGO_PIXELS (rect.x), y + PANGO_PIXELS (rect.y), 1, PANGO_PIXELS (rect.height) };
}

static void
collect (GtkWidget *widget,
         GPtrArray *texts)
{
  if (FYS_IS_TEXT_BLOCK (widget))
    g_ptr_array_add (texts, widget);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      collect (child, texts);
}

GPtrArray *
fys_text_block_list (GtkWidget *widget)
{
  GPtrArray *texts = g_ptr_array_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (widget), texts);

  collect (widget, texts);
  return texts;
}
