/* fys-list-page.c - articles of the library in a list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-list-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/library/fys-article-model.h"
#include "ui/library/fys-article-row.h"
#include "ui/library/fys-library-scope.h"
#include "ui/library/fys-library-words.h"
#include "ui/window/fys-window-page.h"

struct _FysListPage
{
  GtkWidget        parent_instance;

  /* Template children */
  GtkWidget       *head;
  GtkEditable     *filter_entry;
  GtkDropDown     *order_drop_down;
  GtkStack        *stack;
  GtkWidget       *scroller;
  GtkListView     *list_view;
  AdwStatusPage   *empty_page;
  GtkWidget       *empty_button;
  GtkWidget       *count_label;

  /* Owned */
  FysArticleModel *model;
  char            *scope_text; /* (nullable) */
  FysLibraryScope *scope;      /* (nullable) */
  char            *title;

  gboolean         is_resetting; /* the entry and the order: not the user's doing */
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void fys_list_page_page_init (FysWindowPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FysListPage, fys_list_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FYS_TYPE_WINDOW_PAGE, fys_list_page_page_init))

static gboolean
is_filtered (FysListPage *self)
{
  return *gtk_editable_get_text (self->filter_entry) != '\0';
}

static void
tell_empty (FysListPage *self)
{
  gboolean is_changed = self->scope != NULL && self->scope->kind == FYS_SCOPE_CHANGED;

  if (is_filtered (self))
    {
      adw_status_page_set_title (self->empty_page, _ ("No Article Fits"));
      adw_status_page_set_description (self->empty_page, _ ("Try fewer words, or other ones."));
    }
  else
    {
      adw_status_page_set_title (self->empty_page, is_changed ? _ ("Nothing New") : _ ("No Articles Here"));
      adw_status_page_set_description (self->empty_page, is_changed ? _ ("No article was added or changed since you looked last.") : NULL);
    }
  gtk_widget_set_visible (self->empty_button, is_filtered (self));
}

static void
update (FysListPage *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean         is_empty = n == 0 && !fys_article_model_is_loading (self->model);
  g_autofree char *count = fys_library_words_dup_n_articles (n);

  if (fys_article_model_is_loading (self->model))
    return; /* what is shown stays until there is something to say */
  if (is_empty)
    tell_empty (self);
  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : "list");
  gtk_label_set_label (GTK_LABEL (self->count_label), is_empty ? "" : count);
}

static void
apply_filter (FysListPage *self)
{
  FysLibraryFilter filter;

  if (self->scope == NULL || self->is_resetting)
    return;
  fys_library_scope_get_filter (self->scope, &filter);
  filter.text = gtk_editable_get_text (self->filter_entry);
  filter.order = gtk_drop_down_get_selected (self->order_drop_down) == 1 ? FYS_ORDER_UPDATED : FYS_ORDER_TITLE;
  fys_article_model_set_filter (self->model, &filter);
}

static void
clear_filter_cb (FysListPage *self)
{
  gtk_editable_set_text (self->filter_entry, "");
  (void) gtk_widget_grab_focus (GTK_WIDGET (self->filter_entry)); /* an entry always takes it */
}

/* Escape empties the entry first, and then gives the focus back to the list. */
static void
stop_filter_cb (FysListPage *self)
{
  if (is_filtered (self))
    gtk_editable_set_text (self->filter_entry, "");
  else
    (void) gtk_widget_grab_focus (GTK_WIDGET (self->list_view)); /* an empty one does not take it */
}

static void
open_article (FysListPage *self,
              guint        position)
{
  g_autoptr (FysArticleItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  FysLibraryEntry           *entry = item != NULL ? fys_article_item_get_entry (item) : NULL;
  g_autoptr (GFile)          file = entry != NULL ? fys_library_entry_dup_file (entry) : NULL;
  g_autofree char           *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-article", "(sss)", "", uri, "");
}

/* Enter opens what is found when it is the only one. */
static void
filter_activated_cb (FysListPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 1)
    open_article (self, 0);
}

