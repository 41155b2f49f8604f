/* test-choices.c - what is kept of a user's choices, and what a broken or old file does
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-choices.h"

#include <glib/gstdio.h>
#include <string.h>

#include "file-tree.h"

#define STRETCH "### Stræk af balden\n\nLig på ryggen, og træk knæet mod brystet. Hold 20–30 sekunder og gentag 2–3 gange på hver side.\n\n"
#define LONGER  "### Stræk af balden\n\nLig på ryggen, og træk knæet mod brystet. Hold 30–60 sekunder og gentag 2–3 gange på hver side.\n\n"
#define BRIDGE  "### Bækkenløft\n\nLig på ryggen, og løft bækkenet. Gentag 8–10 gange.\n\n"
#define SQUAT   "### Knæbøj\n\nBøj i knæene, og ret dem igen. Tag 3 sæt af 12 gentagelser med 60 sekunders pause.\n\n"
#define HEAD    "# Ondt i balden\n\n## Øvelser\n\n"

typedef struct
{
  char       *folder;
  char       *path;
  FysChoices *choices;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Opened as when the program starts, and read to its end. */
static void
open_choices (Fixture *self)
{
  guint n_changed = 0;

  self->choices = fys_choices_new (self->path);
  g_signal_connect_swapped (self->choices, "changed", G_CALLBACK (count_cb), &n_changed);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (self->choices, &n_changed);
}

static void
close_choices (Fixture *self)
{
  fys_choices_flush (self->choices);
  g_assert_finalize_object (self->choices);
  self->choices = NULL;
}

