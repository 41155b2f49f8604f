/* fys-address-dialog.c - an address that no program of this machine opens, to read and to copy
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-address-dialog.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-announce.h"
#include "compat/fys-compat-dialog.h"

static void
copy_cb (GtkWidget *button,
         GtkWidget *address)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), gtk_label_get_text (GTK_LABEL (address)));
  gtk_button_set_label (GTK_BUTTON (button), _ ("Copied"));
  fys_compat_announce (button, _ ("Copied"));
}

static GtkWidget *
label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

void
fys_address_dialog_present (GtkWidget  *parent,
                            const char *address)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *address_label = label_new (address);
  GtkWidget *copy_button = gtk_button_new_with_label (_ ("Copy Address"));

  gtk_label_set_selectable (GTK_LABEL (address_label), TRUE);
  gtk_widget_add_css_class (address_label, "address");
  gtk_widget_add_css_class (copy_button, "suggested-action");
  gtk_widget_add_css_class (copy_button, "pill");
  gtk_widget_set_halign (copy_button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  g_signal_connect (copy_button, "clicked", G_CALLBACK (copy_cb), address_label);

  gtk_box_append (GTK_BOX (box), label_new (_ ("No program on this computer opens the address. You can copy it, or type it on a phone:")));
  gtk_box_append (GTK_BOX (box), address_label);
  gtk_box_append (GTK_BOX (box), copy_button);
  fys_compat_dialog_present (parent, _ ("Web Address"), box, 440, -1);
  (void) gtk_widget_grab_focus (copy_button);                          /* a button can always take it */
  gtk_label_select_region (GTK_LABEL (address_label), 0, 0);           /* which it was by having the focus first */
}
