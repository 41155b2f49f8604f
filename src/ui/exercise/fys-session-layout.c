/* fys-session-layout.c - the ring of a session with its words, beside each other or one below the other
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-session-layout.h"

/* From here on there is room for the words beside a ring that is still as high as it can be. */
#define WIDE_PX 700
/* Of the width, for the words; no wider than a line that is read with ease. */
#define WORDS_SHARE  0.38
#define MAX_WORDS_PX 480
#define GAP_PX       24
/* Beneath the ring: some lines of the instruction, so that one sees that it is there. */
#define MIN_HOW_PX 52

typedef enum
{
  CHILD_HEAD,
  CHILD_RING,
  CHILD_TAIL,
  CHILD_HOW,
  N_CHILDREN
} Child;

static const char *const child_types[N_CHILDREN] = { "head", "ring", "tail", "how" };

struct _FysSessionLayout
{
  GtkWidget parent_instance;

  GtkWidget *children[N_CHILDREN]; /* borrowed from the tree of widgets */
  guint      notify_id;            /* 0 when nothing is to be told */
  gboolean   is_wide;
};

enum
{
  PROP_0,
  PROP_IS_WIDE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FysSessionLayout, fys_session_layout, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static int
get_height (FysSessionLayout *self,
            Child             child,
            int               width_px,
            gboolean          is_minimum)
{
  int minimum_px, natural_px;

  if (!gtk_widget_should_layout (self->children[child]))
    return 0;
  gtk_widget_measure (self->children[child], GTK_ORIENTATION_VERTICAL, width_px, &minimum_px, &natural_px, NULL, NULL);
  return is_minimum ? minimum_px : natural_px;
}

/* A scrolled window does not know how high its content is at a width. */
static int
get_how_height (FysSessionLayout *self,
                int               width_px)
{
  GtkWidget *content = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->children[CHILD_HOW]));
  int natural_px;

  if (GTK_IS_VIEWPORT (content))
    content = gtk_viewport_get_child (GTK_VIEWPORT (content));
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, width_px, NULL, &natural_px, NULL, NULL);
  return natural_px;
}

static int
get_words_width (int width_px)
{
  return MIN (width_px * WORDS_SHARE, MAX_WORDS_PX);
}

static void
place (FysSessionLayout *self,
       Child             child,
       int               x_px,
       int               y_px,
       int               width_px,
       int               height_px)
{
  GtkAllocation allocation = { x_px, y_px, width_px, height_px };

  if (gtk_widget_should_layout (self->children[child]))
    gtk_widget_size_allocate (self->children[child], &allocation, -1);
}

/* The words stand in the middle of the height while they leave any. */
static void
allocate_wide (FysSessionLayout *self,
               int               width_px,
               int               height_px)
{
  int words_px = get_words_width (width_px);
  int head_px = get_height (self, CHILD_HEAD, words_px, FALSE);
  int tail_px = get_height (self, CHILD_TAIL, words_px, FALSE);
  int how_px = MAX (MIN (get_how_height (self, words_px), height_px - head_px - tail_px - 2 * GAP_PX), 0);
  int y_px = MAX (height_px - head_px - tail_px - how_px - 2 * GAP_PX, 0) / 2;

  place (self, CHILD_HEAD, 0, y_px, words_px, head_px);
  place (self, CHILD_TAIL, 0, y_px + head_px + GAP_PX, words_px, tail_px);
  place (self, CHILD_HOW, 0, y_px + head_px + tail_px + 2 * GAP_PX, words_px, how_px);
  place (self, CHILD_RING, words_px + GAP_PX, 0, width_px - words_px - GAP_PX, height_px);
}

static void
allocate_narrow (FysSessionLayout *self,
                 int               width_px,
                 int               height_px)
{
  int head_px = get_height (self, CHILD_HEAD, width_px, FALSE);
  int tail_px = get_height (self, CHILD_TAIL, width_px, FALSE);
  int natural_how_px = get_how_height (self, width_px);
  int free_px = height_px - head_px - tail_px;
  int ring_px = CLAMP (free_px - MIN (natural_how_px, MIN_HOW_PX), get_height (self, CHILD_RING, width_px, TRUE), width_px);
  int how_px = CLAMP (free_px - ring_px, 0, natural_how_px);
  /* What nobody needs is room around the ring. */
  int ring_room_px = MAX (free_px - how_px, ring_px);

  place (self, CHILD_HEAD, 0, 0, width_px, head_px);
  place (self, CHILD_RING, 0, head_px, width_px, ring_room_px);
  place (self, CHILD_TAIL, 0, head_px + ring_room_px, width_px, tail_px);
  place (self, CHILD_HOW, 0, head_px + ring_room_px + tail_px, width_px, how_px);
}

