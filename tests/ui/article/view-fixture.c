/* view-fixture.c - an article view in a window, for tests
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-fixture.h"

#include <adwaita.h>
#include <string.h>

#include "fys-resources.h"
#include "ui/article/fys-question.h"
#include "ui/article/fys-text-link.h"

#define BIG_BYTES (1024 * 1024)

void
view_test_init (int    *argc,
                char ***argv)
{
  g_test_init (argc, argv, NULL);
  g_resources_register (fys_get_resource ());
  adw_init ();
}

FysDocument *
view_document_new (const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (FysArticle) article = fys_article_new_from_bytes (bytes, "test.md");

  return fys_document_new (article, NULL);
}

char *
view_big_markdown_new (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GString *text = g_string_new (NULL);

  for (guint i = 0; text->len < BIG_BYTES; i++)
    {
      guint n_words = g_rand_int_range (rand, 5, 120);

      g_string_append_printf (text, "%s Section %u\n\n", i % 3 == 0 ? "##" : "###", i);
      for (guint word = 0; word < n_words; word++)
        g_string_append (text, word % 7 == 3 ? "physiotherapeutic " : "word ");
      g_string_append (text, "\n\n");
      if (i % 4 == 1)
        g_string_append (text, "- one item\n- another [link](https://example.org/x)\n- a third\n\n");
      if (i % 9 == 2)
        g_string_append (text, "| a | b |\n|---|--:|\n| first cell of it | 2 |\n| c | d |\n\n");
    }

  return g_string_free (text, FALSE);
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       user_data)
{
  (*(guint *) user_data)++;
}

void
view_fixture_settle (ViewFixture *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);
  guint          n_painted = 0;
  gulong         handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &n_painted);

  /* A frame may ask for another one; the third finds nothing new. */
  for (guint wanted = 1; wanted <= 3; wanted++)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      gtk_widget_queue_draw (self->window);
      while (n_painted < wanted)
        g_main_context_iteration (NULL, TRUE);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }

  g_signal_handler_disconnect (clock, handler);
}

void
view_fixture_set_up (ViewFixture *self,
                     const char  *markdown,
                     int          width_px,
                     int          height_px)
{
  g_autoptr (FysDocument) document = view_document_new (markdown);

  self->window = gtk_window_new ();
  self->view = FYS_ARTICLE_VIEW (fys_article_view_new ());
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_set_default_size (GTK_WINDOW (self->window), width_px, height_px);
  fys_article_view_set_document (self->view, document);
  gtk_window_present (GTK_WINDOW (self->window));
  while (gtk_widget_get_height (GTK_WIDGET (self->view->page)) == 0)
    g_main_context_iteration (NULL, TRUE);
  view_fixture_settle (self);
}

void
view_fixture_tear_down (ViewFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

FysTextBlock *
view_fixture_get_text (ViewFixture *self,
                       guint        block,
                       guint        cell)
{
  FysTextPlace place = { block, cell, 0 };

  return fys_article_view_ensure_text (self->view, &place);
}

double
view_fixture_get_y (ViewFixture  *self,
                    FysTextBlock *text)
{
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (text), GTK_WIDGET (self->view->page), &GRAPHENE_POINT_INIT (0, 0), &point));
  return point.y;
}

char *
view_fixture_dup_focus (ViewFixture *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  if (focus == NULL)
    return g_strdup ("none");
  if (focus == GTK_WIDGET (self->view->page))
    return g_strdup ("page");
  if (FYS_IS_TEXT_LINK (focus))
    return g_strdup_printf ("link %s", fys_text_link_get_target (FYS_TEXT_LINK (focus)));
  if (GTK_IS_LABEL (focus))
    return g_strdup_printf ("text %s", gtk_label_get_text (GTK_LABEL (focus)));
  if (GTK_IS_BUTTON (focus))
    {
      GtkWidget *question = gtk_widget_get_ancestor (focus, FYS_TYPE_QUESTION);
      g_autoptr (GPtrArray) texts = fys_text_block_list (focus);

      if (question != NULL)
        return g_strdup_printf ("question %s", gtk_label_get_text (GTK_LABEL (fys_text_block_get_label (g_ptr_array_index (texts, 0)))));
      return g_strdup_printf ("button %s", gtk_button_get_label (GTK_BUTTON (focus)));
    }
  return g_strdup (G_OBJECT_TYPE_NAME (focus));
}
