/* fys-compat-split.c - content with a pane at its side, which lies over the content when there is no room beside it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compat/fys-compat-split.h"

#include <adwaita.h>

/* What stays in sight of the content beside a pane that lies over it, so that there is something to press to be rid of the pane. */
#define REST_PX 44

/* The dots an inch at which a pixel is a pixel; gtk-xft-dpi counts in 1024ths of it. */
#define USUAL_DPI (96.0 * 1024.0)

struct _FysSplit
{
  GtkWidget   parent_instance;

  /* Borrowed: children of view */
  GtkWidget  *view;
  GtkWidget  *pane;
  GtkWidget  *content;

  GtkPackType pane_side;
  guint       pane_width;
  guint       collapse_width;
  int         pane_px;          /* as last told to the view */
  int         fitted_px;        /* the width that the pane is, or is about to be, fitted to */
  guint       fit_id;           /* 0 when nothing waits to be fitted */
  gboolean    is_pane_available;
  gboolean    is_docked_open;
  gboolean    is_overlay_open;
  gboolean    is_collapsed;
  gboolean    is_filled;
  gboolean    is_open;          /* as last notified */
};

enum
{
  PROP_0,
  PROP_PANE_SIDE,
  PROP_PANE_WIDTH,
  PROP_COLLAPSE_WIDTH,
  PROP_PANE,
  PROP_CONTENT,
  PROP_IS_PANE_AVAILABLE,
  PROP_IS_DOCKED_OPEN,
  PROP_IS_OPEN,
  PROP_IS_COLLAPSED,
  N_PROPS,
};

enum
{
  SIGNAL_PANE_NEEDED,
  SIGNAL_FOCUS_LOST,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysSplit, fys_split, GTK_TYPE_WIDGET)

/* The few calls that differ. */

#if ADW_CHECK_VERSION(1, 4, 0)

#define VIEW_OPEN_PROPERTY "show-sidebar"

static GtkWidget *
view_new (GtkPackType pane_side)
{
  return g_object_new (ADW_TYPE_OVERLAY_SPLIT_VIEW,
                       "sidebar-position", pane_side,
                       "pin-sidebar", TRUE,
                       "sidebar-width-unit", ADW_LENGTH_UNIT_PX,
                       NULL);
}

static void
view_set_pane (GtkWidget *view,
               GtkWidget *pane)
{
  adw_overlay_split_view_set_sidebar (ADW_OVERLAY_SPLIT_VIEW (view), pane);
}

static void
view_set_content (GtkWidget *view,
                  GtkWidget *content)
{
  adw_overlay_split_view_set_content (ADW_OVERLAY_SPLIT_VIEW (view), content);
}

/* Sliding begins with a division by the width that the pane has, so a pane without one must not slide. */
static void
view_set_open (GtkWidget *view,
               gboolean   is_open,
               gboolean   is_sliding)
{
  AdwOverlaySplitView *split_view = ADW_OVERLAY_SPLIT_VIEW (view);
  gboolean             is_collapsed = adw_overlay_split_view_get_collapsed (split_view);

  if (is_sliding && adw_swipeable_get_distance (ADW_SWIPEABLE (view)) > 0)
    {
      adw_overlay_split_view_set_show_sidebar (split_view, is_open);
      return;
    }
  /* A pane that is not pinned goes at once when the view collapses, and comes at once when it does not any more. */
  adw_overlay_split_view_set_pin_sidebar (split_view, FALSE);
  adw_overlay_split_view_set_collapsed (split_view, is_open);
  adw_overlay_split_view_set_collapsed (split_view, !is_open);
  adw_overlay_split_view_set_pin_sidebar (split_view, TRUE);
  adw_overlay_split_view_set_collapsed (split_view, is_collapsed);
}

static gboolean
view_is_open (GtkWidget *view)
{
  return adw_overlay_split_view_get_show_sidebar (ADW_OVERLAY_SPLIT_VIEW (view));
}

