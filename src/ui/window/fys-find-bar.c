/* fys-find-bar.c - finds text in the article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-find-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "compat/fys-compat-announce.h"

struct _FysFindBar
{
  GtkWidget       parent_instance;

  /* Template children */
  GtkWidget      *box;
  GtkWidget      *entry;
  GtkWidget      *status_label;
  GtkWidget      *previous_button;
  GtkWidget      *next_button;

  /* Owned */
  GtkWidget      *focus_before; /* weak */

  /* Borrowed */
  FysArticleView *view;

  guint           n_hits;
  gboolean        is_open;
};

enum
{
  PROP_0,
  PROP_IS_OPEN,
  PROP_STATUS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FysFindBar, fys_find_bar, GTK_TYPE_WIDGET)

static char *
dup_status (const char *text,
            guint       hit,
            guint       n_hits)
{
  if (text == NULL || *text == '\0')
    return g_strdup ("");
  if (n_hits == 0)
    return g_strdup (_ ("Not found"));
  /* Translators: where one is among the places where a text was found, such as “3 of 12”. */
  return g_strdup_printf (_ ("%1$u of %2$u"), hit, n_hits);
}

static const char *
get_text (FysFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
show_status (FysFindBar *self,
             guint       hit)
{
  g_autofree char *status = dup_status (get_text (self), hit, self->n_hits);
  gboolean         is_missed = *get_text (self) != '\0' && self->n_hits == 0;

  gtk_widget_set_sensitive (self->previous_button, self->n_hits > 0);
  gtk_widget_set_sensitive (self->next_button, self->n_hits > 0);
  if (is_missed)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_missed ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);

  if (g_strcmp0 (status, gtk_label_get_label (GTK_LABEL (self->status_label))) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->status_label), status);
  /* The entry keeps the focus, and its description is what a screen reader without announcements finds there. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, status, -1);
  if (*status != '\0')
    fys_compat_announce (self->entry, status);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS]);
}

static void
find (FysFindBar *self)
{
  guint hit = 0;

  if (self->view == NULL)
    return;
  self->n_hits = fys_article_view_find (self->view, get_text (self));
  if (self->n_hits > 0)
    hit = fys_article_view_find_step (self->view, 0);
  show_status (self, hit);
}

static void
end_finding (FysFindBar *self)
{
  self->n_hits = 0;
  if (self->view != NULL)
    (void) fys_article_view_find (self->view, NULL); /* ends it: no hits to count */
}

static void
set_focus_before (FysFindBar *self,
                  GtkWidget  *widget)
{
  if (self->focus_before != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->focus_before), (gpointer *) &self->focus_before);
  self->focus_before = widget;
  if (widget != NULL)
    g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &self->focus_before);
}

/* Who found something reads on there, with the eyes or with a screen reader; who did not, where the search began. */
static void
give_focus_back (FysFindBar *self)
{
  gboolean is_given = self->view != NULL && self->n_hits > 0 && fys_article_view_focus_hit (self->view);

  if (!is_given && self->focus_before != NULL && gtk_widget_get_mapped (self->focus_before))
    gtk_root_set_focus (gtk_widget_get_root (self->focus_before), self->focus_before); /* a text of the article refuses to grab it */
  else if (!is_given && self->view != NULL)
    (void) gtk_widget_grab_focus (GTK_WIDGET (self->view)); /* nothing to focus: the window keeps it */
  set_focus_before (self, NULL);
}

static void
next_cb (FysFindBar *self)
{
  fys_find_bar_step (self, 1);
}

static void
previous_cb (FysFindBar *self)
{
  fys_find_bar_step (self, -1);
}

static void
close_cb (FysFindBar *self)
{
  fys_find_bar_set_open (self, FALSE);
}

/* Shift+Enter; the entry itself knows only Enter. */
static gboolean
key_cb (FysFindBar     *self,
        guint           keyval,
        guint           keycode,
        GdkModifierType state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  fys_find_bar_step (self, -1);
  return GDK_EVENT_STOP;
}

static void
fys_find_bar_dispose (GObject *object)
{
  FysFindBar *self = FYS_FIND_BAR (object);

  set_focus_before (self, NULL);
  self->view = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_FIND_BAR);

  G_OBJECT_CLASS (fys_find_bar_parent_class)->dispose (object);
}

static void
fys_find_bar_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  FysFindBar *self = FYS_FIND_BAR (object);

  switch (prop_id)
    {
    case PROP_IS_OPEN:
      g_value_set_boolean (value, self->is_open);
      break;
    case PROP_STATUS:
      g_value_set_string (value, fys_find_bar_get_status (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_find_bar_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  FysFindBar *self = FYS_FIND_BAR (object);

  switch (prop_id)
    {
    case PROP_IS_OPEN:
      fys_find_bar_set_open (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_find_bar_class_init (FysFindBarClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_find_bar_dispose;
  object_class->get_property = fys_find_bar_get_property;
  object_class->set_property = fys_find_bar_set_property;

  props[PROP_IS_OPEN] = g_param_spec_boolean ("is-open", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ADW_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/window/fys-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FysFindBar, box); /* so that it goes with the template */
  gtk_widget_class_bind_template_child (widget_class, FysFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, FysFindBar, status_label);
  gtk_widget_class_bind_template_child (widget_class, FysFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, FysFindBar, next_button);
  gtk_widget_class_bind_template_callback (widget_class, find);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fys_find_bar_init (FysFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
fys_find_bar_set_view (FysFindBar     *self,
                       FysArticleView *view)
{
  g_return_if_fail (FYS_IS_FIND_BAR (self));
  g_return_if_fail (view == NULL || FYS_IS_ARTICLE_VIEW (view));

  self->view = view;
}

static void
open_bar (FysFindBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  set_focus_before (self, root != NULL ? gtk_root_get_focus (root) : NULL);
  /* At once and not sliding in: the next key that is pressed belongs to the entry. */
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  find (self);
}

static void
close_bar (FysFindBar *self)
{
  give_focus_back (self);
  end_finding (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
fys_find_bar_set_open (FysFindBar *self,
                       gboolean    is_open)
{
  gboolean is_change;

  g_return_if_fail (FYS_IS_FIND_BAR (self));

  is_change = self->is_open != !!is_open;
  self->is_open = !!is_open;
  if (is_change && is_open)
    open_bar (self);
  else if (is_change)
    close_bar (self);
  if (is_open)
    {
      /* Selects what was looked for last, so that typing replaces it. */
      (void) gtk_widget_grab_focus (self->entry); /* an entry that is shown takes it */
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
    }
  if (is_change)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_OPEN]);
}

gboolean
fys_find_bar_is_open (FysFindBar *self)
{
  g_return_val_if_fail (FYS_IS_FIND_BAR (self), FALSE);

  return self->is_open;
}

void
fys_find_bar_step (FysFindBar *self,
                   int         step)
{
  g_return_if_fail (FYS_IS_FIND_BAR (self));

  if (!self->is_open)
    {
      fys_find_bar_set_open (self, TRUE);
      return;
    }
  if (self->n_hits > 0 && self->view != NULL)
    show_status (self, fys_article_view_find_step (self->view, step));
}

void
fys_find_bar_refresh (FysFindBar *self)
{
  g_return_if_fail (FYS_IS_FIND_BAR (self));

  if (self->is_open)
    find (self);
}

const char *
fys_find_bar_get_status (FysFindBar *self)
{
  g_return_val_if_fail (FYS_IS_FIND_BAR (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->status_label));
}
