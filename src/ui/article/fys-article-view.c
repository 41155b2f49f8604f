/* fys-article-view.c - an article as a page that scrolls
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-article-view-private.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-css.h"
#include "ui/article/fys-question.h"
#include "ui/article/fys-sideways.h"

#define BASE_TEXT_SCALE   1.1 /* prose is read longer than the words of a window, so it is a little larger */
#define MIN_TEXT_SCALE    0.5
#define MAX_TEXT_SCALE    3.0
#define SECTION_LINE_EM   1.8 /* the section that holds this line below the top is the one being read */
#define REVEAL_AT         3   /* what was found far away is put at a third of the window */

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_TEXT_SCALE,
  PROP_CURRENT_SECTION,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_LINK_ACTIVATED,
  SIGNAL_LINK_ACTIVATED_BESIDE,
  SIGNAL_LINK_QUERIED,
  SIGNAL_EXERCISE_ACTIVATED,
  SIGNAL_SCROLLED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysArticleView, fys_article_view, GTK_TYPE_WIDGET)

const FysRow *
fys_article_view_get_row (FysArticleView *self,
                          guint           row)
{
  return &g_array_index (self->rows, FysRow, row);
}

/* The source of the page's rows */

static GtkWidget *
make_row_cb (guint    row,
             int      width_px,
             gpointer user_data)
{
  FysArticleView *self = user_data;

  return fys_row_builder_make (self->builder, fys_article_view_get_row (self, row), width_px, fys_page_get_em_px (self->page));
}

static int
estimate_px_cb (guint    row,
                int      width_px,
                double   em_px,
                gpointer user_data)
{
  FysArticleView *self = user_data;

  return fys_row_builder_estimate_px (self->builder, fys_article_view_get_row (self, row), width_px, em_px);
}

static gboolean
has_stops_cb (guint    row,
              gpointer user_data)
{
  FysArticleView *self = user_data;

  return fys_row_builder_has_stops (self->builder, fys_article_view_get_row (self, row));
}

static gboolean
is_stale_cb (guint    row,
             int      old_width_px,
             double   old_em_px,
             int      width_px,
             double   em_px,
             gpointer user_data)
{
  FysArticleView *self = user_data;

  return fys_row_builder_is_stale (self->builder, fys_article_view_get_row (self, row), old_width_px / old_em_px, width_px / em_px);
}

static const FysPageSource page_source = { make_row_cb, estimate_px_cb, has_stops_cb, is_stale_cb };

/* Places */

void
fys_article_view_open_row (FysArticleView *self,
                           guint           row)
{
  const FysRow *item = fys_article_view_get_row (self, row);

  if (item->question != FYS_NONE)
    fys_folds_set_open (self->folds, item->question, TRUE);
}

guint
fys_article_view_find_row_of_place (FysArticleView     *self,
                                    const FysTextPlace *place)
{
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (self->article, &n_blocks);

  if (place->block >= n_blocks)
    return 0; /* the title, when it is not a block */
  if (place->cell != FYS_NONE && blocks[place->block].table != NULL)
    return fys_rows_find (self->rows, place->block, place->cell / blocks[place->block].table->n_columns);
  return fys_rows_find (self->rows, place->block, FYS_NONE);
}

FysTextBlock *
fys_article_view_find_text (GtkWidget          *row,
                            const FysTextPlace *place)
{
  g_autoptr (GPtrArray) texts = fys_text_block_list (row);

  for (guint i = 0; i < texts->len; i++)
    {
      FysTextBlock *text = g_ptr_array_index (texts, i);

      if (fys_text_block_get_block (text) == place->block && fys_text_block_get_cell (text) == place->cell)
        return text;
    }

  return NULL;
}

FysTextBlock *
fys_article_view_ensure_text (FysArticleView     *self,
                              const FysTextPlace *place)
{
  GtkWidget *row = fys_page_ensure_row (self->page, fys_article_view_find_row_of_place (self, place));

  return row == NULL ? NULL : fys_article_view_find_text (row, place);
}

void
fys_article_view_reveal_place (FysArticleView     *self,
                               const FysTextPlace *place)
{
  guint         row = fys_article_view_find_row_of_place (self, place);
  double        height = gtk_widget_get_height (GTK_WIDGET (self->page));
  FysTextBlock *text;
  GdkRectangle  line;
  double        y;

  fys_article_view_open_row (self, row);
  text = fys_article_view_ensure_text (self, place);
  if (text == NULL)
    {
      fys_page_reveal (self->page, row, 0, 1);
      return;
    }

  fys_text_block_get_place (text, place->index, &line);
  fys_sideways_reveal (GTK_WIDGET (text), line.x);
  if (!fys_page_locate (self->page, row, GTK_WIDGET (text), line.y, &y))
    return;

  y += fys_page_get_row_y (self->page, row);
  if (y < 0 || y + line.height > height)
    fys_page_scroll_to_text (self->page, row, place, height / REVEAL_AT, FALSE);
}

