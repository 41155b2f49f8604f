/* fys-reading-shelf.c - what the user reads: where to go on, what was opened lately, bookmarks; where to begin when there is none of it
 *
 * A place in an article is kept again and again while it is read: what is not in sight is brought up to date when it comes in sight.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-reading-shelf.h"

#include <glib/gi18n.h>

#include "ui/library/fys-library-words.h"
#include "ui/library/fys-link-row.h"
#include "ui/library/fys-reading-undo.h"

#define N_RECENT 5
#define N_FIRST  3
/* More of them are shown when they are asked for. */
#define N_BOOKMARKS 8
/* Whoever came this far has read it. */
#define READ_PROGRESS 0.97

/* Good ones to begin with, the best first; those that the library has are taken. */
static const char *const first_keys[] = {
  "laendesmerter", "hold-i-nakken", "loeberknae", "frossen-skulder", "spaendingshovedpine", "iskias", "haelspore", "traening-for-aeldre", NULL,
};

struct _FysReadingShelf
{
  GtkWidget     parent_instance;

  /* Template children */
  GtkWidget    *welcome_box;
  GtkListBox   *first_list;
  GtkWidget    *continue_button;
  GtkLabel     *continue_title;
  GtkLabel     *continue_place;
  GtkWidget    *continue_bar;
  GtkLabel     *continue_left;
  GtkWidget    *recent_box;
  GtkWidget    *recent_heading;
  GtkListBox   *recent_list;
  GtkWidget    *bookmark_box;
  GtkListBox   *bookmark_list;
  GtkWidget    *more_button;

  /* Owned */
  FysLibrary   *library;      /* (nullable) */
  FysReading   *reading;      /* (nullable) */
  GCancellable *cancellable;
  char         *continue_key; /* (nullable) */
  double        continue_progress;

  gboolean      is_stale;     /* to be brought up to date when it comes in sight */
  gboolean      shows_all_bookmarks;
};

static guint removed_signal;

G_DEFINE_FINAL_TYPE (FysReadingShelf, fys_reading_shelf, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* Returns: the number of the row that has the focus, or -1 */
static int
find_focus (GtkListBox *list)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (list));

  return child != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child)) : -1;
}

/* The focus does not go with the row that it was in. */
static void
move_focus (FysReadingShelf *self,
            GtkListBox      *list,
            int              index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  if (row == NULL && index > 0)
    row = gtk_list_box_get_row_at_index (list, index - 1);
  if (row != NULL)
    (void) gtk_widget_grab_focus (GTK_WIDGET (row)); /* a row always takes it */
  else
    (void) gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

/* where to go on */

static void
show_continue (FysReadingShelf      *self,
               const FysReadingItem *item)
{
  g_autofree char *left = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (self->continue_button, item != NULL);
  g_clear_pointer (&self->continue_key, g_free);
  if (item == NULL)
    return;
  self->continue_key = g_strdup (item->key);
  self->continue_progress = item->progress;
  left = fys_library_words_dup_left (0, item->progress);
  /* Translators: %1$s is the title of an article, %2$s the section in which one was reading (may be empty) */
  name = g_strdup_printf (_ ("Continue reading %1$s %2$s"), item->title, item->section);
  gtk_label_set_label (self->continue_title, item->title);
  gtk_label_set_label (self->continue_place, item->section);
  gtk_widget_set_visible (GTK_WIDGET (self->continue_place), *item->section != '\0');
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->continue_bar), item->progress);
  gtk_label_set_label (self->continue_left, left);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->continue_button), "(sss)", item->key, item->uri, "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->continue_button), "win.open-article"); /* which asks for its target */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->continue_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* what was opened lately */

static void
remove_recent_cb (FysReadingShelf *self,
                  FysLinkRow      *row)
{
  const FysReadingItem *item = fys_reading_find (self->reading, fys_link_row_get_key (row));
  g_autoptr (GVariant)  undo = item != NULL ? g_variant_ref_sink (fys_reading_undo_new (item, FALSE)) : NULL;
  g_autofree char      *text = NULL;
  g_autofree char      *key = NULL;

  if (item == NULL)
    return;
  /* Translators: %s is the title of an article, and the list that of what was recently opened */
  text = g_strdup_printf (_ ("“%s” removed from the list"), item->title);
  key = g_strdup (item->key);
  /* The list is made anew by it, and the row is gone. */
  fys_reading_forget (self->reading, key);
  g_signal_emit (self, removed_signal, 0, text, undo);
}