static void
reopen (Fixture *self)
{
  close_choices (self);
  open_choices (self);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("fysbog-choices-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "state", "fysbog", "choices", NULL);
  open_choices (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  if (self->choices != NULL)
    close_choices (self);
  file_tree_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static FysSetup *
setup_for (const char *text)
{
  g_autoptr (GBytes)          bytes = g_bytes_new (text, strlen (text));
  g_autoptr (FysArticle)      article = fys_article_new_from_bytes (bytes, "test.md");
  g_autoptr (FysExerciseList) exercises = fys_exercise_list_new (article);

  return fys_setup_new (exercises);
}

static void
change (FysSetup *setup,
        guint     exercise,
        guint     hold_s,
        guint     reps)
{
  FysPlan plan;

  fys_setup_get_plan (setup, exercise, &plan);
  plan.hold_s = hold_s;
  plan.reps = reps;
  fys_setup_set_plan (setup, exercise, &plan);
}

static void
assert_figures (FysSetup *setup,
                guint     exercise,
                guint     hold_s,
                guint     reps)
{
  FysPlan plan;

  fys_setup_get_plan (setup, exercise, &plan);
  g_assert_cmpuint (plan.hold_s, ==, hold_s);
  g_assert_cmpuint (plan.reps, ==, reps);
}

static void
assert_order (FysSetup   *setup,
              const char *expected)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < fys_setup_get_n_exercises (setup); i++)
    {
      guint exercise = fys_setup_get_at (setup, i);

      g_string_append_printf (order, fys_setup_is_left_out (setup, exercise) ? "(%c)" : "%c", fys_setup_get_exercise (setup, exercise)->name[0]);
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_figures_come_back (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (FysSetup) setup = setup_for (HEAD STRETCH BRIDGE);
  g_autoptr (FysSetup) next = setup_for (HEAD STRETCH BRIDGE);
  g_autoptr (FysSetup) other = setup_for (HEAD STRETCH BRIDGE);
  FysPlan              plan, got;

  g_assert_false (fys_choices_apply (self->choices, "iskias", setup));
  fys_setup_get_plan (setup, 0, &plan);
  plan = (FysPlan){ .prepare_s = 3, .hold_s = 25, .reps = 4, .sets = 2, .rep_rest_s = 0, .rest_s = 7, .switch_s = 1, .is_per_side = FALSE,
                    .first_side = FYS_SIDE_RIGHT };
  fys_setup_set_plan (setup, 0, &plan);
  plan = (FysPlan){ .reps = 6, .sets = 1, .rep_s = 3, .is_per_side = TRUE, .first_side = FYS_SIDE_RIGHT };
  fys_setup_set_plan (setup, 1, &plan);
  fys_choices_remember_exercise (self->choices, "iskias", setup, 0);
  reopen (self);

  g_assert_true (fys_choices_apply (self->choices, "iskias", next));
  fys_setup_get_plan (setup, 0, &plan);
  fys_setup_get_plan (next, 0, &got);
  g_assert_true (fys_plan_has_same_figures (&plan, &got));
  g_assert_cmpint (got.first_side, ==, FYS_SIDE_RIGHT);
  g_assert_true (fys_setup_is_as_last (next, 0));
  g_assert_false (fys_setup_is_changed (next, 1)); /* it was not started */

  /* The other exercise as well, without losing the first. */
  fys_choices_remember_exercise (self->choices, "iskias", setup, 1);
  reopen (self);
  fys_choices_apply (self->choices, "iskias", next);
  g_assert_true (fys_setup_is_as_last (next, 0));
  fys_setup_get_plan (next, 1, &plan);
  g_assert_cmpuint (plan.reps, ==, 6);
  g_assert_cmpuint (plan.rep_s, ==, 3);
  g_assert_true (plan.is_per_side);

  g_assert_false (fys_choices_apply (self->choices, "blog/iskias", other));
  g_assert_false (fys_choices_apply (self->choices, "", other));
}

static void
test_the_article_again (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (FysSetup) setup = setup_for (HEAD STRETCH);
  g_autoptr (FysSetup) next = setup_for (HEAD STRETCH);

  change (setup, 0, 25, 2);
  fys_choices_remember_exercise (self->choices, "iskias", setup, 0);
  fys_choices_flush (self->choices);
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));

  /* Done as the article says: nothing is left to keep, and no file either. */
  change (setup, 0, 30, 3);
  g_assert_false (fys_setup_is_changed (setup, 0));
  fys_choices_remember_exercise (self->choices, "iskias", setup, 0);
  fys_choices_flush (self->choices);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_assert_false (fys_choices_apply (self->choices, "iskias", next));
}

/* The rule in fys-choices.h. */
static void
test_changed_article (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (FysSetup) setup = setup_for (HEAD STRETCH BRIDGE);
  g_autoptr (FysSetup) longer = setup_for (HEAD BRIDGE LONGER);
  g_autoptr (FysSetup) without = setup_for (HEAD SQUAT);
  g_autoptr (FysSetup) as_before = setup_for (HEAD SQUAT STRETCH BRIDGE);
  g_autoptr (FysSetup) again = setup_for (HEAD STRETCH BRIDGE);

  change (setup, 0, 25, 2);
  change (setup, 1, 0, 6);
  fys_choices_remember_program (self->choices, "iskias", setup);
  reopen (self);

  fys_choices_apply (self->choices, "iskias", longer);
  assert_figures (longer, 0, 0, 6);
  assert_figures (longer, 1, 60, 3);
  g_assert_false (fys_setup_is_changed (longer, 1));
  g_assert_false (fys_choices_apply (self->choices, "iskias", without));
  fys_choices_apply (self->choices, "iskias", as_before);
  g_assert_false (fys_setup_is_changed (as_before, 0));
  assert_figures (as_before, 1, 25, 2);

  /* Done with the new figures, the old choice is gone. */
  fys_choices_remember_exercise (self->choices, "iskias", longer, 1);
  reopen (self);
  fys_choices_apply (self->choices, "iskias", again);
  g_assert_false (fys_setup_is_changed (again, 0));
  assert_figures (again, 1, 0, 6);
}

static void
test_order_comes_back (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr (FysSetup) setup = setup_for (HEAD STRETCH BRIDGE SQUAT);
  g_autoptr (FysSetup) next = setup_for (HEAD STRETCH BRIDGE SQUAT);
  g_autoptr (FysSetup) fewer = setup_for (HEAD BRIDGE SQUAT);
  g_autoptr (FysSetup) more = setup_for (HEAD STRETCH "### Armløft\n\nLøft armen over hovedet. Gentag 8 gange.\n\n" BRIDGE SQUAT);
  g_autoptr (FysSetup) usual = setup_for (HEAD STRETCH BRIDGE SQUAT);

  fys_setup_move (setup, 2, 0);
  fys_setup_set_left_out (setup, 1, TRUE);
  fys_setup_set_rest_s (setup, 0);
  fys_setup_set_sore_side (setup, FYS_SIDE_LEFT);
  assert_order (setup, "KS(B)");
  fys_choices_remember_program (self->choices, "blog/ondt [i] balden\n", setup);
  reopen (self);

  g_assert_true (fys_choices_apply (self->choices, "blog/ondt [i] balden\n", next));
  assert_order (next, "KS(B)");
  g_assert_cmpuint (fys_setup_get_rest_s (next), ==, 0);
  g_assert_cmpint (fys_setup_get_sore_side (next), ==, FYS_SIDE_LEFT);

  fys_choices_apply (self->choices, "blog/ondt [i] balden\n", fewer);
  assert_order (fewer, "K(B)");
  fys_choices_apply (self->choices, "blog/ondt [i] balden\n", more);
  assert_order (more, "KSA(B)");

  fys_setup_reset_program (next);
  fys_setup_set_sore_side (next, FYS_SIDE_NONE);
  fys_choices_remember_program (self->choices, "blog/ondt [i] balden\n", next);
  reopen (self);
  g_assert_false (fys_choices_apply (self->choices, "blog/ondt [i] balden\n", usual));
  assert_order (usual, "SBK");
}

static void
test_only_for_the_user (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (FysSetup) setup = setup_for (HEAD STRETCH);
  g_autofree char     *folder = g_path_get_dirname (self->path);
  GStatBuf             about;

  /* Even where the file was there for everyone before. */
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents_full (self->path, "[x]\n", -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  change (setup, 0, 25, 2);
  fys_choices_remember_exercise (self->choices, "iskias", setup, 0);
  fys_choices_flush (self->choices);
  g_assert_cmpint (g_stat (self->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

static void
test_forget (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (FysSetup) setup = setup_for (HEAD STRETCH);
  g_autoptr (FysSetup) next = setup_for (HEAD STRETCH);
  guint                n_changed = 0;

  change (setup, 0, 25, 2);
  fys_choices_remember_exercise (self->choices, "iskias", setup, 0);
  g_signal_connect_swapped (self->choices, "changed", G_CALLBACK (count_cb), &n_changed);
  fys_choices_forget_all (self->choices);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_false (fys_choices_apply (self->choices, "iskias", next));
  fys_choices_flush (self->choices);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  fys_choices_forget_all (self->choices); /* when there is no file */
  reopen (self);
  g_assert_false (fys_choices_apply (self->choices, "iskias", next));
}

/* A choice that is made before the file was read is newer than the file, and what else the file knows stays. */
static void
test_before_it_is_read (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (FysSetup) setup = setup_for (HEAD STRETCH BRIDGE);
  g_autoptr (FysSetup) next = setup_for (HEAD STRETCH BRIDGE);
  g_autoptr (FysSetup) other = setup_for (HEAD STRETCH BRIDGE);

  change (setup, 0, 25, 2);
  change (setup, 1, 0, 6);
  fys_choices_remember_program (self->choices, "iskias", setup);
  fys_choices_remember_program (self->choices, "knaesmerter", setup);
  close_choices (self);

  self->choices = fys_choices_new (self->path);
  change (setup, 0, 40, 1);
  fys_choices_remember_exercise (self->choices, "iskias", setup, 0);
  reopen (self);
  fys_choices_apply (self->choices, "iskias", next);
  assert_figures (next, 0, 40, 1);
  assert_figures (next, 1, 0, 6);
  g_assert_true (fys_choices_apply (self->choices, "knaesmerter", other));
}

static void
test_oldest_go_first (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (FysSetup) setup = setup_for (HEAD STRETCH);
  g_autoptr (FysSetup) next = setup_for (HEAD STRETCH);

  change (setup, 0, 25, 2);
  for (guint i = 0; i < FYS_CHOICES_MAX_ARTICLES + 5; i++)
    {
      g_autofree char *article = g_strdup_printf ("blog/nummer-%u", i);

      fys_choices_remember_exercise (self->choices, article, setup, 0);
      /* One that is done again and again is not among the oldest. */
      fys_choices_remember_exercise (self->choices, "blog/nummer-1", setup, 0);
    }
  reopen (self);
  g_assert_false (fys_choices_apply (self->choices, "blog/nummer-0", next));
  g_assert_false (fys_choices_apply (self->choices, "blog/nummer-5", next));
  g_assert_true (fys_choices_apply (self->choices, "blog/nummer-1", next));
  g_assert_true (fys_choices_apply (self->choices, "blog/nummer-6", next));
}

/* A front matter may name an exercise twice, such as before and after the others. */
static void
test_same_name (Fixture      *self,
                gconstpointer data)
{
  static const char    twice[] = "---\nexercises:\n  - Bækkenløft\n  - Knæbøj\n  - Bækkenløft\n---\n" HEAD BRIDGE SQUAT;
  g_autoptr (FysSetup) setup = setup_for (twice);
  g_autoptr (FysSetup) next = setup_for (twice);

  g_assert_cmpuint (fys_setup_get_n_exercises (setup), ==, 3);
  change (setup, 0, 0, 5);
  fys_setup_move (setup, 2, 0);
  fys_setup_set_left_out (setup, 2, TRUE);
  fys_choices_remember_program (self->choices, "iskias", setup);
  reopen (self);
  g_assert_true (fys_choices_apply (self->choices, "iskias", next));
  assert_figures (next, 0, 0, 5);
  assert_figures (next, 2, 0, 10);
  g_assert_false (fys_setup_is_left_out (next, 0));
  g_assert_true (fys_setup_is_left_out (next, 2));
  g_assert_cmpuint (fys_setup_get_at (next, 0), ==, 2);
  g_assert_cmpuint (fys_setup_get_at (next, 1), ==, 0);
  g_assert_cmpuint (fys_setup_get_at (next, 2), ==, 1);
}

static void
write_and_open (Fixture    *self,
                const char *contents,
                gssize      n_bytes)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  close_choices (self);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  (void) g_unlink (self->path); /* GLib 2.74 leaves what a longer file had behind the new contents */
  g_assert_true (g_file_set_contents_full (self->path, contents, n_bytes, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  open_choices (self);
}

/* A file of a hundred thousands of groups, or of keys, costs no more than reading it: this test ends. */
static void
test_many_groups_and_keys (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (GString)  groups = g_string_new (NULL);
  g_autoptr (GString)  keys = g_string_new ("[iskias]\nrest=7\n");
  g_autoptr (FysSetup) setup = setup_for (HEAD STRETCH);
  g_autoptr (FysSetup) next = setup_for (HEAD STRETCH);

  for (guint i = 0; i < 300000; i++)
    {
      g_string_append_printf (groups, "[%x]\n", i);
      g_string_append_printf (keys, "plan-%x=\n", i);
    }
  g_string_append (groups, "[iskias]\nrest=7\n");
  write_and_open (self, groups->str, groups->len);
  g_assert_true (fys_choices_apply (self->choices, "iskias", setup));
  g_assert_cmpuint (fys_setup_get_rest_s (setup), ==, 7);

  write_and_open (self, keys->str, keys->len);
  g_assert_false (fys_choices_apply (self->choices, "iskias", next));
  fys_choices_remember_program (self->choices, "iskias", setup);
  reopen (self);
  g_assert_true (fys_choices_apply (self->choices, "iskias", next));
  g_assert_cmpuint (fys_setup_get_rest_s (next), ==, 7);
}

/* Whatever the file says, a setup is one that a session can be made of. */
static void
assert_sane (Fixture    *self,
             const char *article)
{
  g_autoptr (FysSetup)   setup = setup_for (HEAD STRETCH BRIDGE SQUAT);
  g_autofree gboolean   *is_seen = g_new0 (gboolean, 3);
  g_autofree guint      *exercises = NULL;
  g_autoptr (FysProgram) program = NULL;
  guint                  n;

  (void) fys_choices_apply (self->choices, article, setup); /* either may be */
  for (guint i = 0; i < 3; i++)
    {
      FysPlan plan;

      fys_setup_get_plan (setup, i, &plan);
      g_assert_cmpuint (plan.reps, >=, 1);
      g_assert_cmpuint (plan.reps, <=, FYS_PLAN_MAX_REPS);
      g_assert_cmpuint (plan.sets, >=, 1);
      g_assert_cmpuint (plan.sets, <=, FYS_PLAN_MAX_SETS);
      g_assert_cmpuint (plan.hold_s, <=, FYS_PLAN_MAX_SECONDS);
      g_assert_cmpuint (plan.rest_s, <=, FYS_PLAN_MAX_SECONDS);
      g_assert_cmpint (plan.hold_s > 0, ==, i == 0);
      g_assert_false (is_seen[fys_setup_get_at (setup, i)]);
      is_seen[fys_setup_get_at (setup, i)] = TRUE;
    }
  exercises = fys_setup_dup_program (setup, &n);
  program = fys_setup_create_program (setup, exercises, n);
  g_assert_cmpint (fys_program_get_length_us (program), >=, 0);
}

static char *
dup_written (Fixture *self,
             gsize   *out_n_bytes)
{
  g_autoptr (FysSetup) setup = setup_for (HEAD STRETCH BRIDGE SQUAT);
  char                *contents;

  change (setup, 0, 25, 2);
  change (setup, 1, 0, 6);
  fys_setup_move (setup, 2, 0);
  fys_setup_set_left_out (setup, 1, TRUE);
  fys_setup_set_rest_s (setup, 5);
  fys_setup_set_sore_side (setup, FYS_SIDE_RIGHT);
  fys_choices_remember_program (self->choices, "iskias", setup);
  fys_choices_flush (self->choices);
  g_assert_true (g_file_get_contents (self->path, &contents, out_n_bytes, NULL));
  return contents;
}

static void
test_hostile_files (Fixture      *self,
                    gconstpointer data)
{
  static const char *const files[] = {
    "", "\n", "x", "[", "[iskias", "[iskias]", "[iskias]\nrest", "rest=1\n", "\xff\xfe\x00",
    "[iskias]\nrest=-1\nsore=both\norder=\nleft-out=;;;\n",
    "[iskias]\nrest=99999999999999999999\nsore=\n",
    "[iskias]\nrest=2147483647\norder=a;a;a;\\\nleft-out=\\q\n",
  };
  g_autofree char     *written = NULL;
  g_autofree char     *large = g_strnfill (5 * 1024 * 1024, '\n');
  g_autoptr (FysSetup) setup = setup_for (HEAD STRETCH);
  g_autoptr (FysSetup) next = setup_for (HEAD STRETCH);
  gsize                n_bytes;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      write_and_open (self, files[i], -1);
      assert_sane (self, "iskias");
    }
  write_and_open (self, large, -1);
  assert_sane (self, "iskias");

  /* A file that cannot be read does not keep a new one from being written. */
  write_and_open (self, "[", -1);
  written = dup_written (self, &n_bytes);
  g_assert_nonnull (strstr (written, "[iskias]"));

  /* Nor is a folder where the file should be the end of anything. */
  close_choices (self);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  open_choices (self);
  change (setup, 0, 25, 2);
  fys_choices_remember_exercise (self->choices, "iskias", setup, 0);
  fys_choices_flush (self->choices);
  g_assert_true (fys_choices_apply (self->choices, "iskias", next));
}

static void
test_damaged_files (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261125);
  gsize             n_bytes;
  g_autofree char  *written = dup_written (self, &n_bytes);

  for (guint round = 0; round < 400; round++)
    {
      g_autofree char *damaged = g_memdup2 (written, n_bytes);
      guint            n_changes = g_rand_int_range (rand, 1, 8);
      gsize            n_kept = round % 4 == 0 ? (gsize) g_rand_int_range (rand, 0, n_bytes + 1) : n_bytes;

      for (guint i = 0; i < n_changes; i++)
        {
          char *byte = &damaged[g_rand_int_range (rand, 0, n_bytes)];

          /* Mostly digits and what holds the file together, so that it can often be read. */
          *byte = g_rand_boolean (rand) ? "0123456789;=-[]\n"[g_rand_int_range (rand, 0, 16)] : (char) g_rand_int_range (rand, 0, 256);
        }
      write_and_open (self, damaged, n_kept);
      assert_sane (self, "iskias");
    }
}

static void
add (const char *path,
     void        (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/choices/figures-come-back", test_figures_come_back);
  add ("/choices/the-article-again", test_the_article_again);
  add ("/choices/changed-article", test_changed_article);
  add ("/choices/order-comes-back", test_order_comes_back);
  add ("/choices/only-for-the-user", test_only_for_the_user);
  add ("/choices/forget", test_forget);
  add ("/choices/before-it-is-read", test_before_it_is_read);
  add ("/choices/oldest-go-first", test_oldest_go_first);
  add ("/choices/same-name", test_same_name);
  add ("/choices/many-groups-and-keys", test_many_groups_and_keys);
  add ("/choices/hostile-files", test_hostile_files);
  add ("/choices/damaged-files", test_damaged_files);
  return g_test_run ();
}
