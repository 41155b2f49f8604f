/* fys-questions-page.c - all questions of the library with their answers
 *
 * The questions come a stretch at a time as the reader scrolls, and of those only the rows near sight exist.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-questions-page.h"

#include <adwaita.h>

#include "ui/article/fys-folds.h"
#include "ui/article/fys-page.h"
#include "ui/library/fys-announcer.h"
#include "ui/library/fys-hit-words.h"
#include "ui/library/fys-question-list.h"
#include "ui/library/fys-question-row.h"

#define AHEAD           30  /* so many questions before the last one, more are asked for */
#define ROW_EM          2.9 /* likely heights */
#define HEADING_EM      3.4
#define ANSWER_EM       8
#define NONE            G_MAXUINT

struct _FysQuestionsPage
{
  GtkWidget        parent_instance;

  /* Template children */
  GtkWidget       *box;
  GtkWidget       *entry;
  GtkWidget       *status_label;
  GtkStack        *stack;
  GtkWidget       *scroller;
  FysPage         *page;
  GtkWidget       *search_button;

  /* Owned */
  FysLibrary      *library;  /* (nullable) */
  FysQuestionList *list;     /* (nullable): with the library */
  FysFolds        *folds;    /* by number of the question */
  FysAnnouncer    *announcer;
  GHashTable      *open;     /* (nullable): while the list is replaced: the names of the questions that are open */
  char            *top;      /* (nullable): then too: the name of the question at the top */
  GCancellable    *counting; /* (nullable) */

  double           top_offset_px;
  guint            opened;   /* the question that was read on in its article, or NONE */
};

G_DEFINE_FINAL_TYPE (FysQuestionsPage, fys_questions_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN_REQUESTED,
  SIGNAL_COPIED,
  SIGNAL_LEAVE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The rows */

/* Returns: (transfer full): by which a question is known again when the list is loaded anew */
static char *
dup_name (const FysHit *hit)
{
  return g_strdup_printf ("%s#%s", fys_library_entry_get_info (hit->entry)->key, hit->slug);
}

static gboolean
is_first_of_article (FysQuestionsPage *self,
                     guint             index)
{
  const FysHit *hit = fys_question_list_get (self->list, index);
  const FysHit *before = index > 0 ? fys_question_list_get (self->list, index - 1) : NULL;

  return before == NULL || !g_str_equal (fys_library_entry_get_info (hit->entry)->key, fys_library_entry_get_info (before->entry)->key);
}

static GtkWidget *
make_row_cb (guint    row,
             int      width_px,
             gpointer user_data)
{
  FysQuestionsPage *self = user_data;

  return fys_question_row_new (fys_question_list_get (self->list, row), row, self->folds, is_first_of_article (self, row));
}

static int
estimate_px_cb (guint    row,
                int      width_px,
                double   em_px,
                gpointer user_data)
{
  FysQuestionsPage *self = user_data;
  double            height_em = ROW_EM;

  if (is_first_of_article (self, row))
    height_em += HEADING_EM;
  if (fys_folds_is_open (self->folds, row))
    height_em += ANSWER_EM;
  return (int) (height_em * em_px);
}

static gboolean
has_stops_cb (guint    row,
              gpointer user_data)
{
  return TRUE;
}

static gboolean
is_stale_cb (guint    row,
             int      old_width_px,
             double   old_em_px,
             int      width_px,
             double   em_px,
             gpointer user_data)
{
  return FALSE; /* its texts wrap by themselves */
}

static const FysPageSource page_source = { make_row_cb, estimate_px_cb, has_stops_cb, is_stale_cb };

static void
add_folds (FysQuestionsPage *self,
           guint             from)
{
  for (guint i = from; i < fys_question_list_get_n (self->list); i++)
    fys_folds_add_question (self->folds, i);
}

static void
scrolled_cb (FysQuestionsPage *self)
{
  guint n = self->list != NULL ? fys_question_list_get_n (self->list) : 0;
  guint last;

  if (n == 0)
    return;
  last = fys_page_get_row_at (self->page, gtk_widget_get_height (GTK_WIDGET (self->page)));
  if (last != NONE && last + AHEAD >= n)
    fys_question_list_load_more (self->list);
}

/* How many there are */

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (FysQuestionsPage) self = user_data;
  g_autoptr (FysLibraryCounts) counts = fys_library_count_finish (FYS_LIBRARY (source), result, NULL);
  g_autofree char             *questions = NULL;
  g_autofree char             *articles = NULL;
  g_autofree char             *status = NULL;

  /* Without an answer the status stays as it is: how many are loaded. */
  if (counts == NULL || self->list == NULL || *fys_question_list_get_filter (self->list) != '\0')
    return;
  questions = fys_hit_kind_dup_count (FYS_HIT_QUESTION, counts->n_questions, FALSE);
  articles = fys_hit_kind_dup_count (FYS_HIT_ARTICLE, counts->n_articles, FALSE);
  status = g_strdup_printf ("%s · %s", questions, articles);
  gtk_label_set_label (GTK_LABEL (self->status_label), status);
}

