/* test-drawing.c - a drawing is sharp at every size, follows the colours of the page, and gives way to words when there is none
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ui/article/fys-drawing-scheme.h"
#include "ui/article/fys-drawing.h"
#include "ui/article/fys-image.h"

#define SVG_BEGIN "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20' viewBox='0 0 40 20'>"
#define SVG_END   "<rect class='a' width='40' height='20'/></svg>"
/* White on a light page, red on a dark one. */
#define DRAWING   SVG_BEGIN "<style>.a{fill:#fff}@media (prefers-color-scheme:dark){.a{fill:#f00}}</style>" SVG_END
#define WHITE     0xffffffff
#define RED       0xffff0000

static GBytes *
bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* --- colours --- */

/* The same length, and blanks where something was left out; a row of them counts as one. */
static void
assert_dark (const char *svg,
             const char *expected)
{
  g_autoptr (GBytes) light = bytes (svg);
  g_autoptr (GBytes) dark = fys_drawing_scheme_dup_dark (light);
  g_autoptr (GString) words = g_string_new_len (g_bytes_get_data (dark, NULL), g_bytes_get_size (dark));

  g_assert_cmpuint (words->len, ==, strlen (svg));
  while (g_string_replace (words, "  ", " ", 0) > 0)
    ;
  g_assert_cmpstr (words->str, ==, expected);
}

static void
assert_unchanged (const char *svg)
{
  g_autoptr (GBytes) light = bytes (svg);
  g_autoptr (GBytes) dark = fys_drawing_scheme_dup_dark (light);

  g_assert_true (dark == light);
}

static void
test_scheme (void)
{
  assert_dark ("a@media(prefers-color-scheme:dark){b{c}d{}}e", "a b{c}d{} e");
  assert_dark ("@media ( prefers-color-scheme :\ndark ) {b}", " b ");
  assert_dark ("@media(prefers-color-scheme:dark){a}@media(prefers-color-scheme:dark){b}", " a b ");
  assert_dark ("@media print{a}@media(prefers-color-scheme:dark){b}", "@media print{a} b ");

  assert_unchanged ("");
  assert_unchanged ("@media");
  assert_unchanged ("@media(prefers-color-scheme:light){a}");
  assert_unchanged ("@media(prefers-color-scheme:dark){a{b}");
  assert_unchanged ("@media(prefers-color-scheme:dark)");
  assert_unchanged ("@media screen and (prefers-color-scheme:dark){a}");
  assert_unchanged ("\xff\xfe no text");
}

static void
test_scheme_after_nul (void)
{
  static const char svg[] = "a\0@media(prefers-color-scheme:dark){b}";
  g_autoptr (GBytes) light = g_bytes_new_static (svg, sizeof svg);
  g_autoptr (GBytes) dark = fys_drawing_scheme_dup_dark (light);

  g_assert_true (dark == light);
}

/* --- drawing --- */

static void
count_cb (GdkPaintable *paintable,
          gpointer      user_data)
{
  (*(guint *) user_data)++;
}

