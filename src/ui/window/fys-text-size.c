/* fys-text-size.c - the sizes that the article's text can have, and the popover that changes them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-text-size.h"

#include <glib/gi18n.h>
#include <math.h>

/* Small steps near the usual size, where a reader tells them apart, and larger ones for those who need large text. */
static const double scales[] = { 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0 };

/* Two sizes nearer than this are the same to a reader. */
#define SAME 0.005

double
fys_text_scale_step (double text_scale,
                     int    step)
{
  if (step > 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        if (scales[i] > text_scale + SAME)
          return scales[i];
      return FYS_TEXT_SCALE_MOST;
    }
  for (guint i = G_N_ELEMENTS (scales); i-- > 0;)
    if (scales[i] < text_scale - SAME)
      return scales[i];
  return FYS_TEXT_SCALE_LEAST;
}

char *
fys_text_scale_dup_label (double text_scale)
{
  /* Translators: the size of the text, such as “120 %”. */
  return g_strdup_printf (_ ("%d %%"), (int) lround (text_scale * 100.0));
}

static gboolean
scale_to_label (GBinding     *binding,
                const GValue *from,
                GValue       *to,
                gpointer      user_data)
{
  g_value_take_string (to, fys_text_scale_dup_label (g_value_get_double (from)));
  return TRUE;
}

static GtkWidget *
button_new (const char *icon_name,
            const char *name,
            const char *action)
{
  GtkWidget *button = gtk_button_new ();

  if (icon_name != NULL)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon_name);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static gboolean
scale_to_name (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  g_autofree char *size = fys_text_scale_dup_label (g_value_get_double (from));

  /* Translators: of a button that shows the size of the text, such as “120 %”, and sets it back when it is pressed. */
  g_value_take_string (to, g_strdup_printf (_ ("Text Size %s, Set Back to Usual"), size));
  return TRUE;
}

static void
tooltip_cb (GtkWidget *button)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_widget_get_tooltip_text (button), -1);
}

GtkWidget *
fys_text_size_popover_new (GObject *source)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *usual = button_new (NULL, "", "win.text-usual");

  gtk_widget_add_css_class (usual, "numeric");
  g_signal_connect (usual, "notify::tooltip-text", G_CALLBACK (tooltip_cb), NULL);
  g_object_bind_property_full (source, "text-scale", usual, "label", G_BINDING_SYNC_CREATE, scale_to_label, NULL, NULL, NULL);
  g_object_bind_property_full (source, "text-scale", usual, "tooltip-text", G_BINDING_SYNC_CREATE, scale_to_name, NULL, NULL, NULL);

  gtk_box_append (GTK_BOX (box), button_new ("zoom-out-symbolic", _ ("Smaller Text"), "win.text-smaller"));
  gtk_box_append (GTK_BOX (box), usual);
  gtk_box_append (GTK_BOX (box), button_new ("zoom-in-symbolic", _ ("Larger Text"), "win.text-larger"));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}
