/* fys-choices.c - what the user chose for the exercises of each article, from one time to the next
 *
 *   [key of the article]                 a group an article, the one that was done last at the end
 *   sore=left                            or right
 *   rest=15                              seconds between two exercises, when they are not ours
 *   order=ID;ID;ID;                      when it is not the article's
 *   left-out=ID;
 *   dosage-ID=20;30;2;3;0;0;0;0;1;       what the article stated then: hold, repetitions, sets and rest from–to, each side
 *   plan-ID=10;25;3;1;5;30;5;0;1;        what the user chose
 *
 * An ID stands for the name of an exercise, and for the how manieth of that name it is: a front matter may name one twice. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-choices.h"

#include <string.h>

#include "core/fys-kept-file.h"

/* Several times what 500 articles with all their exercises changed come to. A larger file is not ours. */
#define MAX_FILE_BYTES (4 * 1024 * 1024)
/* In one article; the largest programs that physiotherapists write have a tenth of it. */
#define MAX_EXERCISES 200
/* Of an article's key as a group of the file. Paths of the system are shorter. */
#define MAX_GROUP_BYTES 1024
#define ID_CHARS        16

#define KEY_SORE     "sore"
#define KEY_REST     "rest"
#define KEY_ORDER    "order"
#define KEY_LEFT_OUT "left-out"
/* In one group: the four, and two for each exercise. */
#define MAX_KEYS (4 + 2 * MAX_EXERCISES)

struct _FysChoices
{
  GObject      parent_instance;

  /* Owned */
  FysKeptFile *kept;
  GKeyFile    *file;

  gboolean     is_read;
  gboolean     save_waits; /* until it is read */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysChoices, fys_choices, G_TYPE_OBJECT)

/* The figures of a plan that the user chooses, in the order of the file. */
#define N_FIGURES 9
#define N_STATED  9

static void
get_figures (const FysPlan *plan,
             int            figures[N_FIGURES])
{
  const guint values[N_FIGURES] = {
    plan->prepare_s, plan->hold_s, plan->reps, plan->sets, plan->rep_rest_s,
    plan->rest_s, plan->switch_s, plan->rep_s, !!plan->is_per_side,
  };

  for (guint i = 0; i < N_FIGURES; i++)
    figures[i] = MIN (values[i], G_MAXINT);
}

/* Too large ones are for the setup to clamp. Returns: whether they are figures at all */
static gboolean
set_figures (FysPlan   *plan,
             const int *figures)
{
  guint *const values[] = {
    &plan->prepare_s, &plan->hold_s, &plan->reps, &plan->sets, &plan->rep_rest_s, &plan->rest_s, &plan->switch_s, &plan->rep_s,
  };

  for (guint i = 0; i < N_FIGURES; i++)
    if (figures[i] < 0)
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    *values[i] = figures[i];
  plan->is_per_side = figures[N_FIGURES - 1] != 0;
  return TRUE;
}

static void
get_stated (const FysDosage *dosage,
            int              stated[N_STATED])
{
  const guint values[N_STATED] = {
    dosage->hold_s.min, dosage->hold_s.max, dosage->reps.min, dosage->reps.max, dosage->sets.min,
    dosage->sets.max, dosage->rest_s.min, dosage->rest_s.max, !!dosage->is_per_side,
  };

  for (guint i = 0; i < N_STATED; i++)
    stated[i] = MIN (values[i], G_MAXINT);
}

/* Returns: (transfer full) (element-type utf8): the ID of each exercise of @setup */
static GPtrArray *
create_ids (FysSetup *setup)
{
  GPtrArray             *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) n_named = g_hash_table_new (g_str_hash, g_str_equal); /* name → how many came before */

  for (guint i = 0; i < fys_setup_get_n_exercises (setup); i++)
    {
      const char      *name = fys_setup_get_exercise (setup, i)->name;
      guint            n = GPOINTER_TO_UINT (g_hash_table_lookup (n_named, name));
      g_autofree char *numbered = n > 0 ? g_strdup_printf ("%s\n%u", name, n + 1) : g_strdup (name);
      char            *id = g_compute_checksum_for_string (G_CHECKSUM_SHA256, numbered, -1);

      g_hash_table_insert (n_named, (gpointer) name, GUINT_TO_POINTER (n + 1));
      id[ID_CHARS] = '\0';
      g_ptr_array_add (ids, id);
    }
  return ids;
}

