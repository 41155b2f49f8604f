/* fys-window-load.c - opens an article, follows its file, tells what is wrong
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "ui/window/fys-diagnostics.h"
#include "ui/window/fys-place.h"
#include "ui/window/fys-window-private.h"

/* Most articles are there sooner; a spinner that only flashes would be in the way. */
#define SPINNER_DELAY_MS 400

/* Returns: (transfer full): the name of the file for a person to read */
static char *
dup_file_name (GFile *file)
{
  g_autofree char *base_name = file != NULL ? g_file_get_basename (file) : NULL;

  return g_filename_display_name (base_name != NULL ? base_name : "");
}

static void
show_banner (FysWindow     *self,
             FysBannerTopic topic,
             const char    *text,
             const char    *button_label)
{
  self->banner_topic = topic;
  fys_banner_show (self->banner, text, button_label);
}

static void
hide_banner (FysWindow *self)
{
  self->banner_topic = FYS_BANNER_NONE;
  fys_banner_hide (self->banner);
}

void
fys_window_banner_clicked (FysWindow *self)
{
  switch (self->banner_topic)
    {
    case FYS_BANNER_DIAGNOSTICS:
      fys_window_show_diagnostics (self);
      break;
    case FYS_BANNER_FILE_GONE:
      fys_window_reload (self);
      break;
    case FYS_BANNER_NONE:
    default:
      break;
    }
}

static void
tell_faults (FysWindow *self)
{
  GPtrArray           *diagnostics = fys_document_get_findings (self->document);
  const FysDiagnostic *error = fys_diagnostics_find_error (diagnostics);
  g_autofree char     *file_name = dup_file_name (self->file);
  g_autofree char     *sentence = NULL;

  if (error == NULL)
    {
      hide_banner (self);
      return;
    }
  sentence = fys_diagnostics_dup_sentence (file_name, error);
  show_banner (self, FYS_BANNER_DIAGNOSTICS, sentence, _ ("Details"));
}

/* To the block that begins at @line of the file or last before it. */
static void
go_to_line (GtkWidget *window,
            guint      line)
{
  FysWindow      *self = FYS_WINDOW (window);
  guint           n_blocks;
  const FysBlock *blocks;
  guint           found = 0;

  if (self->document == NULL)
    return;
  blocks = fys_article_get_blocks (fys_document_get_article (self->document), &n_blocks);
  for (guint i = 0; i < n_blocks && blocks[i].line <= line; i++)
    found = i;
  if (n_blocks > 0)
    fys_article_view_set_part (self->article_view, found, 0.0);
  (void) gtk_widget_grab_focus (GTK_WIDGET (self->article_view)); /* where no article is shown, nothing there takes it */
}

void
fys_window_show_diagnostics (FysWindow *self)
{
  g_autofree char *file_name = dup_file_name (self->file);

  if (self->document != NULL)
    fys_diagnostics_present (GTK_WIDGET (self), file_name, fys_document_get_findings (self->document), go_to_line);
}

static void
stop_spinner (FysWindow *self)
{
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  if (self->spinner == NULL)
    return;
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (self->spinner, FALSE);
}

static gboolean
spinner_cb (gpointer user_data)
{
  FysWindow *self = user_data;

  self->spinner_id = 0;
  fys_window_show_page (self, FYS_PAGE_LOADING);
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  return G_SOURCE_REMOVE;
}

void
fys_window_cancel_loading (FysWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->history_step = 0;
  stop_spinner (self);
}

static void
document_changed_cb (FysWindow *self)
{
  /* The pane counts by the program that it was started with; the text waits until it is done. */
  if (fys_window_is_session_active (self))
    self->reload_waits = TRUE;
  else
    fys_window_reload (self);
}

