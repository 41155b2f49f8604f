/* fys-exercise-stated.c - exercises that the front matter states
 *
 *   exercises:
 *     - name: Stræk af ballen
 *       heading: Stræk af ballen        the heading (or its slug) whose section is the exercise's place
 *       hold: 20–30 sekunder
 *       reps: 2–3
 *       per_side: ja
 *       frequency: 2 gange dagligt
 *
 * The list is complete and in order: what the text tells besides is no exercise. What an item states wins, figure by figure; what it
 * leaves out is taken from the text at its place. Where both state a figure and differ, the author is told.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise-finder-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/article/fys-slug.h"

#define KEY "exercises"
/* Nobody does more in a program; a file may hold a million. */
#define MAX_STATED 200

typedef enum
{
  FIELD_HOLD,
  FIELD_REPS,
  FIELD_SETS,
  FIELD_REST,
  FIELD_SIDE,
  FIELD_FREQUENCY,
  N_FIELDS,
} Field;

/* How a value is made a sentence that says what it means: as it stands if it has a unit, with one if it is a mere number. */
static const struct
{
  const char *key;
  const char *before;
  const char *after; /* (nullable): a mere number says nothing */
  const char *example;
} fields[N_FIELDS] = {
  [FIELD_HOLD] = { "hold", "Hold i ", " sekunder", "20–30 sekunder" },
  [FIELD_REPS] = { "reps", "Gentag ", " gange", "8–10" },
  [FIELD_SETS] = { "sets", "Lav ", " sæt", "2–3" },
  [FIELD_REST] = { "rest", "Hvil i ", " sekunder", "60 sekunder" },
  [FIELD_SIDE] = { "per_side", "", NULL, "ja" },
  [FIELD_FREQUENCY] = { "frequency", "Lav øvelsen ", NULL, "2 gange dagligt" },
};

/** Stated: the front matter's list while it is read. @found: what the text tells; @by_name: index + 1 in it by lower-case name;
 * @by_section: what the sections tell that were read for an item, so that many items of one section read it once */
typedef struct
{
  FysExerciseFinder *finder;
  GArray            *found;
  GHashTable        *by_name;
  GHashTable        *by_section;
} Stated;

/** Item: an exercise of the list; the nodes are %NULL where nothing is stated */
typedef struct
{
  const FysNode *node;
  const FysNode *name;
  const FysNode *heading;
  const FysNode *figures[N_FIELDS];
} Item;

static void
warn (Stated        *self,
      const FysNode *node,
      char          *message)
{
  fys_diagnostics_add (self->finder->diagnostics, FYS_SEVERITY_WARNING, node->line, node->column, "%s", message);
  g_free (message);
}

/* --- values --- */

static FysRange *
get_range (FysDosage *dosage,
           Field      field)
{
  switch (field)
    {
    case FIELD_HOLD:
      return &dosage->hold_s;
    case FIELD_REPS:
      return &dosage->reps;
    case FIELD_SETS:
      return &dosage->sets;
    case FIELD_REST:
      return &dosage->rest_s;
    case FIELD_FREQUENCY:
      return &dosage->frequency;
    case FIELD_SIDE:
    case N_FIELDS:
    default:
      return NULL;
    }
}

static FysSlice *
get_place (FysDosage *dosage,
           Field      field)
{
  FysSlice *const places[N_FIELDS] = { &dosage->hold_place, &dosage->reps_place, &dosage->sets_place,
                                       &dosage->rest_place, &dosage->side_place, &dosage->frequency_place };

  return places[field];
}

/* A dosage with nothing but this field of @dosage. */
static FysDosage
only (FysDosage *dosage,
      Field      field)
{
  FysDosage one = { { 0 } };

  if (field == FIELD_SIDE)
    one.is_per_side = dosage->is_per_side;
  else
    *get_range (&one, field) = *get_range (dosage, field);
  if (field == FIELD_FREQUENCY)
    one.per = dosage->per;
  return one;
}

static gboolean
states (FysDosage *dosage,
        Field      field)
{
  return field == FIELD_SIDE ? dosage->is_per_side : fys_range_is_stated (*get_range (dosage, field));
}

