/* fys-window.c - a window that shows an article, its contents and its exercises
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-window.h"

#include <glib/gi18n.h>

#include "ui/window/fys-bench.h"
#include "ui/window/fys-settings.h"
#include "ui/window/fys-text-size.h"
#include "ui/window/fys-window-private.h"

/* The pane-width of contents_split. */
#define CONTENTS_PX 270

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_SETTINGS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FysWindow, fys_window, ADW_TYPE_APPLICATION_WINDOW)

gboolean
fys_window_is_tight (FysWindow *self)
{
  return fys_split_is_collapsed (self->contents_split) || fys_split_is_collapsed (self->exercise_split);
}

/* Name and tooltip say what a press does now, as GTK 4.8 does not tell that a toggle is pressed. */
static void
name_toggle (GtkWidget  *button,
             const char *name)
{
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What the reader needs most stays in the header: the way back, the title, the exercises and the menu. What gives way to the title is in the menu as well. */
static void
update_header (FysWindow *self)
{
  gboolean has_contents = fys_split_is_open (self->contents_split);
  gboolean is_narrow = fys_split_is_collapsed (self->contents_split);
  gboolean is_tight = fys_window_is_tight (self);
  gboolean is_article = fys_window_is_article_page (self);

  name_toggle (self->contents_button, has_contents ? _ ("Hide Contents") : _ ("Show Contents"));
  name_toggle (self->exercises_button, fys_split_is_open (self->exercise_split) ? _ ("Hide Exercises") : _ ("Show Exercises"));
  gtk_widget_set_visible (self->exercises_button, fys_split_is_pane_available (self->exercise_split));
  gtk_widget_set_visible (self->exercises_label, !is_tight);
  gtk_widget_set_visible (self->contents_button, fys_split_is_pane_available (self->contents_split) && !is_narrow);
  gtk_widget_set_visible (self->library_button, !is_narrow && !fys_window_is_start_page (self));
  gtk_widget_set_visible (self->library_label, !is_article);
  gtk_widget_set_visible (self->bookmark_button, is_article && !is_tight && self->reading != NULL && self->document != NULL);
  gtk_widget_set_visible (self->find_button, is_article && !is_tight);
  gtk_widget_set_visible (GTK_WIDGET (self->text_button), is_article && !is_tight);
  /* The window's own buttons stand in whichever header bar is outermost at that side. */
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->header_bar), !has_contents || is_narrow);
}

