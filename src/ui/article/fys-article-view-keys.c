/* fys-article-view-keys.c - the keyboard on an article's page
 *
 *   arrows, Page Up and Down, Space, Home, End   scroll
 *   H, P (with Shift: back)                      the next heading, the next text: the focus goes there, so that a screen reader speaks it
 *   Left, Right                                  in what scrolls sideways
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-article-view-private.h"

#include "ui/article/fys-sideways.h"

#define LINES_A_KEY    3   /* em */
#define PAGE_OVERLAP   3   /* em that stay in sight */
#define SIDEWAYS_A_KEY 4   /* em */

typedef enum
{
  SCROLL_LINES,
  SCROLL_PAGES,
  SCROLL_ENDS,
} Scroll;

static gboolean
scroll_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  FysArticleView *self = FYS_ARTICLE_VIEW (user_data);
  double          em_px = fys_page_get_em_px (self->page);
  int             kind, direction, key;

  g_variant_get (args, "(iii)", &kind, &direction, &key);
  if (self->rows == NULL || (key == GDK_KEY_space && GTK_IS_BUTTON (gtk_root_get_focus (gtk_widget_get_root (widget)))))
    return FALSE;

  if (kind == SCROLL_LINES)
    fys_page_scroll_by (self->page, direction * LINES_A_KEY * em_px);
  else if (kind == SCROLL_PAGES)
    fys_page_scroll_by (self->page, direction * MAX (em_px, gtk_widget_get_height (GTK_WIDGET (self->page)) - PAGE_OVERLAP * em_px));
  else if (direction > 0)
    fys_page_scroll_to_end (self->page);
  else
    fys_page_scroll_to (self->page, 0, 0);
  return TRUE;
}

static gboolean
sideways_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  FysArticleView *self = FYS_ARTICLE_VIEW (user_data);
  GtkWidget      *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int             direction;

  g_variant_get (args, "(i)", &direction);
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    fys_sideways_scroll (focus, direction * SIDEWAYS_A_KEY * fys_page_get_em_px (self->page));
  return TRUE; /* never to the focus: an arrow key does not leave the page */
}

/* The row with the focus when it is in sight, else the one at the top. */
static guint
get_reading_row (FysArticleView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->page));
  guint      row = focus == NULL ? FYS_NONE : fys_page_find_row (self->page, focus);
  double     offset;

  if (row != FYS_NONE)
    {
      double y = fys_page_get_row_y (self->page, row);

      if (y < gtk_widget_get_height (GTK_WIDGET (self->page)) && y + gtk_widget_get_height (focus) > 0)
        return row;
    }

  fys_page_get_anchor (self->page, &row, &offset);
  return row;
}

static gboolean
is_heading (FysArticleView *self,
            guint           row)
{
  FysRowKind kind = fys_article_view_get_row (self, row)->kind;

  return kind == FYS_ROW_HEADING || kind == FYS_ROW_QUESTION || kind == FYS_ROW_TITLE;
}

static gboolean
heading_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  FysArticleView *self = FYS_ARTICLE_VIEW (user_data);
  int             direction;
  guint           row;

  if (self->rows == NULL)
    return FALSE;

  g_variant_get (args, "(i)", &direction);
  row = get_reading_row (self);
  do
    row += direction; /* wraps to a great number before the first row */
  while (row < self->rows->len && (!is_heading (self, row) || fys_page_is_row_hidden (self->page, row)));

  if (row < self->rows->len)
    {
      GtkWidget *row_widget = fys_page_ensure_row (self->page, row);
      g_autoptr (GPtrArray) texts = fys_text_block_list (row_widget);

      if (fys_article_view_get_row (self, row)->kind == FYS_ROW_TITLE)
        fys_page_scroll_to (self->page, 0, 0);
      else
        {
          FysTextPlace place = { fys_article_view_get_row (self, row)->first_block, FYS_NONE, 0 };

          fys_page_scroll_to_text (self->page, row, &place, FYS_HEADING_GAP_EM * fys_page_get_em_px (self->page), TRUE);
        }
      fys_article_view_focus_text (self, g_ptr_array_index (texts, 0));
    }
  else
    gtk_widget_error_bell (widget);
  return TRUE;
}

/* The text in a row next to the focus, or the first one when the focus is elsewhere. Returns: (nullable) */
static FysTextBlock *
choose_text (FysArticleView *self,
             guint           row,
             int             direction,
             gboolean        may_hold_focus)
{
  GtkWidget *widget = fys_page_ensure_row (self->page, row);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GPtrArray) texts = NULL;
  guint next;

  if (widget == NULL)
    return NULL;

  texts = fys_text_block_list (widget);
  next = direction > 0 ? 0 : texts->len - 1;
  for (guint i = 0; may_hold_focus && focus != NULL && i < texts->len; i++)
    {
      GtkWidget *text = g_ptr_array_index (texts, i);

      if (gtk_widget_is_ancestor (focus, text) || gtk_widget_is_ancestor (text, focus))
        next = i + direction;
    }

  return next < texts->len ? g_ptr_array_index (texts, next) : NULL;
}

