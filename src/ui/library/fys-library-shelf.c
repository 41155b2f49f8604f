/* fys-library-shelf.c - the library by kind and by part of the body
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-library-shelf.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/library/fys-library-scope.h"
#include "ui/library/fys-library-words.h"
#include "ui/library/fys-tile.h"

static const char *const kind_icons[] = {
  [FYS_COLLECTION_DICTIONARY] = "accessories-dictionary-symbolic",
  [FYS_COLLECTION_GUIDES] = "x-office-document-symbolic",
  [FYS_COLLECTION_STRENGTH] = "emoji-activities-symbolic",
};
G_STATIC_ASSERT (G_N_ELEMENTS (kind_icons) == FYS_N_COLLECTIONS);

struct _FysLibraryShelf
{
  GtkWidget     parent_instance;

  /* Template children */
  GtkWidget    *kinds_section;
  GtkFlowBox   *kinds_box;
  GtkWidget    *rows;
  GtkWidget    *changed_row;
  GtkWidget    *all_row;
  GtkWidget    *questions_row;
  GtkWidget    *parts_section;
  GtkFlowBox   *parts_box;

  /* Owned */
  FysLibrary   *library; /* (nullable) */
  FysReading   *reading; /* (nullable) */
  GCancellable *cancellable;
  GPtrArray    *parts;   /* FysTile, borrowed: children of parts_box, in their order */

  /* Borrowed: children of kinds_box */
  GtkWidget    *kinds[FYS_N_COLLECTIONS];

  gint64        looked_s;    /* as it was when what has changed since was counted */
  gboolean      is_counting;
  gboolean      is_stale; /* it has changed while its articles were being counted */
  gboolean      is_empty;
};

enum
{
  PROP_0,
  PROP_IS_EMPTY,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void count (FysLibraryShelf *self);

G_DEFINE_FINAL_TYPE (FysLibraryShelf, fys_library_shelf, GTK_TYPE_WIDGET)

/* The focus goes to the tile, and not to what the flow box puts around it. */
static void
append_tile (GtkFlowBox *box,
             GtkWidget  *tile)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), tile);
  gtk_flow_box_append (box, child);
}

static void
add_kinds (FysLibraryShelf *self)
{
  for (FysCollection i = 0; i < FYS_N_COLLECTIONS; i++)
    {
      g_autofree char *scope = fys_library_scope_dup_collection (i);

      self->kinds[i] = fys_tile_new (scope, fys_library_words_get_collection (i), kind_icons[i]);
      append_tile (self->kinds_box, self->kinds[i]);
    }
}

/* parts of the body */

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const char *slugs[] = { *(const char *const *) a, *(const char *const *) b };
  guint       ranks[] = { fys_library_words_get_body_part_rank (slugs[0]), fys_library_words_get_body_part_rank (slugs[1]) };

  return ranks[0] != ranks[1] ? (ranks[0] > ranks[1]) - (ranks[0] < ranks[1]) : strcmp (slugs[0], slugs[1]);
}

/* Returns: (transfer container) (element-type utf8): slugs, from head to toe */
static GPtrArray *
list_parts (FysLibraryCounts *counts)
{
  GPtrArray     *slugs = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       slug;

  g_hash_table_iter_init (&iter, counts->body_parts);
  while (g_hash_table_iter_next (&iter, &slug, NULL))
    g_ptr_array_add (slugs, slug);
  g_ptr_array_sort (slugs, compare_parts);
  return slugs;
}

static gboolean
are_shown (FysLibraryShelf *self,
           GPtrArray       *slugs)
{
  gboolean are_same = self->parts->len == slugs->len;

  for (guint i = 0; i < slugs->len && are_same; i++)
    {
      g_autofree char *scope = fys_library_scope_dup_body_part (g_ptr_array_index (slugs, i));

      are_same = g_str_equal (scope, fys_tile_get_scope (g_ptr_array_index (self->parts, i)));
    }
  return are_same;
}