static void
update_title (FysWindow *self)
{
  g_autofree char *name = NULL;
  const char      *title = _ ("Fysbog");

  if (!fys_window_is_article_page (self))
    title = fys_window_get_page_title (self);
  else if (self->document != NULL)
    title = fys_article_get_title (fys_document_get_article (self->document));
  else if (self->file != NULL)
    {
      g_autofree char *base_name = g_file_get_basename (self->file);

      name = g_filename_display_name (base_name != NULL ? base_name : "");
      title = name;
    }
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_clinic_button (FysWindow *self)
{
  g_autofree char *url = fys_window_dup_clinic_url (self);
  g_autofree char *description = g_strdup_printf (_ ("Opens %s in your web browser"), url);

  gtk_widget_set_tooltip_text (self->clinic_button, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clinic_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
fys_window_update (FysWindow *self)
{
  update_header (self);
  update_title (self);
  update_clinic_button (self);
  fys_window_update_history (self);
  fys_window_update_bookmark (self);
  fys_window_update_actions (self);
}

void
fys_window_show_page (FysWindow  *self,
                      const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  fys_window_update_panes (self);
  fys_window_update (self);
}

void
fys_window_toast (FysWindow  *self,
                  const char *text)
{
  AdwToast        *toast;
  g_autofree char *markup = g_markup_escape_text (text, -1);

  toast = adw_toast_new (markup); /* AdwToast reads its title as markup */
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
fys_window_take_document (FysWindow   *self,
                          FysDocument *document)
{
  g_set_object (&self->document, document);
  fys_article_view_set_document (self->article_view, document);
  fys_contents_set_document (self->contents, document);
  fys_contents_set_current_section (self->contents, fys_article_view_get_current_section (self->article_view));
  if (self->exercise_pane != NULL)
    fys_exercise_pane_set_document (self->exercise_pane, document);
  fys_window_update_panes (self);
  if (self->wants_exercises && document != NULL)
    fys_window_show_exercises (self);
  fys_find_bar_refresh (self->find_bar);
  if (document != NULL && fys_window_is_article_page (self))
    {
      fys_window_show_page (self, FYS_PAGE_ARTICLE);
      fys_bench_tell_first_frame (GTK_WIDGET (self->article_view));
    }
  fys_window_queue_terms (self);
  fys_window_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

void
fys_window_set_text_scale (FysWindow *self,
                           double     text_scale)
{
  text_scale = CLAMP (text_scale, FYS_TEXT_SCALE_LEAST, FYS_TEXT_SCALE_MOST);
  fys_article_view_set_text_scale (self->article_view, text_scale);
  if (self->settings != NULL)
    g_settings_set_double (self->settings, FYS_SETTINGS_TEXT_SCALE, text_scale);
  fys_window_update_actions (self);
}

/* The panes belong to the article; where something else is shown there are none, and they are as they were when it is back. */
void
fys_window_update_panes (FysWindow *self)
{
  gboolean is_article = fys_window_is_article_page (self);
  gboolean is_error = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), FYS_PAGE_ERROR) == 0;
  guint    n_exercises = self->document != NULL ? fys_exercise_list_get_n (fys_document_get_exercises (self->document)) : 0;

  fys_split_set_pane_available (self->contents_split, is_article && !is_error && !fys_window_is_filled (self));
  fys_split_set_pane_available (self->exercise_split, is_article && n_exercises > 0);
}

static void
current_section_cb (FysWindow *self)
{
  fys_window_queue_section (self);
}

static void
section_activated_cb (FysWindow *self,
                      guint      section)
{
  if (fys_split_is_collapsed (self->contents_split))
    fys_split_set_open (self->contents_split, FALSE);
  fys_article_view_show_section (self->article_view, section);
}

/* A pane that goes takes the focus with it; the reader goes on in the article, and not on whatever button comes next. */
static void
focus_lost_cb (FysWindow *self)
{
  if (fys_window_is_article_page (self))
    (void) gtk_widget_grab_focus (GTK_WIDGET (self->article_view)); /* where no article is shown, nothing there takes it */
}

static void
contents_open_cb (FysWindow *self)
{
  update_header (self);
  /* Contents that lie over the article are there to choose from. */
  if (fys_split_is_open (self->contents_split) && fys_split_is_collapsed (self->contents_split))
    (void) gtk_widget_grab_focus (GTK_WIDGET (self->contents)); /* an article without headings has nothing to focus */
}

/* Escape closes a pane that lies over the article, wherever the focus is. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  FysWindow *self = FYS_WINDOW (widget);
  FysSplit  *splits[] = { self->exercise_split, self->contents_split };

  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    if (fys_split_is_collapsed (splits[i]) && fys_split_is_open (splits[i]))
      {
        fys_split_set_open (splits[i], FALSE);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
drop_cb (FysWindow    *self,
         const GValue *value)
{
  GdkFileList           *list = g_value_get_boxed (value);
  g_autoptr (GSList)     files = list != NULL ? gdk_file_list_get_files (list) : NULL;

  if (files == NULL)
    return FALSE;
  fys_window_open (self, files->data, NULL);
  return TRUE;
}

/* Menus are made when they are first opened: a start-up should not pay for what is not seen. */
static void
create_text_popover_cb (GtkMenuButton *button,
                        gpointer       user_data)
{
  FysWindow *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, fys_text_size_popover_new (G_OBJECT (self->article_view)));
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  FysWindow *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (self->main_menu));
}

/* So that the first frame is laid out for the size that the window will most likely have. */
static void
expect_size (FysWindow *self)
{
  int width_px;
  int height_px;

  gtk_window_get_default_size (GTK_WINDOW (self), &width_px, &height_px);
  if (gtk_window_is_maximized (GTK_WINDOW (self)) || width_px <= 0)
    return;
  fys_split_expect_width (self->contents_split, width_px);
  if (fys_split_is_open (self->contents_split))
    width_px -= CONTENTS_PX;
  fys_split_expect_width (self->exercise_split, width_px);
}

static void
restore (FysWindow *self)
{
  if (self->settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, FYS_SETTINGS_WINDOW_WIDTH),
                               g_settings_get_int (self->settings, FYS_SETTINGS_WINDOW_HEIGHT));
  if (g_settings_get_boolean (self->settings, FYS_SETTINGS_WINDOW_IS_MAXIMIZED))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, FYS_SETTINGS_SHOW_CONTENTS, self->contents_split, "is-docked-open", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, FYS_SETTINGS_SHOW_EXERCISES, self->exercise_split, "is-docked-open", G_SETTINGS_BIND_DEFAULT);
  fys_article_view_set_text_scale (self->article_view, g_settings_get_double (self->settings, FYS_SETTINGS_TEXT_SCALE));
}