static const char *
get_id (GPtrArray *ids,
        guint      exercise)
{
  return g_ptr_array_index (ids, exercise);
}

/* Returns: (transfer full) (nullable): %NULL for an article that nothing is kept of */
static char *
dup_group (const char *article)
{
  return fys_kept_file_dup_group (article, MAX_GROUP_BYTES);
}

/* On the thread that draws it encodes at most MAX_FILE_BYTES, and waits for no disk. */
static void
save (FysChoices *self)
{
  self->save_waits = !self->is_read;
  if (self->is_read)
    fys_kept_file_write (self->kept, g_key_file_to_data (self->file, NULL, NULL));
}

/* The oldest groups come first. */
static void
drop_oldest (GKeyFile *file)
{
  gsize          n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n_groups);

  for (gsize i = 0; i + FYS_CHOICES_MAX_ARTICLES < n_groups; i++)
    g_key_file_remove_group (file, groups[i], NULL);
}

/* Adds what @from knows of the group to that of @to, which comes to the end. */
static void
renew_group (GKeyFile   *to,
             GKeyFile   *from,
             const char *group)
{
  g_autoptr (GKeyFile) before = g_key_file_new ();
  GKeyFile            *sources[] = { before, from };
  g_auto (GStrv)       kept = g_key_file_get_keys (to, group, NULL, NULL);

  for (guint i = 0; kept != NULL && kept[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_value (to, group, kept[i], NULL);

      g_key_file_set_value (before, group, kept[i], value);
    }
  g_key_file_remove_group (to, group, NULL);
  for (guint source = 0; source < G_N_ELEMENTS (sources); source++)
    {
      g_auto (GStrv) keys = sources[source] != NULL ? g_key_file_get_keys (sources[source], group, NULL, NULL) : NULL;

      for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
        {
          g_autofree char *value = g_key_file_get_value (sources[source], group, keys[i], NULL);

          g_key_file_set_value (to, group, keys[i], value);
        }
    }
}

static gsize
count_keys (GKeyFile   *file,
            const char *group)
{
  gsize n = 0;

  g_strfreev (g_key_file_get_keys (file, group, &n, NULL));
  return n;
}

/* Returns: (transfer full): what @file has of the newest articles, without groups that we do not write: taking away one thing of a million takes GLib
 * as long as looking at all of them */
static GKeyFile *
copy_newest (GKeyFile *file)
{
  GKeyFile      *newest = g_key_file_new ();
  gsize          n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n_groups);

  for (gsize i = n_groups - MIN (n_groups, FYS_CHOICES_MAX_ARTICLES); i < n_groups; i++)
    if (count_keys (file, groups[i]) <= MAX_KEYS)
      renew_group (newest, file, groups[i]);
  return newest;
}

/* What was chosen while the file was being read is newer. */
static void
take_file (FysChoices *self,
           GKeyFile   *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    renew_group (file, self->file, groups[i]);
  drop_oldest (file);
  g_key_file_unref (self->file);
  self->file = g_key_file_ref (file);
  self->is_read = TRUE;
  if (self->save_waits)
    save (self);
}