static gboolean
equals (FysDosage *a,
        FysDosage *b,
        Field      field)
{
  FysRange x;
  FysRange y;

  if (field == FIELD_SIDE)
    return a->is_per_side == b->is_per_side;
  x = *get_range (a, field);
  y = *get_range (b, field);
  return x.min == y.min && x.max == y.max && (field != FIELD_FREQUENCY || a->per == b->per);
}

/* Whether the sentence states this field, only this one, and with all that the value says. */
static gboolean
parse_sentence (const char *before,
                const char *value,
                const char *after,
                Field       field,
                FysDosage  *out_dosage)
{
  g_autofree char *sentence = g_strconcat (before, value, after, NULL);
  FysDosage        dosage;
  FysDosage        one;

  if (!fys_dosage_parse (sentence, &dosage) || !states (&dosage, field) || dosage.unread_place.end > 0)
    return FALSE;
  if (get_place (&dosage, field)->end < strlen (sentence))
    return FALSE;
  for (Field other = 0; other < N_FIELDS; other++)
    if (other != field && states (&dosage, other))
      return FALSE;
  one = only (&dosage, field);
  *out_dosage = one;
  return TRUE;
}

static gboolean
is_any (const char        *text,
        const char *const *words)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return g_strv_contains (words, lower);
}

static gboolean
parse_side (const char *value,
            FysDosage  *out_dosage)
{
  static const char *const yes[] = { "true", "yes", "on", "ja", NULL };
  static const char *const no[] = { "false", "no", "off", "nej", NULL };

  if (is_any (value, yes) || is_any (value, no))
    {
      *out_dosage = (FysDosage){ .is_per_side = is_any (value, yes) };
      return TRUE;
    }
  return parse_sentence ("", value, NULL, FIELD_SIDE, out_dosage);
}

/* Reads a value in the words of an article ("20–30 sekunder", "dagligt") or as a mere number. */
static gboolean
parse_value (const char *text,
             Field       field,
             FysDosage  *out_dosage)
{
  g_autofree char *value = g_strstrip (g_strdup (text));

  if (g_str_has_suffix (value, "."))
    value[strlen (value) - 1] = '\0';
  if (field == FIELD_SIDE)
    return parse_side (value, out_dosage);
  /* "-5" is no five. */
  if (!g_unichar_isalnum (g_utf8_get_char (value)))
    return FALSE;
  return parse_sentence (fields[field].before, value, NULL, field, out_dosage) ||
         (fields[field].after != NULL && parse_sentence (fields[field].before, value, fields[field].after, field, out_dosage));
}

/* --- items --- */

/* Returns: (nullable): %NULL when nothing is stated, or something that is no text, of which the author is told */
static const FysNode *
expect_text (Stated        *self,
             const FysNode *node)
{
  switch (node->kind)
    {
    case FYS_NODE_TEXT:
      return *node->text != '\0' ? node : NULL;
    case FYS_NODE_LIST:
      warn (self, node, g_strdup_printf (_("“%s” should be text, but is a list"), node->key));
      return NULL;
    case FYS_NODE_MAP:
      warn (self, node, g_strdup_printf (_("“%s” should be text, but has keys of its own"), node->key));
      return NULL;
    case FYS_NODE_NULL:
    default:
      return NULL;
    }
}

static void
read_key (Stated        *self,
          Item          *item,
          const FysNode *node)
{
  if (g_str_equal (node->key, "name"))
    {
      item->name = expect_text (self, node);
      return;
    }
  if (g_str_equal (node->key, "heading"))
    {
      item->heading = expect_text (self, node);
      return;
    }
  for (Field field = 0; field < N_FIELDS; field++)
    if (g_str_equal (node->key, fields[field].key))
      {
        item->figures[field] = expect_text (self, node);
        return;
      }
  warn (self, node, g_strdup_printf (_("“%s” is no key of an exercise; those are name, heading, hold, reps, sets, rest, per_side and frequency"),
                                     node->key));
}

