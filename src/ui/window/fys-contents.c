/* fys-contents.c - the outline of an article, which follows the reading
 *
 * A list view, so that three thousand headings cost as many rows as are seen. It has no selection: the section that the reader is in is a property of its
 * line, and a click goes there at once. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-contents.h"

#include "ui/window/fys-contents-item.h"
#include "ui/window/fys-contents-row.h"

/* A list view makes some two hundred rows at once, however few are seen. So it is told of so many lines first, which is more than a window holds, and of
 * a few more whenever there is time; once it has all rows that it will ever make, of all. */
#define FIRST_LINES 32
#define MORE_LINES  8
#define MOST_ROWS   256

/* Deeper headings are part of the text and not of its outline. */
#define MAX_LEVEL 4

struct _FysContents
{
  GtkWidget    parent_instance;

  /* Template children */
  GtkWidget   *stack;
  GtkWidget   *list_view;

  /* Owned */
  FysDocument *document;
  GListStore  *items;
  GtkSliceListModel *shown;     /* what the list view was told of */
  guint        grow_id;         /* 0 when it was told of all */
  GArray      *positions;       /* guint, by section: the line of it or of the nearest section around it that has one; FYS_NONE */
  GPtrArray   *rows;            /* (element-type FysContentsRow): those in the list, unowned */
  guint        current_section;
  guint        current_position; /* FYS_NONE: no line */
};

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_CURRENT_SECTION,
  N_PROPS,
};

enum
{
  SIGNAL_SECTION_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysContents, fys_contents, GTK_TYPE_WIDGET)

/* Whether a section has a line: not the title that the page shows anyway, not the single questions, nothing inside them. */
static gboolean
has_line (FysArticle       *article,
          const FysSection *sections,
          guint             index)
{
  const FysSection *section = &sections[index];

  if (section->level > MAX_LEVEL || (section->flags & FYS_SECTION_QUESTION) != 0)
    return FALSE;
  if (index == 0 && section->first_block == 0 && fys_article_repeats_title (article))
    return FALSE;
  return section->parent == FYS_NONE || (sections[section->parent].flags & FYS_SECTION_QUESTION) == 0;
}

static guint
count_questions (const FysSection *sections,
                 guint             index)
{
  guint n = 0;

  if ((sections[index].flags & FYS_SECTION_FAQ) == 0)
    return 0;
  for (guint child = index + 1; child < sections[index].end; child++)
    n += (sections[child].flags & FYS_SECTION_QUESTION) != 0;
  return n;
}

static guint
count_lines (FysContents *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/* Brings the current line into sight; one that the list view was not told of yet is brought when it is. */
static void
scroll_to_current (FysContents *self)
{
  if (self->current_position < gtk_slice_list_model_get_size (self->shown) && self->current_position != FYS_NONE)
    gtk_widget_activate_action (self->list_view, "list.scroll-to-item", "u", self->current_position);
}

static gboolean
grow_cb (gpointer user_data)
{
  FysContents *self = user_data;
  guint        before = gtk_slice_list_model_get_size (self->shown);
  guint        size = before + MORE_LINES;

  if (size >= MOST_ROWS)
    size = G_MAXUINT;
  gtk_slice_list_model_set_size (self->shown, size);
  if (self->current_position >= before)
    scroll_to_current (self);
  if (size < count_lines (self))
    return G_SOURCE_CONTINUE;
  self->grow_id = 0;
  return G_SOURCE_REMOVE;
}

static void
start_to_grow (FysContents *self,
               guint        n_lines)
{
  gtk_slice_list_model_set_size (self->shown, FIRST_LINES);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  if (n_lines > FIRST_LINES)
    self->grow_id = g_idle_add_full (G_PRIORITY_LOW, grow_cb, self, NULL);
}

static void
fill (FysContents *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  FysArticle           *article = self->document != NULL ? fys_document_get_article (self->document) : NULL;
  guint                 n_sections = 0;
  const FysSection     *sections = article != NULL ? fys_article_get_sections (article, &n_sections) : NULL;

  g_array_set_size (self->positions, 0);
  for (guint i = 0; i < n_sections; i++)
    {
      guint parent = sections[i].parent;
      guint position = parent != FYS_NONE ? g_array_index (self->positions, guint, parent) : FYS_NONE;

      if (has_line (article, sections, i))
        {
          guint depth = position != FYS_NONE ? fys_contents_item_get_depth (lines->pdata[position]) + 1 : 0;

          position = lines->len;
          g_ptr_array_add (lines, fys_contents_item_new (article, i, depth, count_questions (sections, i)));
        }
      g_array_append_val (self->positions, position);
    }

  start_to_grow (self, lines->len);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), lines->pdata, lines->len);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), lines->len > 0 ? "list" : "empty");
}

static void
mark (FysContents *self,
      guint        position,
      gboolean     is_current)
{
  g_autoptr (FysContentsItem) item = NULL;

  if (position == FYS_NONE)
    return;
  item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  fys_contents_item_set_current (item, is_current);
}

/* Marks the line of the current section, and no other. */
static void
update_mark (FysContents *self)
{
  guint position = FYS_NONE;

  if (self->current_section < self->positions->len)
    position = g_array_index (self->positions, guint, self->current_section);
  if (position == self->current_position)
    return;
  mark (self, self->current_position, FALSE);
  mark (self, position, TRUE);
  self->current_position = position;
  scroll_to_current (self);
}