static void
watch (FysWindow   *self,
       FysDocument *document)
{
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_func (self->document, document_changed_cb, self);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Shows the changed article where the reader was, with the same questions open. */
static void
replace_document (FysWindow   *self,
                  FysDocument *document)
{
  FysPlace       place = fys_article_view_get_place (self->article_view);
  g_auto (GStrv) open_questions = fys_article_view_dup_open_questions (self->article_view);

  place.block = fys_place_carry (fys_document_get_article (self->document), fys_document_get_article (document), place.block);
  watch (self, document);
  fys_window_take_document (self, document);
  fys_article_view_set_open_questions (self->article_view, (const char *const *) open_questions);
  fys_article_view_set_place (self->article_view, place);
}

static void
show_document (FysWindow   *self,
               FysDocument *document)
{
  g_autofree char *fragment = g_steal_pointer (&self->fragment);

  fys_window_leave_place (self);
  fys_window_note_change (self, document);
  watch (self, document);
  fys_window_show_page (self, FYS_PAGE_ARTICLE);
  fys_window_take_document (self, document);
  /* So that Page Down and the arrows scroll at once; without a widget for it, GTK would take the first button of the header. */
  (void) gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
  if (fys_window_arrive (self))
    return;
  if (fragment != NULL && *fragment != '\0')
    fys_window_show_fragment (self, fragment);
  else
    fys_window_continue_reading (self);
}

void
fys_window_show_again (FysWindow   *self,
                       FysDocument *document)
{
  g_set_object (&self->file, fys_document_get_file (document));
  watch (self, document);
  fys_window_show_page (self, FYS_PAGE_ARTICLE);
  fys_window_take_document (self, document);
  (void) gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
  tell_faults (self);
}

static void
show_error_page (FysWindow  *self,
                 const char *file_name,
                 const char *reason)
{
  g_autofree char *title = g_strdup_printf (_ ("“%s” Cannot Be Opened"), file_name);
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *reason_markup = g_markup_escape_text (reason, -1);

  adw_status_page_set_title (self->error_page, title_markup);
  adw_status_page_set_description (self->error_page, reason_markup);
  hide_banner (self);
  fys_window_leave_place (self);
  fys_window_show_page (self, FYS_PAGE_ERROR);
  fys_window_visit (self, FYS_PAGE_ARTICLE, self->file);
}

/* What was opened is a folder: the library takes it, if it is wanted. The window is about what it showed before. */
static void
take_folder (FysWindow *self,
             GFile     *folder)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->fragment, g_free);
  if (self->document != NULL)
    g_set_object (&self->file, fys_document_get_file (self->document));
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), FYS_PAGE_LOADING) == 0)
    fys_window_go_start (self);
  fys_window_offer_folder (self, folder);
}

/* What was to be opened cannot be: the window is about what it showed before. Waiting for it may have taken the place of that. */
static void
stay (FysWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), FYS_PAGE_LOADING) == 0)
    fys_window_show_page (self, fys_history_get_current (self->history)->page);
  g_clear_object (&self->file);
  if (self->document != NULL)
    g_set_object (&self->file, fys_document_get_file (self->document));
  g_clear_pointer (&self->fragment, g_free); /* it belonged to the other file */
}

/* Whether there is something to stay at. */
static gboolean
can_stay (FysWindow *self)
{
  FysHistoryPlace *place = fys_history_get_current (self->history);

  return self->document != NULL || (place != NULL && place->file == NULL);
}

static gboolean
is_shown (FysWindow *self,
          GFile     *file)
{
  return self->document != NULL && g_file_equal (fys_document_get_file (self->document), file);
}

/* Nothing can be shown of the file. An article that is there stays: with a word above it when it is its own file that is gone, else with a toast. */
static void
tell_failure (FysWindow *self,
              GFile     *file,
              GError    *error)
{
  g_autofree char *file_name = dup_file_name (file);
  g_autofree char *text = NULL;

  if (self->history_step != 0)
    {
      fys_window_forget_place (self, error);
      return;
    }
  if (g_error_matches (error, FYS_ARTICLE_ERROR, FYS_ARTICLE_ERROR_FOLDER) && fys_window_has_folders (self))
    {
      take_folder (self, file);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) && !is_shown (self, file) && can_stay (self) && fys_window_offer_to_forget (self, file))
    {
      stay (self);
      return;
    }
  if (self->document == NULL)
    {
      /* The system's own words ("No such file or directory") are not for patients. */
      show_error_page (self, file_name,
                       g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? _ ("The file is not there. It may have been moved or deleted.")
                                                                                 : error->message);
      return;
    }
  if (!is_shown (self, file))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        text = g_strdup_printf (_ ("“%s” is not there any more. It was moved or deleted."), file_name);
      else
        text = g_strdup_printf (_ ("“%1$s” cannot be opened: %2$s"), file_name, error->message);
      fys_window_toast (self, text);
      stay (self);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    text = g_strdup_printf (_ ("“%s” was moved or deleted. You see it as it was."), file_name);
  else
    text = g_strdup_printf (_ ("“%1$s” cannot be read any more: %2$s. You see it as it was."), file_name, error->message);
  show_banner (self, FYS_BANNER_FILE_GONE, text, _ ("Try Again"));
}

/** Load: what a loading is for, as the window may have been told to open something else meanwhile. */
typedef struct
{
  FysWindow    *window;
  GFile        *file;
  GCancellable *cancellable;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->window);
  g_object_unref (load->file);
  g_object_unref (load->cancellable);
  g_free (load);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

