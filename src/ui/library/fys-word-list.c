/* fys-word-list.c - words to search for, each a button: searched before, near to what was typed, or examples
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-word-list.h"

#include "compat/fys-compat-a11y.h"

struct _FysWordList
{
  GtkWidget  parent_instance;

  /* Children */
  GtkWidget *heading;
  GtkWidget *box;

  /* Owned */
  char      *icon_name;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysWordList, fys_word_list, GTK_TYPE_WIDGET)

/* The words of a button are its label. */
static const char *
get_words (GtkWidget *button)
{
  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button)))));
}

static void
clicked_cb (FysWordList *self,
            GtkWidget   *button)
{
  g_autofree char *words = g_strdup (get_words (button)); /* the answer to the signal may be other words */

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, words);
}

static void
fys_word_list_dispose (GObject *object)
{
  FysWordList *self = FYS_WORD_LIST (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (fys_word_list_parent_class)->dispose (object);
}

static void
fys_word_list_finalize (GObject *object)
{
  g_free (FYS_WORD_LIST (object)->icon_name);

  G_OBJECT_CLASS (fys_word_list_parent_class)->finalize (object);
}

static void
fys_word_list_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  FysWordList *self = FYS_WORD_LIST (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (GTK_LABEL (self->heading), g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      self->icon_name = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_word_list_class_init (FysWordListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_word_list_dispose;
  object_class->finalize = fys_word_list_finalize;
  object_class->set_property = fys_word_list_set_property;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", FYS_TYPE_WORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "wordlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
fys_word_list_init (FysWordList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0, "wrap", TRUE, NULL);
  fys_compat_set_heading_level (self->heading, 2);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_set_overflow (self->box, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
add_button (FysWordList *self,
            const char  *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", self->icon_name, NULL);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

void
fys_word_list_set_words (FysWordList       *self,
                         const char *const *words)
{
  GtkWidget *button;

  g_return_if_fail (FYS_IS_WORD_LIST (self));

  while ((button = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), button);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    add_button (self, words[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->box) != NULL);
}

void
fys_word_list_add_stops (FysWordList *self,
                         GPtrArray   *stops)
{
  g_return_if_fail (FYS_IS_WORD_LIST (self));
  g_return_if_fail (stops != NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  for (GtkWidget *button = gtk_widget_get_first_child (self->box); button != NULL; button = gtk_widget_get_next_sibling (button))
    g_ptr_array_add (stops, button);
}
