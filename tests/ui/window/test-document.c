/* test-document.c - loading an article, and following its file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-document.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "window-fixture.h"

#define ARTICLE "---\ntitle: Knæ\nspecialty: iskias\n---\n\n## Øvelser\n\n### Stræk\n\nStå med den ene fod bagud, og læn dig frem. Hold 20–30 sekunder, og gentag 3 gange.\n\n" \
                "![Et knæ](knee.png)\n\nTekst med ![lille](small.png) og ![væk](gone.png).\n\n| A | B |\n|---|---|\n| ![t](table.png) | x |\n"

typedef struct
{
  FysDocument *document;
  GError      *error;
  gboolean     is_done;
  guint        n_changes;
} Load;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Load *load = user_data;

  load->document = fys_document_load_finish (result, &load->error);
  load->is_done = TRUE;
}

static gboolean
is_loaded (gpointer data)
{
  return ((Load *) data)->is_done;
}

static void
changed_cb (Load *load)
{
  load->n_changes++;
}

static gboolean
is_changed (gpointer data)
{
  return ((Load *) data)->n_changes > 0;
}

static Load
load (GFile *file)
{
  Load loading = { 0 };

  fys_document_load_async (file, NULL, loaded_cb, &loading);
  window_fixture_wait (is_loaded, &loading);
  return loading;
}

static void
test_load (void)
{
  char             *folder = window_fixture_folder ();
  g_autoptr (GFile) file = window_fixture_write (folder, "knae.md", ARTICLE);
  Load              loading = load (file);

  g_assert_no_error (loading.error);
  g_assert_cmpstr (fys_article_get_title (fys_document_get_article (loading.document)), ==, "Knæ");
  g_assert_true (g_file_equal (fys_document_get_file (loading.document), file));
  g_assert_cmpstr (fys_document_get_specialty (loading.document), ==, "iskias");
  g_assert_cmpuint (fys_exercise_list_get_n (fys_document_get_exercises (loading.document)), ==, 1);
  g_assert_finalize_object (loading.document);
  window_fixture_remove (folder);
}

static void
test_load_nothing (void)
{
  char             *folder = window_fixture_folder ();
  g_autoptr (GFile) missing = g_file_new_build_filename (folder, "missing.md", NULL);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  Load              of_missing = load (missing);
  Load              of_directory = load (directory);

  g_assert_null (of_missing.document);
  g_assert_error (of_missing.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (of_directory.document);
  g_assert_nonnull (of_directory.error);
  g_clear_error (&of_missing.error);
  g_clear_error (&of_directory.error);
  window_fixture_remove (folder);
}

static void
test_cancel (void)
{
  char                    *folder = window_fixture_folder ();
  g_autoptr (GFile)        file = window_fixture_write (folder, "knae.md", ARTICLE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Load                     loading = { 0 };

  g_cancellable_cancel (cancellable);
  fys_document_load_async (file, cancellable, loaded_cb, &loading);
  window_fixture_wait (is_loaded, &loading);
  g_assert_null (loading.document);
  g_assert_error (loading.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&loading.error);
  window_fixture_remove (folder);
}

static void
assert_image (FysDocument *document,
              const char  *source,
              const char  *expected)
{
  g_autoptr (GFile) image = fys_document_dup_image_file (document, source);
  g_autofree char  *name = image != NULL ? g_file_get_basename (image) : NULL;

  g_assert_cmpstr (name, ==, expected);
}

static void
test_images (void)
{
  char             *folder = window_fixture_folder ();
  g_autoptr (GFile) file = window_fixture_write (folder, "knae.md", ARTICLE);
  g_autoptr (GFile) alone = window_fixture_write (folder, "knee.png", "x");
  g_autoptr (GFile) in_text = window_fixture_write (folder, "small.png", "x");
  g_autoptr (GFile) in_table = window_fixture_write (folder, "table.png", "x");
  g_autoptr (GFile) unnamed = window_fixture_write (folder, "unnamed.png", "x");
  Load              loading = load (file);

  g_assert_no_error (loading.error);
  assert_image (loading.document, "knee.png", "knee.png");
  assert_image (loading.document, "small.png", "small.png");
  assert_image (loading.document, "table.png", "table.png");
  assert_image (loading.document, "gone.png", NULL);
  /* Only what the article shows. */
  assert_image (loading.document, "unnamed.png", NULL);
  assert_image (loading.document, "/etc/passwd", NULL);
  g_assert_finalize_object (loading.document);
  window_fixture_remove (folder);
}

