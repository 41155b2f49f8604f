/* fys-search-page.c - searches the library while one types
 *
 * Each key cancels the search that runs and begins another. What was found before stays in sight until the answer is there, so nothing flickers,
 * and the rows are used again. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-search-page-private.h"

#include <adwaita.h>

#include "compat/fys-compat-a11y.h"
#include "ui/window/fys-window-page.h"

#define MAX_RECENT 8
#define CLAMP_PX   720 /* as in the template */
#define AROUND_PX  70  /* of which so many are beside the text of a result: margins, paddings, the arrow of a question */

static void page_init (FysWindowPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FysSearchPage, fys_search_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (FYS_TYPE_WINDOW_PAGE, page_init))

enum
{
  SIGNAL_OPEN_REQUESTED,
  SIGNAL_EXERCISE_REQUESTED,
  SIGNAL_COPIED,
  SIGNAL_LEAVE_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

FysHitKind
fys_search_page_get_kinds (FysSearchPage *self)
{
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->articles_chip)))
    return FYS_HIT_ARTICLE;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->questions_chip)))
    return FYS_HIT_QUESTION;
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->exercises_chip)))
    return FYS_HIT_EXERCISE;
  return FYS_HIT_ANY;
}

static void
set_kinds (FysSearchPage *self,
           FysHitKind     kind)
{
  GtkWidget *chip = self->all_chip;

  if (kind == FYS_HIT_ARTICLE)
    chip = self->articles_chip;
  else if (kind == FYS_HIT_QUESTION)
    chip = self->questions_chip;
  else if (kind == FYS_HIT_EXERCISE)
    chip = self->exercises_chip;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (chip), TRUE);
}

char *
fys_search_page_dup_words (FysSearchPage *self)
{
  return g_strstrip (g_strdup (fys_search_page_get_text (self)));
}

/* Words searched for before */

static void
remember (FysSearchPage *self)
{
  char *words = fys_search_page_dup_words (self);

  if (*words == '\0')
    {
      g_free (words);
      return;
    }
  for (guint i = 0; i < self->recent->len; i++)
    if (g_str_equal (g_ptr_array_index (self->recent, i), words))
      {
        g_ptr_array_remove_index (self->recent, i);
        break;
      }
  g_ptr_array_insert (self->recent, 0, words);
  if (self->recent->len > MAX_RECENT)
    g_ptr_array_set_size (self->recent, MAX_RECENT);
}

/* The search */

static void
cancel (FysSearchPage *self)
{
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

/** Search: what is asked, as the user may have typed on meanwhile. */
typedef struct
{
  FysSearchPage *page;
  GCancellable  *cancellable;
} Search;

static void
search_free (Search *self)
{
  g_object_unref (self->page);
  g_object_unref (self->cancellable);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

static void library_changed_cb (FysSearchPage *self);

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Search)           asked = user_data;
  FysSearchPage               *self = asked->page;
  g_autoptr (GError)           error = NULL;
  g_autoptr (FysSearchResults) results = fys_library_search_finish (FYS_LIBRARY (source), result, &error);

  if (g_cancellable_is_cancelled (asked->cancellable))
    return;
  g_clear_object (&self->running);
  if (results != NULL)
    fys_search_page_show_results (self, results);
  else
    fys_search_page_show_error (self, error);
  if (self->is_stale)
    library_changed_cb (self);
}

