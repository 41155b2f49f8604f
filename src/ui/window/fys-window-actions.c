/* fys-window-actions.c - the actions of the window, and which of them can be done now
 *
 *   back, forward, start, list, search, search-for, questions, beginning, bookmark, put-back, new-window
 *   open-article
 *   add-folder, folders
 *   open, reload, close, menu, shortcuts, fullscreen              find, find-next, find-previous, find-toggle
 *   text-larger, text-smaller, text-usual                  contents, show-contents, show-exercises (on and off)
 *   unfold-all, fold-all, show-warning, show-diagnostics   find-clinic, open-link, next-part, previous-part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "compat/fys-compat-open-file.h"
#include "ui/library/fys-reading-undo.h"
#include "ui/window/fys-shortcuts.h"
#include "ui/window/fys-text-size.h"
#include "ui/window/fys-window-private.h"

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  FysWindow         *self = FYS_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)  file = fys_compat_open_file_finish (result, &error);

  if (file != NULL)
    fys_window_open (self, file, NULL);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fys_window_toast (self, error->message);
}

static GListModel *
filters_new (void)
{
  GListStore               *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) articles = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (articles, _ ("Articles"));
  gtk_file_filter_add_mime_type (articles, "text/markdown");
  gtk_file_filter_add_pattern (articles, "*.md");
  gtk_file_filter_add_pattern (articles, "*.markdown");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, articles);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  FysWindow             *self = FYS_WINDOW (widget);
  g_autoptr (GListModel) filters = filters_new ();
  g_autoptr (GFile)      folder = self->file != NULL ? g_file_get_parent (self->file) : NULL;

  fys_compat_open_file_async (GTK_WINDOW (self), _ ("Open Article"), filters, folder, chosen_cb, NULL);
}

static void
start_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  fys_window_go_start (FYS_WINDOW (widget));
}

static void
list_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  fys_window_go_list (FYS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
open_article_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  const char *key;
  const char *uri;
  const char *slug;

  g_variant_get (parameter, "(&s&s&s)", &key, &uri, &slug);
  fys_window_open_article (FYS_WINDOW (widget), key, uri, slug);
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  fys_window_go_search (FYS_WINDOW (widget), NULL);
}

static void
search_for_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  fys_window_go_search (FYS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
questions_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  fys_window_go_questions (FYS_WINDOW (widget));
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  fys_window_go (FYS_WINDOW (widget), -1);
}

static void
forward_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  fys_window_go (FYS_WINDOW (widget), 1);
}

static void
beginning_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  fys_window_go_to_beginning (FYS_WINDOW (widget));
}

static void
bookmark_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  fys_window_toggle_bookmark (FYS_WINDOW (widget));
}

static void
put_back_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  FysWindow *self = FYS_WINDOW (widget);

  if (self->reading != NULL)
    fys_reading_undo_apply (parameter, self->reading);
}

static void
new_window_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  fys_window_open_beside (FYS_WINDOW (widget), NULL, NULL);
}

static void
add_folder_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  fys_window_choose_folder (FYS_WINDOW (widget));
}

static void
folders_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  fys_window_show_folders (FYS_WINDOW (widget));
}

static void
reload_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  fys_window_reload (FYS_WINDOW (widget));
}

static void
find_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  fys_find_bar_set_open (FYS_WINDOW (widget)->find_bar, TRUE);
}

static void
find_next_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  fys_find_bar_step (FYS_WINDOW (widget)->find_bar, 1);
}

static void
find_previous_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  fys_find_bar_step (FYS_WINDOW (widget)->find_bar, -1);
}

static void
step_text_size (FysWindow *self,
                int        step)
{
  fys_window_set_text_scale (self, fys_text_scale_step (fys_article_view_get_text_scale (self->article_view), step));
}

static void
text_larger_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  step_text_size (FYS_WINDOW (widget), 1);
}

static void
text_smaller_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  step_text_size (FYS_WINDOW (widget), -1);
}

static void
text_usual_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  fys_window_set_text_scale (FYS_WINDOW (widget), FYS_TEXT_SCALE_USUAL);
}

/* In the menu: it is not there where there are no contents, as one that is on or off would be. */
static void
contents_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  FysSplit *split = FYS_WINDOW (widget)->contents_split;

  fys_split_set_open (split, !fys_split_is_open (split));
}

static void
activate_in_article (GtkWidget  *widget,
                     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (FYS_WINDOW (widget)->article_view), action, NULL);
}

static void
unfold_all_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  activate_in_article (widget, "article.unfold-all");
}

static void
fold_all_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  activate_in_article (widget, "article.fold-all");
}

static void
show_warning_cb (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  fys_window_show_warning (FYS_WINDOW (widget));
}

static void
show_diagnostics_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  fys_window_show_diagnostics (FYS_WINDOW (widget));
}

/* A link of the article that stands outside of its page, as in the warning before an exercise. */
static void
open_link_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  fys_window_follow_link (FYS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
find_clinic_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  fys_window_find_clinic (FYS_WINDOW (widget));
}

static void
next_part_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  fys_window_go_to_part (FYS_WINDOW (widget), 1);
}

static void
previous_part_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  fys_window_go_to_part (FYS_WINDOW (widget), -1);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gtk_menu_button_popup (FYS_WINDOW (widget)->menu_button);
}

static void
shortcuts_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  fys_shortcuts_present (widget);
}

static void
close_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

