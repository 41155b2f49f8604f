/* fys-two-columns.c - two widgets beside each other, or below each other where there is no room
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-two-columns.h"

#define GAP_PX 24

struct _FysTwoColumns
{
  GtkWidget parent_instance;
};

static void buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (FysTwoColumns, fys_two_columns, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static int
get_natural_px (GtkWidget *child)
{
  int natural_px;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural_px, NULL, NULL);
  return natural_px;
}

static int
get_first_px (int width_px)
{
  return (width_px - GAP_PX) * 2 / 5;
}

/* Beside each other when the first one has the width that it likes, so that larger text brings them below each other earlier. */
static gboolean
is_wide (GtkWidget *widget,
         int        width_px)
{
  return get_first_px (width_px) >= get_natural_px (gtk_widget_get_first_child (widget));
}

static int
get_height_px (GtkWidget *child,
               int        width_px)
{
  int minimum_px;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width_px, &minimum_px, NULL, NULL, NULL);
  return minimum_px;
}

static GtkSizeRequestMode
fys_two_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? GAP_PX : 0);
    }
}

static void
fys_two_columns_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }
  if (for_size < 0)
    measure_width (widget, &for_size, natural);
  if (is_wide (widget, for_size))
    *minimum = MAX (get_height_px (first, get_first_px (for_size)), get_height_px (second, for_size - GAP_PX - get_first_px (for_size)));
  else
    *minimum = get_height_px (first, for_size) + GAP_PX + get_height_px (second, for_size);
  *natural = *minimum;
}

static void
fys_two_columns_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int first_px = is_wide (widget, width) ? get_first_px (width) : width;
  int first_height_px = get_height_px (first, first_px);

  if (first_px == width)
    {
      gtk_widget_size_allocate (first, &(GtkAllocation) { 0, 0, width, first_height_px }, -1);
      gtk_widget_size_allocate (second, &(GtkAllocation) { 0, first_height_px + GAP_PX, width, MAX (height - first_height_px - GAP_PX, 0) }, -1);
      return;
    }
  gtk_widget_size_allocate (first, &(GtkAllocation) { is_rtl ? width - first_px : 0, 0, first_px, first_height_px }, -1);
  gtk_widget_size_allocate (second, &(GtkAllocation) { is_rtl ? 0 : first_px + GAP_PX, 0, width - first_px - GAP_PX, height }, -1);
}

static void
fys_two_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (fys_two_columns_parent_class)->dispose (object);
}

static void
fys_two_columns_class_init (FysTwoColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_two_columns_dispose;
  widget_class->get_request_mode = fys_two_columns_get_request_mode;
  widget_class->measure = fys_two_columns_measure;
  widget_class->size_allocate = fys_two_columns_size_allocate;
}

static void
fys_two_columns_init (FysTwoColumns *self)
{
}
