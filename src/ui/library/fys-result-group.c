/* fys-result-group.c - what a search found of one kind
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-result-group.h"

#include "compat/fys-compat-a11y.h"
#include "ui/library/fys-hit-words.h"
#include "ui/library/fys-result-row.h"

struct _FysResultGroup
{
  GtkWidget  parent_instance;

  /* Children */
  GtkWidget *heading;
  GtkWidget *rows_box;
  GtkWidget *more_button;

  /* Owned: those of rows_box, in its order */
  GPtrArray *rows; /* (element-type FysResultRow) */

  FysHitKind kind;
  guint      line_chars; /* 0 until it is known */
};

enum
{
  SIGNAL_MORE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysResultGroup, fys_result_group, GTK_TYPE_WIDGET)

static void
more_cb (FysResultGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_MORE_REQUESTED], 0, self->kind);
}

static void
fys_result_group_dispose (GObject *object)
{
  FysResultGroup *self = FYS_RESULT_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->rows_box, gtk_widget_unparent);
  g_clear_pointer (&self->more_button, gtk_widget_unparent);

  G_OBJECT_CLASS (fys_result_group_parent_class)->dispose (object);
}

static void
fys_result_group_class_init (FysResultGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_result_group_dispose;

  signals[SIGNAL_MORE_REQUESTED] = g_signal_new ("more-requested", FYS_TYPE_RESULT_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "resultgroup");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
fys_result_group_init (FysResultGroup *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->rows = g_ptr_array_new ();

  self->heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0, NULL);
  fys_compat_set_heading_level (self->heading, 2);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->rows_box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_add_css_class (self->rows_box, "card");
  gtk_widget_set_overflow (self->rows_box, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->rows_box, GTK_WIDGET (self));

  self->more_button = gtk_button_new ();
  gtk_widget_add_css_class (self->more_button, "flat");
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->more_button, "clicked", G_CALLBACK (more_cb), self);
  gtk_widget_set_parent (self->more_button, GTK_WIDGET (self));
}

static FysResultRow *
ensure_row (FysResultGroup *self,
            guint           index)
{
  if (index == self->rows->len)
    {
      GtkWidget *row = fys_result_row_new ();

      if (self->line_chars > 0)
        fys_result_row_set_line_chars (FYS_RESULT_ROW (row), self->line_chars);
      gtk_box_append (GTK_BOX (self->rows_box), row);
      g_ptr_array_add (self->rows, row);
    }
  return g_ptr_array_index (self->rows, index);
}

void
fys_result_group_set_hits (FysResultGroup *self,
                           FysHitKind      kind,
                           GPtrArray      *hits,
                           guint           n_shown,
                           gboolean        has_more)
{
  guint n_hits;

  g_return_if_fail (FYS_IS_RESULT_GROUP (self));
  g_return_if_fail (hits != NULL);

  self->kind = kind;
  n_hits = MIN (hits->len, n_shown);
  for (guint i = 0; i < n_hits; i++)
    fys_result_row_set_hit (ensure_row (self, i), g_ptr_array_index (hits, i));
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->rows, i), i < n_hits);
  gtk_label_set_label (GTK_LABEL (self->heading), fys_hit_kind_get_heading (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows_box), GTK_ACCESSIBLE_PROPERTY_LABEL, fys_hit_kind_get_heading (kind), -1);
  gtk_button_set_label (GTK_BUTTON (self->more_button), fys_hit_kind_get_more (kind));
  gtk_widget_set_visible (self->more_button, has_more);
  gtk_widget_set_visible (GTK_WIDGET (self), n_hits > 0);
}

gboolean
fys_result_group_prepare (FysResultGroup *self,
                          guint           n_rows)
{
  g_return_val_if_fail (FYS_IS_RESULT_GROUP (self), FALSE);

  if (self->rows->len >= n_rows)
    return FALSE;
  gtk_widget_set_visible (GTK_WIDGET (ensure_row (self, self->rows->len)), FALSE);
  return TRUE;
}

void
fys_result_group_set_line_chars (FysResultGroup *self,
                                 guint           line_chars)
{
  g_return_if_fail (FYS_IS_RESULT_GROUP (self));

  self->line_chars = line_chars;
  for (guint i = 0; i < self->rows->len; i++)
    fys_result_row_set_line_chars (g_ptr_array_index (self->rows, i), line_chars);
}

void
fys_result_group_add_stops (FysResultGroup *self,
                            GPtrArray      *stops)
{
  g_return_if_fail (FYS_IS_RESULT_GROUP (self));
  g_return_if_fail (stops != NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (self->rows, i)))
      g_ptr_array_add (stops, g_ptr_array_index (self->rows, i));
  if (gtk_widget_get_visible (self->more_button))
    g_ptr_array_add (stops, self->more_button);
}