static void
search (FysSearchPage *self)
{
  g_autofree char *words = fys_search_page_dup_words (self);
  FysHitKind       kind = fys_search_page_get_kinds (self);
  FysSearchQuery   query = {
      .text = words,
      .kinds = kind,
      .limit = kind == FYS_HIT_ANY ? FYS_SEARCH_LIMIT : FYS_SEARCH_LIMIT_ALONE,
      .is_typing = self->is_typing,
      .is_literal = g_strcmp0 (words, self->literal_text) == 0,
  };
  Search          *asked;

  cancel (self);
  self->is_stale = FALSE;
  if (*words == '\0')
    {
      g_clear_pointer (&self->shown_text, g_free);
      fys_announcer_stop (self->announcer);
      fys_search_page_hide_results (self);
      fys_search_page_show_welcome (self, TRUE);
      return;
    }
  if (self->library == NULL)
    return;
  self->running = g_cancellable_new ();
  asked = g_new0 (Search, 1);
  asked->page = g_object_ref (self);
  asked->cancellable = g_object_ref (self->running);
  fys_library_search_async (self->library, &query, self->running, found_cb, asked);
}

static void
search_anew (FysSearchPage *self,
             gboolean       is_typing)
{
  fys_announcer_stop (self->announcer);
  self->is_typing = is_typing;
  self->wants_first = FALSE;
  search (self);
}

static void
changed_cb (FysSearchPage *self)
{
  if (fys_search_page_has_focus_below (self))
    (void) gtk_widget_grab_focus (self->entry); /* what is typed on a result goes there */
  search_anew (self, TRUE);
}

static void
set_text (FysSearchPage *self,
          const char    *text,
          gboolean       is_typing)
{
  g_signal_handlers_block_by_func (self->entry, changed_cb, self); /* it would hear of the text in between, which is none */
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  g_signal_handlers_unblock_by_func (self->entry, changed_cb, self);
  search_anew (self, is_typing);
}

/* Enter: the last word is whole, and what was found is gone through. */
static void
activate_cb (FysSearchPage *self)
{
  self->is_typing = FALSE;
  remember (self);
  search (self);
  self->wants_first = self->running != NULL;
}

static void
leave_cb (FysSearchPage *self)
{
  g_signal_emit (self, signals[SIGNAL_LEAVE_REQUESTED], 0);
}

static void
chip_cb (FysSearchPage *self,
         GtkWidget     *chip)
{
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (chip))) /* and not the one that is no longer so */
    search (self);
}

static void
more_cb (FysSearchPage *self,
         guint          kind)
{
  self->wants_first = TRUE; /* the button that had the focus goes */
  set_kinds (self, kind);
}

static void
everything_cb (FysSearchPage *self)
{
  self->wants_first = TRUE;
  set_kinds (self, FYS_HIT_ANY);
}

static void
words_chosen_cb (FysSearchPage *self,
                 const char    *words)
{
  (void) gtk_widget_grab_focus (self->entry); /* the button that had it goes */
  set_text (self, words, FALSE);
}

static void
literal_cb (FysSearchPage *self)
{
  g_free (self->literal_text);
  self->literal_text = fys_search_page_dup_words (self);
  (void) gtk_widget_grab_focus (self->entry); /* the button that had it goes */
  search (self);
}

/* The library */

static void
library_changed_cb (FysSearchPage *self)
{
  self->is_stale = self->running != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!self->is_stale && self->shown_text != NULL)
    search (self);
}

/* A row at a time, so that neither the page nor the first answer has to wait for all of them. */
static gboolean
prepare_cb (gpointer user_data)
{
  FysSearchPage *self = user_data;

  for (guint i = 0; i < FYS_SEARCH_N_KINDS; i++)
    if (fys_result_group_prepare (self->groups[i], FYS_SEARCH_SHOWN))
      return G_SOURCE_CONTINUE;
  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
lines_cb (gpointer user_data)
{
  FysSearchPage *self = user_data;

  self->lines_id = 0;
  for (guint i = 0; i < FYS_SEARCH_N_KINDS; i++)
    fys_result_group_set_line_chars (self->groups[i], self->line_chars);
  return G_SOURCE_REMOVE;
}

static guint
count_line_chars (FysSearchPage *self,
                  int            width_px)
{
  PangoContext     *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int               char_px = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (1, MIN (width_px, CLAMP_PX) - AROUND_PX) / MAX (1, char_px);
}

static void
fys_search_page_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  FysSearchPage *self = FYS_SEARCH_PAGE (widget);
  guint          line_chars = MAX (1, count_line_chars (self, width));

  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (line_chars == self->line_chars)
    return;
  self->line_chars = line_chars;
  if (self->lines_id == 0)
    self->lines_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, lines_cb, self, NULL); /* not while sizes are given out */
}