static gboolean
notify_cb (gpointer user_data)
{
  FysSessionLayout *self = user_data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_WIDE]);
  return G_SOURCE_REMOVE;
}

static void
fys_session_layout_size_allocate (GtkWidget *widget,
                                  int        width_px,
                                  int        height_px,
                                  int        baseline)
{
  FysSessionLayout *self = FYS_SESSION_LAYOUT (widget);
  gboolean is_wide = width_px >= WIDE_PX;

  if (is_wide)
    allocate_wide (self, width_px, height_px);
  else
    allocate_narrow (self, width_px, height_px);

  /* Whoever listens changes widgets, which an allocation must not. */
  if (is_wide != self->is_wide && self->notify_id == 0)
    self->notify_id = g_idle_add_full (G_PRIORITY_DEFAULT, notify_cb, self, NULL);
  self->is_wide = is_wide;
}

static void
measure_width (FysSessionLayout *self,
               int              *out_minimum_px,
               int              *out_natural_px)
{
  *out_minimum_px = *out_natural_px = 0;
  for (guint i = 0; i < N_CHILDREN; i++)
    {
      int minimum_px, natural_px;

      gtk_widget_measure (self->children[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum_px, &natural_px, NULL, NULL);
      *out_minimum_px = MAX (*out_minimum_px, minimum_px);
      *out_natural_px = MAX (*out_natural_px, natural_px);
    }
}

static void
measure_height (FysSessionLayout *self,
                int               width_px,
                int              *out_minimum_px,
                int              *out_natural_px)
{
  gboolean is_wide = width_px >= WIDE_PX;
  int words_px = is_wide ? get_words_width (width_px) : width_px;
  int fixed_px = get_height (self, CHILD_HEAD, words_px, FALSE) + get_height (self, CHILD_TAIL, words_px, FALSE);
  int how_px = get_how_height (self, words_px);
  int ring_px = get_height (self, CHILD_RING, -1, TRUE);

  if (is_wide)
    {
      *out_minimum_px = MAX (fixed_px + MIN (how_px, MIN_HOW_PX) + 2 * GAP_PX, ring_px);
      *out_natural_px = MAX (fixed_px + how_px + 2 * GAP_PX, ring_px);
    }
  else
    {
      *out_minimum_px = fixed_px + ring_px + MIN (how_px, MIN_HOW_PX);
      *out_natural_px = fixed_px + MAX (ring_px, width_px) + how_px;
    }
}

static void
fys_session_layout_measure (GtkWidget     *widget,
                            GtkOrientation orientation,
                            int            for_size_px,
                            int           *out_minimum_px,
                            int           *out_natural_px,
                            int           *out_minimum_baseline,
                            int           *out_natural_baseline)
{
  FysSessionLayout *self = FYS_SESSION_LAYOUT (widget);
  int minimum_width_px, natural_width_px;

  measure_width (self, &minimum_width_px, &natural_width_px);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *out_minimum_px = minimum_width_px;
      *out_natural_px = natural_width_px;
    }
  else
    measure_height (self, for_size_px >= 0 ? for_size_px : minimum_width_px, out_minimum_px, out_natural_px);
}

static GtkSizeRequestMode
fys_session_layout_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fys_session_layout_dispose (GObject *object)
{
  FysSessionLayout *self = FYS_SESSION_LAYOUT (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  for (guint i = 0; i < N_CHILDREN; i++)
    g_clear_pointer (&self->children[i], gtk_widget_unparent);

  G_OBJECT_CLASS (fys_session_layout_parent_class)->dispose (object);
}

static void
fys_session_layout_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  if (prop_id == PROP_IS_WIDE)
    g_value_set_boolean (value, FYS_SESSION_LAYOUT (object)->is_wide);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
fys_session_layout_class_init (FysSessionLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_session_layout_dispose;
  object_class->get_property = fys_session_layout_get_property;
  widget_class->measure = fys_session_layout_measure;
  widget_class->size_allocate = fys_session_layout_size_allocate;
  widget_class->get_request_mode = fys_session_layout_get_request_mode;

  props[PROP_IS_WIDE] = g_param_spec_boolean ("is-wide", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fys_session_layout_init (FysSessionLayout *self)
{
}

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  FysSessionLayout *self = FYS_SESSION_LAYOUT (buildable);

  for (guint i = 0; i < N_CHILDREN; i++)
    if (g_strcmp0 (type, child_types[i]) == 0)
      {
        g_return_if_fail (self->children[i] == NULL);
        self->children[i] = GTK_WIDGET (child);
        gtk_widget_set_parent (self->children[i], GTK_WIDGET (self));
        return;
      }
  parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

gboolean
fys_session_layout_is_wide (FysSessionLayout *self)
{
  g_return_val_if_fail (FYS_IS_SESSION_LAYOUT (self), FALSE);
  return self->is_wide;
}
