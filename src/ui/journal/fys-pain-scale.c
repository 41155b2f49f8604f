/* fys-pain-scale.c - the Numeric Rating Scale for pain
 *
 *   How bad is your pain now?            How bad is your pain now?
 *   0  1  2  3  4  5  6  7  8  9  10     0  1  2  3  4  5
 *   No pain      Moderate      Worst     6  7  8  9  10
 *   Not answered                         0 No pain · 5 Moderate pain · 10 Worst …
 *                                        Not answered
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-pain-scale.h"

#include <glib/gi18n.h>

#include "core/journal/fys-journal.h"
#include "fys-journal-style.h"
#include "fys-journal-words.h"

#define N_BUTTONS (FYS_JOURNAL_PAIN_MAX + 1)
#define N_WORDS   3
/* Hit with an unsteady hand. */
#define BUTTON_PX 44
#define GAP_PX    4
#define LINE_GAP_PX 6

struct _FysPainScale
{
  GtkWidget parent_instance;

  /* Owned: children */
  GtkWidget *title;
  GtkWidget *buttons[N_BUTTONS];
  GtkWidget *words[N_WORDS]; /* below the ends and the middle, when all buttons stand in one row */
  GtkWidget *legend;         /* the same in a sentence, when they do not */
  GtkWidget *answer;

  int value;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_VALUE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FysPainScale, fys_pain_scale, GTK_TYPE_WIDGET)

/* How many of the buttons stand in a row: all, or as many as make rows of about the same length. */
static int
count_per_row (int width_px,
               int button_px)
{
  static const int counts[] = { 11, 6, 4, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (width_px >= counts[i] * (button_px + GAP_PX) - GAP_PX)
      return counts[i];
  return 2;
}

static int
get_button_px (FysPainScale *self)
{
  int button_px = BUTTON_PX;

  for (guint i = 0; i < N_BUTTONS; i++)
    {
      int minimum_px;

      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum_px, NULL, NULL, NULL);
      button_px = MAX (button_px, minimum_px);
    }
  return button_px;
}

static int
get_height_px (GtkWidget *widget,
               int        width_px)
{
  int minimum_px, least_width_px;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least_width_px, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width_px, least_width_px), &minimum_px, NULL, NULL, NULL);
  return minimum_px;
}

static int
place (GtkWidget *widget,
       int        x_px,
       int        y_px,
       int        width_px,
       gboolean   is_real)
{
  int height_px = get_height_px (widget, width_px);

  if (is_real)
    gtk_widget_size_allocate (widget, &(GtkAllocation) { x_px, y_px, width_px, height_px }, -1);
  return height_px;
}

static int
place_buttons (FysPainScale *self,
               int           y_px,
               int           width_px,
               int           per_row,
               gboolean      is_real)
{
  int button_px = get_button_px (self);
  int height_px = BUTTON_PX;
  int step_px = per_row == N_BUTTONS ? MAX ((width_px + GAP_PX) / per_row, button_px + GAP_PX) : button_px + GAP_PX;

  for (guint i = 0; i < N_BUTTONS; i++)
    height_px = MAX (height_px, get_height_px (self->buttons[i], button_px));
  for (int i = 0; i < N_BUTTONS && is_real; i++)
    {
      GtkAllocation allocation = { (i % per_row) * step_px, y_px + i / per_row * (height_px + GAP_PX), step_px - GAP_PX, height_px };

      gtk_widget_size_allocate (self->buttons[i], &allocation, -1);
    }
  return (N_BUTTONS + per_row - 1) / per_row * (height_px + GAP_PX) - GAP_PX;
}

static int
place_words (FysPainScale *self,
             int           y_px,
             int           width_px,
             gboolean      is_real)
{
  int third_px = width_px / N_WORDS;
  int height_px = 0;

  for (int i = 0; i < N_WORDS; i++)
    height_px = MAX (height_px, place (self->words[i], i * third_px, y_px, third_px, is_real));
  return height_px;
}

