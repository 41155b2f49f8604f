/* fys-article-view-selection.c - selecting text across an article, copying it, and the menu
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-article-view-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "core/clinic/fys-site.h"
#include "core/library/fys-library-folder.h"
#include "ui/article/fys-text-link.h"

#define DICTIONARY            "ordbog"
#define AUTO_SCROLL_PER_FRAME 0.15 /* of how far the pointer is outside the window */

/* Places under the pointer */

static double
get_distance (const graphene_rect_t *bounds,
              double                 x,
              double                 y)
{
  double dx = MAX (MAX (bounds->origin.x - x, x - bounds->origin.x - bounds->size.width), 0);
  double dy = MAX (MAX (bounds->origin.y - y, y - bounds->origin.y - bounds->size.height), 0);

  /* What is beside the pointer is nearer than what is above it. */
  return dx + 100 * dy;
}

/* The text nearest to a point of the page. Returns: (nullable) */
static FysTextBlock *
find_nearest_text (FysArticleView *self,
                   double          x,
                   double          y)
{
  FysTextBlock *nearest = NULL;
  double        nearest_distance = G_MAXDOUBLE;
  double        height = gtk_widget_get_height (GTK_WIDGET (self->page));
  guint         first = fys_page_get_row_at (self->page, CLAMP (y, 0, height));

  /* The row may have no text, such as a rule: then those around it count. */
  for (guint i = first > 0 ? first - 1 : 0; i < self->rows->len && i <= first + 1; i++)
    {
      GtkWidget *row = fys_page_get_row (self->page, i);
      g_autoptr (GPtrArray) texts = NULL;

      if (row == NULL)
        continue;

      texts = fys_text_block_list (row);
      for (guint j = 0; j < texts->len; j++)
        {
          FysTextBlock   *text = g_ptr_array_index (texts, j);
          graphene_rect_t bounds;
          double          distance;

          if (fys_text_block_get_block (text) == FYS_NONE || !gtk_widget_get_mapped (GTK_WIDGET (text))
              || !gtk_widget_compute_bounds (GTK_WIDGET (text), GTK_WIDGET (self->page), &bounds))
            continue;

          distance = get_distance (&bounds, x, y);
          if (distance < nearest_distance)
            {
              nearest = text;
              nearest_distance = distance;
            }
        }
    }

  return nearest;
}

static gboolean
find_place (FysArticleView *self,
            double          x,
            double          y,
            FysTextBlock  **out_text,
            FysTextPlace   *out_place)
{
  FysTextBlock    *text = find_nearest_text (self, x, y);
  graphene_point_t point;

  if (text == NULL || !gtk_widget_compute_point (GTK_WIDGET (self->page), GTK_WIDGET (text), &GRAPHENE_POINT_INIT (x, y), &point))
    return FALSE;

  *out_text = text;
  *out_place = (FysTextPlace){ fys_text_block_get_block (text), fys_text_block_get_cell (text),
                               fys_text_block_get_index_at (text, point.x, point.y) };
  return TRUE;
}

/* The whole word (two presses) or text (three) around a place. */
static void
widen (FysArticleView     *self,
       FysTextBlock       *text,
       const FysTextPlace *place,
       FysTextPlace       *out_start,
       FysTextPlace       *out_end)
{
  *out_start = *out_end = *place;
  if (self->n_presses == 2)
    fys_text_block_get_word (text, place->index, &out_start->index, &out_end->index);
  else if (self->n_presses >= 3)
    {
      out_start->index = 0;
      out_end->index = fys_text_block_get_length (text);
    }
}

/* What is selected */

static const FysText *
get_text (FysArticleView     *self,
          const FysTextPlace *place)
{
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (self->article, &n_blocks);

  return place->cell == FYS_NONE ? &blocks[place->block].text : &blocks[place->block].table->cells[place->cell];
}