static void
update_status (FysQuestionsPage *self)
{
  guint            n = fys_question_list_get_n (self->list);
  gboolean         is_filtered = *fys_question_list_get_filter (self->list) != '\0';
  g_autofree char *status = fys_hit_kind_dup_count (FYS_HIT_QUESTION, n, !fys_question_list_is_complete (self->list));

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (!is_filtered)
    {
      self->counting = g_cancellable_new ();
      fys_library_count_async (self->library, self->counting, counted_cb, g_object_ref (self));
      if (!fys_question_list_is_complete (self->list))
        return; /* not a number that soon turns out to be another */
    }
  gtk_label_set_label (GTK_LABEL (self->status_label), status);
  if (is_filtered)
    fys_announcer_say (self->announcer, status);
}

static void
update_page (FysQuestionsPage *self)
{
  const char *name = "list";

  if (fys_question_list_get_n (self->list) == 0)
    name = *fys_question_list_get_filter (self->list) != '\0' ? "missed" : "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* The list */

static void
leaving_cb (FysQuestionsPage *self)
{
  guint n = fys_question_list_get_n (self->list);
  guint top;

  g_clear_pointer (&self->open, g_hash_table_unref);
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    if (fys_folds_is_open (self->folds, i))
      g_hash_table_add (self->open, dup_name (fys_question_list_get (self->list, i)));
  fys_page_get_anchor (self->page, &top, &self->top_offset_px);
  g_free (self->top);
  self->top = top < n ? dup_name (fys_question_list_get (self->list, top)) : NULL;
  fys_page_set_source (self->page, NULL, NULL, 0); /* the rows borrow the questions */
}

/* The same questions as before are open, and the one at the top stays there when only the library changed. */
static void
restore (FysQuestionsPage *self,
         gboolean          keeps_top)
{
  for (guint i = 0; i < fys_question_list_get_n (self->list); i++)
    {
      g_autofree char *name = dup_name (fys_question_list_get (self->list, i));

      if (g_hash_table_contains (self->open, name))
        fys_folds_set_open (self->folds, i, TRUE);
      if (keeps_top && g_strcmp0 (name, self->top) == 0)
        fys_page_scroll_to (self->page, i, self->top_offset_px);
    }
}

static void
reset_cb (FysQuestionsPage *self,
          gboolean          is_filter_same)
{
  g_clear_object (&self->folds);
  self->folds = fys_folds_new ();
  self->opened = NONE;
  add_folds (self, 0);
  fys_page_set_source (self->page, &page_source, self, fys_question_list_get_n (self->list));
  restore (self, is_filter_same);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->top, g_free);
  update_page (self);
  update_status (self);
}

static void
added_cb (FysQuestionsPage *self,
          guint             n_added)
{
  add_folds (self, fys_question_list_get_n (self->list) - n_added);
  fys_page_add_rows (self->page, n_added);
  update_status (self);
}

static void
failed_cb (FysQuestionsPage *self,
           const char       *message)
{
  gtk_label_set_label (GTK_LABEL (self->status_label), message);
  fys_announcer_say (self->announcer, message);
}

static void
load (FysQuestionsPage *self)
{
  if (self->list != NULL)
    fys_question_list_set_filter (self->list, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
filter_cb (FysQuestionsPage *self)
{
  fys_announcer_stop (self->announcer);
  load (self);
}

/* The keyboard */

static void
focus_question (FysQuestionsPage *self,
                guint             index)
{
  GtkWidget *row = fys_page_ensure_row (self->page, index);

  if (row == NULL || !gtk_widget_grab_focus (row))
    return;
  fys_page_reveal_widget (self->page, fys_question_row_get_button (FYS_QUESTION_ROW (row)));
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (row)), TRUE);
}

static void
focus_first_in_sight (FysQuestionsPage *self)
{
  guint  index;
  double offset_px;

  if (self->list == NULL || fys_question_list_get_n (self->list) == 0)
    return;
  fys_page_get_anchor (self->page, &index, &offset_px);
  focus_question (self, index);
}

static GtkWidget *
get_focus (FysQuestionsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* The question that the focus is on or in, or NONE */
static guint
get_current (FysQuestionsPage *self,
             GtkWidget        *focus)
{
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page)) ? fys_page_find_row (self->page, focus) : NONE;
}

static void
step (FysQuestionsPage *self,
      int               direction)
{
  GtkWidget *focus = get_focus (self);
  guint      current = get_current (self, focus);
  gboolean   is_below = current != NONE && focus != fys_question_row_get_button (FYS_QUESTION_ROW (fys_page_get_row (self->page, current)));

  if (current == NONE && direction > 0)
    focus_first_in_sight (self);
  else if (current == NONE || (direction < 0 && current == 0 && !is_below))
    (void) gtk_widget_grab_focus (self->entry); /* an entry that is shown takes it */
  else if (direction < 0)
    focus_question (self, is_below ? current : current - 1);
  else if (current + 1 < fys_question_list_get_n (self->list))
    focus_question (self, current + 1);
}