/* Returns: the height; @is_real: places the children, and not only measures them */
static int
lay_out (FysPainScale *self,
         int           width_px,
         gboolean      is_real)
{
  int per_row = count_per_row (width_px, get_button_px (self));
  gboolean is_one_row = per_row == N_BUTTONS;
  int y_px = 0;

  if (is_real)
    {
      gtk_widget_set_child_visible (self->legend, !is_one_row);
      for (guint i = 0; i < N_WORDS; i++)
        gtk_widget_set_child_visible (self->words[i], is_one_row);
    }
  if (gtk_widget_get_visible (self->title))
    y_px += place (self->title, 0, y_px, width_px, is_real) + LINE_GAP_PX;
  y_px += place_buttons (self, y_px, width_px, per_row, is_real) + LINE_GAP_PX;
  y_px += (is_one_row ? place_words (self, y_px, width_px, is_real) : place (self->legend, 0, y_px, width_px, is_real)) + LINE_GAP_PX;
  y_px += place (self->answer, 0, y_px, width_px, is_real);
  return y_px;
}

static GtkSizeRequestMode
fys_pain_scale_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
fys_pain_scale_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  FysPainScale *self = FYS_PAIN_SCALE (widget);
  int step_px = get_button_px (self) + GAP_PX;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 4 * step_px - GAP_PX;
      *natural = N_BUTTONS * step_px - GAP_PX;
    }
  else
    *minimum = *natural = lay_out (self, for_size >= 0 ? for_size : N_BUTTONS * step_px - GAP_PX, FALSE);
}

static void
fys_pain_scale_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  lay_out (FYS_PAIN_SCALE (widget), width, TRUE);
}

/* One stop of Tab: the chosen button, or the first. */
static void
update_focusable (FysPainScale *self)
{
  int stop = MAX (self->value, 0);

  for (int i = 0; i < N_BUTTONS; i++)
    gtk_widget_set_focusable (self->buttons[i], i == stop);
}

static void
update_answer (FysPainScale *self)
{
  g_autofree char *text = fys_pain_dup_text (self->value);

  gtk_label_set_label (GTK_LABEL (self->answer), text);
  if (self->value < 0)
    gtk_widget_add_css_class (self->answer, "dim-label");
  else
    gtk_widget_remove_css_class (self->answer, "dim-label");
}

