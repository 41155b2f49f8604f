/* test-text-size.c - the sizes that the article's text can have
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-text-size.h"

#include "window-fixture.h"

/* Up from the least to the most and down again, over the usual size, and never two steps at one. */
static void
test_steps (void)
{
  double   scale = FYS_TEXT_SCALE_LEAST;
  gboolean was_usual = FALSE;
  guint    n_up = 0;
  guint    n_down = 0;

  while (scale < FYS_TEXT_SCALE_MOST)
    {
      double next = fys_text_scale_step (scale, 1);

      g_assert_cmpfloat (next, >, scale);
      g_assert_cmpfloat_with_epsilon (fys_text_scale_step (next, -1), scale, 1e-9);
      was_usual = was_usual || next == FYS_TEXT_SCALE_USUAL;
      scale = next;
      n_up++;
    }
  while (scale > FYS_TEXT_SCALE_LEAST)
    {
      scale = fys_text_scale_step (scale, -1);
      n_down++;
    }
  g_assert_true (was_usual);
  g_assert_cmpuint (n_up, ==, n_down);
}

static void
test_ends (void)
{
  g_assert_cmpfloat (fys_text_scale_step (FYS_TEXT_SCALE_MOST, 1), ==, FYS_TEXT_SCALE_MOST);
  g_assert_cmpfloat (fys_text_scale_step (FYS_TEXT_SCALE_LEAST, -1), ==, FYS_TEXT_SCALE_LEAST);
  g_assert_cmpfloat (fys_text_scale_step (99, 1), ==, FYS_TEXT_SCALE_MOST);
  g_assert_cmpfloat (fys_text_scale_step (99, -1), ==, FYS_TEXT_SCALE_MOST);
  g_assert_cmpfloat (fys_text_scale_step (0, -1), ==, FYS_TEXT_SCALE_LEAST);
}

static void
test_between (void)
{
  g_assert_cmpfloat (fys_text_scale_step (1.03, 1), ==, 1.1);
  g_assert_cmpfloat (fys_text_scale_step (1.03, -1), ==, 1.0);
}

static void
assert_label (double      text_scale,
              const char *expected)
{
  g_autofree char *label = fys_text_scale_dup_label (text_scale);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_label (void)
{
  assert_label (1.0, "100 %");
  assert_label (1.1, "110 %");
  assert_label (0.67, "67 %");
  assert_label (3.0, "300 %");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-size/steps", test_steps);
  g_test_add_func ("/text-size/ends", test_ends);
  g_test_add_func ("/text-size/between", test_between);
  g_test_add_func ("/text-size/label", test_label);

  return g_test_run ();
}