static gboolean
read_item (Stated        *self,
           const FysNode *node,
           Item          *out_item)
{
  *out_item = (Item){ .node = node };
  if (node->kind == FYS_NODE_TEXT && *node->text != '\0')
    out_item->name = node;
  else if (node->kind == FYS_NODE_MAP)
    for (guint i = 0; i < node->children->len; i++)
      read_key (self, out_item, g_ptr_array_index (node->children, i));
  if (out_item->name != NULL || out_item->heading != NULL)
    return TRUE;
  warn (self, node, g_strdup (_("An exercise needs a “name”, a “heading”, or both")));
  return FALSE;
}

/* --- places --- */

static const FysExercise *
find_by_name (Stated        *self,
              const FysNode *name,
              guint          section)
{
  g_autofree char   *lower = name != NULL ? g_utf8_strdown (name->text, -1) : NULL;
  guint              index = lower != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, lower)) : 0;
  const FysExercise *exercise = index > 0 ? &g_array_index (self->found, FysExercise, index - 1) : NULL;

  return exercise != NULL && (section == FYS_NONE || exercise->section == section) ? exercise : NULL;
}

/* The exercise that a section holds; %NULL when it holds none or several. */
static const FysExercise *
find_only_one (Stated *self,
               guint   section)
{
  const FysExercise *only_one = NULL;

  for (guint i = 0; i < self->found->len; i++)
    {
      const FysExercise *exercise = &g_array_index (self->found, FysExercise, i);

      if (exercise->section != section)
        continue;
      if (only_one != NULL)
        return NULL;
      only_one = exercise;
    }
  return only_one;
}

static guint
find_section (Stated        *self,
              const FysNode *heading)
{
  g_autofree char *slug = fys_slug_from_text (heading->text);
  guint            section = fys_article_find_section (self->finder->article, slug);

  if (section == FYS_NONE)
    warn (self, heading, g_strdup_printf (_("The article has no heading “%s”"), heading->text));
  return section;
}

static FysExercise
read_section (Stated *self,
              guint   section)
{
  FysExercise *known = g_hash_table_lookup (self->by_section, GUINT_TO_POINTER (section));
  FysExercise  exercise;

  if (known != NULL)
    return *known;
  exercise = fys_exercise_read_section (self->finder, section);
  g_hash_table_insert (self->by_section, GUINT_TO_POINTER (section), g_memdup2 (&exercise, sizeof exercise));
  return exercise;
}

/* What the text tells at the item's place; empty when it has none. */
static FysExercise
find_place (Stated     *self,
            const Item *item)
{
  guint              section = item->heading != NULL ? find_section (self, item->heading) : FYS_NONE;
  const FysExercise *found = find_by_name (self, item->name, section);
  FysExercise        nowhere = { .name = "", .text = "", .instruction = "", .line = item->node->line,
                                 .first_block = FYS_NONE, .row = FYS_NONE, .section = FYS_NONE };

  if (found == NULL && section != FYS_NONE)
    found = find_only_one (self, section);
  if (found != NULL)
    return *found;
  return section != FYS_NONE ? read_section (self, section) : nowhere;
}

/* --- what wins --- */

static char *
dup_figure (FysDosage *dosage,
            Field      field)
{
  FysDosage one = only (dosage, field);

  if (field == FIELD_SIDE && !one.is_per_side)
    return g_strdup (_("not on each side"));
  return fys_dosage_dup_summary (&one);
}

static void
warn_of_difference (Stated            *self,
                    const FysNode     *node,
                    const FysExercise *exercise,
                    FysDosage         *stated,
                    FysDosage         *told,
                    Field              field)
{
  g_autofree char *here = dup_figure (stated, field);
  g_autofree char *there = dup_figure (told, field);

  warn (self, node,
        /* Translators: both %s are a dosage, such as “Hold 20–30 s” or “3 sets” */
        g_strdup_printf (_("The front matter says “%1$s”, the text in line %3$u “%2$s”; the front matter is followed"), here, there,
                         exercise->line));
}

