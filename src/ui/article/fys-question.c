/* fys-question.c - a question that folds its answer, and the button that folds them all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-question.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-a11y.h"

struct _FysQuestion
{
  GtkWidget  parent_instance;

  GtkWidget *button;
  GtkWidget *arrow;

  /* Owned */
  FysFolds  *folds;
  guint      section;
};

G_DEFINE_FINAL_TYPE (FysQuestion, fys_question, GTK_TYPE_WIDGET)

static void
folds_changed_cb (FysQuestion *self)
{
  gboolean is_open = fys_folds_is_open (self->folds, self->section);

  fys_compat_set_expanded (self->button, is_open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  if (is_open)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
}

static void
clicked_cb (FysQuestion *self)
{
  fys_folds_set_open (self->folds, self->section, !fys_folds_is_open (self->folds, self->section));
}

static void
fys_question_dispose (GObject *object)
{
  FysQuestion *self = FYS_QUESTION (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->folds);

  G_OBJECT_CLASS (fys_question_parent_class)->dispose (object);
}

static void
fys_question_class_init (FysQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_question_dispose;

  gtk_widget_class_set_css_name (widget_class, "question");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
}

static void
fys_question_init (FysQuestion *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->arrow = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_valign (self->arrow, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->arrow, "arrow");
  gtk_box_append (GTK_BOX (box), self->arrow);

  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
fys_question_new (GtkWidget  *text,
                  const char *title,
                  guint       level,
                  guint       section,
                  FysFolds   *folds)
{
  FysQuestion *self;

  g_return_val_if_fail (GTK_IS_WIDGET (text) && title != NULL && FYS_IS_FOLDS (folds), NULL);

  self = g_object_new (FYS_TYPE_QUESTION, NULL);
  self->section = section;
  self->folds = g_object_ref (folds);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_cursor (text, NULL);
  gtk_box_append (GTK_BOX (gtk_button_get_child (GTK_BUTTON (self->button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  /* The button inside says what is asked; said here too, a screen reader would say it twice.
   * Translators: told by a screen reader before a question of a list of questions and answers */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Question"), -1);
  fys_compat_set_heading_level (GTK_WIDGET (self), level);

  g_signal_connect_object (folds, "changed", G_CALLBACK (folds_changed_cb), self, G_CONNECT_SWAPPED);
  folds_changed_cb (self);
  return GTK_WIDGET (self);
}

GtkWidget *
fys_question_get_button (FysQuestion *self)
{
  g_return_val_if_fail (FYS_IS_QUESTION (self), NULL);

  return self->button;
}

/* The button that folds them all */

struct _FysFoldAll
{
  GtkWidget  parent_instance;

  GtkWidget *button;

  /* Owned */
  FysFolds  *folds;
};

G_DEFINE_FINAL_TYPE (FysFoldAll, fys_fold_all, GTK_TYPE_WIDGET)

static void
any_fold_changed_cb (FysFoldAll *self)
{
  gboolean are_all_open = fys_folds_are_all_open (self->folds);

  /* Translators: closes all answers of a list of questions */
  gtk_button_set_label (GTK_BUTTON (self->button), are_all_open ? _("Fold All")
                                                                /* Translators: opens all answers of a list of questions */
                                                                : _("Unfold All"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), are_all_open ? "article.fold-all" : "article.unfold-all");
}

static void
fys_fold_all_dispose (GObject *object)
{
  FysFoldAll *self = FYS_FOLD_ALL (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->folds);

  G_OBJECT_CLASS (fys_fold_all_parent_class)->dispose (object);
}

static void
fys_fold_all_class_init (FysFoldAllClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_fold_all_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fys_fold_all_init (FysFoldAll *self)
{
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
fys_fold_all_new (FysFolds *folds)
{
  FysFoldAll *self;

  g_return_val_if_fail (FYS_IS_FOLDS (folds), NULL);

  self = g_object_new (FYS_TYPE_FOLD_ALL, NULL);
  self->folds = g_object_ref (folds);
  g_signal_connect_object (folds, "changed", G_CALLBACK (any_fold_changed_cb), self, G_CONNECT_SWAPPED);
  any_fold_changed_cb (self);
  return GTK_WIDGET (self);
}
