/* fys-document.c - an open article: its file, what was parsed of it, and the watch on the file
 *
 * The document is made on the thread that draws, with the watch already running, handed to a worker that fills it, and given back: so a
 * change between the reading and the end of the loading is not lost. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-document.h"

#include "core/clinic/fys-clinic.h"
#include "core/library/fys-library-folder.h"

/* An editor saves in several steps (write, rename, attributes); one reading after the last of them is enough. */
#define SETTLE_MS 200

/* An article with more pictures is read again when its text changes, but not for the pictures beyond. */
#define MAX_WATCHED_IMAGES 100

struct _FysDocument
{
  GObject          parent_instance;

  /* Owned */
  GFile           *file;
  char            *key;
  char            *version;
  FysArticle      *article;
  FysExerciseList *exercises;
  GPtrArray       *findings;   /* of FysDiagnostic */
  const char      *specialty;  /* static; once it was guessed */
  GHashTable      *images;     /* address as the article has it → path; only those that may be shown */
  GFileMonitor    *monitor;
  GPtrArray       *image_places;   /* (element-type filename): where the article's images are, or will be looked for */
  GPtrArray       *image_monitors; /* of them */
  guint            watch_id;       /* 0 when the images need not be watched any more, or are */
  guint            settle_id;  /* 0 when no change waits */
  gboolean         is_loading; /* nobody listens yet */
  gboolean         has_specialty;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysDocument, fys_document, G_TYPE_OBJECT)