static void
loaded_cb (GObject  *owner,
           GKeyFile *file)
{
  FysChoices *self = FYS_CHOICES (owner);

  if (self->is_read)
    return;
  take_file (self, file);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
fys_choices_finalize (GObject *object)
{
  FysChoices *self = FYS_CHOICES (object);

  g_clear_pointer (&self->kept, fys_kept_file_free);
  g_clear_pointer (&self->file, g_key_file_unref);

  G_OBJECT_CLASS (fys_choices_parent_class)->finalize (object);
}

static void
fys_choices_class_init (FysChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_choices_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FYS_TYPE_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
fys_choices_init (FysChoices *self)
{
  self->file = g_key_file_new ();
}

FysChoices *
fys_choices_new (const char *path)
{
  FysChoices *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (FYS_TYPE_CHOICES, NULL);
  self->kept = fys_kept_file_new (path);
  fys_kept_file_load (self->kept, MAX_FILE_BYTES, copy_newest, loaded_cb, G_OBJECT (self));
  return self;
}

char *
fys_choices_dup_default_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "fysbog", "choices", NULL);
}

static gboolean
apply_sore_side (GKeyFile   *file,
                 const char *group,
                 FysSetup   *setup)
{
  g_autofree char *side = g_key_file_get_string (file, group, KEY_SORE, NULL);

  if (g_strcmp0 (side, "left") == 0)
    fys_setup_set_sore_side (setup, FYS_SIDE_LEFT);
  else if (g_strcmp0 (side, "right") == 0)
    fys_setup_set_sore_side (setup, FYS_SIDE_RIGHT);
  else
    return FALSE;
  return TRUE;
}

static gboolean
apply_rest (GKeyFile   *file,
            const char *group,
            FysSetup   *setup)
{
  g_autoptr (GError) error = NULL;
  int                rest_s = g_key_file_get_integer (file, group, KEY_REST, &error);

  if (error != NULL || rest_s < 0)
    return FALSE;
  fys_setup_set_rest_s (setup, rest_s);
  return TRUE;
}

static gboolean
apply_figures (GKeyFile   *file,
               const char *group,
               const char *id,
               FysSetup   *setup,
               guint       exercise)
{
  g_autofree char *dosage_key = g_strconcat ("dosage-", id, NULL);
  g_autofree char *plan_key = g_strconcat ("plan-", id, NULL);
  gsize            n_then, n_figures;
  g_autofree int  *then = g_key_file_get_integer_list (file, group, dosage_key, &n_then, NULL);
  g_autofree int  *figures = g_key_file_get_integer_list (file, group, plan_key, &n_figures, NULL);
  int              now[N_STATED];
  FysPlan          plan;

  if (then == NULL || figures == NULL || n_then != N_STATED || n_figures != N_FIGURES)
    return FALSE;
  get_stated (&fys_setup_get_exercise (setup, exercise)->dosage, now);
  if (memcmp (now, then, sizeof now) != 0)
    return FALSE;

  fys_setup_get_plan (setup, exercise, &plan);
  if (!set_figures (&plan, figures))
    return FALSE;
  fys_setup_set_plan (setup, exercise, &plan);
  fys_setup_mark_done (setup, exercise);
  return TRUE;
}

/* Returns: (transfer full) (array length=n): where each exercise goes: the known ones in the order of @known, each of the others after the one
 * that it follows in the article */
static guint *
create_order (GHashTable        *exercises,
              const char *const *known,
              guint              n)
{
  guint               *order = g_new (guint, MAX (n, 1));
  g_autofree gboolean *is_placed = g_new0 (gboolean, MAX (n, 1));
  guint                n_placed = 0;

  for (guint i = 0; known[i] != NULL; i++)
    {
      guint exercise = GPOINTER_TO_UINT (g_hash_table_lookup (exercises, known[i]));

      if (exercise == 0 || is_placed[exercise - 1])
        continue;
      is_placed[exercise - 1] = TRUE;
      order[n_placed++] = exercise - 1;
    }
  for (guint exercise = 0; exercise < n; exercise++)
    if (!is_placed[exercise])
      {
        guint place = 0;

        while (exercise > 0 && order[place++] != exercise - 1)
          ;
        memmove (&order[place + 1], &order[place], (n_placed - place) * sizeof *order);
        order[place] = exercise;
        n_placed++;
      }
  return order;
}

