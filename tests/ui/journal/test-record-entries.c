/* test-record-entries.c - what a session comes to in the journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/journal/fys-record-entries.h"

#include "journal-ui-fixture.h"

#define S ((gint64) G_USEC_PER_SEC)

static const char *const names[] = { "Stretch", "Bridge", NULL };

typedef struct
{
  FysSessionRunner *runner;
  gint64            now_us;
} Fixture;

static gint64
fixture_clock (gpointer user_data)
{
  return ((Fixture *) user_data)->now_us;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  const FysPlan plans[] = {
    { .prepare_s = 5, .hold_s = 20, .reps = 2, .sets = 2, .rep_rest_s = 3, .rest_s = 40, .switch_s = 4, .is_per_side = TRUE },
    { .prepare_s = 5, .reps = 3, .sets = 1 },
  };
  g_autoptr (FysProgram) program = fys_program_new (plans, G_N_ELEMENTS (plans), 15);

  self->now_us = 1000 * S;
  self->runner = fys_session_runner_new (program, names, fixture_clock, self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->runner);
}

static const FysStep *
get_step (Fixture *self)
{
  return fys_session_get_step (fys_session_runner_get_session (self->runner));
}

/* By the second, until a step until done or the end. */
static void
pass_timed_steps (Fixture *self)
{
  while (fys_session_runner_is_active (self->runner) && get_step (self)->length_us != FYS_UNTIL_DONE)
    {
      self->now_us += S;
      fys_session_runner_update (self->runner);
    }
}

static GPtrArray *
create_entries (Fixture *self)
{
  return fys_record_entries_new (self->runner, "knee.md", "Knee", 4);
}

static void
test_finished (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  const FysJournalEntry *stretch, *bridge;
  gint64 active_us;

  fys_session_runner_start (self->runner);
  pass_timed_steps (self);
  for (guint i = 0; i < 3; i++)
    {
      self->now_us += 2 * S;
      fys_session_runner_done (self->runner);
    }
  g_assert_false (fys_session_runner_is_active (self->runner));

  entries = create_entries (self);
  g_assert_cmpuint (entries->len, ==, 2);
  stretch = g_ptr_array_index (entries, 0);
  bridge = g_ptr_array_index (entries, 1);
  g_assert_true (fys_journal_entry_is_valid (stretch));
  g_assert_true (fys_journal_entry_is_valid (bridge));

  g_assert_cmpstr (stretch->article, ==, "knee.md");
  g_assert_cmpstr (stretch->article_title, ==, "Knee");
  g_assert_cmpstr (stretch->exercise, ==, "Stretch");
  g_assert_cmpuint (stretch->hold_s, ==, 20);
  g_assert_cmpuint (stretch->reps, ==, 2);
  g_assert_cmpuint (stretch->sets, ==, 2);
  g_assert_cmpuint (stretch->rest_s, ==, 40); /* and neither the 3 between holds nor the 15 between exercises */
  g_assert_true (stretch->is_per_side);
  g_assert_cmpuint (stretch->n_planned, ==, 8);
  g_assert_cmpuint (stretch->n_done, ==, 8);
  g_assert_cmpint (stretch->pain_before, ==, 4);
  g_assert_cmpint (stretch->pain_after, ==, FYS_JOURNAL_PAIN_UNKNOWN);

  g_assert_cmpuint (bridge->hold_s, ==, 0);
  g_assert_cmpuint (bridge->reps, ==, 3);
  g_assert_cmpuint (bridge->sets, ==, 1);
  g_assert_cmpuint (bridge->rest_s, ==, 0);
  g_assert_false (bridge->is_per_side);
  g_assert_cmpuint (bridge->n_done, ==, 3);

  /* No second is lost, and none counted twice: 15 of rest, 5 to get ready and three repetitions are the last one's. */
  active_us = fys_session_get_active_us (fys_session_runner_get_session (self->runner));
  g_assert_cmpuint (bridge->active_s, ==, 26);
  g_assert_cmpuint (stretch->active_s + bridge->active_s, ==, active_us / S);
  g_assert_cmpint (stretch->started_unix_s, >, 0);
  g_assert_cmpint (bridge->started_unix_s, >=, stretch->started_unix_s);
}

static void
test_stopped (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;

  fys_session_runner_start (self->runner);
  self->now_us += 3 * S;
  fys_session_runner_update (self->runner);
  none = create_entries (self);
  g_assert_cmpuint (none->len, ==, 0);

  fys_session_runner_skip (self->runner);
  for (guint i = 0; i < 21; i++)
    {
      self->now_us += S;
      fys_session_runner_update (self->runner);
    }
  fys_session_runner_pause (self->runner);
  self->now_us += 600 * S;
  fys_session_runner_stop (self->runner);
  one = create_entries (self);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (((FysJournalEntry *) g_ptr_array_index (one, 0))->n_done, ==, 1);
  g_assert_cmpuint (((FysJournalEntry *) g_ptr_array_index (one, 0))->active_s, ==, 24); /* the pause is none of it */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/journal/record-entries/finished", Fixture, NULL, set_up, test_finished, tear_down);
  g_test_add ("/journal/record-entries/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  return g_test_run ();
}
