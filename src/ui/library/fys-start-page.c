/* fys-start-page.c - where reading begins: a search, what one was reading, and the library
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-start-page.h"

#include <adwaita.h>

#include "ui/library/fys-library-shelf.h"
#include "ui/library/fys-library-status.h"
#include "ui/library/fys-reading-shelf.h"

struct _FysStartPage
{
  GtkWidget         parent_instance;

  /* Template children */
  GtkWidget        *scroller;
  GtkWidget        *search_entry;
  FysLibraryStatus *status;
  GtkWidget        *empty_page;
  FysReadingShelf  *reading_shelf;
  FysLibraryShelf  *library_shelf;
  GtkWidget        *folders_row;

  /* Owned weakly: where the user was on the page */
  GtkWidget        *last_focus; /* (nullable) */
  /* Owned: the window's signal */
  gulong            focus_id;   /* 0 when it is in no window */
};

G_DEFINE_FINAL_TYPE (FysStartPage, fys_start_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SEARCH_REQUESTED,
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
search_changed_cb (FysStartPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (*text == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_signal_emit (self, signals[SIGNAL_SEARCH_REQUESTED], 0, text);
}

static void
removed_cb (FysStartPage *self,
            const char   *text,
            GVariant     *undo)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, text, undo);
}

static void
update_empty (FysStartPage *self)
{
  gboolean is_empty = fys_library_shelf_is_empty (self->library_shelf);

  gtk_widget_set_visible (self->empty_page, is_empty);
}

static void
focus_moved_cb (FysStartPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->last_focus, focus);
}

static void
fys_start_page_root (GtkWidget *widget)
{
  FysStartPage *self = FYS_START_PAGE (widget);

  GTK_WIDGET_CLASS (fys_start_page_parent_class)->root (widget);
  self->focus_id = g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), self);
}

static void
fys_start_page_unroot (GtkWidget *widget)
{
  FysStartPage *self = FYS_START_PAGE (widget);

  g_clear_signal_handler (&self->focus_id, gtk_widget_get_root (widget));
  GTK_WIDGET_CLASS (fys_start_page_parent_class)->unroot (widget);
}

/* Where the user was: with the focus, the page would scroll from there to the entry. */
static gboolean
fys_start_page_grab_focus (GtkWidget *widget)
{
  FysStartPage *self = FYS_START_PAGE (widget);

  if (self->last_focus != NULL && gtk_widget_grab_focus (self->last_focus))
    return TRUE;
  return gtk_widget_grab_focus (self->search_entry);
}

static void
fys_start_page_dispose (GObject *object)
{
  g_clear_weak_pointer (&FYS_START_PAGE (object)->last_focus);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_START_PAGE);

  G_OBJECT_CLASS (fys_start_page_parent_class)->dispose (object);
}

static void
fys_start_page_class_init (FysStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_start_page_dispose;
  widget_class->root = fys_start_page_root;
  widget_class->unroot = fys_start_page_unroot;
  widget_class->grab_focus = fys_start_page_grab_focus;

  signals[SIGNAL_SEARCH_REQUESTED] = g_signal_new ("search-requested", FYS_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", FYS_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_VARIANT);

  g_type_ensure (FYS_TYPE_LIBRARY_SHELF);
  g_type_ensure (FYS_TYPE_LIBRARY_STATUS);
  g_type_ensure (FYS_TYPE_READING_SHELF);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/library/fys-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysStartPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FysStartPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, FysStartPage, status);
  gtk_widget_class_bind_template_child (widget_class, FysStartPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, FysStartPage, reading_shelf);
  gtk_widget_class_bind_template_child (widget_class, FysStartPage, library_shelf);
  gtk_widget_class_bind_template_child (widget_class, FysStartPage, folders_row);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_empty);
}

static void
fys_start_page_init (FysStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry), GTK_WIDGET (self));
}

GtkWidget *
fys_start_page_new (FysLibrary *library,
                    FysReading *reading)
{
  FysStartPage *self;

  g_return_val_if_fail (library == NULL || FYS_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (reading == NULL || FYS_IS_READING (reading), NULL);

  self = g_object_new (FYS_TYPE_START_PAGE, NULL);
  fys_reading_shelf_set_sources (self->reading_shelf, library, reading);
  fys_library_shelf_set_sources (self->library_shelf, library, reading);
  if (library != NULL)
    fys_library_status_set_library (self->status, library);
  gtk_widget_set_visible (self->search_entry, library != NULL);
  gtk_widget_set_visible (self->folders_row, library != NULL);
  return GTK_WIDGET (self);
}
