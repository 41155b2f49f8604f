/* fys-pain-page.c - the journal as pain over time: a curve or a table, of a period and an exercise
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-pain-page.h"

#include <glib/gi18n.h>

#include "fys-date.h"
#include "fys-pain-chart.h"
#include "fys-pain-table.h"

/* In the order of period_row; 0 for everything. */
static const guint period_days[] = { 28, 91, 365, 0 };

/** Subject: something that the user can choose to see. @article, @exercise: (nullable): %NULL for all of them */
typedef struct
{
  char *article;
  char *exercise;
} Subject;

struct _FysPainPage
{
  GtkWidget parent_instance;

  /* Template children */
  AdwComboRow  *period_row;
  AdwComboRow  *subject_row;
  GtkStack     *curve_stack;
  FysPainChart *chart;
  FysPainTable *table;

  /* Owned */
  FysJournalDays *days;     /* (nullable) */
  GPtrArray      *subjects; /* (element-type Subject), in the order of subject_row */

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (FysPainPage, fys_pain_page, GTK_TYPE_WIDGET)

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_free (subject->article);
  g_free (subject->exercise);
  g_free (subject);
}

static const Subject *
get_subject (FysPainPage *self)
{
  guint selected = adw_combo_row_get_selected (self->subject_row);

  return selected < self->subjects->len ? g_ptr_array_index (self->subjects, selected) : NULL;
}

static FysJournalDays *
dup_filtered (FysPainPage *self,
              gboolean     is_pain_known)
{
  const Subject *subject = get_subject (self);
  guint period = MIN (adw_combo_row_get_selected (self->period_row), G_N_ELEMENTS (period_days) - 1);
  FysJournalFilter filter = {
    .from_day = period_days[period] > 0 ? fys_day_today () - period_days[period] + 1 : 0,
    .article = subject != NULL ? subject->article : NULL,
    .exercise = subject != NULL ? subject->exercise : NULL,
    .is_pain_known = is_pain_known,
  };

  return self->days != NULL ? fys_journal_days_filter (self->days, &filter) : NULL;
}

static void
update (FysPainPage *self)
{
  g_autoptr (FysJournalDays) days = dup_filtered (self, TRUE);
  gboolean is_empty = days == NULL || fys_journal_days_get_n (days) == 0;

  fys_pain_chart_set_days (self->chart, days);
  fys_pain_table_set_days (self->table, days);
  gtk_stack_set_visible_child_name (self->curve_stack, is_empty ? "empty" : "chart");
}

static void
choice_changed_cb (FysPainPage *self)
{
  if (!self->is_filling)
    update (self);
}

static void
add_subject (FysPainPage   *self,
             GtkStringList *texts,
             const char    *text,
             const char    *article,
             const char    *exercise)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->article = g_strdup (article);
  subject->exercise = g_strdup (exercise);
  g_ptr_array_add (self->subjects, subject);
  gtk_string_list_append (texts, text);
}

/** Article: of which there are entries. @exercises: (element-type utf8) names, in the order in which they were last done; @seen: the same as a set */
typedef struct
{
  const char *title;
  GPtrArray  *exercises;
  GHashTable *seen;
} Article;

static void
article_free (gpointer data)
{
  Article *article = data;

  g_ptr_array_unref (article->exercises);
  g_hash_table_unref (article->seen);
  g_free (article);
}

/* The articles and exercises of which there are entries, those that were done last first. */
static GPtrArray *
collect_articles (FysJournalDays *days,
                  GHashTable     *by_key)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = fys_journal_days_get_n (days); i > 0; i--)
    {
      const FysJournalEntry *entry = fys_journal_days_get (days, i - 1);
      Article *article = g_hash_table_lookup (by_key, entry->article);

      if (article == NULL)
        {
          article = g_new0 (Article, 1);
          article->title = entry->article_title;
          article->exercises = g_ptr_array_new ();
          article->seen = g_hash_table_new (g_str_hash, g_str_equal);
          g_hash_table_insert (by_key, entry->article, article);
          g_ptr_array_add (keys, entry->article);
        }
      if (g_hash_table_add (article->seen, entry->exercise))
        g_ptr_array_add (article->exercises, entry->exercise);
    }
  return keys;
}