static void
add_parts (FysLibraryShelf *self,
           GPtrArray       *slugs)
{
  GtkWidget       *child;
  GtkWidget       *focus = NULL;
  g_autofree char *focus_scope = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (self->parts, i)))
      focus_scope = g_strdup (fys_tile_get_scope (g_ptr_array_index (self->parts, i)));
  g_ptr_array_set_size (self->parts, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts_box))) != NULL)
    gtk_flow_box_remove (self->parts_box, child);
  for (guint i = 0; i < slugs->len; i++)
    {
      g_autofree char *scope = fys_library_scope_dup_body_part (g_ptr_array_index (slugs, i));
      g_autofree char *title = fys_library_words_dup_body_part (g_ptr_array_index (slugs, i));
      GtkWidget       *tile = fys_tile_new (scope, title, NULL);

      append_tile (self->parts_box, tile);
      g_ptr_array_add (self->parts, tile);
      if (focus_scope != NULL && (focus == NULL || g_str_equal (scope, focus_scope)))
        focus = tile;
    }
  if (focus != NULL)
    (void) gtk_widget_grab_focus (focus); /* a button takes it */
}

static void
show_parts (FysLibraryShelf  *self,
            FysLibraryCounts *counts)
{
  g_autoptr (GPtrArray) slugs = list_parts (counts);

  if (!are_shown (self, slugs))
    add_parts (self, slugs);
  for (guint i = 0; i < slugs->len; i++)
    fys_tile_set_count (g_ptr_array_index (self->parts, i),
                        GPOINTER_TO_UINT (g_hash_table_lookup (counts->body_parts, g_ptr_array_index (slugs, i))));
  gtk_widget_set_visible (self->parts_section, slugs->len > 0);
}

/* what has changed */

static void
changed_counted_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (FysLibraryShelf) self = user_data;
  g_autofree char            *text = NULL;
  guint                       n;

  if (!fys_library_count_list_finish (FYS_LIBRARY (source), result, &n, NULL) || self->changed_row == NULL)
    return;
  text = g_strdup_printf (ngettext ("%u new or changed article since you looked last", "%u new or changed articles since you looked last", n), n);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->changed_row), text);
  gtk_widget_set_visible (self->changed_row, n > 0);
}

/* Whoever never looked has not missed anything: from now on there may be something new. */
static void
begin_to_look (FysLibraryShelf *self,
               guint            n_articles)
{
  gboolean is_indexing;

  g_object_get (self->library, "is-indexing", &is_indexing, NULL);
  if (n_articles > 0 && !is_indexing && fys_reading_is_ready (self->reading))
    fys_reading_set_looked_s (self->reading, g_get_real_time () / G_USEC_PER_SEC);
}

static void
ask_what_has_changed (FysLibraryShelf *self,
                      guint            n_articles)
{
  gint64           looked_s = self->reading != NULL ? fys_reading_get_looked_s (self->reading) : 0;
  FysLibraryFilter filter = { .collection = FYS_N_COLLECTIONS, .changed_since_s = looked_s };
  g_autofree char *scope = fys_library_scope_dup_changed (looked_s);

  self->looked_s = looked_s;
  if (looked_s > 0)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->changed_row), "s", scope);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->changed_row), "win.list"); /* which asks for its target */
      fys_library_count_list_async (self->library, &filter, self->cancellable, changed_counted_cb, g_object_ref (self));
    }
  else if (self->reading != NULL)
    begin_to_look (self, n_articles);
}

/* all of it */

static void
set_empty (FysLibraryShelf *self,
           gboolean         is_empty)
{
  if (self->is_empty == is_empty)
    return;
  self->is_empty = is_empty;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_EMPTY]);
}

static void
show_counts (FysLibraryShelf  *self,
             FysLibraryCounts *counts)
{
  g_autofree char *articles = fys_library_words_dup_n_articles (counts->n_articles);
  g_autofree char *questions = g_strdup_printf (ngettext ("%u question", "%u questions", counts->n_questions), counts->n_questions);
  gboolean         is_indexing;
  guint            n_scans;
  guint            n_kinds = 0;

  for (guint i = 0; i < FYS_N_COLLECTIONS; i++)
    {
      fys_tile_set_count (FYS_TILE (self->kinds[i]), counts->n_by_collection[i]);
      /* A group of nothing is not worth a tile. */
      gtk_widget_set_visible (gtk_widget_get_parent (self->kinds[i]), counts->n_by_collection[i] > 0);
      n_kinds += counts->n_by_collection[i] > 0;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->kinds_box), n_kinds > 1); /* one kind is all articles */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->all_row), articles);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->questions_row), questions);
  gtk_widget_set_visible (self->questions_row, counts->n_questions > 0);
  show_parts (self, counts);
  g_object_get (self->library, "is-indexing", &is_indexing, "n-scans", &n_scans, NULL);
  set_empty (self, counts->n_articles == 0 && !is_indexing && n_scans > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), counts->n_articles > 0);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (FysLibraryShelf)  self = user_data;
  g_autoptr (FysLibraryCounts) counts = fys_library_count_finish (FYS_LIBRARY (source), result, NULL);

  self->is_counting = FALSE;
  if (self->library == NULL)
    return;
  if (counts != NULL)
    {
      show_counts (self, counts);
      ask_what_has_changed (self, counts->n_articles);
    }
  if (self->is_stale)
    count (self);
}

