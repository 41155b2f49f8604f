/* fys-search-page-show.c - what the search page shows: results, what was corrected, what to try when there are none
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-search-page-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/library/fys-hit-words.h"

static const FysHitKind kinds[FYS_SEARCH_N_KINDS] = { FYS_HIT_ARTICLE, FYS_HIT_QUESTION, FYS_HIT_EXERCISE };

static void
show_recent (FysSearchPage *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < self->recent->len; i++)
    g_ptr_array_add (words, g_ptr_array_index (self->recent, i));
  g_ptr_array_add (words, NULL);
  fys_word_list_set_words (self->recent_list, (const char *const *) words->pdata);
}

static void
show_examples (FysSearchPage *self)
{
  /* The articles are Danish, in whatever language the program is. */
  const char *const examples[] = { "ondt i lænden", "øvelser til nakken", "må jeg løbe med iskias?", NULL };

  fys_word_list_set_words (self->examples_list, self->recent->len == 0 ? examples : NULL);
}

static void
set_status (FysSearchPage *self,
            const char    *status)
{
  gtk_label_set_label (GTK_LABEL (self->status_label), status);
  gtk_widget_set_visible (self->status_label, *status != '\0');
}

void
fys_search_page_hide_results (FysSearchPage *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < FYS_SEARCH_N_KINDS; i++)
    fys_result_group_set_hits (self->groups[i], kinds[i], none, 0, FALSE);
  fys_word_list_set_words (self->nearest_list, NULL);
  gtk_widget_set_visible (self->correction_box, FALSE);
  gtk_widget_set_visible (self->missed_box, FALSE);
  gtk_widget_set_visible (self->help_box, FALSE);
  set_status (self, "");
}

void
fys_search_page_show_welcome (FysSearchPage *self,
              gboolean       is_shown)
{
  gtk_widget_set_visible (self->welcome_label, is_shown);
  if (is_shown)
    {
      show_recent (self);
      show_examples (self);
      return;
    }
  fys_word_list_set_words (self->recent_list, NULL);
  fys_word_list_set_words (self->examples_list, NULL);
}

/* While articles are still being read, something may not be found only for that. */
void
fys_search_page_update_notice (FysSearchPage *self)
{
  g_autofree char *notice = NULL;
  gboolean         is_indexing = FALSE;
  guint            n_done = 0;
  guint            n_total = 0;

  if (self->library != NULL)
    g_object_get (self->library, "is-indexing", &is_indexing, "n-done", &n_done, "n-total", &n_total, NULL);
  gtk_widget_set_visible (self->notice_label, is_indexing && n_total > 0);
  if (!is_indexing || n_total == 0)
    return;
  notice = g_strdup_printf (ngettext ("The library is still being read: %1$u of %2$u article. You can search in what is there already.",
                                      "The library is still being read: %1$u of %2$u articles. You can search in what is there already.", n_total),
                            n_done, n_total);
  gtk_label_set_label (GTK_LABEL (self->notice_label), notice);
}

void
fys_search_page_show_error (FysSearchPage *self,
            const GError  *error)
{
  /* Translators: %s says why, in a sentence. */
  g_autofree char *text = g_strdup_printf (_ ("The library cannot be searched right now. %s"), error->message);

  fys_search_page_hide_results (self);
  fys_search_page_show_welcome (self, FALSE);
  set_status (self, text);
  fys_announcer_say (self->announcer, text);
}

static void
show_correction (FysSearchPage *self,
                 const char    *corrected,
                 const char    *words)
{
  g_autofree char *text = NULL;
  g_autofree char *literal = NULL;

  gtk_widget_set_visible (self->correction_box, corrected != NULL);
  if (corrected == NULL)
    return;
  /* Translators: %s is what was searched for instead of what was typed, which was taken for a typing mistake. */
  text = g_strdup_printf (_ ("Showing results for “%s”"), corrected);
  /* Translators: a button; %s is what was typed. */
  literal = g_strdup_printf (_ ("Search for “%s” instead"), words);
  gtk_label_set_label (GTK_LABEL (self->correction_label), text);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->literal_button))), literal);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->literal_button), GTK_ACCESSIBLE_PROPERTY_LABEL, literal, -1);
}

static gboolean
are_all_guesses (GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    if (!((const FysHit *) g_ptr_array_index (hits, i))->is_guess)
      return FALSE;
  return TRUE;
}

