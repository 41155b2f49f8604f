/* test-split.c - a pane beside the content, or over it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "compat/fys-compat-split.h"
#include "window-fixture.h"

static FysSplit *
split_new (void)
{
  FysSplit *split = g_object_new (FYS_TYPE_SPLIT, "pane-width", 200, "collapse-width", 600, NULL);

  fys_split_set_pane (split, gtk_label_new ("pane"));
  fys_split_set_content (split, gtk_label_new ("content"));
  return g_object_ref_sink (split);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_collapse (void)
{
  FysSplit *split = split_new ();

  fys_split_expect_width (split, 800);
  g_assert_false (fys_split_is_collapsed (split));
  g_assert_true (fys_split_is_open (split));

  /* A window that becomes narrow does not cover its article. */
  fys_split_expect_width (split, 500);
  g_assert_true (fys_split_is_collapsed (split));
  g_assert_false (fys_split_is_open (split));

  /* What is opened over the content is not what the user wants beside it. */
  fys_split_set_open (split, TRUE);
  g_assert_true (fys_split_is_open (split));
  fys_split_set_docked_open (split, FALSE);
  g_assert_true (fys_split_is_open (split));
  fys_split_expect_width (split, 800);
  g_assert_false (fys_split_is_open (split));
  g_assert_finalize_object (split);
}

static void
test_wish_survives (void)
{
  FysSplit *split = split_new ();

  fys_split_expect_width (split, 800);
  fys_split_expect_width (split, 300);
  fys_split_set_open (split, TRUE);
  fys_split_set_open (split, FALSE);
  fys_split_expect_width (split, 800);
  g_assert_true (fys_split_is_open (split));
  fys_split_set_open (split, FALSE);
  g_assert_false (fys_split_is_docked_open (split));
  g_assert_finalize_object (split);
}

static void
test_unavailable (void)
{
  FysSplit *split = split_new ();

  fys_split_expect_width (split, 800);
  fys_split_set_pane_available (split, FALSE);
  g_assert_false (fys_split_is_open (split));
  g_assert_true (fys_split_is_docked_open (split));
  fys_split_set_open (split, TRUE);
  g_assert_false (fys_split_is_open (split));
  fys_split_set_pane_available (split, TRUE);
  g_assert_true (fys_split_is_open (split));
  g_assert_finalize_object (split);
}

static void
test_pane_needed (void)
{
  FysSplit *split = g_object_ref_sink (g_object_new (FYS_TYPE_SPLIT, "is-docked-open", FALSE, NULL));
  guint     n_needed = 0;

  g_signal_connect_swapped (split, "pane-needed", G_CALLBACK (count_cb), &n_needed);
  fys_split_expect_width (split, 800);
  g_assert_cmpuint (n_needed, ==, 0);
  fys_split_set_open (split, TRUE);
  g_assert_cmpuint (n_needed, ==, 1);
  fys_split_set_pane (split, gtk_label_new ("pane"));
  fys_split_set_open (split, FALSE);
  fys_split_set_open (split, TRUE);
  g_assert_cmpuint (n_needed, ==, 1);
  g_assert_finalize_object (split);
}

static void
test_notifies_once (void)
{
  FysSplit *split = split_new ();
  guint     n_open = 0;
  guint     n_collapsed = 0;
  guint     n_docked = 0;

  fys_split_expect_width (split, 800);
  g_signal_connect_swapped (split, "notify::is-open", G_CALLBACK (count_cb), &n_open);
  g_signal_connect_swapped (split, "notify::is-collapsed", G_CALLBACK (count_cb), &n_collapsed);
  g_signal_connect_swapped (split, "notify::is-docked-open", G_CALLBACK (count_cb), &n_docked);
  fys_split_set_open (split, FALSE);
  fys_split_set_open (split, FALSE);
  g_assert_cmpuint (n_open, ==, 1);
  g_assert_cmpuint (n_docked, ==, 1);
  fys_split_expect_width (split, 300);
  fys_split_expect_width (split, 310);
  g_assert_cmpuint (n_collapsed, ==, 1);
  g_assert_cmpuint (n_open, ==, 1);
  g_assert_finalize_object (split);
}

/* The pane leaves something of the content in sight, however large the text is. */
static void
test_large_text (void)
{
  FysSplit    *split = split_new ();
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  fys_split_expect_width (split, 1100);
  g_assert_true (fys_split_is_collapsed (split));
  fys_split_expect_width (split, 1300);
  g_assert_false (fys_split_is_collapsed (split));
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_finalize_object (split);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/split/collapse", test_collapse);
  g_test_add_func ("/split/wish-survives", test_wish_survives);
  g_test_add_func ("/split/unavailable", test_unavailable);
  g_test_add_func ("/split/pane-needed", test_pane_needed);
  g_test_add_func ("/split/notifies-once", test_notifies_once);
  g_test_add_func ("/split/large-text", test_large_text);

  return g_test_run ();
}
