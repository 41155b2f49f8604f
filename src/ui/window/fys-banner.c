/* fys-banner.c - a strip above the article that says what is wrong with it, or what became of its file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-banner.h"

#include "compat/fys-compat-announce.h"

struct _FysBanner
{
  GtkWidget  parent_instance;

  /* Template children */
  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *button;
};

enum
{
  SIGNAL_BUTTON_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysBanner, fys_banner, GTK_TYPE_WIDGET)

static void
button_clicked_cb (FysBanner *self)
{
  g_signal_emit (self, signals[SIGNAL_BUTTON_CLICKED], 0);
}

static void
fys_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_BANNER);

  G_OBJECT_CLASS (fys_banner_parent_class)->dispose (object);
}

static void
fys_banner_class_init (FysBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_banner_dispose;

  signals[SIGNAL_BUTTON_CLICKED] = g_signal_new ("button-clicked", FYS_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/window/fys-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, FysBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, FysBanner, label);
  gtk_widget_class_bind_template_child (widget_class, FysBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fys_banner_hide);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
fys_banner_init (FysBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
fys_banner_show (FysBanner  *self,
                 const char *text,
                 const char *button_label)
{
  g_return_if_fail (FYS_IS_BANNER (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_button_set_label (GTK_BUTTON (self->button), button_label != NULL ? button_label : "");
  gtk_widget_set_visible (self->button, button_label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  fys_compat_announce (GTK_WIDGET (self), text);
}

void
fys_banner_hide (FysBanner *self)
{
  g_return_if_fail (FYS_IS_BANNER (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

const char *
fys_banner_get_text (FysBanner *self)
{
  g_return_val_if_fail (FYS_IS_BANNER (self), NULL);

  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    return NULL;
  return gtk_label_get_label (GTK_LABEL (self->label));
}