static void
count (FysLibraryShelf *self)
{
  self->is_stale = self->is_counting;
  if (self->is_counting)
    return;
  self->is_counting = TRUE;
  fys_library_count_async (self->library, self->cancellable, counted_cb, g_object_ref (self));
}

/* It changes with every place that is kept; only a look at what has changed is of matter. */
static void
reading_changed_cb (FysLibraryShelf *self)
{
  if (fys_reading_get_looked_s (self->reading) != self->looked_s)
    count (self);
}

static void
fys_library_shelf_dispose (GObject *object)
{
  FysLibraryShelf *self = FYS_LIBRARY_SHELF (object);
  GtkWidget       *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_LIBRARY_SHELF);
  /* Children without a name in the template are not its to let go of. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fys_library_shelf_parent_class)->dispose (object);
}

static void
fys_library_shelf_finalize (GObject *object)
{
  FysLibraryShelf *self = FYS_LIBRARY_SHELF (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->parts);

  G_OBJECT_CLASS (fys_library_shelf_parent_class)->finalize (object);
}

static void
fys_library_shelf_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IS_EMPTY:
      g_value_set_boolean (value, FYS_LIBRARY_SHELF (object)->is_empty);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_library_shelf_class_init (FysLibraryShelfClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_library_shelf_dispose;
  object_class->finalize = fys_library_shelf_finalize;
  object_class->get_property = fys_library_shelf_get_property;

  props[PROP_IS_EMPTY] = g_param_spec_boolean ("is-empty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/library/fys-library-shelf.ui");
  gtk_widget_class_bind_template_child (widget_class, FysLibraryShelf, kinds_section); /* so that it goes with the template */
  gtk_widget_class_bind_template_child (widget_class, FysLibraryShelf, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, FysLibraryShelf, rows);
  gtk_widget_class_bind_template_child (widget_class, FysLibraryShelf, changed_row);
  gtk_widget_class_bind_template_child (widget_class, FysLibraryShelf, all_row);
  gtk_widget_class_bind_template_child (widget_class, FysLibraryShelf, questions_row);
  gtk_widget_class_bind_template_child (widget_class, FysLibraryShelf, parts_section);
  gtk_widget_class_bind_template_child (widget_class, FysLibraryShelf, parts_box);
}

static void
fys_library_shelf_init (FysLibraryShelf *self)
{
  self->cancellable = g_cancellable_new ();
  self->parts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  add_kinds (self);
}

void
fys_library_shelf_set_sources (FysLibraryShelf *self,
                               FysLibrary      *library,
                               FysReading      *reading)
{
  g_return_if_fail (FYS_IS_LIBRARY_SHELF (self));
  g_return_if_fail (library == NULL || FYS_IS_LIBRARY (library));
  g_return_if_fail (reading == NULL || FYS_IS_READING (reading));
  g_return_if_fail (self->library == NULL);

  if (library != NULL && g_set_object (&self->reading, reading))
    g_signal_connect_object (reading, "changed", G_CALLBACK (reading_changed_cb), self, G_CONNECT_SWAPPED);
  if (!g_set_object (&self->library, library))
    return;
  g_signal_connect_object (library, "changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::is-indexing", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::n-scans", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  count (self);
}

gboolean
fys_library_shelf_is_empty (FysLibraryShelf *self)
{
  g_return_val_if_fail (FYS_IS_LIBRARY_SHELF (self), FALSE);

  return self->is_empty;
}