/* Paints it once, and waits for what the worker makes of that. */
static void
paint (FysDrawing *drawing,
       double      width,
       double      height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  guint        n_drawn = 0;
  gulong       handler = g_signal_connect (drawing, "invalidate-contents", G_CALLBACK (count_cb), &n_drawn);

  gdk_paintable_snapshot (GDK_PAINTABLE (drawing), snapshot, width, height);
  g_object_unref (snapshot);
  while (n_drawn == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (drawing, handler);
}

/* Nothing is drawn again for the same look. */
static void
assert_at_rest (FysDrawing *drawing,
                double      width,
                double      height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GdkTexture *texture = fys_drawing_get_texture (drawing);
  guint       n_drawn = 0;
  gulong      handler = g_signal_connect (drawing, "invalidate-contents", G_CALLBACK (count_cb), &n_drawn);
  guint       ref_count = G_OBJECT (drawing)->ref_count;

  gdk_paintable_snapshot (GDK_PAINTABLE (drawing), snapshot, width, height);
  g_assert_cmpuint (G_OBJECT (drawing)->ref_count, ==, ref_count); /* a worker would hold it */
  g_assert_true (fys_drawing_get_texture (drawing) == texture);
  g_assert_cmpuint (n_drawn, ==, 0);
  g_signal_handler_disconnect (drawing, handler);
}

static guint32
get_colour (FysDrawing *drawing)
{
  GdkTexture *texture = fys_drawing_get_texture (drawing);
  int         width = gdk_texture_get_width (texture);
  g_autofree guint32 *pixels = g_new (guint32, width * gdk_texture_get_height (texture));

  gdk_texture_download (texture, (guchar *) pixels, width * sizeof (guint32));
  return pixels[width / 2];
}

static void
assert_size (FysDrawing *drawing,
             int         width_px,
             int         height_px)
{
  g_assert_cmpint (gdk_texture_get_width (fys_drawing_get_texture (drawing)), ==, width_px);
  g_assert_cmpint (gdk_texture_get_height (fys_drawing_get_texture (drawing)), ==, height_px);
}

static FysDrawing *
drawing_new (const char *svg)
{
  g_autoptr (GBytes) source = bytes (svg);

  return fys_drawing_new (source, 40, 20);
}

static void
test_is_drawn_as_large_as_it_is_shown (void)
{
  g_autoptr (FysDrawing) drawing = drawing_new (DRAWING);

  g_assert_cmpint (gdk_paintable_get_intrinsic_width (GDK_PAINTABLE (drawing)), ==, 40);
  g_assert_cmpint (gdk_paintable_get_intrinsic_height (GDK_PAINTABLE (drawing)), ==, 20);
  g_assert_null (fys_drawing_get_texture (drawing));

  paint (drawing, 300, 150);
  assert_size (drawing, 300, 150);
  assert_at_rest (drawing, 300, 150);

  fys_drawing_set_scale_factor (drawing, 2);
  paint (drawing, 300, 150);
  assert_size (drawing, 600, 300);

  paint (drawing, 10.4, 5.2);
  assert_size (drawing, 21, 10);
  paint (drawing, 1e6, 0.01);
  assert_size (drawing, 4096, 1);
}

static void
test_follows_the_page (void)
{
  g_autoptr (FysDrawing) drawing = drawing_new (DRAWING);

  paint (drawing, 40, 20);
  g_assert_cmphex (get_colour (drawing), ==, WHITE);
  fys_drawing_set_is_dark (drawing, TRUE);
  g_assert_cmphex (get_colour (drawing), ==, WHITE);
  paint (drawing, 40, 20);
  g_assert_cmphex (get_colour (drawing), ==, RED);
  fys_drawing_set_is_dark (drawing, FALSE);
  paint (drawing, 40, 20);
  g_assert_cmphex (get_colour (drawing), ==, WHITE);
}

/* While a window is resized, only the first and the last size are drawn. */
static void
test_one_worker_at_a_time (void)
{
  g_autoptr (FysDrawing) drawing = drawing_new (DRAWING);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  guint n_drawn = 0;

  g_signal_connect (drawing, "invalidate-contents", G_CALLBACK (count_cb), &n_drawn);
  for (int width = 100; width < 200; width++)
    gdk_paintable_snapshot (GDK_PAINTABLE (drawing), snapshot, width, width);
  while (n_drawn == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_size (drawing, 100, 100);
  paint (drawing, 199, 199);
  assert_size (drawing, 199, 199);
  g_assert_cmpuint (n_drawn, ==, 2);
}

static void
test_broken_drawing (void)
{
  g_autoptr (FysDrawing) drawing = drawing_new (SVG_BEGIN "<g>");

  paint (drawing, 40, 20);
  g_assert_null (fys_drawing_get_texture (drawing));
  assert_at_rest (drawing, 40, 20);
}

/* --- in an article --- */

typedef struct
{
  char      *folder;
  GFile     *file;
  GtkWidget *window;
  GtkWidget *image;
} ImageFixture;

static void
image_set_up (ImageFixture *self,
              const char   *name,
              const char   *contents)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("fysbog-drawing-XXXXXX", NULL);
  path = g_build_filename (self->folder, name, NULL);
  if (contents != NULL)
    g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  self->file = g_file_new_for_path (path);
  self->image = fys_image_new (self->file, gtk_label_new ("Words"), "Words for a screen reader");
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 300);
  gtk_window_set_child (GTK_WINDOW (self->window), self->image);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
image_tear_down (ImageFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  (void) g_file_delete (self->file, NULL, NULL); /* there was none in some */
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_object_unref (self->file);
  g_free (self->folder);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static FysDrawing *
wait_for_drawing (ImageFixture *self)
{
  GtkPicture *picture = GTK_PICTURE (find (self->image, GTK_TYPE_PICTURE));
  GdkPaintable *paintable;

  while ((paintable = gtk_picture_get_paintable (picture)) == NULL || fys_drawing_get_texture (FYS_DRAWING (paintable)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_picture_get_alternative_text (picture), ==, "Words for a screen reader");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (picture)));
  return FYS_DRAWING (paintable);
}

static void
test_image_is_no_larger_than_it_says (void)
{
  ImageFixture fixture;
  FysDrawing *drawing;

  image_set_up (&fixture, "a.svg", DRAWING);
  drawing = wait_for_drawing (&fixture);
  assert_size (drawing, 40 * gtk_widget_get_scale_factor (fixture.image), 20 * gtk_widget_get_scale_factor (fixture.image));
  image_tear_down (&fixture);
}

static void
test_image_is_dark_on_a_dark_page (void)
{
  ImageFixture fixture;
  FysDrawing *drawing;

  image_set_up (&fixture, "a.svg", DRAWING);
  drawing = wait_for_drawing (&fixture);
  g_assert_cmphex (get_colour (drawing), ==, WHITE);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  while (get_colour (drawing) != RED)
    g_main_context_iteration (NULL, TRUE);
  image_tear_down (&fixture);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
}

/* What nobody can show is said in words, and nothing is tried again. */
static void
test_image_without_a_drawing (void)
{
  static const char *const contents[] = { NULL, "", "<svg", "no drawing at all", "<html xmlns='http://www.w3.org/1999/xhtml'/>" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      ImageFixture fixture;
      GtkWidget *picture;

      image_set_up (&fixture, "a.svg", contents[i]);
      /* The worker holds the widget until it has answered. */
      while (G_OBJECT (fixture.image)->ref_count > 1)
        g_main_context_iteration (NULL, TRUE);
      picture = find (fixture.image, GTK_TYPE_PICTURE);
      g_assert_null (gtk_picture_get_paintable (GTK_PICTURE (picture)));
      g_assert_false (gtk_widget_get_mapped (picture));
      g_assert_true (gtk_widget_get_mapped (find (fixture.image, GTK_TYPE_LABEL)));
      image_tear_down (&fixture);
    }
}

int
main (int   argc,
      char *argv[])
{
  view_test_init (&argc, &argv);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);

  g_test_add_func ("/drawing/scheme", test_scheme);
  g_test_add_func ("/drawing/scheme-after-nul", test_scheme_after_nul);
  g_test_add_func ("/drawing/is-drawn-as-large-as-it-is-shown", test_is_drawn_as_large_as_it_is_shown);
  g_test_add_func ("/drawing/follows-the-page", test_follows_the_page);
  g_test_add_func ("/drawing/one-worker-at-a-time", test_one_worker_at_a_time);
  g_test_add_func ("/drawing/broken", test_broken_drawing);
  g_test_add_func ("/drawing/image-is-no-larger-than-it-says", test_image_is_no_larger_than_it_says);
  g_test_add_func ("/drawing/image-is-dark-on-a-dark-page", test_image_is_dark_on_a_dark_page);
  g_test_add_func ("/drawing/image-without-a-drawing", test_image_without_a_drawing);

  return g_test_run ();
}