void
fys_article_view_focus_text (FysArticleView *self,
                             FysTextBlock   *text)
{
  GtkWidget *question = gtk_widget_get_ancestor (GTK_WIDGET (text), FYS_TYPE_QUESTION);
  GtkWidget *target = question != NULL ? fys_question_get_button (FYS_QUESTION (question)) : fys_text_block_get_label (text);
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!GTK_IS_WINDOW (root))
    return;

  gtk_widget_set_focusable (target, TRUE);
  gtk_root_set_focus (root, target);
  gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

/* Who clicked on a line of the contents sees the heading at the top, and needs no ring around it; who pressed Enter does. */
static void
focus_heading (FysArticleView *self,
               FysTextBlock   *text)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean is_focus_visible = GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));

  fys_article_view_focus_text (self, text);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), is_focus_visible);
}

/* Scroll spy */

static void
scrolled_cb (FysArticleView *self)
{
  guint section = FYS_NONE;
  guint row;

  if (self->rows == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_SCROLLED], 0);
  row = fys_page_get_row_at (self->page, SECTION_LINE_EM * fys_page_get_em_px (self->page));
  if (row < self->rows->len)
    section = fys_article_view_get_row (self, row)->section;
  if (section == self->current_section)
    return;

  self->current_section = section;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_SECTION]);
}

/* Folding */

static void
folds_changed_cb (FysArticleView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const FysRow *row = fys_article_view_get_row (self, i);

      if (row->question != FYS_NONE)
        fys_page_set_row_hidden (self->page, i, !fys_folds_is_open (self->folds, row->question));
    }
}

static void
make_folds (FysArticleView *self)
{
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (self->article, &n_sections);

  self->folds = fys_folds_new ();
  for (guint i = 0; i < n_sections; i++)
    if ((sections[i].flags & FYS_SECTION_QUESTION) != 0)
      fys_folds_add_question (self->folds, i);
  g_signal_connect_object (self->folds, "changed", G_CALLBACK (folds_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Actions */

static void
action_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  FysArticleView *self = FYS_ARTICLE_VIEW (widget);

  if (self->article == NULL)
    return;

  if (g_str_equal (name, "article.copy"))
    fys_article_view_copy (self);
  else if (g_str_equal (name, "article.select-all"))
    fys_article_view_select_all (self);
  else if (g_str_equal (name, "article.copy-section"))
    fys_article_view_copy_section (self, g_variant_get_uint32 (parameter));
  else if (g_str_equal (name, "article.copy-address"))
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "article.unfold-all"))
    fys_folds_set_all (self->folds, TRUE);
  else if (g_str_equal (name, "article.fold-all"))
    fys_folds_set_all (self->folds, FALSE);
  else if (g_str_equal (name, "article.open-link"))
    g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "article.open-link-beside"))
    g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED_BESIDE], 0, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "article.describe-link"))
    {
      if (!fys_article_view_tell_link (self, g_variant_get_string (parameter, NULL)))
        g_signal_emit (self, signals[SIGNAL_LINK_QUERIED], 0, g_variant_get_string (parameter, NULL));
    }
  else
    g_signal_emit (self, signals[SIGNAL_EXERCISE_ACTIVATED], 0, g_variant_get_uint32 (parameter));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "article.copy", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "article.select-all", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "article.copy-section", "u", action_cb);
  gtk_widget_class_install_action (widget_class, "article.copy-address", "s", action_cb);
  gtk_widget_class_install_action (widget_class, "article.unfold-all", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "article.fold-all", NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "article.open-link", "s", action_cb);
  gtk_widget_class_install_action (widget_class, "article.open-link-beside", "s", action_cb);
  gtk_widget_class_install_action (widget_class, "article.describe-link", "s", action_cb);
  gtk_widget_class_install_action (widget_class, "article.start-exercise", "u", action_cb);
}

/* Text size: everything on the page is given in em, so its font's size scales it all. */