static gboolean
settled_cb (gpointer user_data)
{
  FysDocument *self = user_data;

  if (self->is_loading)
    return G_SOURCE_CONTINUE;
  self->settle_id = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
note_change (FysDocument *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static void
file_changed_cb (FysDocument      *self,
                 GFile            *file,
                 GFile            *other_file,
                 GFileMonitorEvent event)
{
  switch (event)
    {
    case G_FILE_MONITOR_EVENT_CHANGED:
    case G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT:
    case G_FILE_MONITOR_EVENT_DELETED:
    case G_FILE_MONITOR_EVENT_CREATED:
    case G_FILE_MONITOR_EVENT_MOVED:
    case G_FILE_MONITOR_EVENT_RENAMED:
    case G_FILE_MONITOR_EVENT_MOVED_IN:
    case G_FILE_MONITOR_EVENT_MOVED_OUT:
    case G_FILE_MONITOR_EVENT_UNMOUNTED:
      note_change (self);
      break;
    case G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED:
    case G_FILE_MONITOR_EVENT_PRE_UNMOUNT:
    default:
      break;
    }
}

static void
watch (FysDocument *self)
{
  /* A file that cannot be watched is shown all the same; it is only not read again by itself. */
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

/* When the article is on the screen; the watch on a picture is for who draws it just now. */
static gboolean
watch_images_cb (gpointer user_data)
{
  FysDocument *self = user_data;

  self->watch_id = 0;
  for (guint i = 0; i < self->image_places->len; i++)
    {
      g_autoptr (GFile) place = g_file_new_for_path (self->image_places->pdata[i]);
      GFileMonitor     *monitor = g_file_monitor_file (place, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

      if (monitor == NULL)
        continue;
      g_signal_connect_object (monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->image_monitors, monitor);
    }
  return G_SOURCE_REMOVE;
}

static void
add_image (FysDocument *self,
           const char  *root,
           const char  *source)
{
  g_autofree char *path = NULL;
  g_autofree char *place = NULL;

  if (source == NULL || g_hash_table_contains (self->images, source))
    return;
  path = fys_library_folder_dup_image (self->file, root, source);
  place = path != NULL ? g_strdup (path) : fys_library_folder_dup_image_place (self->file, root, source);
  if (place != NULL && self->image_places->len < MAX_WATCHED_IMAGES
      && !g_ptr_array_find_with_equal_func (self->image_places, place, g_str_equal, NULL))
    g_ptr_array_add (self->image_places, g_steal_pointer (&place));
  if (path != NULL)
    g_hash_table_insert (self->images, g_strdup (source), g_steal_pointer (&path));
}

static void
add_images_of_text (FysDocument   *self,
                    const char    *root,
                    const FysText *text)
{
  for (guint i = 0; i < text->n_spans; i++)
    if (text->spans[i].kind == FYS_SPAN_IMAGE)
      add_image (self, root, text->spans[i].target);
}

/* Every image of the article is looked for here, in the worker, so that drawing asks no disk where an image is. */
static void
find_images (FysDocument *self)
{
  g_autofree char *root = self->file != NULL ? fys_library_folder_dup_root (self->file) : NULL;
  guint            n_blocks;
  const FysBlock  *blocks = fys_article_get_blocks (self->article, &n_blocks);

  if (root == NULL)
    return;
  for (guint i = 0; i < n_blocks; i++)
    {
      const FysBlock *block = &blocks[i];

      if (block->kind == FYS_BLOCK_IMAGE)
        add_image (self, root, block->source);
      add_images_of_text (self, root, &block->text);
      if (block->table != NULL)
        for (guint cell = 0; cell < block->table->n_rows * block->table->n_columns; cell++)
          add_images_of_text (self, root, &block->table->cells[cell]);
    }
  add_image (self, root, fys_article_get_metadata (self->article)->preview_image);
}

/* Of what is read, so that a change of the front matter or of the file's date is none. */
static char *
dup_version (FysArticle *article)
{
  guint            n_blocks;
  g_autofree char *text = NULL;

  (void) fys_article_get_blocks (article, &n_blocks); /* only how many */
  text = fys_article_dup_plain_text (article, 0, n_blocks);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA1, text, -1);
}

static void
take_article (FysDocument *self,
              FysArticle  *article)
{
  self->article = article;
  self->key = self->file != NULL ? fys_library_dup_article_key (self->file) : g_strdup ("");
  self->version = dup_version (article);
  self->exercises = fys_exercise_list_new (article);
  self->findings = fys_exercise_list_dup_findings (self->exercises, article);
  find_images (self);
}

static void
fys_document_dispose (GObject *object)
{
  FysDocument *self = FYS_DOCUMENT (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->watch_id, g_source_remove);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_ptr_array_set_size (self->image_monitors, 0);

  G_OBJECT_CLASS (fys_document_parent_class)->dispose (object);
}

static void
fys_document_finalize (GObject *object)
{
  FysDocument *self = FYS_DOCUMENT (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->article, fys_article_unref);
  g_clear_pointer (&self->exercises, fys_exercise_list_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_hash_table_unref);
  g_clear_pointer (&self->image_places, g_ptr_array_unref);
  g_clear_pointer (&self->image_monitors, g_ptr_array_unref);

  G_OBJECT_CLASS (fys_document_parent_class)->finalize (object);
}

static void
fys_document_class_init (FysDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fys_document_dispose;
  object_class->finalize = fys_document_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FYS_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
fys_document_init (FysDocument *self)
{
  self->images = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->image_places = g_ptr_array_new_with_free_func (g_free);
  self->image_monitors = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  FysDocument *self = task_data;
  GError      *error = NULL;
  FysArticle  *article = fys_article_load (self->file, cancellable, &error);

  if (article == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take_article (self, article);
  g_task_return_boolean (task, TRUE);
}

void
fys_document_load_async (GFile              *file,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  FysDocument      *self;

  g_return_if_fail (G_IS_FILE (file));

  self = g_object_new (FYS_TYPE_DOCUMENT, NULL);
  self->file = g_object_ref (file);
  self->is_loading = TRUE;
  watch (self);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, fys_document_load_async);
  /* Owned by load_finish(): a GTask may let go of its data in the worker, where a file monitor must not end. */
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, load_thread);
}

FysDocument *
fys_document_load_finish (GAsyncResult *result,
                          GError      **error)
{
  g_autoptr (FysDocument) self = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, fys_document_load_async), NULL);

  self = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  self->is_loading = FALSE;
  self->watch_id = g_idle_add_full (G_PRIORITY_LOW, watch_images_cb, self, NULL);
  return g_steal_pointer (&self);
}

FysDocument *
fys_document_new (FysArticle *article,
                  GFile      *file)
{
  FysDocument *self;

  g_return_val_if_fail (article != NULL, NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  self = g_object_new (FYS_TYPE_DOCUMENT, NULL);
  self->file = file != NULL ? g_object_ref (file) : NULL;
  take_article (self, fys_article_ref (article));
  return self;
}

FysArticle *
fys_document_get_article (FysDocument *self)
{
  g_return_val_if_fail (FYS_IS_DOCUMENT (self), NULL);

  return self->article;
}

FysExerciseList *
fys_document_get_exercises (FysDocument *self)
{
  g_return_val_if_fail (FYS_IS_DOCUMENT (self), NULL);

  return self->exercises;
}

GPtrArray *
fys_document_get_findings (FysDocument *self)
{
  g_return_val_if_fail (FYS_IS_DOCUMENT (self), NULL);

  return self->findings;
}

GFile *
fys_document_get_file (FysDocument *self)
{
  g_return_val_if_fail (FYS_IS_DOCUMENT (self), NULL);

  return self->file;
}

const char *
fys_document_get_key (FysDocument *self)
{
  g_return_val_if_fail (FYS_IS_DOCUMENT (self), NULL);

  return self->key;
}

const char *
fys_document_get_version (FysDocument *self)
{
  g_return_val_if_fail (FYS_IS_DOCUMENT (self), NULL);

  return self->version;
}

const char *
fys_document_get_specialty (FysDocument *self)
{
  g_return_val_if_fail (FYS_IS_DOCUMENT (self), NULL);

  /* Guessing reads all of the text, and few readers ask for it. */
  if (!self->has_specialty)
    self->specialty = fys_clinic_guess_specialty (self->article);
  self->has_specialty = TRUE;
  return self->specialty;
}

GFile *
fys_document_dup_image_file (FysDocument *self,
                             const char  *source)
{
  const char *path;

  g_return_val_if_fail (FYS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  path = g_hash_table_lookup (self->images, source);
  return path != NULL ? g_file_new_for_path (path) : NULL;
}
