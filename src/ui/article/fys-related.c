/* fys-related.c - where to read on, at the end of an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-related.h"

#include <glib/gi18n.h>
#include <string.h>

#include "compat/fys-compat-a11y.h"

/* More is no help to a reader. */
#define MAX_SHOWN 12

static const struct
{
  const char *type;
  const char *name;
} kinds[] = {
  /* Translators: what kind of article it is: of a condition or a part of the body */
  { "ordbog", N_("Conditions and body parts") },
  { "blog", N_("Guide") },
  { "styrkeoevelser", N_("Strength exercise") },
};

static const char *
get_kind (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (type, kinds[i].type) == 0)
      return _(kinds[i].name);
  return NULL;
}

/* Returns: (transfer full): as a link in the text would have it */
static char *
dup_target (const FysRelated *related)
{
  g_autofree char *slug = g_uri_escape_string (related->slug, NULL, FALSE);

  if (related->type == NULL || strcmp (related->type, "page") == 0)
    return g_strdup_printf ("/%s", slug);
  return g_strdup_printf ("/%s/%s", related->type, slug);
}

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* As on a link of the text, see fys-text-link.c. */
static void
card_pressed_cb (GtkGesture *gesture)
{
  guint           button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean        is_beside = button == GDK_BUTTON_MIDDLE || (button == GDK_BUTTON_PRIMARY && (state & GDK_CONTROL_MASK) != 0);

  gtk_gesture_set_state (gesture, is_beside ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

static void
card_released_cb (GtkWidget *card,
                  int        n_press,
                  double     x,
                  double     y)
{
  if (gtk_widget_contains (card, x, y))
    gtk_widget_activate_action_variant (card, "article.open-link-beside", gtk_actionable_get_action_target_value (GTK_ACTIONABLE (card)));
}

/* In a window of its own, with the middle button or Ctrl. */
static void
let_open_beside (GtkWidget *card)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (card_pressed_cb), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (card_released_cb), card);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
card_new (const FysRelated *related)
{
  const char      *title = related->title != NULL && *related->title != '\0' ? related->title : related->slug;
  const char      *kind = get_kind (related->type);
  g_autofree char *target = dup_target (related);
  GtkWidget       *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, NULL);
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (texts), label_new (title, "related-title"));
  if (kind != NULL)
    gtk_box_append (GTK_BOX (texts), label_new (kind, "related-kind"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "related");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "article.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  let_open_beside (button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (kind != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, kind, -1);
  return button;
}

GtkWidget *
fys_related_new (const FysMetadata *metadata)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", _("Read More"),
                                     "xalign", 0.0,
                                     "wrap", TRUE,
                                     NULL);

  fys_compat_set_heading_level (heading, 2);
  gtk_widget_add_css_class (heading, "related-heading");
  gtk_widget_add_css_class (box, "related-box");
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0, n = 0; i < metadata->n_related && n < MAX_SHOWN; i++)
    if (metadata->related[i].slug != NULL && *metadata->related[i].slug != '\0')
      {
        gtk_box_append (GTK_BOX (box), card_new (&metadata->related[i]));
        n++;
      }
  return box;
}