static void
update_scale (FysArticleView *self)
{
  char             percent[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (percent, sizeof (percent), "%.1f", 100 * BASE_TEXT_SCALE * self->text_scale);
  css = g_strdup_printf ("#%s { font-size: %s%%; }", gtk_widget_get_name (GTK_WIDGET (self->page)), percent);
  fys_compat_css_provider_load (self->scale_provider, css);
}

static void
init_scale (FysArticleView *self)
{
  static guint     n_views = 0;
  g_autofree char *name = g_strdup_printf ("fys-article-page-%u", n_views++);

  gtk_widget_set_name (GTK_WIDGET (self->page), name);
  self->text_scale = 1;
  self->scale_provider = gtk_css_provider_new ();
  update_scale (self);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->scale_provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

static void
add_style_sheet (void)
{
  static gboolean is_added = FALSE;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (is_added)
    return;

  is_added = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "/ui/article/fys-article.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* GObject */

static void
forget_document (FysArticleView *self)
{
  if (self->page != NULL)
    fys_page_set_source (self->page, NULL, NULL, 0);
  if (self->folds != NULL)
    g_signal_handlers_disconnect_by_data (self->folds, self);
  fys_marks_take_hits (self->marks, NULL);
  fys_marks_unselect (self->marks);
  fys_article_view_forget_links (self);
  g_clear_pointer (&self->builder, fys_row_builder_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->article, fys_article_unref);
  g_clear_object (&self->folds);
  g_clear_object (&self->document);
}

static void
fys_article_view_dispose (GObject *object)
{
  FysArticleView *self = FYS_ARTICLE_VIEW (object);

  fys_article_view_stop_drag (self);
  if (self->marks != NULL)
    {
      forget_document (self);
      fys_marks_set_swatches (self->marks, NULL, NULL);
    }
  if (self->scale_provider != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->scale_provider));
  g_clear_object (&self->scale_provider);
  g_clear_object (&self->marks);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->link_descriptions, g_hash_table_unref);
  self->page = NULL;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_pointer (&self->selection_swatch, gtk_widget_unparent);
  g_clear_pointer (&self->hit_swatch, gtk_widget_unparent);

  G_OBJECT_CLASS (fys_article_view_parent_class)->dispose (object);
}

static void
fys_article_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  FysArticleView *self = FYS_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;

    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;

    case PROP_CURRENT_SECTION:
      g_value_set_uint (value, self->current_section);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_article_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  FysArticleView *self = FYS_ARTICLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      fys_article_view_set_document (self, g_value_get_object (value));
      break;

    case PROP_TEXT_SCALE:
      fys_article_view_set_text_scale (self, g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
fys_article_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FYS_ARTICLE_VIEW (widget)->page));
}

/* Nothing but the page takes part in it: not the scrolled window, which would take the focus itself at the page's end. */
static gboolean
fys_article_view_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (FYS_ARTICLE_VIEW (widget)->page), direction);
}

static void
fys_article_view_class_init (FysArticleViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_article_view_dispose;
  object_class->get_property = fys_article_view_get_property;
  object_class->set_property = fys_article_view_set_property;
  widget_class->grab_focus = fys_article_view_grab_focus;
  widget_class->focus = fys_article_view_focus;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, FYS_TYPE_DOCUMENT,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, MIN_TEXT_SCALE, MAX_TEXT_SCALE, 1,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_CURRENT_SECTION] = g_param_spec_uint ("current-section", NULL, NULL, 0, G_MAXUINT, FYS_NONE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated", FYS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LINK_ACTIVATED_BESIDE] = g_signal_new ("link-activated-beside", FYS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LINK_QUERIED] = g_signal_new ("link-queried", FYS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_EXERCISE_ACTIVATED] = g_signal_new ("exercise-activated", FYS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_SCROLLED] = g_signal_new ("scrolled", FYS_TYPE_ARTICLE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "articleview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
  install_actions (widget_class);
}

/* A widget without a place, for the colour that the style gives it. */
static GtkWidget *
add_swatch (FysArticleView *self,
            const char     *css_name)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_BOX,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "css-name", css_name,
                                    "can-target", FALSE,
                                    NULL);

  gtk_widget_set_parent (swatch, GTK_WIDGET (self));
  return swatch;
}

static void
fys_article_view_init (FysArticleView *self)
{
  add_style_sheet ();
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);

  self->current_section = FYS_NONE;
  self->marks = fys_marks_new ();
  self->link_descriptions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->page = FYS_PAGE (fys_page_new ());
  g_signal_connect_swapped (self->page, "scrolled", G_CALLBACK (scrolled_cb), self);

  self->scrolled_window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled_window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window), GTK_WIDGET (self->page));
  gtk_widget_set_focusable (self->scrolled_window, FALSE);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));

  self->selection_swatch = add_swatch (self, "selectionswatch");
  self->hit_swatch = add_swatch (self, "hitswatch");
  fys_marks_set_swatches (self->marks, self->selection_swatch, self->hit_swatch);
  init_scale (self);
  fys_article_view_init_selection (self);
  fys_article_view_init_keys (self);
}

GtkWidget *
fys_article_view_new (void)
{
  return g_object_new (FYS_TYPE_ARTICLE_VIEW, NULL);
}

