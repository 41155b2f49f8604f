/* fys-exercise-finder.c - which parts of an article are exercises
 *
 * What may be one, from the surest:
 *   page      front matter names parts of the body and a heading says "Sådan gør du": the whole page is one exercise
 *   row       a table of exercises: each row that tells how or how much
 *   lead      a list item or paragraph that begins with a name ("Lægstræk: Stå …", "**Planken** …")
 *   question  a paragraph that begins with a question or a title on a line of its own, which stands for a heading
 *   section   a heading whose own text describes it
 * Where rows, leads or questions are found, or sub-sections, the section above them is none. A block has to tell what to do with the
 * body (fys-how-to), in a place that speaks of exercises; an exercise that is none is worse than one missed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise-finder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/exercise/fys-exercise-finder-private.h"

/* "En god øvelse er bækkenkip": a name, and no longer description. */
#define MAX_NAME_WORDS 3
/* The first byte of "ø" in UTF-8. */
#define OE_LEAD 0xC3
/* A longer heading is more than a label. */
#define MAX_LABEL_WORDS 3
/* With as many exercises told in full, a table of exercises sums them up. */
#define MIN_TOLD_BEFORE_SUMMARY 2

static gboolean
is_barred (FysExerciseFinder *finder,
           guint              index)
{
  for (guint i = index; i != FYS_NONE; i = finder->sections[i].parent)
    if (finder->sections[i].flags & (FYS_SECTION_URGENT | FYS_SECTION_FAQ))
      return TRUE;
  return FALSE;
}

/* "En god øvelse er bækkenkip, hvor du …". All prose is asked this, so it goes by letters that are rare.
 * Returns: (nullable): where the exercise's name begins */
static const char *
find_named_exercise (const char *text)
{
  static const char ending[] = "velse";
  static const char english[] = "xercise is ";

  for (const char *p = strchr (text, OE_LEAD); p != NULL; p = strchr (p + 1, OE_LEAD))
    {
      const char *rest = p + strlen ("ø");

      if (strncmp (p, "ø", strlen ("ø")) != 0 || strncmp (rest, ending, strlen (ending)) != 0)
        continue;
      rest += strlen (ending);
      rest += *rest == 'n';
      if (strncmp (rest, " er ", strlen (" er ")) == 0)
        return rest + strlen (" er ");
    }
  for (const char *p = strchr (text, 'x'); p != NULL; p = strchr (p + 1, 'x'))
    if (strncmp (p, english, strlen (english)) == 0)
      return p + strlen (english);
  return NULL;
}

/* Under a general question ("Hvilke øvelser …") that names just one exercise, its name. Returns: (transfer full) (nullable) */
static char *
dup_only_name (const char *title,
               const char *text)
{
  const char *name = g_ascii_strncasecmp (title, "hvilke", strlen ("hvilke")) == 0 ? find_named_exercise (text) : NULL;
  gsize       length = name != NULL ? strcspn (name, ":,.(\n") : 0;

  if (length == 0 || length > FYS_LEAD_MAX_BYTES || fys_exercise_count_words (name, length) > MAX_NAME_WORDS)
    return NULL;
  if (find_named_exercise (name) != NULL || strstr (name, "n anden ") != NULL || strstr (name, "Andre ") != NULL)
    return NULL;
  return g_strndup (name, length);
}

/* "Sådan gør du", "Dosering" below the heading of an exercise: a part of it with a heading of its own. */
static gboolean
is_label_section (FysExerciseFinder *finder,
                  guint              index)
{
  const FysSection *section = &finder->sections[index];

  return section->parent != FYS_NONE && section->level > 2 && section->end == index + 1 && fys_title_is_label (section->title) &&
         fys_exercise_count_words (section->title, strlen (section->title)) <= MAX_LABEL_WORDS;
}

/* The block after what a section tells itself: up to its first sub-section, and beyond those that are mere labels. */
static guint
end_of_own (FysExerciseFinder *finder,
            guint              index,
            gboolean           with_labels)
{
  const FysSection *section = &finder->sections[index];
  guint             child = index + 1;

  while (with_labels && child < section->end && is_label_section (finder, child))
    child++;
  return child < section->end ? finder->sections[child].first_block : section->first_block + section->n_blocks;
}

/* A heading of its own in a list of exercises: "3. Air squats" in an article on five exercises, a sub-heading of "Øvelser mod …". */
static gboolean
is_in_list (FysExerciseFinder *finder,
            guint              index)
{
  return finder->speaks[index] && !finder->titles[index].names_exercise;
}