static void
keep_size (FysWindow *self)
{
  int width_px;
  int height_px;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width_px, &height_px);
  g_settings_set_boolean (self->settings, FYS_SETTINGS_WINDOW_IS_MAXIMIZED, gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width_px >= 360 && height_px >= 294)
    {
      g_settings_set_int (self->settings, FYS_SETTINGS_WINDOW_WIDTH, width_px);
      g_settings_set_int (self->settings, FYS_SETTINGS_WINDOW_HEIGHT, height_px);
    }
}

static void
left_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  if (fys_window_ask_to_leave_finish (FYS_WINDOW (source), result))
    gtk_window_close (GTK_WINDOW (source));
}

static gboolean
fys_window_close_request (GtkWindow *window)
{
  FysWindow *self = FYS_WINDOW (window);

  if (fys_window_is_session_active (self))
    {
      fys_window_ask_to_leave_async (self, left_cb, NULL);
      return GDK_EVENT_STOP;
    }
  keep_size (self);
  fys_window_keep_reading (self);
  return GTK_WINDOW_CLASS (fys_window_parent_class)->close_request (window);
}

static void
fys_window_constructed (GObject *object)
{
  FysWindow *self = FYS_WINDOW (object);

  G_OBJECT_CLASS (fys_window_parent_class)->constructed (object);

  restore (self);
  fys_window_init_terms (self);
  expect_size (self);
  fys_window_update (self);
}

static void
fys_window_dispose (GObject *object)
{
  FysWindow *self = FYS_WINDOW (object);

  fys_window_cancel_finding (self);
  fys_window_cancel_loading (self);
  fys_window_cancel_terms (self);
  self->reload_waits = FALSE; /* or the end of the exercise would begin to load again */
  if (self->exercise_pane != NULL)
    fys_exercise_pane_stop (self->exercise_pane);
  fys_window_update_inhibition (self);
  self->exercise_pane = NULL;
  fys_window_dispose_actions (self);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  g_clear_handle_id (&self->section_id, g_source_remove);
  if (self->find_bar != NULL)
    fys_find_bar_set_view (self->find_bar, NULL);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_object (&self->choices);
  g_clear_object (&self->journal);
  g_clear_object (&self->reminders);
  g_clear_object (&self->library);
  g_clear_object (&self->reading);
  self->start_page = NULL;
  self->list_page = NULL;
  self->search_page = NULL;
  self->questions_page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_WINDOW);

  G_OBJECT_CLASS (fys_window_parent_class)->dispose (object);
}