static void
view_set_collapsed (GtkWidget *view,
                    gboolean   is_collapsed)
{
  adw_overlay_split_view_set_collapsed (ADW_OVERLAY_SPLIT_VIEW (view), is_collapsed);
}

static void
view_set_pane_px (GtkWidget *view,
                  GtkWidget *pane,
                  int        pane_px)
{
  /* In the order that never makes the least width greater than the greatest. */
  adw_overlay_split_view_set_min_sidebar_width (ADW_OVERLAY_SPLIT_VIEW (view), 0);
  adw_overlay_split_view_set_max_sidebar_width (ADW_OVERLAY_SPLIT_VIEW (view), pane_px);
  adw_overlay_split_view_set_min_sidebar_width (ADW_OVERLAY_SPLIT_VIEW (view), pane_px);
}

static void
view_set_filled (GtkWidget *view,
                 gboolean   is_filled)
{
  /* Else it is no wider than a quarter. */
  adw_overlay_split_view_set_sidebar_width_fraction (ADW_OVERLAY_SPLIT_VIEW (view), is_filled ? 1.0 : 0.25);
}

#else

#define VIEW_OPEN_PROPERTY "reveal-flap"

static GtkWidget *
view_new (GtkPackType pane_side)
{
  return g_object_new (ADW_TYPE_FLAP,
                       "flap-position", pane_side,
                       "locked", TRUE,
                       "fold-policy", ADW_FLAP_FOLD_POLICY_NEVER,
                       "fold-duration", 0,
                       "separator", gtk_separator_new (GTK_ORIENTATION_VERTICAL),
                       NULL);
}

static void
view_set_pane (GtkWidget *view,
               GtkWidget *pane)
{
  if (pane != NULL)
    {
      gtk_widget_set_hexpand (pane, FALSE);
      gtk_widget_add_css_class (pane, "background"); /* AdwFlap draws none below a pane that lies over the content */
    }
  adw_flap_set_flap (ADW_FLAP (view), pane);
}

static void
view_set_content (GtkWidget *view,
                  GtkWidget *content)
{
  adw_flap_set_content (ADW_FLAP (view), content);
}

static void
view_set_open (GtkWidget *view,
               gboolean   is_open,
               gboolean   is_sliding)
{
  g_autoptr (AdwSpringParams) slide = adw_spring_params_new (1.0, 0.5, 500.0); /* AdwFlap's own */
  g_autoptr (AdwSpringParams) snap = adw_spring_params_new (1.0, 0.01, 1e6);   /* over before the first frame */

  adw_flap_set_reveal_params (ADW_FLAP (view), is_sliding ? slide : snap);
  adw_flap_set_reveal_flap (ADW_FLAP (view), is_open);
}

static gboolean
view_is_open (GtkWidget *view)
{
  return adw_flap_get_reveal_flap (ADW_FLAP (view));
}

static void
view_set_collapsed (GtkWidget *view,
                    gboolean   is_collapsed)
{
  adw_flap_set_fold_policy (ADW_FLAP (view), is_collapsed ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
}

static void
view_set_pane_px (GtkWidget *view,
                  GtkWidget *pane,
                  int        pane_px)
{
  if (pane != NULL)
    gtk_widget_set_size_request (pane, pane_px, -1);
}

static void
view_set_filled (GtkWidget *view,
                 gboolean   is_filled)
{
  /* There is nothing to be parted from. */
  adw_flap_set_separator (ADW_FLAP (view), is_filled ? NULL : gtk_separator_new (GTK_ORIENTATION_VERTICAL));
}

#endif

static double
get_text_factor (FysSplit *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / USUAL_DPI : 1.0;
}

static gboolean
has_pane_focus (FysSplit *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && self->pane != NULL && (focus == self->pane || gtk_widget_is_ancestor (focus, self->pane));
}

/* Brings the view, and who listens, up to what the fields say. Only what the user asks for slides: at the start, and when the window changes, the pane is
 * where it belongs at once. */
static void
update_open (FysSplit *self,
             gboolean  is_sliding)
{
  gboolean is_wanted = self->is_collapsed ? self->is_overlay_open : self->is_docked_open;
  gboolean is_open = self->is_pane_available && (is_wanted || self->is_filled);
  gboolean is_change = self->is_open != is_open;
  gboolean is_focus_lost = is_change && !is_open && has_pane_focus (self);

  /* Before the view begins to show it, as it measures how far it has to slide. */
  if (is_open && self->pane == NULL)
    g_signal_emit (self, signals[SIGNAL_PANE_NEEDED], 0);
  /* First our own word, so that what the view does because of it is not taken for the user's wish. */
  self->is_open = is_open;
  if (view_is_open (self->view) != is_open)
    view_set_open (self->view, is_open, is_sliding);
  if (is_change)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_OPEN]);
  if (is_focus_lost)
    g_signal_emit (self, signals[SIGNAL_FOCUS_LOST], 0);
}