static gboolean
names_exercise_in_blocks (FysExerciseFinder *finder,
                          guint              first,
                          guint              end)
{
  for (guint i = first; i < end; i++)
    if (fys_exercise_is_prose (&finder->blocks[i]) && find_named_exercise (finder->blocks[i].text.text) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the heading, or else a telling sentence, leaves hope; asked before the text is read, because most sections are of something
 * else. */
static gboolean
may_be_told_in_section (FysExerciseFinder *finder,
                        guint              index)
{
  const FysTitle *title = &finder->titles[index];
  gboolean        hopes = finder->speaks[index] || title->asks_how;

  /* "Er planken god?" is answered with yes or no, and then perhaps with "en god øvelse er …" */
  if (hopes && !title->is_something_else)
    return TRUE;
  return names_exercise_in_blocks (finder, finder->sections[index].first_block + 1, end_of_own (finder, index, TRUE));
}

static gboolean
is_told_in_section (FysExerciseFinder          *finder,
                    const FysExerciseCandidate *candidate)
{
  const FysTitle  *title = &finder->titles[candidate->section];
  const FysDosage *dosage = &candidate->dosage;
  gboolean         has_dose = fys_exercise_candidate_has_dose (candidate);
  gboolean         full = fys_how_to_is_full (&candidate->how_to);
  gboolean         brief = fys_how_to_is_brief (&candidate->how_to);
  gboolean         told = has_dose && candidate->how_to.n_acts >= 1;

  if (title->is_something_else)
    return told && brief;
  if (title->names_exercise && fys_range_is_stated (dosage->sets) && fys_range_is_stated (dosage->reps))
    return TRUE;
  if (is_in_list (finder, candidate->section) && has_dose)
    return TRUE;
  if (finder->speaks[candidate->section])
    return full || brief || told;
  /* A way to lift a box is told in the same words; an exercise is called one, or repeated. */
  if (title->asks_how)
    return (full && candidate->how_to.n_exercise_words > 0) || told;
  return brief && find_named_exercise (candidate->text) != NULL;
}

/* What a section tells, not measured yet; *@out_text is to be freed after it. */
static FysExerciseCandidate
make_section_candidate (FysExerciseFinder *finder,
                        guint              index,
                        char             **out_text)
{
  const FysSection *section = &finder->sections[index];
  guint             end = end_of_own (finder, index, TRUE);

  *out_text = fys_exercise_dup_prose (finder, section->first_block + 1, end, FYS_NONE);
  return (FysExerciseCandidate){ .title = section->title, .text = *out_text, .line = section->line,
                                 .first_block = section->first_block, .n_blocks = end - section->first_block,
                                 .row = FYS_NONE, .section = index };
}

static void
accept_section (FysExerciseFinder    *finder,
                FysExerciseCandidate *candidate)
{
  g_autofree char *name = dup_only_name (candidate->title, candidate->text);

  if (name != NULL)
    candidate->title = name;
  fys_exercise_candidate_accept (finder, candidate);
}

static gboolean
try_section (FysExerciseFinder *finder,
             guint              index)
{
  g_autofree char     *text = NULL;
  FysExerciseCandidate candidate;

  if (!may_be_told_in_section (finder, index))
    return FALSE;
  candidate = make_section_candidate (finder, index, &text);
  if (*text == '\0')
    return FALSE;
  fys_exercise_candidate_measure (&candidate);
  if (!is_told_in_section (finder, &candidate))
    return FALSE;
  accept_section (finder, &candidate);
  return TRUE;
}

FysExercise
fys_exercise_read_section (FysExerciseFinder *finder,
                           guint              section)
{
  g_autofree char     *text = NULL;
  FysExerciseCandidate candidate = make_section_candidate (finder, section, &text);
  FysExercise          exercise;

  fys_exercise_candidate_measure (&candidate);
  accept_section (finder, &candidate);
  exercise = g_array_index (finder->exercises, FysExercise, finder->exercises->len - 1);
  g_array_set_size (finder->exercises, finder->exercises->len - 1);
  return exercise;
}

/* A heading that asks how one exercise is done goes before a table below it, which then sums up; a general one goes after. */
static gboolean
find_in_section (FysExerciseFinder *finder,
                 guint              index,
                 gboolean           has_sub_exercise)
{
  guint    first = finder->sections[index].first_block + 1;
  guint    own_end = end_of_own (finder, index, FALSE);
  gboolean is_one = finder->titles[index].asks_how;

  if (fys_exercise_try_heads (finder, index, first, own_end))
    return TRUE;
  if (is_one && !has_sub_exercise && try_section (finder, index))
    return TRUE;
  if (fys_exercise_try_tables (finder, first, own_end))
    return TRUE;
  return !is_one && !has_sub_exercise && try_section (finder, index);
}

static int
compare_exercises (gconstpointer a,
                   gconstpointer b)
{
  const FysExercise *x = a;
  const FysExercise *y = b;

  if (x->first_block != y->first_block)
    return x->first_block < y->first_block ? -1 : 1;
  return x->line < y->line ? -1 : x->line > y->line;
}

static void
read_titles (FysExerciseFinder *finder)
{
  gboolean is_about_exercises = fys_title_read (fys_article_get_title (finder->article)).names_exercise;

  for (guint i = 0; i < finder->n_sections; i++)
    {
      guint    parent = finder->sections[i].parent;
      gboolean is_numbered = g_ascii_isdigit (finder->sections[i].title[0]);

      finder->titles[i] = fys_title_read (finder->sections[i].title);
      finder->speaks[i] = finder->titles[i].names_exercise || (is_about_exercises && is_numbered) ||
                          (parent != FYS_NONE && finder->sections[parent].level > 1 && finder->speaks[parent]);
    }
}

static void
find_in_sections (FysExerciseFinder *finder)
{
  g_autofree gboolean *has_exercise = g_new0 (gboolean, finder->n_sections + 1);

  if (finder->n_sections == 0 || finder->sections[0].first_block > 0)
    {
      guint end = finder->n_sections > 0 ? finder->sections[0].first_block : finder->n_blocks;

      (void) fys_exercise_try_heads (finder, FYS_NONE, 0, end);
      (void) fys_exercise_try_tables (finder, 0, end);
    }
  /* Backwards, so that what lies inside a section is known before it. */
  for (guint i = finder->n_sections; i-- > 0;)
    {
      guint parent = finder->sections[i].parent;

      if (is_barred (finder, i) || is_label_section (finder, i))
        continue;
      has_exercise[i] |= find_in_section (finder, i, has_exercise[i]);
      if (has_exercise[i] && parent != FYS_NONE)
        has_exercise[parent] = TRUE;
    }
}

/* A table that sums up exercises told elsewhere, and a name that comes again, are left out. */
static void
drop_repeated (GArray *exercises)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint                  n_told = 0;
  guint                  n_kept = 0;

  for (guint i = 0; i < exercises->len; i++)
    n_told += g_array_index (exercises, FysExercise, i).row == FYS_NONE;
  for (guint i = 0; i < exercises->len; i++)
    {
      FysExercise exercise = g_array_index (exercises, FysExercise, i);

      if (exercise.row != FYS_NONE && n_told >= MIN_TOLD_BEFORE_SUMMARY)
        continue;
      if (g_hash_table_add (names, g_utf8_strdown (exercise.name, -1)))
        g_array_index (exercises, FysExercise, n_kept++) = exercise;
    }
  g_array_set_size (exercises, n_kept);
}

static void
find_in_text (FysExerciseFinder *finder)
{
  g_autofree gboolean *speaks = g_new0 (gboolean, finder->n_sections + 1);
  g_autofree FysTitle *titles = g_new0 (FysTitle, finder->n_sections + 1);

  if (fys_exercise_try_page (finder))
    return;
  finder->speaks = speaks;
  finder->titles = titles;
  read_titles (finder);
  find_in_sections (finder);
  finder->speaks = NULL;
  finder->titles = NULL;
  g_array_sort (finder->exercises, compare_exercises);
  drop_repeated (finder->exercises);
}

/* The line of the block that holds what was not understood; the exercise's own when none has it whole. */
static guint
find_line (FysExerciseFinder *finder,
           const FysExercise *exercise,
           const char        *words)
{
  if (exercise->row == FYS_NONE)
    for (guint i = exercise->first_block; i < exercise->first_block + exercise->n_blocks; i++)
      if (strstr (finder->blocks[i].text.text, words) != NULL)
        return finder->blocks[i].line;
  return exercise->line;
}

static void
check_unread (FysExerciseFinder *finder)
{
  for (guint i = 0; i < finder->exercises->len; i++)
    {
      const FysExercise *exercise = &g_array_index (finder->exercises, FysExercise, i);
      FysSlice           place = exercise->dosage.unread_place;
      g_autofree char   *words = g_strndup (exercise->instruction + place.start, place.end - place.start);

      if (place.end > 0)
        fys_diagnostics_add (finder->diagnostics, FYS_SEVERITY_WARNING, find_line (finder, exercise, words), 0,
                             _("“%s” looks like a dosage, but is not understood"), words);
    }
}

void
fys_exercise_finder_run (FysArticle   *article,
                         GStringChunk *strings,
                         GArray       *exercises,
                         GPtrArray    *diagnostics)
{
  FysExerciseFinder finder = { .article = article, .strings = strings, .exercises = exercises, .diagnostics = diagnostics };
  guint             n_containers;

  finder.blocks = fys_article_get_blocks (article, &finder.n_blocks);
  finder.sections = fys_article_get_sections (article, &finder.n_sections);
  finder.containers = fys_article_get_containers (article, &n_containers);
  find_in_text (&finder);
  fys_exercise_apply_stated (&finder);
  check_unread (&finder);
}