static void
fys_search_page_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  gtk_widget_measure (FYS_SEARCH_PAGE (widget)->box, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
fys_search_page_map (GtkWidget *widget)
{
  FysSearchPage *self = FYS_SEARCH_PAGE (widget);

  GTK_WIDGET_CLASS (fys_search_page_parent_class)->map (widget);

  if (self->is_stale && self->shown_text != NULL)
    search (self);
  if (self->prepare_id == 0)
    self->prepare_id = g_idle_add (prepare_cb, self);
}

static void
fys_search_page_unmap (GtkWidget *widget)
{
  FysSearchPage *self = FYS_SEARCH_PAGE (widget);

  remember (self);
  fys_announcer_stop (self->announcer);
  GTK_WIDGET_CLASS (fys_search_page_parent_class)->unmap (widget);
}

/* What a result does */

static void
open_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  FysSearchPage    *self = FYS_SEARCH_PAGE (widget);
  const char       *uri;
  const char       *slug;
  g_autoptr (GFile) file = NULL;

  g_variant_get (parameter, "(&s&s)", &uri, &slug);
  file = g_file_new_for_uri (uri);
  fys_search_page_mark_opened (self);
  g_signal_emit (self, signals[SIGNAL_OPEN_REQUESTED], 0, file, slug);
}

static void
open_exercise_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  FysSearchPage    *self = FYS_SEARCH_PAGE (widget);
  const char       *uri;
  const char       *slug;
  const char       *name;
  g_autoptr (GFile) file = NULL;

  g_variant_get (parameter, "(&s&s&s)", &uri, &slug, &name);
  file = g_file_new_for_uri (uri);
  fys_search_page_mark_opened (self);
  g_signal_emit (self, signals[SIGNAL_EXERCISE_REQUESTED], 0, file, slug, name);
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
fys_search_page_grab_focus (GtkWidget *widget)
{
  FysSearchPage *self = FYS_SEARCH_PAGE (widget);

  if (self->opened != NULL && gtk_widget_get_mapped (self->opened) && gtk_widget_grab_focus (self->opened))
    return TRUE;
  return gtk_widget_grab_focus (self->entry);
}

static GVariant *
dup_state (FysWindowPage *page)
{
  FysSearchPage *self = FYS_SEARCH_PAGE (page);

  return g_variant_ref_sink (g_variant_new ("(su)", fys_search_page_get_text (self), (guint32) fys_search_page_get_kinds (self)));
}

/* Whoever comes back to what is still there finds it as it was left. */
static void
restore_state (FysWindowPage *page,
               GVariant      *state)
{
  FysSearchPage *self = FYS_SEARCH_PAGE (page);
  const char    *text;
  guint32        kind;

  g_variant_get (state, "(&su)", &text, &kind);
  set_kinds (self, kind);
  if (!g_str_equal (text, fys_search_page_get_text (self)))
    set_text (self, text, TRUE);
}

static void
page_init (FysWindowPageInterface *iface)
{
  iface->dup_state = dup_state;
  iface->restore_state = restore_state;
}

static void
fys_search_page_dispose (GObject *object)
{
  FysSearchPage *self = FYS_SEARCH_PAGE (object);

  cancel (self);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_clear_handle_id (&self->lines_id, g_source_remove);
  fys_search_page_forget_opened (self);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), FYS_TYPE_SEARCH_PAGE);

  G_OBJECT_CLASS (fys_search_page_parent_class)->dispose (object);
}

