/* fys-question-row.c - a question of the library that folds its answer, below the title of its article where one begins
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-question-row.h"

#include "compat/fys-compat-a11y.h"
#include "ui/article/fys-question.h"
#include "ui/library/fys-answer-box.h"
#include "ui/library/fys-hit-words.h"

struct _FysQuestionRow
{
  GtkWidget     parent_instance;

  /* Children */
  GtkWidget    *heading;    /* (nullable) */
  GtkWidget    *question;
  GtkWidget    *answer_box; /* (nullable): made when first opened */

  /* Owned */
  FysFolds     *folds;

  /* Borrowed */
  const FysHit *hit;

  guint         index;
};

G_DEFINE_FINAL_TYPE (FysQuestionRow, fys_question_row, GTK_TYPE_WIDGET)

static void
folds_changed_cb (FysQuestionRow *self)
{
  gboolean is_open = fys_folds_is_open (self->folds, self->index);

  if (is_open && self->answer_box == NULL)
    {
      self->answer_box = fys_answer_box_new ();
      fys_answer_box_set_hit (FYS_ANSWER_BOX (self->answer_box), self->hit);
      gtk_widget_set_parent (self->answer_box, GTK_WIDGET (self));
    }
  if (self->answer_box != NULL)
    gtk_widget_set_visible (self->answer_box, is_open);
}

static gboolean
fys_question_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (fys_question_row_get_button (FYS_QUESTION_ROW (widget)));
}

static void
fys_question_row_dispose (GObject *object)
{
  FysQuestionRow *self = FYS_QUESTION_ROW (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->question, gtk_widget_unparent);
  g_clear_pointer (&self->answer_box, gtk_widget_unparent);
  g_clear_object (&self->folds);

  G_OBJECT_CLASS (fys_question_row_parent_class)->dispose (object);
}

static void
fys_question_row_class_init (FysQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_question_row_dispose;
  widget_class->grab_focus = fys_question_row_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "questionrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
fys_question_row_init (FysQuestionRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
text_new (const FysHit *hit)
{
  GtkWidget     *label = g_object_new (GTK_TYPE_LABEL, "label", hit->title, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  PangoAttrList *attributes = fys_hit_dup_attributes (hit->title_marks);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  return label;
}

static GtkWidget *
heading_new (const char *title)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title, "xalign", 0.0, "wrap", TRUE,
                                     "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  fys_compat_set_heading_level (heading, 2);
  gtk_widget_add_css_class (heading, "heading");
  return heading;
}

GtkWidget *
fys_question_row_new (const FysHit *hit,
                      guint         index,
                      FysFolds     *folds,
                      gboolean      is_first)
{
  FysQuestionRow *self;

  g_return_val_if_fail (hit != NULL, NULL);
  g_return_val_if_fail (FYS_IS_FOLDS (folds), NULL);

  self = g_object_new (FYS_TYPE_QUESTION_ROW, NULL);
  self->hit = hit;
  self->index = index;
  self->folds = g_object_ref (folds);
  if (is_first)
    {
      self->heading = heading_new (fys_library_entry_get_info (hit->entry)->title);
      gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
      gtk_widget_add_css_class (GTK_WIDGET (self), "first");
    }
  self->question = fys_question_new (text_new (hit), hit->title, 3, index, folds);
  gtk_widget_set_parent (self->question, GTK_WIDGET (self));
  g_signal_connect_object (folds, "changed", G_CALLBACK (folds_changed_cb), self, G_CONNECT_SWAPPED);
  folds_changed_cb (self);
  return GTK_WIDGET (self);
}

GtkWidget *
fys_question_row_get_button (FysQuestionRow *self)
{
  g_return_val_if_fail (FYS_IS_QUESTION_ROW (self), NULL);

  return fys_question_get_button (FYS_QUESTION (self->question));
}