static void
write_in_place (const char *folder)
{
  g_autoptr (GFile) file = window_fixture_write (folder, "knae.md", "# Nyt\n");

  g_assert_nonnull (file);
}

static void
replace (const char *folder)
{
  g_autoptr (GFile) written = window_fixture_write (folder, ".knae.md.tmp", "# Nyt\n");
  g_autofree char  *from = g_file_get_path (written);
  g_autofree char  *to = g_build_filename (folder, "knae.md", NULL);

  g_assert_cmpint (g_rename (from, to), ==, 0);
}

static void
delete (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "knae.md", NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
delete_and_write (const char *folder)
{
  delete (folder);
  write_in_place (folder);
}

/* Each way to change a file is told, and as one change. */
static void
test_changed (gconstpointer user_data)
{
  void             (*change) (const char *) = (void (*) (const char *)) user_data;
  char             *folder = window_fixture_folder ();
  g_autoptr (GFile) file = window_fixture_write (folder, "knae.md", ARTICLE);
  Load              loading = load (file);

  g_assert_no_error (loading.error);
  g_signal_connect_swapped (loading.document, "changed", G_CALLBACK (changed_cb), &loading);
  change (folder);
  window_fixture_wait (is_changed, &loading);
  g_assert_cmpuint (loading.n_changes, ==, 1);
  g_assert_finalize_object (loading.document);
  window_fixture_remove (folder);
}

static gboolean
has_watched (gpointer data)
{
  return !g_main_context_pending (NULL);
}

static void
draw_anew (const char *folder)
{
  g_autoptr (GFile) file = window_fixture_write (folder, "knee.png", "y");

  g_assert_nonnull (file);
}

static void
add_missing (const char *folder)
{
  g_autoptr (GFile) file = window_fixture_write (folder, "gone.png", "y");

  g_assert_nonnull (file);
}

static void
take_away (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "knee.png", NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

/* A picture that the article shows, or that was not there yet. */
static void
test_picture_changed (gconstpointer user_data)
{
  void             (*change) (const char *) = (void (*) (const char *)) user_data;
  char             *folder = window_fixture_folder ();
  g_autoptr (GFile) file = window_fixture_write (folder, "knae.md", ARTICLE);
  g_autoptr (GFile) picture = window_fixture_write (folder, "knee.png", "x");
  Load              loading = load (file);

  g_assert_no_error (loading.error);
  g_signal_connect_swapped (loading.document, "changed", G_CALLBACK (changed_cb), &loading);
  window_fixture_wait (has_watched, NULL);
  change (folder);
  window_fixture_wait (is_changed, &loading);
  g_assert_cmpuint (loading.n_changes, ==, 1);
  g_assert_finalize_object (loading.document);
  window_fixture_remove (folder);
}

/* What happens to the file while it is being read is told afterwards. */
static void
test_changed_while_loading (void)
{
  char             *folder = window_fixture_folder ();
  g_autoptr (GFile) file = window_fixture_write (folder, "knae.md", ARTICLE);
  Load              loading = { 0 };

  fys_document_load_async (file, NULL, loaded_cb, &loading);
  write_in_place (folder);
  window_fixture_wait (is_loaded, &loading);
  g_assert_no_error (loading.error);
  g_signal_connect_swapped (loading.document, "changed", G_CALLBACK (changed_cb), &loading);
  window_fixture_wait (is_changed, &loading);
  g_assert_finalize_object (loading.document);
  window_fixture_remove (folder);
}

static void
test_new (void)
{
  g_autoptr (FysDocument) document = window_fixture_document (ARTICLE);

  g_assert_null (fys_document_get_file (document));
  assert_image (document, "knee.png", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/load", test_load);
  g_test_add_func ("/document/load-nothing", test_load_nothing);
  g_test_add_func ("/document/cancel", test_cancel);
  g_test_add_func ("/document/images", test_images);
  g_test_add_data_func ("/document/changed/in-place", write_in_place, test_changed);
  g_test_add_data_func ("/document/changed/replaced", replace, test_changed);
  g_test_add_data_func ("/document/changed/deleted", delete, test_changed);
  g_test_add_data_func ("/document/changed/deleted-and-written", delete_and_write, test_changed);
  g_test_add_data_func ("/document/changed/picture", draw_anew, test_picture_changed);
  g_test_add_data_func ("/document/changed/picture-added", add_missing, test_picture_changed);
  g_test_add_data_func ("/document/changed/picture-deleted", take_away, test_picture_changed);
  g_test_add_func ("/document/changed/while-loading", test_changed_while_loading);
  g_test_add_func ("/document/new", test_new);

  return g_test_run ();
}