static void
setup_cb (FysContents              *self,
          GtkListItem              *list_item,
          GtkSignalListItemFactory *factory)
{
  GtkWidget *row = fys_contents_row_new ();

  gtk_list_item_set_child (list_item, row);
  g_ptr_array_add (self->rows, row);
}

static void
bind_cb (FysContents              *self,
         GtkListItem              *list_item,
         GtkSignalListItemFactory *factory)
{
  fys_contents_row_set_item (FYS_CONTENTS_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (FysContents              *self,
           GtkListItem              *list_item,
           GtkSignalListItemFactory *factory)
{
  fys_contents_row_set_item (FYS_CONTENTS_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
teardown_cb (FysContents              *self,
             GtkListItem              *list_item,
             GtkSignalListItemFactory *factory)
{
  if (self->rows != NULL)
    g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (list_item));
}

static void
activate_cb (FysContents *self,
             guint        position)
{
  g_autoptr (FysContentsItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  g_signal_emit (self, signals[SIGNAL_SECTION_ACTIVATED], 0, fys_contents_item_get_section (item));
}

static GtkWidget *
find_current_cell (FysContents *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      FysContentsItem *item = fys_contents_row_get_item (self->rows->pdata[i]);

      if (item != NULL && fys_contents_item_is_current (item))
        return gtk_widget_get_parent (self->rows->pdata[i]);
    }
  return NULL;
}

static gboolean
fys_contents_grab_focus (GtkWidget *widget)
{
  FysContents *self = FYS_CONTENTS (widget);
  GtkWidget   *cell = find_current_cell (self);

  if (cell != NULL && gtk_widget_get_mapped (cell))
    return gtk_widget_grab_focus (cell);
  return gtk_widget_grab_focus (self->list_view);
}

/* A list view of GTK 4.8 takes Tab for a step to its next row, and so keeps the focus for as many presses as it has rows. */
static gboolean
fys_contents_focus (GtkWidget       *widget,
                    GtkDirectionType direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (fys_contents_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (FYS_CONTENTS (widget)->items)) == 0)
    return FALSE;
  return fys_contents_grab_focus (widget);
}

static void
fys_contents_dispose (GObject *object)
{
  FysContents *self = FYS_CONTENTS (object);

  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_CONTENTS);

  G_OBJECT_CLASS (fys_contents_parent_class)->dispose (object);
}

static void
fys_contents_finalize (GObject *object)
{
  FysContents *self = FYS_CONTENTS (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->items);
  g_clear_pointer (&self->positions, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (fys_contents_parent_class)->finalize (object);
}

static void
fys_contents_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  FysContents *self = FYS_CONTENTS (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_CURRENT_SECTION:
      g_value_set_uint (value, self->current_section);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_contents_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  FysContents *self = FYS_CONTENTS (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      fys_contents_set_document (self, g_value_get_object (value));
      break;
    case PROP_CURRENT_SECTION:
      fys_contents_set_current_section (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_contents_class_init (FysContentsClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = fys_contents_dispose;
  object_class->finalize = fys_contents_finalize;
  object_class->get_property = fys_contents_get_property;
  object_class->set_property = fys_contents_set_property;
  widget_class->focus = fys_contents_focus;
  widget_class->grab_focus = fys_contents_grab_focus;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, FYS_TYPE_DOCUMENT, flags);
  props[PROP_CURRENT_SECTION] = g_param_spec_uint ("current-section", NULL, NULL, 0, G_MAXUINT, FYS_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_SECTION_ACTIVATED] = g_signal_new ("section-activated", FYS_TYPE_CONTENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/window/fys-contents.ui");
  gtk_widget_class_bind_template_child (widget_class, FysContents, stack);
  gtk_widget_class_bind_template_child (widget_class, FysContents, list_view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, teardown_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fys_contents_init (FysContents *self)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  self->items = g_list_store_new (FYS_TYPE_CONTENTS_ITEM);
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_ptr_array_new ();
  self->current_section = FYS_NONE;
  self->current_position = FYS_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), 0, FIRST_LINES);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown))));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), model);
}

GtkWidget *
fys_contents_new (void)
{
  return g_object_new (FYS_TYPE_CONTENTS, NULL);
}

void
fys_contents_set_document (FysContents *self,
                           FysDocument *document)
{
  g_return_if_fail (FYS_IS_CONTENTS (self));
  g_return_if_fail (document == NULL || FYS_IS_DOCUMENT (document));

  if (!g_set_object (&self->document, document))
    return;
  self->current_position = FYS_NONE;
  fill (self);
  update_mark (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

void
fys_contents_set_current_section (FysContents *self,
                                  guint        section)
{
  g_return_if_fail (FYS_IS_CONTENTS (self));

  if (self->current_section == section)
    return;
  self->current_section = section;
  update_mark (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_SECTION]);
}

guint
fys_contents_get_current_section (FysContents *self)
{
  g_return_val_if_fail (FYS_IS_CONTENTS (self), FYS_NONE);

  return self->current_section;
}

GListModel *
fys_contents_get_items (FysContents *self)
{
  g_return_val_if_fail (FYS_IS_CONTENTS (self), NULL);

  return G_LIST_MODEL (self->items);
}