static void
append_part (FysArticleView *self,
             GString        *out,
             guint           block,
             guint           cell,
             guint           start,
             guint           end)
{
  FysTextPlace   place = { block, cell, 0 };
  const FysText *text = get_text (self, &place);

  start = MIN (start, text->length);
  end = MIN (end, text->length);
  if (start < end)
    g_string_append_len (out, text->text + start, end - start);
}

/* The cells of one table, those at the ends in part. */
static void
append_cells (FysArticleView     *self,
              GString            *out,
              const FysTable     *table,
              const FysTextPlace *start,
              const FysTextPlace *end)
{
  for (guint cell = start->cell; cell <= end->cell; cell++)
    {
      if (cell > start->cell)
        g_string_append_c (out, cell % table->n_columns == 0 ? '\n' : '\t');
      append_part (self, out, start->block, cell, cell == start->cell ? start->index : 0, cell == end->cell ? end->index : G_MAXUINT);
    }
}

static void
append_range (FysArticleView     *self,
              GString            *out,
              const FysTextPlace *start,
              const FysTextPlace *end)
{
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (self->article, &n_blocks);
  const FysTable *table = blocks[start->block].table;

  if (table != NULL)
    append_cells (self, out, table, start, end);
  else
    append_part (self, out, start->block, FYS_NONE, start->index, end->index);
}

/* The end of a block as a place. */
static FysTextPlace
get_end (FysArticleView *self,
         guint           block)
{
  guint           n_blocks;
  const FysBlock *item = &fys_article_get_blocks (self->article, &n_blocks)[block];

  if (item->table == NULL)
    return (FysTextPlace){ block, FYS_NONE, item->text.length };
  return (FysTextPlace){ block, item->table->n_rows * item->table->n_columns - 1, G_MAXUINT };
}

static FysTextPlace
get_start (FysArticleView *self,
           guint           block)
{
  guint           n_blocks;
  const FysBlock *item = &fys_article_get_blocks (self->article, &n_blocks)[block];

  return (FysTextPlace){ block, item->table == NULL ? FYS_NONE : 0, 0 };
}

static void
append_separator (FysArticleView *self,
                  GString        *out,
                  guint           block)
{
  guint           n_blocks;
  const FysBlock *item = &fys_article_get_blocks (self->article, &n_blocks)[block];

  if (out->len > 0)
    g_string_append (out, item->kind == FYS_BLOCK_LIST_ITEM ? "\n" : "\n\n");
}

/* Returns: (transfer full) (nullable): %NULL when nothing is selected */
static char *
dup_selected_text (FysArticleView *self)
{
  FysTextPlace start, end, part_end, part_start;
  GString     *out;

  if (!fys_marks_get_selection (self->marks, &start, &end))
    return NULL;

  out = g_string_new (NULL);
  part_end = start.block == end.block ? end : get_end (self, start.block);
  append_range (self, out, &start, &part_end);

  /* The whole blocks between them are copied with the markers of their lists. */
  if (end.block > start.block + 1)
    {
      g_autofree char *between = fys_article_dup_plain_text (self->article, start.block + 1, end.block - start.block - 1);

      append_separator (self, out, start.block + 1);
      g_string_append (out, g_strchomp (between));
    }
  if (end.block > start.block)
    {
      append_separator (self, out, end.block);
      part_start = get_start (self, end.block);
      append_range (self, out, &part_start, &end);
    }

  return g_string_free (out, FALSE);
}

void
fys_article_view_copy (FysArticleView *self)
{
  g_autofree char *text = dup_selected_text (self);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
update_primary (FysArticleView *self)
{
  g_autofree char *text = dup_selected_text (self);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), text);
}

void
fys_article_view_select_all (FysArticleView *self)
{
  guint        n_blocks;
  FysTextPlace start, end;

  (void) fys_article_get_blocks (self->article, &n_blocks);
  if (n_blocks == 0)
    return;

  start = get_start (self, 0);
  end = get_end (self, n_blocks - 1);
  fys_marks_select (self->marks, &start, &end);
  update_primary (self);
}