static void
apply_figure (Stated        *self,
              const FysNode *node,
              FysExercise   *exercise,
              Field          field)
{
  FysDosage *dosage = &exercise->dosage;
  FysDosage  stated;

  if (node == NULL)
    return;
  if (!parse_value (node->text, field, &stated))
    {
      warn (self, node, g_strdup_printf (_("“%1$s” is not understood as “%2$s”; write it like “%3$s”"), node->text,
                                         fields[field].key, fields[field].example));
      return;
    }
  if (states (dosage, field) && !equals (dosage, &stated, field))
    warn_of_difference (self, node, exercise, &stated, dosage, field);
  if (field == FIELD_SIDE)
    dosage->is_per_side = stated.is_per_side;
  else
    *get_range (dosage, field) = *get_range (&stated, field);
  if (field == FIELD_FREQUENCY)
    dosage->per = stated.per;
  *get_place (dosage, field) = (FysSlice){ 0, 0 };
  /* The author has said what is meant. */
  dosage->unread_place = (FysSlice){ 0, 0 };
}

static void
add_item (Stated        *self,
          const FysNode *node)
{
  FysExerciseFinder *finder = self->finder;
  FysExercise        exercise;
  Item               item;
  g_autofree char   *text = NULL;

  if (!read_item (self, node, &item))
    return;
  exercise = find_place (self, &item);
  if (item.name != NULL)
    exercise.name = g_string_chunk_insert (finder->strings, item.name->text);
  /* A heading that is not there still names the exercise. */
  if (*exercise.name == '\0')
    exercise.name = g_string_chunk_insert (finder->strings, item.heading->text);
  for (Field field = 0; field < N_FIELDS; field++)
    apply_figure (self, item.figures[field], &exercise, field);
  exercise.kind = fys_exercise_guess_kind (exercise.name, &exercise.dosage);
  text = fys_exercise_dup_dosage_text (exercise.instruction, &exercise.dosage);
  /* Once only, as many items may share a place. */
  exercise.text = g_string_chunk_insert_const (finder->strings, text);
  g_array_append_val (finder->exercises, exercise);
}

/* A key in other capitals serves as well, and the author is told. */
static const FysNode *
find_list (FysExerciseFinder *finder)
{
  const FysMetadata *metadata = fys_article_get_metadata (finder->article);
  const FysNode     *root = metadata->root;
  const FysNode     *list = fys_metadata_get_node (metadata, KEY);

  for (guint i = 0; list == NULL && root != NULL && root->kind == FYS_NODE_MAP && i < root->children->len; i++)
    {
      const FysNode *child = g_ptr_array_index (root->children, i);

      if (g_ascii_strcasecmp (child->key, KEY) != 0)
        continue;
      list = child;
      fys_diagnostics_add (finder->diagnostics, FYS_SEVERITY_WARNING, child->line, 1, _("“%s” should be spelled “%s”"), child->key, KEY);
    }
  return list;
}

static void
index_names (Stated *self)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      char *lower = g_utf8_strdown (g_array_index (self->found, FysExercise, i).name, -1);

      /* Of several with the same name the first is meant. */
      if (!g_hash_table_contains (self->by_name, lower))
        g_hash_table_insert (self->by_name, lower, GUINT_TO_POINTER (i + 1));
      else
        g_free (lower);
    }
}

void
fys_exercise_apply_stated (FysExerciseFinder *finder)
{
  const FysNode         *list = find_list (finder);
  g_autoptr (GArray)     found = NULL;
  g_autoptr (GHashTable) by_name = NULL;
  g_autoptr (GHashTable) by_section = NULL;
  Stated                 self = { .finder = finder };

  if (list == NULL || list->kind == FYS_NODE_NULL)
    return;
  if (list->kind != FYS_NODE_LIST)
    {
      warn (&self, list, g_strdup_printf (_("“%s” should be a list"), list->key));
      return;
    }

  self.found = found = g_array_copy (finder->exercises);
  self.by_name = by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.by_section = by_section = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  index_names (&self);
  g_array_set_size (finder->exercises, 0);
  for (guint i = 0; i < MIN (list->children->len, MAX_STATED); i++)
    add_item (&self, g_ptr_array_index (list->children, i));
  if (list->children->len > MAX_STATED)
    warn (&self, g_ptr_array_index (list->children, MAX_STATED),
          g_strdup_printf (_("No more than %u exercises can be stated; the rest is left out"), MAX_STATED));
}