/* The view closed its pane itself: Escape, a swipe, or a press beside it. */
static void
view_open_cb (FysSplit *self)
{
  if (view_is_open (self->view) == self->is_open)
    return;
  if (self->is_filled)
    update_open (self, FALSE); /* nothing is behind it */
  else
    fys_split_set_open (self, view_is_open (self->view));
}

static void
set_collapsed (FysSplit *self,
               gboolean  is_collapsed)
{
  if (self->is_collapsed == is_collapsed)
    return;
  self->is_collapsed = is_collapsed;
  self->is_overlay_open = FALSE;
  g_signal_handlers_block_by_func (self->view, view_open_cb, self);
  view_set_collapsed (self->view, is_collapsed);
  g_signal_handlers_unblock_by_func (self->view, view_open_cb, self);
  update_open (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_COLLAPSED]);
}

/* Whether the pane is over the content, and how wide it is, in a split that is @width_px wide. */
static void
fit_to_width (FysSplit *self,
              int       width_px)
{
  double   factor = get_text_factor (self);
  gboolean is_collapsed = width_px < self->collapse_width * factor && !self->is_filled;
  int      pane_px = (int) (self->pane_width * factor);

  if (self->is_filled)
    pane_px = MAX (width_px, 1);
  else if (is_collapsed)
    pane_px = CLAMP (pane_px, 1, MAX (width_px - REST_PX, 1));
  if (pane_px != self->pane_px)
    {
      self->pane_px = pane_px;
      view_set_pane_px (self->view, self->pane, pane_px);
    }
  set_collapsed (self, is_collapsed);
}

static gboolean
fit_cb (gpointer user_data)
{
  FysSplit *self = user_data;

  self->fit_id = 0;
  fit_to_width (self, self->fitted_px);
  return G_SOURCE_REMOVE;
}

static void
fys_split_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size_px,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  FysSplit *self = FYS_SPLIT (widget);

  gtk_widget_measure (self->view, orientation, for_size_px, minimum, natural, minimum_baseline, natural_baseline);
  /* The pane can always be laid over the content, so only the content asks for width; and as it may show less once the pane is over it, it asks only
   * then. Else a window could not be made narrow enough for that. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->content != NULL)
    gtk_widget_measure (self->content, orientation, -1, minimum, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !self->is_collapsed)
    *minimum = MIN (*minimum, (int) self->pane_width);
  *natural = MAX (*natural, *minimum);
}

static void
fys_split_size_allocate (GtkWidget *widget,
                         int        width_px,
                         int        height_px,
                         int        baseline)
{
  FysSplit *self = FYS_SPLIT (widget);
  int       minimum_px;

  /* Not here, as a widget that asks for a new size while it gets one is not heard by the widgets around it. */
  if (width_px != self->fitted_px)
    {
      self->fitted_px = width_px;
      if (self->fit_id == 0)
        self->fit_id = g_idle_add_full (G_PRIORITY_DEFAULT, fit_cb, self, NULL);
    }
  gtk_widget_measure (self->view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_px, NULL, NULL, NULL);
  gtk_widget_allocate (self->view, MAX (width_px, minimum_px), height_px, baseline, NULL);
}