/* Returns: (transfer full): the collection that an article is in; one from elsewhere would be in the dictionary */
static char *
dup_collection (GFile *file)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *name = parent == NULL ? NULL : g_file_get_basename (parent);

  return fys_library_is_collection (name) ? g_steal_pointer (&name) : g_strdup (DICTIONARY);
}

/* Returns: (transfer full) (nullable) */
static char *
dup_section_address (FysArticleView   *self,
                     const FysSection *section)
{
  GFile           *file = fys_document_get_file (self->document);
  g_autofree char *collection = NULL;
  g_autofree char *name = NULL;
  g_autofree char *escaped = NULL;

  if (file == NULL)
    return NULL;

  collection = dup_collection (file);
  name = g_file_get_basename (file);
  if (name != NULL && g_str_has_suffix (name, ".md"))
    name[strlen (name) - strlen (".md")] = '\0';
  escaped = g_uri_escape_string (name == NULL ? "" : name, NULL, FALSE);
  return g_strdup_printf (FYS_SITE_URL "/%s/%s#%s", collection, escaped, section->slug);
}

void
fys_article_view_copy_section (FysArticleView *self,
                               guint           section)
{
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (self->article, &n_sections);
  const char       *title = fys_article_get_title (self->article);
  g_autofree char  *text = NULL;
  g_autofree char  *address = NULL;
  GString          *out;

  if (section >= n_sections)
    return;

  text = fys_article_dup_plain_text (self->article, sections[section].first_block, sections[section].n_blocks);
  address = dup_section_address (self, &sections[section]);
  out = g_string_new (g_strchomp (text));
  /* Translators: the source after a copied section of an article; %s is the article's title */
  g_string_append_printf (out, _("\n\nFrom “%s”"), title);
  if (address != NULL)
    g_string_append_printf (out, "\n%s", address);
  g_string_append_c (out, '\n');
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), out->str);
  g_string_free (out, TRUE);
}

/* Drawing with the pointer */

static void
select_to (FysArticleView *self,
           double          x,
           double          y)
{
  FysTextBlock *text;
  FysTextPlace  place, start, end, anchor;

  if (!find_place (self, x, y, &text, &place) || !fys_marks_get_anchor (self->marks, &anchor))
    return;

  widen (self, text, &place, &start, &end);
  fys_marks_select (self->marks, &anchor, fys_text_place_compare (&place, &anchor) < 0 ? &start : &end);
}

static gboolean
drag_tick_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  FysArticleView *self = FYS_ARTICLE_VIEW (user_data);
  double          height = gtk_widget_get_height (GTK_WIDGET (self->page));
  double          outside = self->drag_y < 0 ? self->drag_y : MAX (self->drag_y - height, 0);

  if (outside == 0)
    {
      self->drag_tick_id = 0;
      return G_SOURCE_REMOVE;
    }

  fys_page_scroll_by (self->page, copysign (MAX (1, fabs (outside) * AUTO_SCROLL_PER_FRAME), outside));
  select_to (self, self->drag_x, CLAMP (self->drag_y, 0, height - 1));
  return G_SOURCE_CONTINUE;
}

void
fys_article_view_stop_drag (FysArticleView *self)
{
  if (self->drag_tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->page), self->drag_tick_id);
  self->drag_tick_id = 0;
}

static void
drag_update_cb (FysArticleView *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  double x, y;

  if (self->rows == NULL)
    return;
  if (gtk_gesture_get_sequence_state (GTK_GESTURE (gesture), gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)))
      != GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self->page), 0, 0, offset_x, offset_y))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  self->drag_x = x + offset_x;
  self->drag_y = y + offset_y;
  select_to (self, self->drag_x, self->drag_y);
  if (self->drag_tick_id == 0 && (self->drag_y < 0 || self->drag_y > gtk_widget_get_height (GTK_WIDGET (self->page))))
    self->drag_tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->page), drag_tick_cb, self, NULL);
}