static void
fys_window_finalize (GObject *object)
{
  FysWindow *self = FYS_WINDOW (object);

  g_clear_pointer (&self->history, fys_history_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->fragment, g_free);
  g_clear_object (&self->wanted_file);
  g_clear_pointer (&self->wanted_exercise, g_free);

  G_OBJECT_CLASS (fys_window_parent_class)->finalize (object);
}

static void
fys_window_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  FysWindow *self = FYS_WINDOW (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, self->settings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_window_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  FysWindow *self = FYS_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SETTINGS:
      self->settings = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/window/fys-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FysWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, contents_split);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, exercise_split);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, contents_header);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, forward_button);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, library_button);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, library_label);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, bookmark_button);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, contents_button);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, exercises_button);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, exercises_label);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, text_button);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, title);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, clinic_button);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, article_view);
  gtk_widget_class_bind_template_child (widget_class, FysWindow, error_page);
  gtk_widget_class_bind_template_callback (widget_class, current_section_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, contents_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_lost_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_header);
  gtk_widget_class_bind_template_callback (widget_class, fys_window_ensure_exercise_pane);
  gtk_widget_class_bind_template_callback (widget_class, fys_window_update);
  gtk_widget_class_bind_template_callback (widget_class, fys_window_banner_clicked);
  gtk_widget_class_bind_template_callback (widget_class, fys_window_follow_link);
  gtk_widget_class_bind_template_callback (widget_class, fys_window_follow_link_beside);
  gtk_widget_class_bind_template_callback (widget_class, fys_window_describe_link);
  gtk_widget_class_bind_template_callback (widget_class, fys_window_open_exercise);
}

static void
fys_window_class_init (FysWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = fys_window_constructed;
  object_class->dispose = fys_window_dispose;
  object_class->finalize = fys_window_finalize;
  object_class->get_property = fys_window_get_property;
  object_class->set_property = fys_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = fys_window_close_request;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, FYS_TYPE_DOCUMENT,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_signal_new ("create-window", FYS_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_first_wins, NULL, NULL, FYS_TYPE_WINDOW, 0);
  g_signal_new ("session-changed", FYS_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (FYS_TYPE_ARTICLE_VIEW);
  g_type_ensure (FYS_TYPE_BANNER);
  g_type_ensure (FYS_TYPE_CONTENTS);
  g_type_ensure (FYS_TYPE_FIND_BAR);
  g_type_ensure (FYS_TYPE_SPLIT);
  bind_template (widget_class);
  fys_window_class_install_actions (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
fys_window_init (FysWindow *self)
{
  GtkDropTarget *drop_target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->history = fys_history_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fys_find_bar_set_view (self->find_bar, self->article_view);
  gtk_menu_button_set_create_popup_func (self->text_button, create_text_popover_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  g_signal_connect_object (drop_target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop_target));
  fys_window_init_session_keys (self);
  fys_window_init_history (self);
  fys_window_init_reading (self);
  fys_window_init_actions (self);
}

FysWindow *
fys_window_new (GtkApplication *application,
                GSettings      *settings)
{
  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);

  return g_object_new (FYS_TYPE_WINDOW, "application", application, "settings", settings, NULL);
}

void
fys_window_open_beside (FysWindow  *self,
                        GFile      *file,
                        const char *fragment)
{
  g_autoptr (FysWindow) window = NULL;

  g_return_if_fail (FYS_IS_WINDOW (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  g_signal_emit_by_name (self, "create-window", &window);
  if (window == NULL)
    window = g_object_ref (self);
  if (file != NULL)
    fys_window_open (window, file, fragment);
  else
    fys_window_go_start (window);
  gtk_window_present (GTK_WINDOW (window));
}

GFile *
fys_window_get_file (FysWindow *self)
{
  g_return_val_if_fail (FYS_IS_WINDOW (self), NULL);

  return self->file;
}

FysDocument *
fys_window_get_document (FysWindow *self)
{
  g_return_val_if_fail (FYS_IS_WINDOW (self), NULL);

  return self->document;
}