static gboolean
apply_order (GKeyFile   *file,
             const char *group,
             GPtrArray  *ids,
             FysSetup   *setup)
{
  g_auto (GStrv)         known = g_key_file_get_string_list (file, group, KEY_ORDER, NULL, NULL);
  g_autoptr (GHashTable) exercises = g_hash_table_new (g_str_hash, g_str_equal); /* ID → exercise + 1 */
  g_autofree guint      *order = NULL;

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (exercises, g_ptr_array_index (ids, i), GUINT_TO_POINTER (i + 1));
  order = create_order (exercises, (const char *const *) known, ids->len);

  for (guint place = 0; place < ids->len; place++)
    {
      guint from = place;

      while (fys_setup_get_at (setup, from) != order[place])
        from++;
      fys_setup_move (setup, from, place);
    }
  return TRUE;
}

static gboolean
apply_left_out (GKeyFile   *file,
                const char *group,
                GPtrArray  *ids,
                FysSetup   *setup)
{
  g_auto (GStrv) left_out = g_key_file_get_string_list (file, group, KEY_LEFT_OUT, NULL, NULL);
  gboolean       is_any = FALSE;

  if (left_out == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (g_strv_contains ((const char *const *) left_out, get_id (ids, i)))
      {
        fys_setup_set_left_out (setup, i, TRUE);
        is_any = TRUE;
      }
  return is_any;
}

gboolean
fys_choices_apply (FysChoices *self,
                   const char *article,
                   FysSetup   *setup)
{
  g_autofree char      *group = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  gboolean              is_any;

  g_return_val_if_fail (FYS_IS_CHOICES (self), FALSE);
  g_return_val_if_fail (article != NULL && setup != NULL, FALSE);

  group = dup_group (article);
  if (group == NULL || !g_key_file_has_group (self->file, group) || fys_setup_get_n_exercises (setup) > MAX_EXERCISES)
    return FALSE;
  ids = create_ids (setup);
  is_any = apply_sore_side (self->file, group, setup);
  is_any = apply_rest (self->file, group, setup) || is_any;
  for (guint i = 0; i < ids->len; i++)
    is_any = apply_figures (self->file, group, get_id (ids, i), setup, i) || is_any;
  is_any = apply_order (self->file, group, ids, setup) || is_any;
  return apply_left_out (self->file, group, ids, setup) || is_any;
}

/* Figures that are the article's are not kept: they follow the article when it changes. */
static void
put_figures (GKeyFile   *file,
             const char *group,
             const char *id,
             FysSetup   *setup,
             guint       exercise)
{
  g_autofree char *dosage_key = g_strconcat ("dosage-", id, NULL);
  g_autofree char *plan_key = g_strconcat ("plan-", id, NULL);
  int              stated[N_STATED];
  int              figures[N_FIGURES];
  FysPlan          plan;

  if (!fys_setup_is_changed (setup, exercise))
    {
      g_key_file_remove_key (file, group, dosage_key, NULL);
      g_key_file_remove_key (file, group, plan_key, NULL);
      return;
    }
  fys_setup_get_plan (setup, exercise, &plan);
  get_stated (&fys_setup_get_exercise (setup, exercise)->dosage, stated);
  get_figures (&plan, figures);
  g_key_file_set_integer_list (file, group, dosage_key, stated, N_STATED);
  g_key_file_set_integer_list (file, group, plan_key, figures, N_FIGURES);
}

static void
put_sore_side (GKeyFile   *file,
               const char *group,
               FysSetup   *setup)
{
  FysSide side = fys_setup_get_sore_side (setup);

  if (side == FYS_SIDE_NONE)
    g_key_file_remove_key (file, group, KEY_SORE, NULL);
  else
    g_key_file_set_string (file, group, KEY_SORE, side == FYS_SIDE_LEFT ? "left" : "right");
}

static void
put_ids (GKeyFile   *file,
         const char *group,
         const char *key,
         GPtrArray  *ids)
{
  if (ids->len == 0)
    g_key_file_remove_key (file, group, key, NULL);
  else
    g_key_file_set_string_list (file, group, key, (const char *const *) ids->pdata, ids->len);
}

static void
put_program (GKeyFile   *file,
             const char *group,
             GPtrArray  *ids,
             FysSetup   *setup)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GPtrArray) left_out = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      if (fys_setup_is_order_changed (setup))
        g_ptr_array_add (order, g_ptr_array_index (ids, fys_setup_get_at (setup, i)));
      if (fys_setup_is_left_out (setup, i))
        g_ptr_array_add (left_out, g_ptr_array_index (ids, i));
    }
  put_ids (file, group, KEY_ORDER, order);
  put_ids (file, group, KEY_LEFT_OUT, left_out);
  if (fys_setup_is_rest_changed (setup))
    g_key_file_set_integer (file, group, KEY_REST, fys_setup_get_rest_s (setup));
  else
    g_key_file_remove_key (file, group, KEY_REST, NULL);
}

