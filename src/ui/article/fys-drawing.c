/* fys-drawing.c - an SVG as something to paint, sharp at every size
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-drawing.h"

#include <math.h>

#include "fys-drawing-scheme.h"

#define MAX_PX 4096 /* a side of what is drawn: a window of any screen, and 64 MB */

/** Look: all that changes what is drawn; sizes in pixels of the screen */
typedef struct
{
  int      width_px;
  int      height_px;
  gboolean is_dark;
} Look;

typedef struct
{
  GBytes *svg;
  Look    look;
} Job;

struct _FysDrawing
{
  GObject     parent_instance;

  /* Owned */
  GBytes     *svg;
  GdkTexture *texture; /* (nullable) */

  Look        drawn;   /* of the texture; of the last try when that failed */
  gboolean    is_busy; /* a worker draws */
  int         width_px;
  int         height_px;
  int         scale_factor;
  gboolean    is_dark;
};

static void paintable_init (GdkPaintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FysDrawing, fys_drawing, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, paintable_init))

static gboolean
is_same_look (const Look *a,
              const Look *b)
{
  return a->width_px == b->width_px && a->height_px == b->height_px && a->is_dark == b->is_dark;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->svg);
  g_free (job);
}

/* In a worker thread. */
static void
draw_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (GBytes) svg = job->look.is_dark ? fys_drawing_scheme_dup_dark (job->svg) : g_bytes_ref (job->svg);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (svg);
  GError    *error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream_at_scale (stream, job->look.width_px, job->look.height_px, FALSE, NULL, &error);

  if (pixbuf == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, pixbuf, g_object_unref);
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (FysDrawing) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = g_task_propagate_pointer (G_TASK (result), &error);
  const Job *job = g_task_get_task_data (G_TASK (result));

  self->is_busy = FALSE;
  self->drawn = job->look;
  g_clear_object (&self->texture);
  if (pixbuf != NULL)
    self->texture = gdk_texture_new_for_pixbuf (pixbuf);
  else
    g_debug ("Drawing not shown: %s", error->message);
  /* Whoever shows it asks again, and for another look if that has changed meanwhile. */
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

static void
draw (FysDrawing *self,
      const Look *look)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->is_busy || is_same_look (look, &self->drawn))
    return;

  job = g_new (Job, 1);
  *job = (Job){ g_bytes_ref (self->svg), *look };
  self->is_busy = TRUE;
  task = g_task_new (NULL, NULL, drawn_cb, g_object_ref (self));
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
fys_drawing_snapshot (GdkPaintable *paintable,
                      GdkSnapshot  *snapshot,
                      double        width,
                      double        height)
{
  FysDrawing *self = FYS_DRAWING (paintable);
  Look look = { .width_px = CLAMP ((int) round (width * self->scale_factor), 1, MAX_PX),
                .height_px = CLAMP ((int) round (height * self->scale_factor), 1, MAX_PX),
                .is_dark = self->is_dark };

  draw (self, &look);
  if (self->texture != NULL)
    gdk_paintable_snapshot (GDK_PAINTABLE (self->texture), snapshot, width, height);
}

static int
fys_drawing_get_intrinsic_width (GdkPaintable *paintable)
{
  return FYS_DRAWING (paintable)->width_px;
}

static int
fys_drawing_get_intrinsic_height (GdkPaintable *paintable)
{
  return FYS_DRAWING (paintable)->height_px;
}

static void
paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = fys_drawing_snapshot;
  iface->get_intrinsic_width = fys_drawing_get_intrinsic_width;
  iface->get_intrinsic_height = fys_drawing_get_intrinsic_height;
}

static void
fys_drawing_finalize (GObject *object)
{
  FysDrawing *self = FYS_DRAWING (object);

  g_bytes_unref (self->svg);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (fys_drawing_parent_class)->finalize (object);
}

static void
fys_drawing_class_init (FysDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_drawing_finalize;
}

static void
fys_drawing_init (FysDrawing *self)
{
  self->scale_factor = 1;
}

FysDrawing *
fys_drawing_new (GBytes *svg,
                 int     width_px,
                 int     height_px)
{
  FysDrawing *self;

  g_return_val_if_fail (svg != NULL && width_px > 0 && height_px > 0, NULL);

  self = g_object_new (FYS_TYPE_DRAWING, NULL);
  self->svg = g_bytes_ref (svg);
  self->width_px = width_px;
  self->height_px = height_px;
  return self;
}

void
fys_drawing_set_scale_factor (FysDrawing *self,
                              int         scale_factor)
{
  g_return_if_fail (FYS_IS_DRAWING (self) && scale_factor > 0);

  if (self->scale_factor == scale_factor)
    return;
  self->scale_factor = scale_factor;
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

void
fys_drawing_set_is_dark (FysDrawing *self,
                         gboolean    is_dark)
{
  g_return_if_fail (FYS_IS_DRAWING (self));

  if (self->is_dark == is_dark)
    return;
  self->is_dark = is_dark;
  gdk_paintable_invalidate_contents (GDK_PAINTABLE (self));
}

GdkTexture *
fys_drawing_get_texture (FysDrawing *self)
{
  g_return_val_if_fail (FYS_IS_DRAWING (self), NULL);
  return self->texture;
}
