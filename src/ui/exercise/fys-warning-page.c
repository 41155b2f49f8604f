/* fys-warning-page.c - when to seek help, in the words of the article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-warning-page.h"

#include <glib/gi18n.h>

#include "core/exercise/fys-caution.h"
#include "ui/article/fys-article-view.h"

struct _FysWarningPage
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *scroller;
  GtkLabel  *stop_label;
  GtkBox    *excerpts_box;
  GtkWidget *confirm_button;
};

enum
{
  SIGNAL_CONFIRMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysWarningPage, fys_warning_page, GTK_TYPE_WIDGET)

static void
confirm_clicked_cb (FysWarningPage *self)
{
  g_signal_emit (self, signals[SIGNAL_CONFIRMED], 0);
}

static void
fys_warning_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_WARNING_PAGE);

  G_OBJECT_CLASS (fys_warning_page_parent_class)->dispose (object);
}

static void
fys_warning_page_class_init (FysWarningPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_warning_page_dispose;

  signals[SIGNAL_CONFIRMED] = g_signal_new ("confirmed", FYS_TYPE_WARNING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/exercise/fys-warning-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysWarningPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FysWarningPage, stop_label);
  gtk_widget_class_bind_template_child (widget_class, FysWarningPage, excerpts_box);
  gtk_widget_class_bind_template_child (widget_class, FysWarningPage, confirm_button);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
}

static void
fys_warning_page_init (FysWarningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fys_warning_page_new (void)
{
  return g_object_new (FYS_TYPE_WARNING_PAGE, NULL);
}

static void
add_general_text (FysWarningPage *self)
{
  GtkWidget *label = gtk_label_new (_("This article does not say when to seek help. Talk to a physiotherapist or a doctor before you start if "
                                      "the pain is severe or came with an accident, or if you are unsure. Seek help at once if you lose "
                                      "strength or feeling, cannot control your bladder or bowels, or have a fever with the pain."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->excerpts_box, label);
}

/* A section within one that is shown already is not shown twice. */
static guint
add_urgent_sections (FysWarningPage *self,
                     FysDocument    *document)
{
  guint n_sections, n_added = 0;
  const FysSection *sections = fys_article_get_sections (fys_document_get_article (document), &n_sections);

  for (guint i = 0; i < n_sections;)
    {
      if ((sections[i].flags & FYS_SECTION_URGENT) == 0)
        {
          i++;
          continue;
        }
      gtk_box_append (self->excerpts_box, fys_article_excerpt_new (document, sections[i].first_block, sections[i].n_blocks));
      n_added++;
      i = MAX (sections[i].end, i + 1);
    }
  return n_added;
}

static void
append_texts (GString   *words,
              GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != GTK_ACCESSIBLE_ROLE_PRESENTATION)
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_texts (words, child);
}

/* The focus goes to the button, so that Enter goes on; a screen reader that says only what has the focus would pass the warning over. */
static void
describe_button (FysWarningPage *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append_texts (words, GTK_WIDGET (self->excerpts_box));
  append_texts (words, GTK_WIDGET (self->stop_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->confirm_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
}

void
fys_warning_page_set_document (FysWarningPage *self,
                               FysDocument    *document,
                               const char     *button_label)
{
  g_autofree char *stop = NULL;
  GtkWidget *child;

  g_return_if_fail (FYS_IS_WARNING_PAGE (self));
  g_return_if_fail (document != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->excerpts_box))) != NULL)
    gtk_box_remove (self->excerpts_box, child);
  if (add_urgent_sections (self, document) == 0)
    add_general_text (self);

  stop = fys_caution_dup_text (fys_document_get_article (document), fys_document_get_exercises (document));
  gtk_label_set_label (self->stop_label, stop != NULL ? stop : _("Stop if it gets markedly worse."));
  gtk_button_set_label (GTK_BUTTON (self->confirm_button), button_label);
  describe_button (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

void
fys_warning_page_focus_button (FysWarningPage *self)
{
  g_return_if_fail (FYS_IS_WARNING_PAGE (self));
  gtk_widget_grab_focus (self->confirm_button);
}
