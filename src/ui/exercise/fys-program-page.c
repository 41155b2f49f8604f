/* fys-program-page.c - several exercises before they start: their order, which of them are done, and the rest between
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-program-page.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-announce.h"
#include "fys-figure-row.h"
#include "fys-plan-text.h"
#include "fys-program-row.h"
#include "fys-sore-side.h"

struct _FysProgramPage
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget    *scroller;
  GtkWidget    *reset_button;
  FysPainScale *pain_scale;
  GtkListBox   *list;
  FysFigureRow *rest_row;
  FysSoreSide  *sore_side;
  GtkLabel     *time_label;
  GtkWidget    *start_button;

  /* Borrowed */
  FysSetup *setup; /* (nullable) */

  gboolean is_loading;
  gboolean has_announced;
};

enum
{
  SIGNAL_EDIT_REQUESTED,
  SIGNAL_START_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysProgramPage, fys_program_page, GTK_TYPE_WIDGET)

static void
announce (FysProgramPage *self,
          const char     *text)
{
  self->has_announced = TRUE;
  fys_compat_announce (GTK_WIDGET (self), text);
}

static FysProgramRow *
get_row (FysProgramPage *self,
         int             index)
{
  return (FysProgramRow *) gtk_list_box_get_row_at_index (self->list, index);
}

static void
update_rows (FysProgramPage *self)
{
  FysProgramRow *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    fys_program_row_update (row);
}

/* Sides are asked for when an exercise that is done has them. */
static gboolean
has_sides (FysProgramPage *self,
           const guint    *exercises,
           guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      FysPlan plan;

      fys_setup_get_plan (self->setup, exercises[i], &plan);
      if (plan.is_per_side)
        return TRUE;
    }
  return FALSE;
}

static void
update_foot (FysProgramPage *self,
             const guint    *exercises,
             guint           n)
{
  g_autoptr (FysProgram) program = fys_setup_create_program (self->setup, exercises, n);
  g_autofree char *time = fys_program_dup_time_text (program);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_("Choose at least one exercise"));
  else
    /* Translators: the number of exercises and the time that they take together. */
    text = g_strdup_printf (ngettext ("%u exercise · Total time: %s", "%u exercises · Total time: %s", n), n, time);
  gtk_label_set_label (self->time_label, text);
  gtk_widget_set_sensitive (self->start_button, n > 0);
}

static void
update (FysProgramPage *self)
{
  guint n;
  g_autofree guint *exercises = fys_setup_dup_program (self->setup, &n);

  update_foot (self, exercises, n);
  gtk_widget_set_visible (GTK_WIDGET (self->sore_side), has_sides (self, exercises, n));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rest_row),
                               fys_setup_is_rest_changed (self->setup) ? _("Your own choice – not stated in the article")
                                                                       : _("Not stated in the article – our suggestion"));
  gtk_widget_set_sensitive (self->reset_button, n < fys_setup_get_n_exercises (self->setup) || fys_setup_is_order_changed (self->setup) ||
                                                  fys_setup_is_rest_changed (self->setup));
}

static void
rest_changed_cb (FysProgramPage *self)
{
  if (self->is_loading || self->setup == NULL)
    return;
  fys_setup_set_rest_s (self->setup, fys_figure_row_get_value (self->rest_row));
  update (self);
}

static void
sore_side_changed_cb (FysProgramPage *self)
{
  fys_setup_set_sore_side (self->setup, fys_sore_side_get_side (self->sore_side));
}

static void
left_out_changed_cb (FysProgramPage *self)
{
  update (self);
  /* The button that has become useless is far from here. */
  if (!gtk_widget_get_sensitive (self->start_button))
    announce (self, gtk_label_get_label (self->time_label));
}

static void
moved_cb (FysProgramPage *self,
          int             direction,
          FysProgramRow  *row)
{
  guint exercise = fys_program_row_get_exercise (row);

  fys_program_page_move (self, exercise, fys_setup_get_place (self->setup, exercise) + direction);
}

static void
edit_clicked_cb (FysProgramPage *self,
                 FysProgramRow  *row)
{
  g_signal_emit (self, signals[SIGNAL_EDIT_REQUESTED], 0, fys_program_row_get_exercise (row));
}

static void
start_clicked_cb (FysProgramPage *self)
{
  fys_figure_row_commit (self->rest_row);
  g_signal_emit (self, signals[SIGNAL_START_CLICKED], 0);
}

static void
reset_clicked_cb (FysProgramPage *self)
{
  fys_setup_reset_program (self->setup);
  fys_program_page_set_setup (self, self->setup);
  fys_program_page_focus_button (self);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  FysProgramPage *self = user_data;
  guint a_place = fys_setup_get_place (self->setup, fys_program_row_get_exercise (FYS_PROGRAM_ROW (a)));
  guint b_place = fys_setup_get_place (self->setup, fys_program_row_get_exercise (FYS_PROGRAM_ROW (b)));

  return (a_place > b_place) - (a_place < b_place);
}

static GdkDragAction
drag_motion_cb (FysProgramPage *self,
                double          x,
                double          y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);

  if (row == NULL)
    gtk_list_box_drag_unhighlight_row (self->list);
  else
    gtk_list_box_drag_highlight_row (self->list, row);
  return row != NULL ? GDK_ACTION_MOVE : 0;
}

static void
drag_leave_cb (FysProgramPage *self)
{
  gtk_list_box_drag_unhighlight_row (self->list);
}