void
fys_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.start", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "win.list", "s", list_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.search-for", "s", search_for_cb);
  gtk_widget_class_install_action (widget_class, "win.questions", NULL, questions_cb);
  gtk_widget_class_install_action (widget_class, "win.open-article", "(sss)", open_article_cb);
  gtk_widget_class_install_action (widget_class, "win.beginning", NULL, beginning_cb);
  gtk_widget_class_install_action (widget_class, "win.bookmark", NULL, bookmark_cb);
  gtk_widget_class_install_action (widget_class, "win.put-back", FYS_READING_UNDO_TYPE, put_back_cb);
  gtk_widget_class_install_action (widget_class, "win.new-window", NULL, new_window_cb);
  gtk_widget_class_install_action (widget_class, "win.add-folder", NULL, add_folder_cb);
  gtk_widget_class_install_action (widget_class, "win.folders", NULL, folders_cb);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_cb);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_next_cb);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_previous_cb);
  gtk_widget_class_install_action (widget_class, "win.text-larger", NULL, text_larger_cb);
  gtk_widget_class_install_action (widget_class, "win.text-smaller", NULL, text_smaller_cb);
  gtk_widget_class_install_action (widget_class, "win.text-usual", NULL, text_usual_cb);
  gtk_widget_class_install_action (widget_class, "win.contents", NULL, contents_cb);
  gtk_widget_class_install_action (widget_class, "win.unfold-all", NULL, unfold_all_cb);
  gtk_widget_class_install_action (widget_class, "win.fold-all", NULL, fold_all_cb);
  gtk_widget_class_install_action (widget_class, "win.show-warning", NULL, show_warning_cb);
  gtk_widget_class_install_action (widget_class, "win.show-diagnostics", NULL, show_diagnostics_cb);
  gtk_widget_class_install_action (widget_class, "win.find-clinic", NULL, find_clinic_cb);
  gtk_widget_class_install_action (widget_class, "win.next-part", NULL, next_part_cb);
  gtk_widget_class_install_action (widget_class, "win.previous-part", NULL, previous_part_cb);
  gtk_widget_class_install_action (widget_class, "win.open-link", "s", open_link_cb);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_cb);
  gtk_widget_class_install_property_action (widget_class, "win.fullscreen", "fullscreened");
}

static void
add_property_action (FysWindow  *self,
                     const char *name,
                     gpointer    object,
                     const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

/* Those that are on or off have their state from the widget that they are about. */
void
fys_window_init_actions (FysWindow *self)
{
  add_property_action (self, "show-contents", self->contents_split, "is-open");
  add_property_action (self, "show-exercises", self->exercise_split, "is-open");
  add_property_action (self, "find-toggle", self->find_bar, "is-open");
}

/* An action keeps the widget that it is about, whose buttons keep the window's actions: nothing of it would ever end. */
void
fys_window_dispose_actions (FysWindow *self)
{
  static const char *const names[] = { "show-contents", "show-exercises", "find-toggle" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_action_map_remove_action (G_ACTION_MAP (self), names[i]);
}

static gboolean
has_section_with (FysArticle     *article,
                  FysSectionFlags flag)
{
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  for (guint i = 0; i < n_sections; i++)
    if ((sections[i].flags & flag) != 0)
      return TRUE;
  return FALSE;
}

static void
set_enabled (FysWindow  *self,
             const char *action,
             gboolean    is_enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, is_enabled);
}

void
fys_window_update_actions (FysWindow *self)
{
  FysArticle *article = self->document != NULL ? fys_document_get_article (self->document) : NULL;
  double      text_scale = fys_article_view_get_text_scale (self->article_view);
  gboolean    is_page = fys_window_is_article_page (self);
  gboolean    is_in_sight = article != NULL && is_page && !fys_window_is_filled (self);
  gboolean    has_questions = is_in_sight && has_section_with (article, FYS_SECTION_QUESTION);

  set_enabled (self, "win.reload", self->file != NULL && is_page && !fys_window_is_session_active (self));
  gtk_widget_set_sensitive (self->find_button, article != NULL && is_page); /* find-toggle has its state from the bar, and is always there */
  set_enabled (self, "win.start", !fys_window_is_start_page (self));
  set_enabled (self, "win.search", self->library != NULL);
  set_enabled (self, "win.search-for", self->library != NULL);
  set_enabled (self, "win.questions", self->library != NULL);
  set_enabled (self, "win.add-folder", fys_window_has_folders (self));
  set_enabled (self, "win.folders", fys_window_has_folders (self));
  set_enabled (self, "win.find", is_in_sight);
  set_enabled (self, "win.find-next", is_in_sight);
  set_enabled (self, "win.find-previous", is_in_sight);
  set_enabled (self, "win.text-larger", is_page && text_scale < FYS_TEXT_SCALE_MOST);
  set_enabled (self, "win.text-smaller", is_page && text_scale > FYS_TEXT_SCALE_LEAST);
  set_enabled (self, "win.contents", fys_split_is_pane_available (self->contents_split));
  set_enabled (self, "win.unfold-all", has_questions);
  set_enabled (self, "win.fold-all", has_questions);
  set_enabled (self, "win.show-warning", article != NULL && is_page && has_section_with (article, FYS_SECTION_URGENT));
  set_enabled (self, "win.show-diagnostics", article != NULL && is_page && fys_document_get_findings (self->document)->len > 0);
}