static void
drag_end_cb (FysArticleView *self)
{
  fys_article_view_stop_drag (self);
  update_primary (self);
}

static void
pressed_cb (FysArticleView  *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  FysTextBlock   *text;
  FysTextPlace    place, start, end;

  if (self->rows == NULL)
    return;

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->page)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
  self->n_presses = n_press;
  if ((modifiers & GDK_SHIFT_MASK) != 0)
    {
      select_to (self, x, y);
      return;
    }
  if (!find_place (self, x, y, &text, &place))
    return;

  widen (self, text, &place, &start, &end);
  fys_marks_select (self->marks, &start, &end);
}

/* The menu */

static void
append_link_items (GMenu       *menu,
                   FysTextLink *link)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) open = g_menu_item_new (_("_Open Link"), NULL);
  g_autoptr (GMenuItem) beside = g_menu_item_new (_("Open in New _Window"), NULL);
  g_autoptr (GMenuItem) copy = g_menu_item_new (_("Copy _Address"), NULL);

  g_menu_item_set_action_and_target (open, "article.open-link", "s", fys_text_link_get_target (link));
  g_menu_item_set_action_and_target (beside, "article.open-link-beside", "s", fys_text_link_get_target (link));
  g_menu_item_set_action_and_target (copy, "article.copy-address", "s", fys_text_link_get_target (link));
  g_menu_append_item (section, open);
  g_menu_append_item (section, beside);
  g_menu_append_item (section, copy);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_copy_items (FysArticleView *self,
                   GMenu          *menu,
                   guint           section_index)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (fys_marks_get_selection (self->marks, NULL, NULL))
    g_menu_append (section, _("_Copy"), "article.copy");

  if (section_index != FYS_NONE)
    {
      guint             n_sections;
      const FysSection *sections = fys_article_get_sections (self->article, &n_sections);
      guint             question = fys_rows_find_section (self->article, section_index, FYS_SECTION_QUESTION);
      guint             target = question != FYS_NONE ? question : section_index;
      g_autoptr (GMenuItem) item = NULL;

      item = g_menu_item_new ((sections[target].flags & FYS_SECTION_QUESTION) != 0 ? _("Copy Answer with _Source")
                                                                                   : _("Copy Section with _Source"),
                              NULL);
      g_menu_item_set_action_and_target (item, "article.copy-section", "u", target);
      g_menu_append_item (section, item);
    }

  g_menu_append (section, _("Select _All"), "article.select-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
popup_menu_at (FysArticleView *self,
               GtkWidget      *target,
               double          x,
               double          y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  guint            row = fys_page_get_row_at (self->page, y);
  GtkWidget       *link = target == NULL ? NULL : gtk_widget_get_ancestor (target, FYS_TYPE_TEXT_LINK);
  graphene_point_t point;

  if (link != NULL)
    append_link_items (menu, FYS_TEXT_LINK (link));
  append_copy_items (self, menu, row < self->rows->len ? fys_article_view_get_row (self, row)->section : FYS_NONE);

  if (!gtk_widget_compute_point (GTK_WIDGET (self->page), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ point.x, point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
secondary_pressed_cb (FysArticleView  *self,
                      int              n_press,
                      double           x,
                      double           y,
                      GtkGestureClick *gesture)
{
  if (self->rows == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu_at (self, gtk_widget_pick (GTK_WIDGET (self->page), x, y, GTK_PICK_DEFAULT), x, y);
}

gboolean
fys_article_view_popup_menu (FysArticleView *self)
{
  GtkWidget      *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (self->rows == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return FALSE;

  if (focus != GTK_WIDGET (self->page) && !gtk_widget_compute_bounds (focus, GTK_WIDGET (self->page), &bounds))
    return FALSE;

  popup_menu_at (self, focus, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);
  return TRUE;
}

void
fys_article_view_init_selection (FysArticleView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->page), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->page), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, click);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->page), GTK_EVENT_CONTROLLER (secondary));

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}
