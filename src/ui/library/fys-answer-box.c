/* fys-answer-box.c - the answer to a question that was found, and what can be done with it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-answer-box.h"

#include <glib/gi18n.h>

#include "ui/library/fys-hit-words.h"

struct _FysAnswerBox
{
  GtkWidget  parent_instance;

  /* Children */
  GtkWidget *label;
  GtkWidget *buttons;
  GtkWidget *open_button;
  GtkWidget *open_label;
  GtkWidget *copy_button;
};

G_DEFINE_FINAL_TYPE (FysAnswerBox, fys_answer_box, GTK_TYPE_WIDGET)

static void
fys_answer_box_dispose (GObject *object)
{
  FysAnswerBox *self = FYS_ANSWER_BOX (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, gtk_widget_unparent);

  G_OBJECT_CLASS (fys_answer_box_parent_class)->dispose (object);
}

static void
fys_answer_box_class_init (FysAnswerBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_answer_box_dispose;

  gtk_widget_class_set_css_name (widget_class, "answerbox");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* Selectable, so that whoever opened the question with the keyboard comes to the answer and hears it. */
static GtkWidget *
text_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

static void
init_buttons (FysAnswerBox *self)
{
  self->open_label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->open_label), PANGO_ELLIPSIZE_END);
  self->open_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->open_button), self->open_label);
  gtk_widget_set_halign (self->open_button, GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->open_button, TRUE);

  self->copy_button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_add_css_class (self->copy_button, "flat");
  gtk_widget_set_tooltip_text (self->copy_button, _ ("Copy Answer with Source"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Copy Answer with Source"), -1);

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->buttons), self->open_button);
  gtk_box_append (GTK_BOX (self->buttons), self->copy_button);
}

static void
fys_answer_box_init (FysAnswerBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->label = text_new ();
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  init_buttons (self);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
}

GtkWidget *
fys_answer_box_new (void)
{
  return g_object_new (FYS_TYPE_ANSWER_BOX, NULL);
}

void
fys_answer_box_set_hit (FysAnswerBox *self,
                        const FysHit *hit)
{
  const FysLibraryInfo *info;
  const char           *answer;
  g_autoptr (GFile)     file = NULL;
  g_autofree char      *uri = NULL;
  g_autofree char      *open = NULL;
  g_autofree char      *citation = NULL;

  g_return_if_fail (FYS_IS_ANSWER_BOX (self));
  g_return_if_fail (hit != NULL);

  info = fys_library_entry_get_info (hit->entry);
  answer = hit->answer != NULL ? hit->answer : hit->snippet;
  file = fys_library_entry_dup_file (hit->entry);
  uri = g_file_get_uri (file);
  /* Translators: a button that opens the article which a question and its answer stand in; %s is its title */
  open = g_strdup_printf (_ ("Read in “%s”"), info->title);
  citation = fys_hit_dup_citation (info, hit->title, hit->slug, answer);

  gtk_label_set_label (GTK_LABEL (self->label), answer);
  gtk_label_set_label (GTK_LABEL (self->open_label), open);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL, open, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "(ss)", uri, hit->slug);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->copy_button), "s", citation);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "hit.open"); /* which has to have a target */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->copy_button), "hit.copy");
}