static gboolean
key_cb (FysQuestionsPage *self,
        guint             keyval,
        guint             keycode,
        GdkModifierType   state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    step (self, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    step (self, -1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
activate_cb (FysQuestionsPage *self)
{
  focus_first_in_sight (self);
}

static void
leave (FysQuestionsPage *self)
{
  g_signal_emit (self, signals[SIGNAL_LEAVE_REQUESTED], 0);
}

/* The first time it takes the filter away. */
static void
stop_cb (FysQuestionsPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    leave (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  leave (FYS_QUESTIONS_PAGE (widget));
  return GDK_EVENT_STOP;
}

static void
search_cb (FysQuestionsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search-for", "s", gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* What an answer does */

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  FysQuestionsPage *self = FYS_QUESTIONS_PAGE (widget);
  const char       *uri;
  const char       *slug;
  g_autoptr (GFile) file = NULL;

  g_variant_get (parameter, "(&s&s)", &uri, &slug);
  file = g_file_new_for_uri (uri);
  self->opened = get_current (self, get_focus (self));
  g_signal_emit (self, signals[SIGNAL_OPEN_REQUESTED], 0, file, slug);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), g_variant_get_string (parameter, NULL));
  g_signal_emit (widget, signals[SIGNAL_COPIED], 0);
}

static gboolean
fys_questions_page_grab_focus (GtkWidget *widget)
{
  FysQuestionsPage *self = FYS_QUESTIONS_PAGE (widget);

  if (self->opened == NONE)
    return gtk_widget_grab_focus (self->entry);
  focus_question (self, self->opened);
  return TRUE;
}

static void
fys_questions_page_map (GtkWidget *widget)
{
  FysQuestionsPage *self = FYS_QUESTIONS_PAGE (widget);

  GTK_WIDGET_CLASS (fys_questions_page_parent_class)->map (widget);

  if (self->list != NULL && !fys_question_list_is_loaded (self->list))
    load (self);
}

static void
fys_questions_page_unmap (GtkWidget *widget)
{
  fys_announcer_stop (FYS_QUESTIONS_PAGE (widget)->announcer);
  GTK_WIDGET_CLASS (fys_questions_page_parent_class)->unmap (widget);
}

static void
forget_library (FysQuestionsPage *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (self->page != NULL)
    fys_page_set_source (self->page, NULL, NULL, 0);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->library);
}

static void
fys_questions_page_dispose (GObject *object)
{
  FysQuestionsPage *self = FYS_QUESTIONS_PAGE (object);

  forget_library (self);
  g_clear_object (&self->folds);
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_QUESTIONS_PAGE);

  G_OBJECT_CLASS (fys_questions_page_parent_class)->dispose (object);
}

static void
fys_questions_page_finalize (GObject *object)
{
  FysQuestionsPage *self = FYS_QUESTIONS_PAGE (object);

  fys_announcer_free (self->announcer);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_free (self->top);

  G_OBJECT_CLASS (fys_questions_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/library/fys-questions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysQuestionsPage, box);
  gtk_widget_class_bind_template_child (widget_class, FysQuestionsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, FysQuestionsPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, FysQuestionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FysQuestionsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FysQuestionsPage, page);
  gtk_widget_class_bind_template_child (widget_class, FysQuestionsPage, search_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
fys_questions_page_class_init (FysQuestionsPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_questions_page_dispose;
  object_class->finalize = fys_questions_page_finalize;
  widget_class->map = fys_questions_page_map;
  widget_class->unmap = fys_questions_page_unmap;
  widget_class->grab_focus = fys_questions_page_grab_focus;

  signals[SIGNAL_OPEN_REQUESTED] = g_signal_new ("open-requested", FYS_TYPE_QUESTIONS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                 2, G_TYPE_FILE, G_TYPE_STRING);
  signals[SIGNAL_COPIED] = g_signal_new ("copied", FYS_TYPE_QUESTIONS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEAVE_REQUESTED] = g_signal_new ("leave-requested", FYS_TYPE_QUESTIONS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "hit.open", "(ss)", open_cb);
  gtk_widget_class_install_action (widget_class, "hit.copy", "s", copy_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  g_type_ensure (ADW_TYPE_CLAMP);
  g_type_ensure (FYS_TYPE_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
fys_questions_page_init (FysQuestionsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->announcer = fys_announcer_new (GTK_WIDGET (self));
  self->folds = fys_folds_new ();
  self->opened = NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE); /* before the entry, which knows what to do with the arrows */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));
}

GtkWidget *
fys_questions_page_new (void)
{
  return g_object_new (FYS_TYPE_QUESTIONS_PAGE, NULL);
}

void
fys_questions_page_set_library (FysQuestionsPage *self,
                                FysLibrary       *library)
{
  g_return_if_fail (FYS_IS_QUESTIONS_PAGE (self));
  g_return_if_fail (library == NULL || FYS_IS_LIBRARY (library));

  forget_library (self);
  if (library == NULL)
    return;
  self->library = g_object_ref (library);
  self->list = fys_question_list_new (library);
  g_signal_connect_object (self->list, "leaving", G_CALLBACK (leaving_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}