static gboolean
drop_cb (FysProgramPage *self,
         const GValue   *value,
         double          x,
         double          y)
{
  GtkListBoxRow *target = gtk_list_box_get_row_at_y (self->list, y);
  GtkWidget     *dropped = g_value_get_object (value);

  gtk_list_box_drag_unhighlight_row (self->list);
  /* One of another window is not ours to move. */
  if (target == NULL || gtk_widget_get_parent (dropped) != GTK_WIDGET (self->list))
    return FALSE;
  fys_program_page_move (self, fys_program_row_get_exercise (FYS_PROGRAM_ROW (dropped)), gtk_list_box_row_get_index (target));
  return TRUE;
}

static void
add_drop_target (FysProgramPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (FYS_TYPE_PROGRAM_ROW, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "enter", G_CALLBACK (drag_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (drag_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drag_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}

static void
fys_program_page_unmap (GtkWidget *widget)
{
  FysProgramPage *self = FYS_PROGRAM_PAGE (widget);

  GTK_WIDGET_CLASS (fys_program_page_parent_class)->unmap (widget);

  if (self->has_announced)
    fys_compat_announce_end (widget);
  self->has_announced = FALSE;
}

static void
fys_program_page_dispose (GObject *object)
{
  FysProgramPage *self = FYS_PROGRAM_PAGE (object);
  GtkWidget *child;

  self->setup = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_PROGRAM_PAGE);

  G_OBJECT_CLASS (fys_program_page_parent_class)->dispose (object);
}

static void
fys_program_page_class_init (FysProgramPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_program_page_dispose;
  widget_class->unmap = fys_program_page_unmap;

  signals[SIGNAL_EDIT_REQUESTED] = g_signal_new ("edit-requested", FYS_TYPE_PROGRAM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_START_CLICKED] = g_signal_new ("start-clicked", FYS_TYPE_PROGRAM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 0);

  g_type_ensure (FYS_TYPE_FIGURE_ROW);
  g_type_ensure (FYS_TYPE_PAIN_SCALE);
  g_type_ensure (FYS_TYPE_SORE_SIDE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/exercise/fys-program-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, pain_scale);
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, reset_button);
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, list);
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, rest_row);
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, sore_side);
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, time_label);
  gtk_widget_class_bind_template_child (widget_class, FysProgramPage, start_button);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, rest_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sore_side_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
}

static void
fys_program_page_init (FysProgramPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self->rest_row, "upper", FYS_PLAN_MAX_SECONDS, NULL);
  add_drop_target (self);
}

GtkWidget *
fys_program_page_new (void)
{
  return g_object_new (FYS_TYPE_PROGRAM_PAGE, NULL);
}

static void
add_row (FysProgramPage *self,
         guint           exercise)
{
  GtkWidget *row = fys_program_row_new (self->setup, exercise);

  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left-out-changed", G_CALLBACK (left_out_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "edit-clicked", G_CALLBACK (edit_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
replace_rows (FysProgramPage *self,
              FysSetup       *setup)
{
  FysProgramRow *row;

  gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->setup = setup;
  for (guint i = 0; setup != NULL && i < fys_setup_get_n_exercises (setup); i++)
    add_row (self, i);
  if (setup != NULL)
    gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
}

void
fys_program_page_set_setup (FysProgramPage *self,
                            FysSetup       *setup)
{
  g_return_if_fail (FYS_IS_PROGRAM_PAGE (self));

  if (self->setup != setup)
    replace_rows (self, setup);
  if (setup == NULL)
    return;
  self->is_loading = TRUE;
  fys_figure_row_set_value (self->rest_row, fys_setup_get_rest_s (setup));
  fys_sore_side_set_side (self->sore_side, fys_setup_get_sore_side (setup));
  self->is_loading = FALSE;
  update_rows (self);
  gtk_list_box_invalidate_sort (self->list);
  update (self);
}

void
fys_program_page_move (FysProgramPage *self,
                       guint           exercise,
                       guint           to_place)
{
  g_autofree char *text = NULL;

  g_return_if_fail (FYS_IS_PROGRAM_PAGE (self));
  g_return_if_fail (self->setup != NULL && to_place < fys_setup_get_n_exercises (self->setup));

  fys_setup_move (self->setup, fys_setup_get_place (self->setup, exercise), to_place);
  update_rows (self);
  gtk_list_box_invalidate_sort (self->list); /* keeps the focus where it is */
  update (self);
  /* Translators: said by a screen reader when an exercise was moved: its name, its new place, and how many there are. */
  text = g_strdup_printf (_("%s is now number %u of %u"), fys_setup_get_exercise (self->setup, exercise)->name, to_place + 1,
                          fys_setup_get_n_exercises (self->setup));
  announce (self, text);
}

void
fys_program_page_focus_button (FysProgramPage *self)
{
  g_return_if_fail (FYS_IS_PROGRAM_PAGE (self));

  if (gtk_widget_get_sensitive (self->start_button))
    gtk_widget_grab_focus (self->start_button);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
fys_program_page_focus_row (FysProgramPage *self,
                            guint           exercise)
{
  g_return_if_fail (FYS_IS_PROGRAM_PAGE (self));
  g_return_if_fail (self->setup != NULL);

  gtk_widget_grab_focus (GTK_WIDGET (get_row (self, fys_setup_get_place (self->setup, exercise))));
}

FysPainScale *
fys_program_page_get_pain_scale (FysProgramPage *self)
{
  g_return_val_if_fail (FYS_IS_PROGRAM_PAGE (self), NULL);
  return self->pain_scale;
}