/* Nothing has the words: says so, and what could be tried instead. */
static void
show_missed (FysSearchPage    *self,
             FysSearchResults *results,
             const char       *words)
{
  gboolean         is_missed = are_all_guesses (results->hits);
  gboolean         is_nothing = results->hits->len == 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->missed_box, is_missed);
  gtk_widget_set_visible (self->help_box, is_missed);
  gtk_widget_set_visible (self->everything_button, fys_search_page_get_kinds (self) != FYS_HIT_ANY);
  fys_word_list_set_words (self->nearest_list, is_missed ? (const char *const *) results->nearest_words : NULL);
  if (!is_missed)
    return;
  /* Translators: %s is what was searched for. */
  text = g_strdup_printf (is_nothing ? _ ("Nothing found for “%s”") : _ ("Nothing has exactly “%s”"), words);
  gtk_label_set_label (GTK_LABEL (self->missed_label), text);
  if (!is_nothing)
    gtk_label_set_label (GTK_LABEL (self->hint_label), _ ("Perhaps one of these helps. Otherwise, try fewer words."));
  else if (strchr (words, ' ') != NULL)
    gtk_label_set_label (GTK_LABEL (self->hint_label), _ ("Try fewer words: only where it hurts, or what it is called."));
  else
    gtk_label_set_label (GTK_LABEL (self->hint_label), _ ("Try another word for the same."));
}

/* Returns: (transfer full) (element-type FysHit): those of a kind; borrowed from @hits */
static GPtrArray *
list_kind (GPtrArray  *hits,
           FysHitKind  kind)
{
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; i < hits->len; i++)
    if (((const FysHit *) g_ptr_array_index (hits, i))->kind == kind)
      g_ptr_array_add (some, g_ptr_array_index (hits, i));
  return some;
}

/* Returns: how many there are now */
static guint
add_kind (FysHitKind  ordered[FYS_SEARCH_N_KINDS],
          guint       n,
          FysHitKind  kind)
{
  for (guint i = 0; i < n; i++)
    if (ordered[i] == kind)
      return n;
  ordered[n] = kind;
  return n + 1;
}

/* The kind of the best hit comes first; those without a hit stand at the end. */
static void
order_kinds (GPtrArray  *hits,
             FysHitKind  ordered[FYS_SEARCH_N_KINDS])
{
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    n = add_kind (ordered, n, ((const FysHit *) g_ptr_array_index (hits, i))->kind);
  for (guint i = 0; i < FYS_SEARCH_N_KINDS; i++)
    n = add_kind (ordered, n, kinds[i]);
}

/* Returns: (transfer full): "8 articles · 10+ questions", "" for nothing */
static char *
show_groups (FysSearchPage *self,
             GPtrArray     *hits)
{
  gboolean            is_any = fys_search_page_get_kinds (self) == FYS_HIT_ANY;
  guint               limit = is_any ? FYS_SEARCH_LIMIT : FYS_SEARCH_LIMIT_ALONE;
  guint               n_shown = is_any ? FYS_SEARCH_SHOWN : FYS_SEARCH_LIMIT_ALONE;
  FysHitKind          ordered[FYS_SEARCH_N_KINDS];
  g_autoptr (GString) status = g_string_new (NULL);

  order_kinds (hits, ordered);
  for (guint i = 0; i < FYS_SEARCH_N_KINDS; i++)
    {
      g_autoptr (GPtrArray) some = list_kind (hits, ordered[i]);
      g_autofree char      *count = fys_hit_kind_dup_count (ordered[i], some->len, some->len >= limit);

      fys_result_group_set_hits (self->groups[i], ordered[i], some, n_shown, some->len > n_shown);
      if (some->len > 0)
        g_string_append_printf (status, "%s%s", status->len > 0 ? " · " : "", count);
    }
  return g_string_free (g_steal_pointer (&status), FALSE);
}

static void
announce (FysSearchPage    *self,
          FysSearchResults *results,
          const char       *status)
{
  g_autofree char *message = NULL;

  if (gtk_widget_get_visible (self->missed_box))
    message = g_strdup_printf ("%s. %s", gtk_label_get_label (GTK_LABEL (self->missed_label)), status);
  else if (results->corrected != NULL)
    message = g_strdup_printf ("%s. %s", gtk_label_get_label (GTK_LABEL (self->correction_label)), status);
  else
    message = g_strdup (status);
  fys_announcer_say (self->announcer, message);
}

void
fys_search_page_show_results (FysSearchPage    *self,
              FysSearchResults *results)
{
  g_autofree char *words = fys_search_page_dup_words (self);
  g_autofree char *status = NULL;
  gboolean         is_other = g_strcmp0 (words, self->shown_text) != 0;

  fys_search_page_show_welcome (self, FALSE);
  status = show_groups (self, results->hits);
  show_correction (self, results->corrected, words);
  show_missed (self, results, words);
  set_status (self, status);
  announce (self, results, status);
  g_free (self->shown_text);
  self->shown_text = g_steal_pointer (&words);
  if (is_other)
    {
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
      fys_search_page_forget_opened (self);
    }
  if (self->wants_first)
    fys_search_page_focus_first (self);
  self->wants_first = FALSE;
}
