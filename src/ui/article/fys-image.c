/* fys-image.c - a picture of an article, or the words that stand for it
 *
 * A file may be anything, so its size is looked at before it is decoded, and it is decoded no larger than a page can show.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-image.h"

#define MAX_FILE_BYTES  (32 * 1024 * 1024)
#define MAX_PIXELS      (64 * 1000 * 1000) /* some 256 MB while it is decoded: more than any camera of a clinic gives */
#define MAX_WIDTH_PX    1600               /* twice the widest column */
#define MAX_HEIGHT_PX   2400

struct _FysImage
{
  GtkWidget     parent_instance;

  GtkWidget    *stack;
  GtkWidget    *picture;

  /* Owned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (FysImage, fys_image, GTK_TYPE_WIDGET)

static gboolean
is_acceptable (const char  *path,
               int         *out_width,
               int         *out_height,
               GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return FALSE;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > MAX_FILE_BYTES
      || gdk_pixbuf_get_file_info (path, out_width, out_height) == NULL
      || *out_width <= 0 || *out_height <= 0 || (gint64) *out_width * *out_height > MAX_PIXELS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not a picture, or too large");
      return FALSE;
    }

  return TRUE;
}

/* In a worker thread. */
static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const char *path = task_data;
  GdkPixbuf  *pixbuf;
  GError     *error = NULL;
  int         width, height;

  if (!is_acceptable (path, &width, &height, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (width > MAX_WIDTH_PX || height > MAX_HEIGHT_PX)
    pixbuf = gdk_pixbuf_new_from_file_at_scale (path, MIN (width, MAX_WIDTH_PX), MIN (height, MAX_HEIGHT_PX), TRUE, &error);
  else
    pixbuf = gdk_pixbuf_new_from_file (path, &error);

  if (pixbuf == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, pixbuf, g_object_unref);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (FysImage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (pixbuf == NULL)
    {
      g_debug ("Picture not shown: %s", error->message);
      return;
    }

  if (self->stack == NULL)
    return;

  texture = gdk_texture_new_for_pixbuf (pixbuf);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->picture);
}

static void
fys_image_dispose (GObject *object)
{
  FysImage *self = FYS_IMAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (fys_image_parent_class)->dispose (object);
}

static void
fys_image_finalize (GObject *object)
{
  g_clear_object (&FYS_IMAGE (object)->cancellable);

  G_OBJECT_CLASS (fys_image_parent_class)->finalize (object);
}

static void
fys_image_class_init (FysImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_image_dispose;
  G_OBJECT_CLASS (klass)->finalize = fys_image_finalize;

  gtk_widget_class_set_css_name (widget_class, "articleimage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fys_image_init (FysImage *self)
{
  self->cancellable = g_cancellable_new ();

  self->picture = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

static GtkWidget *
make_frame (GtkWidget *words)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name ("image-x-generic-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (frame, "missing-image");
  gtk_box_append (GTK_BOX (frame), icon);
  gtk_box_append (GTK_BOX (frame), words);
  return frame;
}

GtkWidget *
fys_image_new (GFile      *file,
               GtkWidget  *words,
               const char *alternative_text)
{
  FysImage  *self;
  GtkWidget *frame;

  g_return_val_if_fail (GTK_IS_WIDGET (words) && alternative_text != NULL, NULL);

  self = g_object_new (FYS_TYPE_IMAGE, NULL);
  frame = make_frame (words);
  gtk_stack_add_child (GTK_STACK (self->stack), frame);
  gtk_stack_add_child (GTK_STACK (self->stack), self->picture);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), alternative_text);

  if (file != NULL && g_file_peek_path (file) != NULL)
    {
      /* Not the task's source: a GTask may let go of that in the worker, where a widget must not end. */
      g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, loaded_cb, g_object_ref (self));

      g_task_set_task_data (task, g_file_get_path (file), g_free);
      g_task_run_in_thread (task, load_in_thread);
    }

  return GTK_WIDGET (self);
}
