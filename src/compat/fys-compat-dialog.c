/* fys-compat-dialog.c - a dialog with content of our own
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compat/fys-compat-dialog.h"

#include <adwaita.h>

static GtkWidget *
frame_new (GtkWidget *content)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header_bar = adw_header_bar_new ();

  gtk_widget_add_css_class (header_bar, "flat");
  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (frame), header_bar);
  gtk_box_append (GTK_BOX (frame), content);
  return frame;
}

#if ADW_CHECK_VERSION(1, 5, 0)

void
fys_compat_dialog_present (GtkWidget  *parent,
                           const char *title,
                           GtkWidget  *content,
                           int         width_px,
                           int         height_px)
{
  AdwDialog *dialog = adw_dialog_new ();

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GTK_IS_WIDGET (content));

  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, width_px);
  adw_dialog_set_content_height (dialog, height_px);
  adw_dialog_set_child (dialog, frame_new (content));
  adw_dialog_present (dialog, parent);
}

void
fys_compat_dialog_close (GtkWidget *inside)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (inside, ADW_TYPE_DIALOG);

  g_return_if_fail (dialog != NULL);

  (void) adw_dialog_close (ADW_DIALOG (dialog)); /* nothing keeps it from closing */
}

#else

void
fys_compat_dialog_present (GtkWidget  *parent,
                           const char *title,
                           GtkWidget  *content,
                           int         width_px,
                           int         height_px)
{
  GtkWidget          *dialog;
  GtkEventController *shortcuts;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GTK_IS_WIDGET (content));

  dialog = g_object_new (ADW_TYPE_WINDOW,
                         "title", title,
                         "modal", TRUE,
                         "destroy-with-parent", TRUE,
                         "default-width", MIN (width_px, MAX (gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (parent))), 360)),
                         "default-height", height_px,
                         "content", frame_new (content),
                         NULL);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (parent)));

  shortcuts = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, shortcuts);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
fys_compat_dialog_close (GtkWidget *inside)
{
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (inside)));
}

#endif