static void
fys_list_page_dispose (GObject *object)
{
  FysListPage *self = FYS_LIST_PAGE (object);
  GtkWidget   *child;

  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_LIST_PAGE);
  /* Children without a name in the template are not its to let go of. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fys_list_page_parent_class)->dispose (object);
}
static void
fys_list_page_finalize (GObject *object)
{
  FysListPage *self = FYS_LIST_PAGE (object);

  g_free (self->scope_text);
  g_free (self->title);
  fys_library_scope_free (self->scope);

  G_OBJECT_CLASS (fys_list_page_parent_class)->finalize (object);
}

static void
fys_list_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, FYS_LIST_PAGE (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Into the list, which is what one came for. */
static gboolean
fys_list_page_grab_focus (GtkWidget *widget)
{
  FysListPage *self = FYS_LIST_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list_view)) || gtk_widget_grab_focus (GTK_WIDGET (self->filter_entry));
}

static GVariant *
fys_list_page_dup_state (FysWindowPage *page)
{
  FysListPage *self = FYS_LIST_PAGE (page);

  return self->scope_text != NULL ? g_variant_new_string (self->scope_text) : NULL;
}

static void
fys_list_page_restore_state (FysWindowPage *page,
                             GVariant      *state)
{
  fys_list_page_show_scope (FYS_LIST_PAGE (page), g_variant_get_string (state, NULL));
}

static void
fys_list_page_page_init (FysWindowPageInterface *iface)
{
  iface->dup_state = fys_list_page_dup_state;
  iface->restore_state = fys_list_page_restore_state;
}

static void
fys_list_page_class_init (FysListPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_list_page_dispose;
  object_class->finalize = fys_list_page_finalize;
  object_class->get_property = fys_list_page_get_property;
  widget_class->grab_focus = fys_list_page_grab_focus;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (FYS_TYPE_ARTICLE_ITEM);
  g_type_ensure (FYS_TYPE_ARTICLE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/library/fys-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysListPage, head); /* so that it goes with the template */
  gtk_widget_class_bind_template_child (widget_class, FysListPage, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, FysListPage, order_drop_down);
  gtk_widget_class_bind_template_child (widget_class, FysListPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FysListPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FysListPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, FysListPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, FysListPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, FysListPage, count_label);
  gtk_widget_class_bind_template_callback (widget_class, apply_filter);
  gtk_widget_class_bind_template_callback (widget_class, stop_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_article);
}

static void
fys_list_page_init (FysListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fys_list_page_new (FysLibrary *library)
{
  FysListPage                  *self;
  g_autoptr (GtkNoSelection)    selection = NULL;

  g_return_val_if_fail (FYS_IS_LIBRARY (library), NULL);

  self = g_object_new (FYS_TYPE_LIST_PAGE, NULL);
  self->model = fys_article_model_new (library);
  g_signal_connect_object (self->model, "notify::is-loading", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  return GTK_WIDGET (self);
}

static void
scroll_to_beginning (FysListPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_adjustment_set_value (adjustment, 0);
}

void
fys_list_page_show_scope (FysListPage *self,
                          const char  *scope)
{
  g_return_if_fail (FYS_IS_LIST_PAGE (self));
  g_return_if_fail (scope != NULL);

  if (g_strcmp0 (self->scope_text, scope) == 0)
    return;
  g_free (self->scope_text);
  self->scope_text = g_strdup (scope);
  fys_library_scope_free (self->scope);
  self->scope = fys_library_scope_parse (scope);
  g_free (self->title);
  self->title = fys_library_scope_dup_title (self->scope);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);

  self->is_resetting = TRUE;
  gtk_editable_set_text (self->filter_entry, "");
  gtk_drop_down_set_selected (self->order_drop_down, 0);
  self->is_resetting = FALSE;
  /* What has changed stands in the order of its changes, whatever is chosen. */
  gtk_widget_set_visible (GTK_WIDGET (self->order_drop_down), self->scope->kind != FYS_SCOPE_CHANGED);
  scroll_to_beginning (self);
  apply_filter (self);
}

const char *
fys_list_page_get_scope (FysListPage *self)
{
  g_return_val_if_fail (FYS_IS_LIST_PAGE (self), NULL);

  return self->scope_text;
}

const char *
fys_list_page_get_title (FysListPage *self)
{
  g_return_val_if_fail (FYS_IS_LIST_PAGE (self), NULL);

  return self->title;
}