/* Shows the latest unfinished article above, and the others below. */
static void
show_recent (FysReadingShelf *self,
             GPtrArray       *recent)
{
  const FysReadingItem *unfinished = NULL;
  gint64                now_s = g_get_real_time () / G_USEC_PER_SEC;
  guint                 n_shown = 0;
  int                   focus = find_focus (self->recent_list);

  for (guint i = 0; i < recent->len && unfinished == NULL; i++)
    if (((FysReadingItem *) g_ptr_array_index (recent, i))->progress < READ_PROGRESS)
      unfinished = g_ptr_array_index (recent, i);
  show_continue (self, unfinished);

  clear_list (self->recent_list);
  for (guint i = 0; i < recent->len && n_shown < N_RECENT; i++)
    if (g_ptr_array_index (recent, i) != unfinished)
      {
        GtkWidget *row = fys_link_row_new_recent (g_ptr_array_index (recent, i), now_s);

        g_signal_connect_object (row, "remove-requested", G_CALLBACK (remove_recent_cb), self, G_CONNECT_SWAPPED);
        gtk_list_box_append (self->recent_list, row);
        n_shown++;
      }
  gtk_widget_set_visible (self->recent_box, n_shown > 0);
  if (focus >= 0)
    move_focus (self, self->recent_list, focus);
}

static void
forget_cb (FysReadingShelf *self)
{
  fys_reading_forget_recent (self->reading);
  (void) gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD); /* the button went with the list */
}

/* bookmarks */

/* Returns: (transfer none) (nullable): valid until the next change */
static const FysReadingItem *
find_bookmark (FysReadingShelf *self,
               FysLinkRow      *row)
{
  g_autoptr (GPtrArray) bookmarks = fys_reading_list_bookmarks (self->reading);

  for (guint i = 0; i < bookmarks->len; i++)
    {
      const FysReadingItem *item = g_ptr_array_index (bookmarks, i);

      if (g_str_equal (item->key, fys_link_row_get_key (row)) && g_str_equal (item->place.slug, fys_link_row_get_slug (row)))
        return item;
    }
  return NULL;
}

static void
remove_bookmark_cb (FysReadingShelf *self,
                    FysLinkRow      *row)
{
  const FysReadingItem *item = find_bookmark (self, row);
  g_autoptr (GVariant)  undo = item != NULL ? g_variant_ref_sink (fys_reading_undo_new (item, TRUE)) : NULL;
  g_autofree char      *text = NULL;
  g_autofree char      *key = NULL;
  g_autofree char      *slug = NULL;

  if (item == NULL)
    return;
  /* Translators: %s is the title of an article */
  text = g_strdup_printf (_ ("Bookmark in “%s” removed"), item->title);
  key = g_strdup (item->key);
  slug = g_strdup (item->place.slug);
  /* The list is made anew by it, and the row is gone. */
  fys_reading_remove_bookmark (self->reading, key, slug);
  g_signal_emit (self, removed_signal, 0, text, undo);
}

static void
show_bookmarks (FysReadingShelf *self,
                GPtrArray       *bookmarks)
{
  guint n_shown = self->shows_all_bookmarks ? bookmarks->len : MIN (bookmarks->len, N_BOOKMARKS);
  int   focus = find_focus (self->bookmark_list);

  clear_list (self->bookmark_list);
  for (guint i = 0; i < n_shown; i++)
    {
      GtkWidget *row = fys_link_row_new_bookmark (g_ptr_array_index (bookmarks, i));

      g_signal_connect_object (row, "remove-requested", G_CALLBACK (remove_bookmark_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->bookmark_list, row);
    }
  gtk_widget_set_visible (self->bookmark_box, n_shown > 0);
  gtk_widget_set_visible (self->more_button, n_shown < bookmarks->len);
  if (focus >= 0)
    move_focus (self, self->bookmark_list, focus);
}

static void
show_all_cb (FysReadingShelf *self)
{
  g_autoptr (GPtrArray) bookmarks = fys_reading_list_bookmarks (self->reading);

  self->shows_all_bookmarks = TRUE;
  show_bookmarks (self, bookmarks);
  move_focus (self, self->bookmark_list, N_BOOKMARKS); /* the first that was not there before */
}

/* what the library knows of them */

static void
tell_left (FysReadingShelf      *self,
           const FysLibraryInfo *info)
{
  const FysReadingItem *item = fys_reading_find (self->reading, info->key);
  g_autofree char      *left = item != NULL ? fys_library_words_dup_left (info->reading_min, item->progress) : g_strdup ("");

  if (g_strcmp0 (info->key, self->continue_key) == 0)
    gtk_label_set_label (self->continue_left, left);
  for (int i = 0; gtk_list_box_get_row_at_index (self->recent_list, i) != NULL; i++)
    {
      FysLinkRow *row = FYS_LINK_ROW (gtk_list_box_get_row_at_index (self->recent_list, i));

      if (g_str_equal (info->key, fys_link_row_get_key (row)))
        fys_link_row_set_hint (row, left);
    }
}

static void
read_found_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (FysReadingShelf) self = user_data;
  g_autoptr (GPtrArray)       entries = fys_library_find_finish (FYS_LIBRARY (source), result, NULL);

  if (entries == NULL || self->reading == NULL) /* cancelled, or an index that is being built anew: it stays as it was kept */
    return;
  for (guint i = 0; i < entries->len; i++)
    tell_left (self, fys_library_entry_get_info (g_ptr_array_index (entries, i)));
}

