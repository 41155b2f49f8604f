/* fys-image.c - a picture of an article, or the words that stand for it
 *
 * A file may be anything, so its size is looked at before it is decoded, and it is decoded no larger than a page can show. A drawing is drawn
 * as large as it is shown, and no larger than it says it is: its lines would grow thick.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-image.h"

#include <adwaita.h>

#include "fys-drawing.h"

#define MAX_FILE_BYTES  (32 * 1024 * 1024)
#define MAX_PIXELS      (64 * 1000 * 1000) /* some 256 MB while it is decoded: more than any camera of a clinic gives */
#define MAX_WIDTH_PX    1600               /* twice the widest column */
#define MAX_HEIGHT_PX   2400

struct _FysImage
{
  GtkWidget     parent_instance;

  GtkWidget    *stack;
  GtkWidget    *clamp;
  GtkWidget    *picture;

  /* Owned */
  FysDrawing   *drawing; /* (nullable): what the picture shows, unless it is of pixels */
  GCancellable *cancellable;
};

/** Loaded: what the worker found. One of @pixbuf and @svg; the size is that of the file in pixels */
typedef struct
{
  GdkPixbuf *pixbuf;
  GBytes    *svg;
  int        width_px;
  int        height_px;
} Loaded;

G_DEFINE_FINAL_TYPE (FysImage, fys_image, GTK_TYPE_WIDGET)

static void
loaded_free (gpointer data)
{
  Loaded *self = data;

  g_clear_object (&self->pixbuf);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

/* Returns: (nullable): of what format the file is, when we would show it */
static GdkPixbufFormat *
get_format (const char  *path,
            int         *out_width,
            int         *out_height,
            GError     **error)
{
  GdkPixbufFormat *format = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return NULL;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || g_file_info_get_size (info) > MAX_FILE_BYTES
      || (format = gdk_pixbuf_get_file_info (path, out_width, out_height)) == NULL
      || *out_width <= 0 || *out_height <= 0 || (gint64) *out_width * *out_height > MAX_PIXELS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "Not a picture, or too large");
      return NULL;
    }

  return format;
}

static GdkPixbuf *
load_pixbuf (const char *path,
             int         width_px,
             int         height_px,
             GError    **error)
{
  if (width_px > MAX_WIDTH_PX || height_px > MAX_HEIGHT_PX)
    return gdk_pixbuf_new_from_file_at_scale (path, MIN (width_px, MAX_WIDTH_PX), MIN (height_px, MAX_HEIGHT_PX), TRUE, error);
  return gdk_pixbuf_new_from_file (path, error);
}

static GBytes *
load_bytes (const char *path,
            GError    **error)
{
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  return g_bytes_new_take (contents, length);
}

/* In a worker thread. */
static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const char *path = task_data;
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);
  GdkPixbufFormat *format;
  g_autofree char *name = NULL;
  GError *error = NULL;

  format = get_format (path, &loaded->width_px, &loaded->height_px, &error);
  if (format == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  name = gdk_pixbuf_format_get_name (format);
  if (g_str_equal (name, "svg"))
    loaded->svg = load_bytes (path, &error);
  else
    loaded->pixbuf = load_pixbuf (path, loaded->width_px, loaded->height_px, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&loaded), loaded_free);
}

static void
update_drawing (FysImage *self)
{
  if (self->drawing == NULL)
    return;
  fys_drawing_set_scale_factor (self->drawing, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  fys_drawing_set_is_dark (self->drawing, adw_style_manager_get_dark (adw_style_manager_get_default ()));
}

static void
show_drawing (FysImage *self,
              Loaded   *loaded)
{
  self->drawing = fys_drawing_new (loaded->svg, loaded->width_px, loaded->height_px);
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), loaded->width_px);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), loaded->width_px);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_drawing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::scale-factor", G_CALLBACK (update_drawing), self, G_CONNECT_SWAPPED);
  update_drawing (self);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (self->drawing));
}

static void
show_pixbuf (FysImage *self,
             Loaded   *loaded)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_for_pixbuf (loaded->pixbuf);

  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (FysImage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Loaded) loaded = g_task_propagate_pointer (G_TASK (result), &error);

  if (loaded == NULL)
    {
      g_debug ("Picture not shown: %s", error->message);
      return;
    }

  if (self->stack == NULL)
    return;

  if (loaded->svg != NULL)
    show_drawing (self, loaded);
  else
    show_pixbuf (self, loaded);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->clamp);
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
  FysImage *self = FYS_IMAGE (object);

  g_clear_object (&self->drawing);
  g_clear_object (&self->cancellable);

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

  self->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), G_MAXINT);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), G_MAXINT);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->picture);

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
  gtk_stack_add_child (GTK_STACK (self->stack), self->clamp);
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
