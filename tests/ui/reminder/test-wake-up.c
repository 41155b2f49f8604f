/* test-wake-up.c - the callback at a time of the wall clock: when it comes, and that it does not come otherwise
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/reminder/fys-wake-up.h"

typedef struct
{
  FysWakeUp *wake_up;
  guint      n_calls;
} Fixture;

static void
called_cb (gpointer user_data)
{
  ((Fixture *) user_data)->n_calls++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  fixture->n_calls = 0;
  fixture->wake_up = fys_wake_up_new (called_cb, fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  fys_wake_up_free (fixture->wake_up);
  g_assert_false (g_main_context_pending (NULL));
}

static gint64
now_s (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
run (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
wait_for_calls (Fixture *fixture,
                guint    n_calls)
{
  while (fixture->n_calls < n_calls)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->n_calls, ==, n_calls);
}

static void
test_past (Fixture      *fixture,
           gconstpointer user_data)
{
  static const gint64 times_s[] = { 0, 1, 1000000000 };

  for (gsize i = 0; i < G_N_ELEMENTS (times_s); i++)
    {
      fys_wake_up_set (fixture->wake_up, times_s[i]);
      g_assert_cmpuint (fixture->n_calls, ==, i); /* not from within the call */
      wait_for_calls (fixture, i + 1);
      /* Once, though the time stays over. */
      run ();
      g_assert_cmpuint (fixture->n_calls, ==, i + 1);
    }
}

static void
test_soon (Fixture      *fixture,
           gconstpointer user_data)
{
  gint64 soon_s = now_s () + 1;

  fys_wake_up_set (fixture->wake_up, soon_s);
  wait_for_calls (fixture, 1);
  g_assert_cmpint (now_s (), >=, soon_s); /* never too early */
}

/* A time that is far away has nothing to do until then: the main loop would sleep. */
static void
test_far (Fixture      *fixture,
          gconstpointer user_data)
{
  static const gint64 distances_s[] = { 3600, 86400 * 365, G_MAXINT32 };
  GMainContext       *context = g_main_context_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (distances_s); i++)
    {
      GPollFD fds[16];
      int     timeout_ms;
      int     priority;

      fys_wake_up_set (fixture->wake_up, now_s () + distances_s[i]);
      run ();
      g_assert_cmpuint (fixture->n_calls, ==, 0);
      g_assert_true (g_main_context_acquire (context));
      g_assert_false (g_main_context_prepare (context, &priority));
      g_main_context_query (context, G_MAXINT, &timeout_ms, fds, G_N_ELEMENTS (fds));
      g_main_context_release (context);
      g_assert_cmpint (timeout_ms, ==, -1); /* no polling either */
    }
}

static void
test_never (Fixture      *fixture,
            gconstpointer user_data)
{
  fys_wake_up_set (fixture->wake_up, FYS_WAKE_UP_NEVER);
  run ();
  fys_wake_up_set (fixture->wake_up, now_s () - 10);
  fys_wake_up_set (fixture->wake_up, FYS_WAKE_UP_NEVER); /* before it was heard */
  run ();
  g_assert_cmpuint (fixture->n_calls, ==, 0);
  fys_wake_up_set (fixture->wake_up, now_s () - 10);
  wait_for_calls (fixture, 1);
}

static void
test_again (Fixture      *fixture,
            gconstpointer user_data)
{
  fys_wake_up_set (fixture->wake_up, now_s () + 3600);
  fys_wake_up_set (fixture->wake_up, now_s () - 10); /* sooner after all */
  wait_for_calls (fixture, 1);
  fys_wake_up_set (fixture->wake_up, now_s () - 10);
  fys_wake_up_set (fixture->wake_up, now_s () + 3600); /* later after all */
  run ();
  g_assert_cmpuint (fixture->n_calls, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/wake-up/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("past", test_past);
  ADD ("soon", test_soon);
  ADD ("far", test_far);
  ADD ("never", test_never);
  ADD ("again", test_again);
#undef ADD

  return g_test_run ();
}