static void
update_button (FysPainScale *self,
               int           number)
{
  GtkWidget *button = self->buttons[number];
  gboolean is_chosen = number == self->value;

  if (is_chosen)
    gtk_widget_add_css_class (button, "chosen");
  else
    gtk_widget_remove_css_class (button, "chosen");
  gtk_widget_set_tooltip_text (button, is_chosen ? _("Press again to take the answer back") : fys_pain_get_word (number));
  gtk_accessible_update_state (GTK_ACCESSIBLE (button),
                               GTK_ACCESSIBLE_STATE_CHECKED, is_chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
choose (FysPainScale *self,
        int           value)
{
  fys_pain_scale_set_value (self, value);
  (void) gtk_widget_grab_focus (self->buttons[MAX (value, 0)]); /* out of a window there is no focus to grab */
}

static void
clicked_cb (FysPainScale *self,
            GtkWidget    *button)
{
  for (int i = 0; i < N_BUTTONS; i++)
    if (self->buttons[i] == button)
      choose (self, i == self->value ? FYS_JOURNAL_PAIN_UNKNOWN : i);
}

static gboolean
key_pressed_cb (FysPainScale   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    choose (self, keyval - GDK_KEY_0);
  else if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    choose (self, keyval - GDK_KEY_KP_0);
  else if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Left || keyval == GDK_KEY_KP_Up)
    choose (self, MAX (self->value - 1, 0));
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Right || keyval == GDK_KEY_KP_Down)
    choose (self, MIN (self->value + 1, FYS_JOURNAL_PAIN_MAX));
  else if (keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home)
    choose (self, 0);
  else if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    choose (self, FYS_JOURNAL_PAIN_MAX);
  else if (keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_Delete)
    choose (self, FYS_JOURNAL_PAIN_UNKNOWN);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
fys_pain_scale_dispose (GObject *object)
{
  FysPainScale *self = FYS_PAIN_SCALE (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  for (guint i = 0; i < N_BUTTONS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);
  for (guint i = 0; i < N_WORDS; i++)
    g_clear_pointer (&self->words[i], gtk_widget_unparent);
  g_clear_pointer (&self->legend, gtk_widget_unparent);
  g_clear_pointer (&self->answer, gtk_widget_unparent);

  G_OBJECT_CLASS (fys_pain_scale_parent_class)->dispose (object);
}

static void
fys_pain_scale_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  FysPainScale *self = FYS_PAIN_SCALE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->title)));
      break;
    case PROP_VALUE:
      g_value_set_int (value, self->value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_pain_scale_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  FysPainScale *self = FYS_PAIN_SCALE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      fys_pain_scale_set_title (self, g_value_get_string (value));
      break;
    case PROP_VALUE:
      fys_pain_scale_set_value (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_pain_scale_class_init (FysPainScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = fys_pain_scale_dispose;
  object_class->get_property = fys_pain_scale_get_property;
  object_class->set_property = fys_pain_scale_set_property;
  widget_class->get_request_mode = fys_pain_scale_get_request_mode;
  widget_class->measure = fys_pain_scale_measure;
  widget_class->size_allocate = fys_pain_scale_size_allocate;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  props[PROP_VALUE] = g_param_spec_int ("value", NULL, NULL, FYS_JOURNAL_PAIN_UNKNOWN, FYS_JOURNAL_PAIN_MAX, FYS_JOURNAL_PAIN_UNKNOWN, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "fyspainscale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  fys_journal_style_load ();
}

static GtkWidget *
add_label (FysPainScale *self,
           const char   *text,
           float         xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign == 0 ? GTK_JUSTIFY_LEFT : xalign == 1 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_CENTER);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
add_button (FysPainScale *self,
            int           number)
{
  g_autofree char *label = g_strdup_printf ("%d", number);
  g_autofree char *name = fys_pain_dup_text (number);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", label, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  self->buttons[number] = button;
}

static void
add_words (FysPainScale *self)
{
  g_autofree char *legend = g_strdup_printf (/* Translators: a pain scale in short; the words are those for 0, 5 and 10. */
                                             _("0 %s · 5 %s · 10 %s"),
                                             fys_pain_get_word (0), fys_pain_get_word (5), fys_pain_get_word (10));

  for (int i = 0; i < N_WORDS; i++)
    {
      self->words[i] = add_label (self, fys_pain_get_word (i * 5), i / 2.0f);
      gtk_widget_add_css_class (self->words[i], "caption");
    }
  self->legend = add_label (self, legend, 0);
  gtk_widget_add_css_class (self->legend, "caption");
}

static void
fys_pain_scale_init (FysPainScale *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->value = FYS_JOURNAL_PAIN_UNKNOWN;
  self->title = add_label (self, "", 0);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_set_visible (self->title, FALSE);
  for (int i = 0; i < N_BUTTONS; i++)
    add_button (self, i);
  add_words (self);
  self->answer = add_label (self, "", 0);
  gtk_widget_add_css_class (self->answer, "chosen-text");

  for (int i = 0; i < N_BUTTONS; i++)
    update_button (self, i);
  update_focusable (self);
  update_answer (self);

  /* Before the buttons, which would move the focus and choose nothing. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
fys_pain_scale_new (const char *title)
{
  return g_object_new (FYS_TYPE_PAIN_SCALE, "title", title, NULL);
}

void
fys_pain_scale_set_title (FysPainScale *self,
                          const char   *title)
{
  g_return_if_fail (FYS_IS_PAIN_SCALE (self));

  if (title == NULL)
    title = "";
  if (g_str_equal (title, gtk_label_get_label (GTK_LABEL (self->title))))
    return;
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_widget_set_visible (self->title, *title != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

int
fys_pain_scale_get_value (FysPainScale *self)
{
  g_return_val_if_fail (FYS_IS_PAIN_SCALE (self), FYS_JOURNAL_PAIN_UNKNOWN);
  return self->value;
}

void
fys_pain_scale_set_value (FysPainScale *self,
                          int           value)
{
  int before;

  g_return_if_fail (FYS_IS_PAIN_SCALE (self));
  g_return_if_fail (value >= FYS_JOURNAL_PAIN_UNKNOWN && value <= FYS_JOURNAL_PAIN_MAX);

  if (value == self->value)
    return;
  before = self->value;
  self->value = value;
  if (before >= 0)
    update_button (self, before);
  if (value >= 0)
    update_button (self, value);
  update_focusable (self);
  update_answer (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}