/* An exercise was started while the file was read: it goes on, and what was read comes after it. */
static void
put_off (FysWindow *self,
         GFile     *file,
         gboolean   is_same)
{
  g_autofree char *fragment = g_steal_pointer (&self->fragment);

  if (is_same && fragment == NULL)
    {
      self->reload_waits = TRUE;
      return;
    }
  /* Until the exercise may be left the window is about what it shows. */
  g_set_object (&self->file, fys_document_get_file (self->document));
  fys_window_open (self, file, fragment);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Load)        load = user_data;
  FysWindow              *self = load->window;
  g_autoptr (GError)      error = NULL;
  g_autoptr (FysDocument) document = fys_document_load_finish (result, &error);
  gboolean                is_same;

  if (g_cancellable_is_cancelled (load->cancellable))
    return;
  g_clear_object (&self->loading);
  stop_spinner (self);
  if (document == NULL)
    {
      tell_failure (self, load->file, error);
      fys_window_update (self);
      return;
    }

  is_same = self->document != NULL && g_file_equal (fys_document_get_file (self->document), load->file);
  if (fys_window_is_session_active (self))
    {
      put_off (self, load->file, is_same);
      return;
    }
  if (is_same && self->fragment == NULL)
    replace_document (self, document);
  else
    show_document (self, document);
  tell_faults (self);
  fys_window_show_wanted_exercise (self);
}

static void
load_file (FysWindow *self)
{
  Load *load = g_new0 (Load, 1);

  fys_window_cancel_loading (self);
  self->loading = g_cancellable_new ();
  load->window = g_object_ref (self);
  load->file = g_object_ref (self->file);
  load->cancellable = g_object_ref (self->loading);
  if (self->document == NULL && fys_window_is_article_page (self))
    fys_window_show_page (self, FYS_PAGE_LOADING);
  /* An article that is there, and a page of the library for so long, stay in sight. */
  if (self->document == NULL || !fys_window_is_article_page (self))
    self->spinner_id = g_timeout_add (SPINNER_DELAY_MS, spinner_cb, self);
  fys_document_load_async (self->file, self->loading, loaded_cb, load);
}

void
fys_window_reload (FysWindow *self)
{
  if (self->file != NULL)
    load_file (self);
}

/* The article is there already, maybe behind another page. Should it have changed, it is shown as it is when it is read again. */
static void
show_there (FysWindow *self)
{
  g_autofree char *fragment = g_steal_pointer (&self->fragment);

  if (fys_window_is_article_page (self) && fragment == NULL)
    return;
  fys_window_leave_place (self);
  fys_window_show_page (self, FYS_PAGE_ARTICLE);
  fys_window_visit (self, FYS_PAGE_ARTICLE, self->file);
  (void) gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
  if (fragment != NULL)
    fys_window_show_fragment (self, fragment);
}

static void
open_now (FysWindow  *self,
          GFile      *file,
          const char *fragment)
{
  fys_window_cancel_finding (self);
  g_set_object (&self->file, file);
  g_free (self->fragment);
  self->fragment = g_strdup (fragment);
  self->reload_waits = FALSE;
  if (self->document != NULL && g_file_equal (fys_document_get_file (self->document), file))
    show_there (self);
  load_file (self);
  fys_window_update (self);
}

void
fys_window_load_place (FysWindow *self,
                       GFile     *file,
                       int        step)
{
  g_set_object (&self->file, file);
  g_clear_pointer (&self->fragment, g_free);
  self->reload_waits = FALSE;
  load_file (self);
  self->history_step = step;
  fys_window_update (self);
}

/** Wish: what to open once the exercise may be left. */
typedef struct
{
  GFile *file;
  char  *fragment;
} Wish;

static void
left_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  FysWindow        *self = FYS_WINDOW (source);
  Wish             *wish = user_data;
  g_autoptr (GFile) file = wish->file;
  g_autofree char  *fragment = wish->fragment;

  if (fys_window_ask_to_leave_finish (self, result))
    open_now (self, file, fragment);
  g_free (wish);
}

void
fys_window_open (FysWindow  *self,
                 GFile      *file,
                 const char *fragment)
{
  Wish *wish;

  g_return_if_fail (FYS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!fys_window_is_session_active (self))
    {
      open_now (self, file, fragment);
      return;
    }
  wish = g_new0 (Wish, 1);
  wish->file = g_object_ref (file);
  wish->fragment = g_strdup (fragment);
  fys_window_ask_to_leave_async (self, left_cb, wish);
}
