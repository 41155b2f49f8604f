/* fys-pain-table.c - the pain before and after exercises as a table, the newest first
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-pain-table.h"

#include <glib/gi18n.h>

#include "fys-date.h"
#include "fys-entry-model.h"

/* Gives the text of a cell. Returns: (transfer full) */
typedef char *(*CellFunc) (FysEntryItem *item);

struct _FysPainTable
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget     *scroller; /* child */
  FysEntryModel *model;
};

G_DEFINE_FINAL_TYPE (FysPainTable, fys_pain_table, GTK_TYPE_WIDGET)

static char *
dup_date (FysEntryItem *item)
{
  return fys_day_dup_short_text (fys_entry_item_get_day (item));
}

static char *
dup_exercise (FysEntryItem *item)
{
  return g_strdup (fys_entry_item_get_entry (item)->exercise);
}

static char *
dup_pain (int pain)
{
  /* Translators: stands in a table where nobody answered. */
  return pain >= 0 ? g_strdup_printf ("%d", pain) : g_strdup (C_ ("pain", "–"));
}

static char *
dup_before (FysEntryItem *item)
{
  return dup_pain (fys_entry_item_get_entry (item)->pain_before);
}

static char *
dup_after (FysEntryItem *item)
{
  return dup_pain (fys_entry_item_get_entry (item)->pain_after);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  is_text)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (GPOINTER_TO_INT (is_text))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
  else
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  func)
{
  CellFunc dup_text = (CellFunc) func;
  g_autofree char *text = dup_text (gtk_list_item_get_item (list_item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
}

static void
add_column (GtkColumnView *view,
            const char    *title,
            CellFunc       dup_text,
            gboolean       is_text)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (is_text));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) dup_text);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, is_text);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
}

static void
fys_pain_table_dispose (GObject *object)
{
  FysPainTable *self = FYS_PAIN_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (fys_pain_table_parent_class)->dispose (object);
}

static void
fys_pain_table_class_init (FysPainTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_pain_table_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fys_pain_table_init (FysPainTable *self)
{
  GtkWidget *view;

  self->model = fys_entry_model_new ();
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pain before and after exercises"), -1);
  gtk_widget_add_css_class (view, "data-table");
  add_column (GTK_COLUMN_VIEW (view), _("Date"), dup_date, FALSE);
  add_column (GTK_COLUMN_VIEW (view), _("Exercise"), dup_exercise, TRUE);
  add_column (GTK_COLUMN_VIEW (view), C_ ("pain", "Before"), dup_before, FALSE);
  add_column (GTK_COLUMN_VIEW (view), C_ ("pain", "After"), dup_after, FALSE);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), view);
  gtk_widget_add_css_class (self->scroller, "fys-table-frame");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
fys_pain_table_new (void)
{
  return g_object_new (FYS_TYPE_PAIN_TABLE, NULL);
}

void
fys_pain_table_set_days (FysPainTable   *self,
                         FysJournalDays *days)
{
  g_return_if_fail (FYS_IS_PAIN_TABLE (self));
  fys_entry_model_set_days (self->model, days);
}