static void
text_size_cb (FysSplit *self)
{
  if (self->fitted_px > 0)
    fit_to_width (self, self->fitted_px);
}

static void
fys_split_constructed (GObject *object)
{
  FysSplit *self = FYS_SPLIT (object);

  G_OBJECT_CLASS (fys_split_parent_class)->constructed (object);

  self->view = view_new (self->pane_side);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  self->is_open = self->is_docked_open;
  g_signal_connect_object (self->view, "notify::" VIEW_OPEN_PROPERTY, G_CALLBACK (view_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (text_size_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
fys_split_dispose (GObject *object)
{
  FysSplit *self = FYS_SPLIT (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  self->pane = NULL;
  self->content = NULL;
  g_clear_pointer (&self->view, gtk_widget_unparent);

  G_OBJECT_CLASS (fys_split_parent_class)->dispose (object);
}

static void
fys_split_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  FysSplit *self = FYS_SPLIT (object);

  switch (prop_id)
    {
    case PROP_PANE_SIDE:
      g_value_set_enum (value, self->pane_side);
      break;
    case PROP_PANE_WIDTH:
      g_value_set_uint (value, self->pane_width);
      break;
    case PROP_COLLAPSE_WIDTH:
      g_value_set_uint (value, self->collapse_width);
      break;
    case PROP_PANE:
      g_value_set_object (value, self->pane);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_IS_PANE_AVAILABLE:
      g_value_set_boolean (value, self->is_pane_available);
      break;
    case PROP_IS_DOCKED_OPEN:
      g_value_set_boolean (value, self->is_docked_open);
      break;
    case PROP_IS_OPEN:
      g_value_set_boolean (value, self->is_open);
      break;
    case PROP_IS_COLLAPSED:
      g_value_set_boolean (value, self->is_collapsed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_split_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  FysSplit *self = FYS_SPLIT (object);

  switch (prop_id)
    {
    case PROP_PANE_SIDE:
      self->pane_side = g_value_get_enum (value);
      break;
    case PROP_PANE_WIDTH:
      self->pane_width = g_value_get_uint (value);
      break;
    case PROP_COLLAPSE_WIDTH:
      self->collapse_width = g_value_get_uint (value);
      break;
    case PROP_PANE:
      fys_split_set_pane (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      fys_split_set_content (self, g_value_get_object (value));
      break;
    case PROP_IS_PANE_AVAILABLE:
      fys_split_set_pane_available (self, g_value_get_boolean (value));
      break;
    case PROP_IS_DOCKED_OPEN:
      fys_split_set_docked_open (self, g_value_get_boolean (value));
      break;
    case PROP_IS_OPEN:
      fys_split_set_open (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_split_class_init (FysSplitClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     constructed_once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags     changing = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = fys_split_constructed;
  object_class->dispose = fys_split_dispose;
  object_class->get_property = fys_split_get_property;
  object_class->set_property = fys_split_set_property;
  widget_class->measure = fys_split_measure;
  widget_class->size_allocate = fys_split_size_allocate;

  props[PROP_PANE_SIDE] = g_param_spec_enum ("pane-side", NULL, NULL, GTK_TYPE_PACK_TYPE, GTK_PACK_START, constructed_once);
  props[PROP_PANE_WIDTH] = g_param_spec_uint ("pane-width", NULL, NULL, 1, G_MAXINT, 260, constructed_once);
  props[PROP_COLLAPSE_WIDTH] = g_param_spec_uint ("collapse-width", NULL, NULL, 1, G_MAXINT, 600, constructed_once);
  props[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, changing);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, changing);
  props[PROP_IS_PANE_AVAILABLE] = g_param_spec_boolean ("is-pane-available", NULL, NULL, TRUE, changing);
  props[PROP_IS_DOCKED_OPEN] = g_param_spec_boolean ("is-docked-open", NULL, NULL, TRUE, changing);
  props[PROP_IS_OPEN] = g_param_spec_boolean ("is-open", NULL, NULL, TRUE, changing);
  props[PROP_IS_COLLAPSED] = g_param_spec_boolean ("is-collapsed", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_PANE_NEEDED] = g_signal_new ("pane-needed", FYS_TYPE_SPLIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 0);
  signals[SIGNAL_FOCUS_LOST] = g_signal_new ("focus-lost", FYS_TYPE_SPLIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
}

static void
fys_split_init (FysSplit *self)
{
  self->is_pane_available = TRUE;
  self->is_docked_open = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
fys_split_expect_width (FysSplit *self,
                        int       width_px)
{
  g_return_if_fail (FYS_IS_SPLIT (self));

  self->fitted_px = width_px;
  fit_to_width (self, width_px);
}

void
fys_split_set_pane (FysSplit  *self,
                    GtkWidget *pane)
{
  g_return_if_fail (FYS_IS_SPLIT (self));

  if (self->pane == pane)
    return;
  self->pane = pane;
  view_set_pane (self->view, pane);
  if (self->pane_px > 0)
    view_set_pane_px (self->view, pane, self->pane_px);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PANE]);
}

void
fys_split_set_content (FysSplit  *self,
                       GtkWidget *content)
{
  g_return_if_fail (FYS_IS_SPLIT (self));

  if (self->content == content)
    return;
  self->content = content;
  view_set_content (self->view, content);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTENT]);
}

void
fys_split_set_pane_available (FysSplit *self,
                              gboolean  is_pane_available)
{
  g_return_if_fail (FYS_IS_SPLIT (self));

  is_pane_available = !!is_pane_available;
  if (self->is_pane_available == is_pane_available)
    return;
  self->is_pane_available = is_pane_available;
  self->is_overlay_open = FALSE;
  update_open (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_PANE_AVAILABLE]);
}

gboolean
fys_split_is_pane_available (FysSplit *self)
{
  g_return_val_if_fail (FYS_IS_SPLIT (self), FALSE);

  return self->is_pane_available;
}

void
fys_split_set_docked_open (FysSplit *self,
                           gboolean  is_docked_open)
{
  g_return_if_fail (FYS_IS_SPLIT (self));

  is_docked_open = !!is_docked_open;
  if (self->is_docked_open == is_docked_open)
    return;
  self->is_docked_open = is_docked_open;
  update_open (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_DOCKED_OPEN]);
}

gboolean
fys_split_is_docked_open (FysSplit *self)
{
  g_return_val_if_fail (FYS_IS_SPLIT (self), FALSE);

  return self->is_docked_open;
}

void
fys_split_set_open (FysSplit *self,
                    gboolean  is_open)
{
  g_return_if_fail (FYS_IS_SPLIT (self));

  if (!self->is_collapsed)
    {
      fys_split_set_docked_open (self, is_open);
      return;
    }
  self->is_overlay_open = !!is_open;
  update_open (self, TRUE);
}

gboolean
fys_split_is_open (FysSplit *self)
{
  g_return_val_if_fail (FYS_IS_SPLIT (self), FALSE);

  return self->is_open;
}

gboolean
fys_split_is_collapsed (FysSplit *self)
{
  g_return_val_if_fail (FYS_IS_SPLIT (self), FALSE);

  return self->is_collapsed;
}

void
fys_split_set_filled (FysSplit *self,
                      gboolean  is_filled)
{
  g_return_if_fail (FYS_IS_SPLIT (self));

  if (self->is_filled == is_filled)
    return;
  self->is_filled = is_filled;
  if (self->content != NULL)
    gtk_widget_set_visible (self->content, !is_filled);
  view_set_filled (self->view, is_filled);
  if (self->fitted_px > 0)
    fit_to_width (self, self->fitted_px);
  update_open (self, FALSE);
}

gboolean
fys_split_is_filled (FysSplit *self)
{
  g_return_val_if_fail (FYS_IS_SPLIT (self), FALSE);

  return self->is_filled;
}