static void
fys_search_page_finalize (GObject *object)
{
  FysSearchPage *self = FYS_SEARCH_PAGE (object);

  fys_announcer_free (self->announcer);
  g_ptr_array_unref (self->recent);
  g_free (self->shown_text);
  g_free (self->literal_text);

  G_OBJECT_CLASS (fys_search_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/library/fys-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, box);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, entry);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, all_chip);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, articles_chip);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, questions_chip);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, exercises_chip);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, notice_label);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, correction_box);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, correction_label);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, literal_button);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, missed_box);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, missed_label);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, hint_label);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, nearest_list);
  gtk_widget_class_bind_template_child_full (widget_class, "group_0", FALSE, G_STRUCT_OFFSET (FysSearchPage, groups[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "group_1", FALSE, G_STRUCT_OFFSET (FysSearchPage, groups[1]));
  gtk_widget_class_bind_template_child_full (widget_class, "group_2", FALSE, G_STRUCT_OFFSET (FysSearchPage, groups[2]));
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, help_box);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, everything_button);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, questions_button);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, clinic_button);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, welcome_label);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, recent_list);
  gtk_widget_class_bind_template_child (widget_class, FysSearchPage, examples_list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, chip_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, everything_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, literal_cb);
}

static void
fys_search_page_class_init (FysSearchPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_search_page_dispose;
  object_class->finalize = fys_search_page_finalize;
  widget_class->measure = fys_search_page_measure;
  widget_class->size_allocate = fys_search_page_size_allocate;
  widget_class->map = fys_search_page_map;
  widget_class->unmap = fys_search_page_unmap;
  widget_class->grab_focus = fys_search_page_grab_focus;

  signals[SIGNAL_OPEN_REQUESTED] = g_signal_new ("open-requested", FYS_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                 2, G_TYPE_FILE, G_TYPE_STRING);
  signals[SIGNAL_EXERCISE_REQUESTED] = g_signal_new ("exercise-requested", FYS_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                                     3, G_TYPE_FILE, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_COPIED] = g_signal_new ("copied", FYS_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEAVE_REQUESTED] = g_signal_new ("leave-requested", FYS_TYPE_SEARCH_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "hit.open", "(ss)", open_cb);
  gtk_widget_class_install_action (widget_class, "hit.open-exercise", "(sss)", open_exercise_cb);
  gtk_widget_class_install_action (widget_class, "hit.copy", "s", copy_cb);

  g_type_ensure (ADW_TYPE_CLAMP);
  g_type_ensure (FYS_TYPE_RESULT_GROUP);
  g_type_ensure (FYS_TYPE_WORD_LIST);
  bind_template (widget_class);
  fys_search_page_bind_keys (widget_class);
}

static void
fys_search_page_init (FysSearchPage *self)
{
  self->announcer = fys_announcer_new (GTK_WIDGET (self));
  self->recent = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fys_compat_set_heading_level (self->missed_label, 2);
  fys_search_page_init_keys (self);
  fys_search_page_show_welcome (self, TRUE);
}

GtkWidget *
fys_search_page_new (void)
{
  return g_object_new (FYS_TYPE_SEARCH_PAGE, NULL);
}

void
fys_search_page_set_library (FysSearchPage *self,
                             FysLibrary    *library)
{
  g_return_if_fail (FYS_IS_SEARCH_PAGE (self));
  g_return_if_fail (library == NULL || FYS_IS_LIBRARY (library));

  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    {
      g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (library, "notify", G_CALLBACK (fys_search_page_update_notice), self, G_CONNECT_SWAPPED);
    }
  fys_search_page_update_notice (self);
  search (self);
}

void
fys_search_page_begin (FysSearchPage *self)
{
  g_return_if_fail (FYS_IS_SEARCH_PAGE (self));

  fys_search_page_forget_opened (self);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

GVariant *
fys_search_page_make_state (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_variant_new ("(su)", text, (guint32) FYS_HIT_ANY);
}

const char *
fys_search_page_get_text (FysSearchPage *self)
{
  g_return_val_if_fail (FYS_IS_SEARCH_PAGE (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}
