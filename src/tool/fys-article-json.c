/* fys-article-json.c - an article as JSON, in the form that others build on
 *
 *   path, metadata, sections, blocks, links, faq, exercises, urgent, specialty, diagnostics
 *
 * in this order. Lines are those of the file, from 1; 0, for what has no line of its own, becomes `null`.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tool/fys-article-json.h"

#include "core/clinic/fys-clinic.h"
#include "core/exercise/fys-exercise.h"

static const char *const block_kinds[] = { "heading", "paragraph", "list-item", "quote", "code", "table", "image", "rule" };
static const char *const alignments[] = { "none", "left", "center", "right" };
static const char *const exercise_kinds[] = { "hold", "reps", "both" };
static const char *const periods[] = { NULL, "day", "week" };

G_STATIC_ASSERT (G_N_ELEMENTS (block_kinds) == FYS_BLOCK_RULE + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (alignments) == FYS_ALIGN_RIGHT + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (exercise_kinds) == FYS_EXERCISE_BOTH + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (periods) == FYS_PER_WEEK + 1);

void
fys_json_add_text (JsonBuilder *builder,
                   const char  *name,
                   const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/* Numbers that count from 1; 0 says that there is none. */
static void
add_number (JsonBuilder *builder,
            const char  *name,
            guint        value)
{
  json_builder_set_member_name (builder, name);
  if (value != 0)
    json_builder_add_int_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
begin_list (JsonBuilder *builder,
            const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/* Adds the sections of [@first, @end) that do not lie in one another. Levels of headings end at 6, and so does this. */
static void
add_sections (JsonBuilder      *builder,
              const char       *name,
              const FysSection *sections,
              guint             first,
              guint             end)
{
  begin_list (builder, name);
  for (guint i = first; i < end; i = sections[i].end)
    {
      g_assert (sections[i].end > i && sections[i].end <= end);
      json_builder_begin_object (builder);
      fys_json_add_text (builder, "title", sections[i].title);
      add_number (builder, "level", sections[i].level);
      fys_json_add_text (builder, "slug", sections[i].slug);
      add_number (builder, "line", sections[i].line);
      add_sections (builder, "children", sections, i + 1, sections[i].end);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_table (JsonBuilder    *builder,
           const FysTable *table)
{
  begin_list (builder, "align");
  for (guint column = 0; column < table->n_columns; column++)
    json_builder_add_string_value (builder, alignments[table->align[column]]);
  json_builder_end_array (builder);

  begin_list (builder, "rows");
  for (guint row = 0; row < table->n_rows; row++)
    {
      json_builder_begin_array (builder);
      for (guint column = 0; column < table->n_columns; column++)
        json_builder_add_string_value (builder, table->cells[row * table->n_columns + column].text);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

/* How many lists an item lies in, and its number in the innermost, 0 for a bullet. */
static guint
get_list_depth (FysArticle     *article,
                const FysBlock *block,
                guint          *out_number)
{
  guint               n_containers;
  const FysContainer *containers = fys_article_get_containers (article, &n_containers);
  guint               depth = 0;

  *out_number = 0;
  for (guint i = block->container; i != FYS_NONE; i = containers[i].parent)
    if (containers[i].kind == FYS_CONTAINER_ITEM)
      {
        if (depth == 0)
          *out_number = containers[i].number;
        depth++;
      }
  return depth;
}

static void
add_block (JsonBuilder    *builder,
           FysArticle     *article,
           const FysBlock *block)
{
  guint number;

  json_builder_begin_object (builder);
  fys_json_add_text (builder, "kind", block_kinds[block->kind]);
  add_number (builder, "line", block->line);
  switch (block->kind)
    {
    case FYS_BLOCK_TABLE:
      add_table (builder, block->table);
      break;
    case FYS_BLOCK_IMAGE:
      fys_json_add_text (builder, "source", block->source);
      fys_json_add_text (builder, "alt", block->text.text);
      break;
    case FYS_BLOCK_HEADING:
      fys_json_add_text (builder, "text", block->text.text);
      add_number (builder, "level", block->level);
      break;
    case FYS_BLOCK_LIST_ITEM:
      fys_json_add_text (builder, "text", block->text.text);
      add_number (builder, "depth", get_list_depth (article, block, &number));
      add_number (builder, "number", number);
      break;
    case FYS_BLOCK_CODE:
      fys_json_add_text (builder, "text", block->text.text);
      fys_json_add_text (builder, "info", block->source);
      break;
    case FYS_BLOCK_PARAGRAPH:
    case FYS_BLOCK_QUOTE:
      fys_json_add_text (builder, "text", block->text.text);
      break;
    case FYS_BLOCK_RULE:
    default:
      break;
    }
  json_builder_end_object (builder);
}

static void
add_blocks (JsonBuilder *builder,
            FysArticle  *article)
{
  guint           n_blocks;
  const FysBlock *blocks = fys_article_get_blocks (article, &n_blocks);

  begin_list (builder, "blocks");
  for (guint i = 0; i < n_blocks; i++)
    add_block (builder, article, &blocks[i]);
  json_builder_end_array (builder);
}

static void
add_links (JsonBuilder *builder,
           FysArticle  *article)
{
  guint          n_links;
  const FysLink *links = fys_article_get_links (article, &n_links);

  begin_list (builder, "links");
  for (guint i = 0; i < n_links; i++)
    {
      json_builder_begin_object (builder);
      fys_json_add_text (builder, "text", links[i].text);
      fys_json_add_text (builder, "target", links[i].target);
      add_number (builder, "line", links[i].line);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_faq (JsonBuilder *builder,
         FysArticle  *article)
{
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  begin_list (builder, "faq");
  for (guint i = 0; i < n_sections; i++)
    if (sections[i].flags & FYS_SECTION_QUESTION)
      {
        g_autofree char *answer = fys_article_dup_plain_text (article, sections[i].first_block + 1, sections[i].n_blocks - 1);

        json_builder_begin_object (builder);
        fys_json_add_text (builder, "question", sections[i].title);
        fys_json_add_text (builder, "slug", sections[i].slug);
        add_number (builder, "line", sections[i].line);
        fys_json_add_text (builder, "answer", answer);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

static void
add_range_value (JsonBuilder *builder,
                 FysRange     range)
{
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, range.min);
  json_builder_add_int_value (builder, range.max);
  json_builder_end_array (builder);
}

static void
add_range (JsonBuilder *builder,
           const char  *name,
           FysRange     range)
{
  json_builder_set_member_name (builder, name);
  if (fys_range_is_stated (range))
    add_range_value (builder, range);
  else
    json_builder_add_null_value (builder);
}

static void
add_frequency (JsonBuilder     *builder,
               const FysDosage *dosage)
{
  json_builder_set_member_name (builder, "frequency");
  if (!fys_range_is_stated (dosage->frequency))
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "times");
  add_range_value (builder, dosage->frequency);
  fys_json_add_text (builder, "per", periods[dosage->per]);
  json_builder_end_object (builder);
}

static void
add_exercises (JsonBuilder     *builder,
               FysExerciseList *exercises)
{
  begin_list (builder, "exercises");
  for (guint i = 0; i < fys_exercise_list_get_n (exercises); i++)
    {
      const FysExercise *exercise = fys_exercise_list_get (exercises, i);

      json_builder_begin_object (builder);
      fys_json_add_text (builder, "name", exercise->name);
      add_number (builder, "line", exercise->line);
      fys_json_add_text (builder, "kind", exercise_kinds[exercise->kind]);
      add_range (builder, "hold_s", exercise->dosage.hold_s);
      add_range (builder, "reps", exercise->dosage.reps);
      add_range (builder, "sets", exercise->dosage.sets);
      add_range (builder, "rest_s", exercise->dosage.rest_s);
      json_builder_set_member_name (builder, "per_side");
      json_builder_add_boolean_value (builder, exercise->dosage.is_per_side);
      add_frequency (builder, &exercise->dosage);
      fys_json_add_text (builder, "text", *exercise->text != '\0' ? exercise->text : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_urgent (JsonBuilder *builder,
            FysArticle  *article)
{
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  begin_list (builder, "urgent");
  for (guint i = 0; i < n_sections; i++)
    if (sections[i].flags & FYS_SECTION_URGENT)
      {
        json_builder_begin_object (builder);
        fys_json_add_text (builder, "section", sections[i].title);
        add_number (builder, "line", sections[i].line);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

static void
add_diagnostics (JsonBuilder *builder,
                 GPtrArray   *diagnostics)
{
  begin_list (builder, "diagnostics");
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const FysDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      json_builder_begin_object (builder);
      fys_json_add_text (builder, "severity", fys_severity_get_nick (diagnostic->severity));
      add_number (builder, "line", diagnostic->line);
      add_number (builder, "column", diagnostic->column);
      fys_json_add_text (builder, "message", diagnostic->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static char *
end_object (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

char *
fys_article_dup_json (FysArticle *article,
                      const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (FysExerciseList) exercises = fys_exercise_list_new (article);
  g_autoptr (GPtrArray) findings = fys_exercise_list_dup_findings (exercises, article);
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  json_builder_begin_object (builder);
  fys_json_add_text (builder, "path", path);
  fys_metadata_add_json (fys_article_get_metadata (article), builder);
  add_sections (builder, "sections", sections, 0, n_sections);
  add_blocks (builder, article);
  add_links (builder, article);
  add_faq (builder, article);
  add_exercises (builder, exercises);
  add_urgent (builder, article);
  fys_json_add_text (builder, "specialty", fys_clinic_guess_specialty (article));
  add_diagnostics (builder, findings);
  return end_object (builder);
}

char *
fys_diagnostics_dup_json (GPtrArray  *diagnostics,
                          const char *path)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  fys_json_add_text (builder, "path", path);
  add_diagnostics (builder, diagnostics);
  return end_object (builder);
}