static void
ask_about_read (FysReadingShelf *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  if (self->library == NULL)
    return;
  if (self->continue_key != NULL)
    g_ptr_array_add (keys, self->continue_key);
  for (int i = 0; gtk_list_box_get_row_at_index (self->recent_list, i) != NULL; i++)
    g_ptr_array_add (keys, (gpointer) fys_link_row_get_key (FYS_LINK_ROW (gtk_list_box_get_row_at_index (self->recent_list, i))));
  g_ptr_array_add (keys, NULL);
  if (keys->len > 1)
    fys_library_find_async (self->library, (const char *const *) keys->pdata, self->cancellable, read_found_cb, g_object_ref (self));
}

/* where to begin */

static void
show_first (FysReadingShelf *self,
            GPtrArray       *entries)
{
  clear_list (self->first_list);
  for (guint i = 0; i < MIN (entries->len, N_FIRST); i++)
    gtk_list_box_append (self->first_list, fys_link_row_new_entry (g_ptr_array_index (entries, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->first_list), entries->len > 0);
}

static void
first_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (FysReadingShelf) self = user_data;
  g_autoptr (GPtrArray)       entries = fys_library_list_finish (FYS_LIBRARY (source), result, NULL);

  if (entries != NULL && self->first_list != NULL)
    show_first (self, entries);
}

/* A library that has none of them begins with what was written last. */
static void
first_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (FysReadingShelf) self = user_data;
  g_autoptr (GPtrArray)       entries = fys_library_find_finish (FYS_LIBRARY (source), result, NULL);
  FysLibraryFilter            latest = { .collection = FYS_N_COLLECTIONS, .order = FYS_ORDER_UPDATED };

  if (entries == NULL || self->first_list == NULL)
    return;
  if (entries->len > 0)
    show_first (self, entries);
  else
    fys_library_list_async (self->library, &latest, 0, N_FIRST, self->cancellable, first_listed_cb, g_object_ref (self));
}

static void
show_welcome (FysReadingShelf *self,
              gboolean         is_new_here)
{
  gtk_widget_set_visible (self->welcome_box, is_new_here);
  if (is_new_here && self->library != NULL)
    fys_library_find_async (self->library, first_keys, self->cancellable, first_found_cb, g_object_ref (self));
}

static void
update (FysReadingShelf *self)
{
  g_autoptr (GPtrArray) recent = NULL;
  g_autoptr (GPtrArray) bookmarks = NULL;

  self->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  recent = self->reading != NULL ? fys_reading_list_recent (self->reading) : g_ptr_array_new ();
  bookmarks = self->reading != NULL ? fys_reading_list_bookmarks (self->reading) : g_ptr_array_new ();
  show_recent (self, recent);
  show_bookmarks (self, bookmarks);
  show_welcome (self, recent->len == 0 && bookmarks->len == 0);
  ask_about_read (self);
}

static void
library_changed_cb (FysReadingShelf *self)
{
  if (gtk_widget_get_visible (self->welcome_box))
    update (self);
  else
    ask_about_read (self);
}

static void
fys_reading_shelf_map (GtkWidget *widget)
{
  FysReadingShelf *self = FYS_READING_SHELF (widget);

  GTK_WIDGET_CLASS (fys_reading_shelf_parent_class)->map (widget);
  if (self->is_stale)
    update (self);
}

static void
fys_reading_shelf_dispose (GObject *object)
{
  FysReadingShelf *self = FYS_READING_SHELF (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_READING_SHELF);

  G_OBJECT_CLASS (fys_reading_shelf_parent_class)->dispose (object);
}

static void
fys_reading_shelf_finalize (GObject *object)
{
  FysReadingShelf *self = FYS_READING_SHELF (object);

  g_object_unref (self->cancellable);
  g_free (self->continue_key);

  G_OBJECT_CLASS (fys_reading_shelf_parent_class)->finalize (object);
}

static void
fys_reading_shelf_class_init (FysReadingShelfClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_reading_shelf_dispose;
  object_class->finalize = fys_reading_shelf_finalize;
  widget_class->map = fys_reading_shelf_map;

  removed_signal = g_signal_new ("removed", FYS_TYPE_READING_SHELF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_VARIANT);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/library/fys-reading-shelf.ui");
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, welcome_box);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, first_list);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, continue_button);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, continue_title);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, continue_place);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, continue_bar);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, continue_left);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, recent_box);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, recent_heading);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, recent_list);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, bookmark_box);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, bookmark_list);
  gtk_widget_class_bind_template_child (widget_class, FysReadingShelf, more_button);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
fys_reading_shelf_init (FysReadingShelf *self)
{
  self->cancellable = g_cancellable_new ();
  self->is_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
fys_reading_shelf_set_sources (FysReadingShelf *self,
                               FysLibrary      *library,
                               FysReading      *reading)
{
  g_return_if_fail (FYS_IS_READING_SHELF (self));
  g_return_if_fail (library == NULL || FYS_IS_LIBRARY (library));
  g_return_if_fail (reading == NULL || FYS_IS_READING (reading));
  g_return_if_fail (self->library == NULL && self->reading == NULL);

  if (g_set_object (&self->library, library))
    g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  if (g_set_object (&self->reading, reading))
    g_signal_connect_object (reading, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