static void
show_document (FysArticleView *self,
               FysDocument    *document)
{
  self->document = g_object_ref (document);
  self->article = fys_article_ref (fys_document_get_article (document));
  self->rows = fys_rows_new (self->article);
  make_folds (self);
  self->builder = fys_row_builder_new (document, self->marks, self->folds, TRUE);
  fys_row_builder_set_note (self->builder, self->note);
  g_clear_pointer (&self->note, g_free);
  fys_page_set_source (self->page, &page_source, self, self->rows->len);
  folds_changed_cb (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->page), GTK_ACCESSIBLE_PROPERTY_LABEL, fys_article_get_title (self->article), -1);
}

void
fys_article_view_set_document (FysArticleView *self,
                               FysDocument    *document)
{
  g_return_if_fail (FYS_IS_ARTICLE_VIEW (self));
  g_return_if_fail (document == NULL || FYS_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  if (document != NULL)
    g_object_ref (document);
  forget_document (self);
  if (document != NULL)
    {
      show_document (self, document);
      g_object_unref (document);
    }

  if (self->current_section != FYS_NONE)
    {
      self->current_section = FYS_NONE;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_SECTION]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

void
fys_article_view_set_note (FysArticleView *self,
                           const char     *note)
{
  g_return_if_fail (FYS_IS_ARTICLE_VIEW (self));

  g_free (self->note);
  self->note = g_strdup (note);
}

FysDocument *
fys_article_view_get_document (FysArticleView *self)
{
  g_return_val_if_fail (FYS_IS_ARTICLE_VIEW (self), NULL);

  return self->document;
}

void
fys_article_view_set_text_scale (FysArticleView *self,
                                 double          text_scale)
{
  g_return_if_fail (FYS_IS_ARTICLE_VIEW (self));

  text_scale = CLAMP (text_scale, MIN_TEXT_SCALE, MAX_TEXT_SCALE);
  if (self->text_scale == text_scale)
    return;

  self->text_scale = text_scale;
  update_scale (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT_SCALE]);
}

double
fys_article_view_get_text_scale (FysArticleView *self)
{
  g_return_val_if_fail (FYS_IS_ARTICLE_VIEW (self), 1);

  return self->text_scale;
}

guint
fys_article_view_get_current_section (FysArticleView *self)
{
  g_return_val_if_fail (FYS_IS_ARTICLE_VIEW (self), FYS_NONE);

  return self->current_section;
}

void
fys_article_view_show_section (FysArticleView *self,
                               guint           section)
{
  const FysSection *sections;
  guint             n_sections, row;
  FysTextPlace      place = { 0, FYS_NONE, 0 };
  FysTextBlock     *text;

  g_return_if_fail (FYS_IS_ARTICLE_VIEW (self));

  if (self->article == NULL)
    return;

  sections = fys_article_get_sections (self->article, &n_sections);
  g_return_if_fail (section < n_sections);

  place.block = sections[section].first_block;
  row = fys_article_view_find_row_of_place (self, &place);
  fys_article_view_open_row (self, row);
  fys_folds_set_open (self->folds, section, TRUE);
  fys_page_scroll_to_text (self->page, row, &place, FYS_HEADING_GAP_EM * fys_page_get_em_px (self->page), TRUE);

  text = fys_article_view_ensure_text (self, &place);
  if (text != NULL)
    focus_heading (self, text);
}

void
fys_article_view_show_block (FysArticleView *self,
                             guint           block,
                             guint           row)
{
  const FysBlock *blocks;
  guint           n_blocks;
  FysTextPlace    place = { block, FYS_NONE, 0 };

  g_return_if_fail (FYS_IS_ARTICLE_VIEW (self));

  if (self->article == NULL)
    return;

  blocks = fys_article_get_blocks (self->article, &n_blocks);
  g_return_if_fail (block < n_blocks);

  if (blocks[block].table != NULL)
    place.cell = row == FYS_NONE ? 0 : row * blocks[block].table->n_columns;
  fys_article_view_reveal_place (self, &place);
}

char **
fys_article_view_dup_open_questions (FysArticleView *self)
{
  g_autoptr (GPtrArray) slugs = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (FYS_IS_ARTICLE_VIEW (self), NULL);

  if (self->article != NULL)
    {
      guint             n_sections;
      const FysSection *sections = fys_article_get_sections (self->article, &n_sections);

      for (guint i = 0; i < n_sections; i++)
        if (fys_folds_is_open (self->folds, i))
          g_ptr_array_add (slugs, g_strdup (sections[i].slug));
    }

  g_ptr_array_add (slugs, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&slugs), FALSE);
}

void
fys_article_view_set_open_questions (FysArticleView    *self,
                                     const char *const *slugs)
{
  g_return_if_fail (FYS_IS_ARTICLE_VIEW (self));

  if (self->article == NULL || slugs == NULL)
    return;

  for (guint i = 0; slugs[i] != NULL; i++)
    {
      guint section = fys_article_find_section (self->article, slugs[i]);

      if (section != FYS_NONE)
        fys_folds_set_open (self->folds, section, TRUE);
    }
}
