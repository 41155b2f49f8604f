/* fys-start-page.c - where reading begins: a search, what one was reading, and the library
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-start-page.h"

#include <adwaita.h>

struct _FysStartPage
{
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *scroller;
  GtkWidget *search_entry;
};

G_DEFINE_FINAL_TYPE (FysStartPage, fys_start_page, GTK_TYPE_WIDGET)

static guint search_requested_signal;

static void
search_changed_cb (FysStartPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (*text == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  g_signal_emit (self, search_requested_signal, 0, text);
}

static gboolean
fys_start_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FYS_START_PAGE (widget)->search_entry);
}

static void
fys_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_START_PAGE);

  G_OBJECT_CLASS (fys_start_page_parent_class)->dispose (object);
}

static void
fys_start_page_class_init (FysStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_start_page_dispose;
  widget_class->grab_focus = fys_start_page_grab_focus;

  search_requested_signal = g_signal_new ("search-requested", FYS_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/library/fys-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysStartPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FysStartPage, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
fys_start_page_init (FysStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search_entry), GTK_WIDGET (self));
}

GtkWidget *
fys_start_page_new (void)
{
  return g_object_new (FYS_TYPE_START_PAGE, NULL);
}