/* Takes the keys of figures away whose exercise the article has no more, so that an article that is rewritten again and again does not fill the file. */
static void
drop_gone (GKeyFile   *file,
           const char *group,
           GPtrArray  *ids)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      const char *dash = strchr (keys[i], '-');

      if (g_str_has_prefix (keys[i], "plan-") || g_str_has_prefix (keys[i], "dosage-"))
        if (!g_ptr_array_find_with_equal_func (ids, dash + 1, g_str_equal, NULL))
          g_key_file_remove_key (file, group, keys[i], NULL);
    }
}

/* @exercise: FYS_NONE for the whole program */
static void
remember (FysChoices *self,
          const char *article,
          FysSetup   *setup,
          guint       exercise)
{
  g_autofree char      *group = dup_group (article);
  g_autoptr (GPtrArray) ids = NULL;
  gsize                 n_keys = 0;
  g_auto (GStrv)        keys = NULL;

  if (group == NULL || fys_setup_get_n_exercises (setup) > MAX_EXERCISES)
    return;
  ids = create_ids (setup);
  renew_group (self->file, NULL, group);
  put_sore_side (self->file, group, setup);
  for (guint i = 0; i < ids->len; i++)
    if (i == exercise || (exercise == FYS_NONE && !fys_setup_is_left_out (setup, i)))
      put_figures (self->file, group, get_id (ids, i), setup, i);
  if (exercise == FYS_NONE)
    put_program (self->file, group, ids, setup);
  drop_gone (self->file, group, ids);

  keys = g_key_file_get_keys (self->file, group, &n_keys, NULL);
  if (keys != NULL && n_keys == 0)
    g_key_file_remove_group (self->file, group, NULL);
  drop_oldest (self->file);
  save (self);
}

void
fys_choices_remember_exercise (FysChoices *self,
                               const char *article,
                               FysSetup   *setup,
                               guint       exercise)
{
  g_return_if_fail (FYS_IS_CHOICES (self));
  g_return_if_fail (article != NULL && setup != NULL);
  g_return_if_fail (exercise < fys_setup_get_n_exercises (setup));

  remember (self, article, setup, exercise);
}

void
fys_choices_remember_program (FysChoices *self,
                              const char *article,
                              FysSetup   *setup)
{
  g_return_if_fail (FYS_IS_CHOICES (self));
  g_return_if_fail (article != NULL && setup != NULL);

  remember (self, article, setup, FYS_NONE);
}

void
fys_choices_forget_all (FysChoices *self)
{
  g_return_if_fail (FYS_IS_CHOICES (self));

  g_key_file_unref (self->file);
  self->file = g_key_file_new ();
  /* What is in the file is not wanted any more, even when it was not read yet. */
  self->is_read = TRUE;
  save (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
fys_choices_flush (FysChoices *self)
{
  g_return_if_fail (FYS_IS_CHOICES (self));

  if (!self->is_read && self->save_waits)
    {
      g_autoptr (GKeyFile) file = fys_kept_file_read (fys_kept_file_get_path (self->kept), MAX_FILE_BYTES);
      g_autoptr (GKeyFile) newest = copy_newest (file);

      take_file (self, newest);
    }
  fys_kept_file_flush (self->kept);
}