static gboolean
text_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  FysArticleView *self = FYS_ARTICLE_VIEW (user_data);
  int             direction;
  guint           row, first_row;
  FysTextBlock   *text = NULL;

  if (self->rows == NULL)
    return FALSE;

  g_variant_get (args, "(i)", &direction);
  first_row = get_reading_row (self);
  for (row = first_row; row < self->rows->len && text == NULL; row += direction)
    text = choose_text (self, row, direction, row == first_row);

  if (text == NULL)
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }

  fys_article_view_focus_text (self, text);
  fys_page_reveal_widget (self->page, GTK_WIDGET (text));
  return TRUE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  return fys_article_view_popup_menu (FYS_ARTICLE_VIEW (user_data));
}

static gboolean
unselect_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  FysArticleView *self = FYS_ARTICLE_VIEW (user_data);

  if (!fys_marks_get_selection (self->marks, NULL, NULL))
    return FALSE;

  fys_marks_unselect (self->marks);
  return TRUE;
}

static gboolean
copy_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  return gtk_widget_activate_action (GTK_WIDGET (user_data), "article.copy", NULL);
}

static gboolean
select_all_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  return gtk_widget_activate_action (GTK_WIDGET (user_data), "article.select-all", NULL);
}

static void
add_shortcut (GtkShortcutController *controller,
              guint                  key,
              GdkModifierType        modifiers,
              GtkShortcutFunc        func,
              FysArticleView        *self,
              GVariant              *args)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (func, self, NULL));

  gtk_shortcut_set_arguments (shortcut, args);
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/* A label that has the focus would swallow arrows, Home and End for a cursor that it does not show. So the keys are taken before they
 * reach it, and given on where a button wants them. */
void
fys_article_view_init_keys (FysArticleView *self)
{
  const struct
  {
    guint           key;
    GdkModifierType modifiers;
    Scroll          kind;
    int             direction;
  } scrolls[] = {
    { GDK_KEY_Up, 0, SCROLL_LINES, -1 },
    { GDK_KEY_KP_Up, 0, SCROLL_LINES, -1 },
    { GDK_KEY_Down, 0, SCROLL_LINES, 1 },
    { GDK_KEY_KP_Down, 0, SCROLL_LINES, 1 },
    { GDK_KEY_Page_Up, 0, SCROLL_PAGES, -1 },
    { GDK_KEY_KP_Page_Up, 0, SCROLL_PAGES, -1 },
    { GDK_KEY_space, GDK_SHIFT_MASK, SCROLL_PAGES, -1 },
    { GDK_KEY_Page_Down, 0, SCROLL_PAGES, 1 },
    { GDK_KEY_KP_Page_Down, 0, SCROLL_PAGES, 1 },
    { GDK_KEY_space, 0, SCROLL_PAGES, 1 },
    { GDK_KEY_Home, 0, SCROLL_ENDS, -1 },
    { GDK_KEY_KP_Home, 0, SCROLL_ENDS, -1 },
    { GDK_KEY_Home, GDK_CONTROL_MASK, SCROLL_ENDS, -1 },
    { GDK_KEY_End, 0, SCROLL_ENDS, 1 },
    { GDK_KEY_KP_End, 0, SCROLL_ENDS, 1 },
    { GDK_KEY_End, GDK_CONTROL_MASK, SCROLL_ENDS, 1 },
  };
  const struct
  {
    guint           key;
    GdkModifierType modifiers;
    GtkShortcutFunc func;
    int             direction;
  } moves[] = {
    { GDK_KEY_Left, 0, sideways_cb, -1 },
    { GDK_KEY_KP_Left, 0, sideways_cb, -1 },
    { GDK_KEY_Right, 0, sideways_cb, 1 },
    { GDK_KEY_KP_Right, 0, sideways_cb, 1 },
    { GDK_KEY_h, 0, heading_cb, 1 },
    { GDK_KEY_h, GDK_SHIFT_MASK, heading_cb, -1 },
    { GDK_KEY_p, 0, text_cb, 1 },
    { GDK_KEY_p, GDK_SHIFT_MASK, text_cb, -1 },
    { GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, 0 },
    { GDK_KEY_Menu, 0, menu_cb, 0 },
    { GDK_KEY_Escape, 0, unselect_cb, 0 },
    { GDK_KEY_c, GDK_CONTROL_MASK, copy_cb, 0 },
    { GDK_KEY_Insert, GDK_CONTROL_MASK, copy_cb, 0 },
    { GDK_KEY_a, GDK_CONTROL_MASK, select_all_cb, 0 },
  };
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());


  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    add_shortcut (controller, scrolls[i].key, scrolls[i].modifiers, scroll_cb, self,
                  g_variant_new ("(iii)", scrolls[i].kind, scrolls[i].direction, scrolls[i].key));
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    add_shortcut (controller, moves[i].key, moves[i].modifiers, moves[i].func, self, g_variant_new ("(i)", moves[i].direction));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (controller), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->page), GTK_EVENT_CONTROLLER (controller));
}
