/* fys-done-page.c - what was done in a session
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-done-page.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-announce.h"

#include "fys-step-text.h"

struct _FysDonePage
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget     *scroller;
  GtkLabel      *title_label;
  GtkLabel      *time_label;
  GtkListBox    *list;
  FysRecordForm *record_form;
  GtkWidget     *next_button;
  GtkWidget     *close_button;
  GtkWidget     *reminder_button;
};

enum
{
  SIGNAL_AGAIN_CLICKED,
  SIGNAL_NEXT_CLICKED,
  SIGNAL_CLOSE_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysDonePage, fys_done_page, GTK_TYPE_WIDGET)

static void
again_clicked_cb (FysDonePage *self)
{
  g_signal_emit (self, signals[SIGNAL_AGAIN_CLICKED], 0);
}

static void
next_clicked_cb (FysDonePage *self)
{
  g_signal_emit (self, signals[SIGNAL_NEXT_CLICKED], 0);
}

static void
close_clicked_cb (FysDonePage *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE_CLICKED], 0);
}

/* The focus stays away from the buttons when the last repetition was counted, as one press too many would close the page; so a screen reader has to
 * be told what came. */
static void
fys_done_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fys_done_page_parent_class)->map (widget);
  fys_compat_announce (widget, gtk_label_get_label (FYS_DONE_PAGE (widget)->title_label));
}

static void
fys_done_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fys_done_page_parent_class)->unmap (widget);
  fys_compat_announce_end (widget);
}

static void
fys_done_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_DONE_PAGE);

  G_OBJECT_CLASS (fys_done_page_parent_class)->dispose (object);
}

static void
fys_done_page_class_init (FysDonePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_done_page_dispose;
  widget_class->map = fys_done_page_map;
  widget_class->unmap = fys_done_page_unmap;

  signals[SIGNAL_AGAIN_CLICKED] = g_signal_new ("again-clicked", FYS_TYPE_DONE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 0);
  signals[SIGNAL_NEXT_CLICKED] = g_signal_new ("next-clicked", FYS_TYPE_DONE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 0);
  signals[SIGNAL_CLOSE_CLICKED] = g_signal_new ("close-clicked", FYS_TYPE_DONE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 0);

  g_type_ensure (FYS_TYPE_RECORD_FORM);
  g_type_ensure (FYS_TYPE_REMINDER_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/exercise/fys-done-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysDonePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FysDonePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, FysDonePage, time_label);
  gtk_widget_class_bind_template_child (widget_class, FysDonePage, list);
  gtk_widget_class_bind_template_child (widget_class, FysDonePage, record_form);
  gtk_widget_class_bind_template_child (widget_class, FysDonePage, next_button);
  gtk_widget_class_bind_template_child (widget_class, FysDonePage, close_button);
  gtk_widget_class_bind_template_child (widget_class, FysDonePage, reminder_button);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
fys_done_page_init (FysDonePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fys_done_page_new (void)
{
  return g_object_new (FYS_TYPE_DONE_PAGE, NULL);
}

static GtkWidget *
create_row (FysSessionRunner *runner,
            guint             exercise)
{
  GtkWidget *row = adw_action_row_new ();
  guint n_planned = fys_session_runner_count_planned (runner, exercise);
  /* Translators: repetitions done and planned. */
  g_autofree char *text = g_strdup_printf (ngettext ("%u of %u repetition", "%u of %u repetitions", n_planned),
                                           fys_session_runner_count_done (runner, exercise), n_planned);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fys_session_runner_get_name (runner, exercise));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  return row;
}

void
fys_done_page_set_runner (FysDonePage      *self,
                          FysSessionRunner *runner,
                          gboolean          has_next)
{
  FysSession *session;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (FYS_IS_DONE_PAGE (self));
  g_return_if_fail (FYS_IS_SESSION_RUNNER (runner));

  session = fys_session_runner_get_session (runner);
  time = fys_length_dup_text (fys_session_get_active_us (session));
  text = g_strdup_printf (_("Time: %s"), time);
  gtk_label_set_label (self->title_label,
                       fys_session_get_state (session) == FYS_SESSION_FINISHED ? _("You Are Done") : _("You Stopped Early"));
  gtk_label_set_label (self->time_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->time_label), fys_session_get_active_us (session) > 0);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < fys_session_runner_get_n_exercises (runner); i++)
    gtk_list_box_append (self->list, create_row (runner, i));
  gtk_widget_set_visible (self->next_button, has_next);
}

void
fys_done_page_set_record (FysDonePage        *self,
                          FysRecord          *record,
                          FysRecordFormParts  parts)
{
  g_return_if_fail (FYS_IS_DONE_PAGE (self));

  fys_record_form_set_record (self->record_form, record, parts);
  gtk_widget_set_visible (GTK_WIDGET (self->record_form), record != NULL);
}

void
fys_done_page_focus_button (FysDonePage *self)
{
  g_return_if_fail (FYS_IS_DONE_PAGE (self));
  gtk_widget_grab_focus (gtk_widget_get_visible (self->next_button) ? self->next_button : self->close_button);
}

FysReminderButton *
fys_done_page_get_reminder_button (FysDonePage *self)
{
  g_return_val_if_fail (FYS_IS_DONE_PAGE (self), NULL);

  return FYS_REMINDER_BUTTON (self->reminder_button);
}