static GtkStringList *
fill_subjects (FysPainPage *self)
{
  GtkStringList *texts = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, article_free);
  g_autoptr (GPtrArray) keys = self->days != NULL ? collect_articles (self->days, by_key) : g_ptr_array_new ();

  g_ptr_array_set_size (self->subjects, 0);
  add_subject (self, texts, _("All exercises"), NULL, NULL);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      Article *article = g_hash_table_lookup (by_key, key);
      /* Translators: a choice: all exercises of the article with this title. */
      g_autofree char *all = g_strdup_printf (_("%s: all exercises"), article->title);

      add_subject (self, texts, all, key, NULL);
      for (guint j = 0; j < article->exercises->len; j++)
        {
          const char *exercise = g_ptr_array_index (article->exercises, j);
          /* Translators: a choice: article and exercise. */
          g_autofree char *text = g_strdup_printf (_("%s: %s"), article->title, exercise);

          add_subject (self, texts, text, key, exercise);
        }
    }
  return texts;
}

static void
fys_pain_page_dispose (GObject *object)
{
  FysPainPage *self = FYS_PAIN_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->days, fys_journal_days_unref);
  self->is_filling = TRUE; /* what the rows say while they are taken apart is of no use */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_PAIN_PAGE);

  G_OBJECT_CLASS (fys_pain_page_parent_class)->dispose (object);
}

static void
fys_pain_page_finalize (GObject *object)
{
  g_ptr_array_unref (FYS_PAIN_PAGE (object)->subjects);

  G_OBJECT_CLASS (fys_pain_page_parent_class)->finalize (object);
}

static void
fys_pain_page_class_init (FysPainPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_pain_page_dispose;
  object_class->finalize = fys_pain_page_finalize;

  g_type_ensure (FYS_TYPE_PAIN_CHART);
  g_type_ensure (FYS_TYPE_PAIN_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/journal/fys-pain-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FysPainPage, period_row);
  gtk_widget_class_bind_template_child (widget_class, FysPainPage, subject_row);
  gtk_widget_class_bind_template_child (widget_class, FysPainPage, curve_stack);
  gtk_widget_class_bind_template_child (widget_class, FysPainPage, chart);
  gtk_widget_class_bind_template_child (widget_class, FysPainPage, table);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
fys_pain_page_init (FysPainPage *self)
{
  self->subjects = g_ptr_array_new_with_free_func (subject_free);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  fys_pain_page_set_days (self, NULL);
}

/* Returns: the place of what was chosen before among the subjects, or 0 for everything */
static guint
find_subject (FysPainPage *self,
              const char  *article,
              const char  *exercise)
{
  for (guint i = 0; i < self->subjects->len; i++)
    {
      const Subject *subject = g_ptr_array_index (self->subjects, i);

      if (g_strcmp0 (subject->article, article) == 0 && g_strcmp0 (subject->exercise, exercise) == 0)
        return i;
    }
  return 0;
}

void
fys_pain_page_set_days (FysPainPage    *self,
                        FysJournalDays *days)
{
  const Subject *subject;
  g_autofree char *article = NULL;
  g_autofree char *exercise = NULL;
  g_autoptr (GtkStringList) texts = NULL;

  g_return_if_fail (FYS_IS_PAIN_PAGE (self));

  subject = get_subject (self);
  article = subject != NULL ? g_strdup (subject->article) : NULL;
  exercise = subject != NULL ? g_strdup (subject->exercise) : NULL;
  if (days != NULL)
    fys_journal_days_ref (days);
  g_clear_pointer (&self->days, fys_journal_days_unref);
  self->days = days;

  self->is_filling = TRUE;
  texts = fill_subjects (self);
  adw_combo_row_set_model (self->subject_row, G_LIST_MODEL (texts));
  adw_combo_row_set_selected (self->subject_row, find_subject (self, article, exercise));
  self->is_filling = FALSE;
  update (self);
}

FysJournalDays *
fys_pain_page_dup_chosen (FysPainPage *self)
{
  g_return_val_if_fail (FYS_IS_PAIN_PAGE (self), NULL);
  return dup_filtered (self, FALSE);
}

static const char *
get_choice (AdwComboRow *row)
{
  GtkStringObject *object = adw_combo_row_get_selected_item (row);

  return object != NULL ? gtk_string_object_get_string (object) : "";
}

char *
fys_pain_page_dup_heading (FysPainPage *self)
{
  g_return_val_if_fail (FYS_IS_PAIN_PAGE (self), NULL);
  return g_strdup_printf ("%s · %s", get_choice (self->period_row), get_choice (self->subject_row));
}
