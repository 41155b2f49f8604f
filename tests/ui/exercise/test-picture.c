/* test-picture.c - the picture of an exercise, where it is done
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/exercise/fys-exercise-picture.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ui/article/fys-image.h"
#include "ui/exercise/fys-how-to-box.h"
#include "ui/exercise/fys-plan-page.h"

GResource *fys_get_resource (void);

#define SVG "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20' viewBox='0 0 40 20'/>"

static const char article_text[] =
    "---\ntitle: Ondt i balden\nexercises:\n  - name: Stræk af balden\n  - name: Bækkenløft\n  - name: Knæbøj\n  - name: Benløft\n"
    "  - name: Uden tekst\n    reps: 8\n---\n\n## Øvelser\n\n"
    "### Stræk af balden\n\n![Benet trækkes op](/images/a.svg)\n\nLig på ryggen, og træk knæet mod brystet. Hold 20–30 sekunder.\n\n"
    "### Bækkenløft\n\nLig på ryggen, og løft bækkenet. Gentag 8–10 gange.\n\n![Bækkenet løftes](/images/a.svg)\n\nSænk det igen.\n\n"
    "### Knæbøj\n\nBøj i knæene, og ret dem igen. Tag 3 sæt af 12 gentagelser.\n\n"
    "### Benløft\n\n![Benet løftes](/images/gone.svg)\n\nLig på siden, og løft benet. Gentag 8–10 gange.\n";

enum
{
  PICTURE_FIRST,
  PICTURE_BETWEEN,
  NO_PICTURE,
  NO_FILE,
  NO_TEXT,
};

typedef struct
{
  char        *folder;
  char        *images;
  char        *picture;
  char        *path;
  FysDocument *document;
} Fixture;

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  self->document = fys_document_load_finish (result, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GFile) file = NULL;

  self->folder = g_dir_make_tmp ("fysbog-picture-XXXXXX", NULL);
  self->images = g_build_filename (self->folder, "images", NULL);
  self->picture = g_build_filename (self->images, "a.svg", NULL);
  self->path = g_build_filename (self->folder, "balde.md", NULL);
  g_assert_cmpint (g_mkdir (self->images, 0700), ==, 0);
  g_assert_true (g_file_set_contents (self->picture, SVG, -1, NULL));
  g_assert_true (g_file_set_contents (self->path, article_text, -1, NULL));

  file = g_file_new_for_path (self->path);
  fys_document_load_async (file, NULL, loaded_cb, self);
  while (self->document == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fys_exercise_list_get_n (fys_document_get_exercises (self->document)), ==, 5);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (self->document);
  g_assert_cmpint (g_unlink (self->picture), ==, 0);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->images), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->images);
  g_free (self->picture);
  g_free (self->path);
}

static const FysExercise *
get (Fixture *self,
     guint    exercise)
{
  return fys_exercise_list_get (fys_document_get_exercises (self->document), exercise);
}

static void
test_find (Fixture      *self,
           gconstpointer data)
{
  g_assert_cmpuint (fys_exercise_find_picture (self->document, get (self, PICTURE_FIRST)), ==, get (self, PICTURE_FIRST)->first_block + 1);
  g_assert_cmpuint (fys_exercise_find_picture (self->document, get (self, PICTURE_BETWEEN)), ==, get (self, PICTURE_BETWEEN)->first_block + 2);
  g_assert_cmpuint (fys_exercise_find_picture (self->document, get (self, NO_PICTURE)), ==, FYS_NONE);
  g_assert_cmpuint (fys_exercise_find_picture (self->document, get (self, NO_FILE)), !=, FYS_NONE);
  g_assert_cmpuint (fys_exercise_find_picture (self->document, get (self, NO_TEXT)), ==, FYS_NONE);
}

static GtkWidget *
find_image (GtkWidget *widget)
{
  GtkWidget *found = FYS_IS_IMAGE (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_image (child);
  return found;
}

static GtkWidget *
find_picture (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_PICTURE (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_picture (child);
  return found;
}

static void
test_new (Fixture      *self,
          gconstpointer data)
{
  GtkWidget *picture = g_object_ref_sink (fys_exercise_picture_new (self->document, get (self, PICTURE_FIRST)));

  g_assert_cmpstr (gtk_picture_get_alternative_text (GTK_PICTURE (find_picture (picture))), ==, "Benet trækkes op");
  g_object_unref (picture);
  g_assert_null (fys_exercise_picture_new (self->document, get (self, NO_PICTURE)));
  g_assert_null (fys_exercise_picture_new (self->document, get (self, NO_FILE)));
  g_assert_null (fys_exercise_picture_new (self->document, get (self, NO_TEXT)));
}

/* Before the text or after it, once. */
static void
assert_how_to (GtkWidget *box,
               gboolean   is_first,
               guint      n_children)
{
  GtkWidget *first = gtk_widget_get_first_child (box);
  GtkWidget *last = gtk_widget_get_last_child (box);
  guint      n = 0;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  g_assert_cmpuint (n, ==, n_children);
  g_assert_true (FYS_IS_IMAGE (is_first ? first : last));
  g_assert_null (find_image (is_first ? last : first));
}

static void
test_how_to (Fixture      *self,
             gconstpointer data)
{
  FysHowToBox *box = g_object_ref_sink (g_object_new (FYS_TYPE_HOW_TO_BOX, NULL));
  GtkWidget *widget = GTK_WIDGET (box);
  GtkWidget *child;

  fys_how_to_box_set_exercise (box, self->document, PICTURE_FIRST);
  assert_how_to (widget, FALSE, 2);
  fys_how_to_box_set_picture_first (box, TRUE);
  assert_how_to (widget, TRUE, 2);

  /* A picture between the lines belongs there. */
  fys_how_to_box_set_exercise (box, self->document, PICTURE_BETWEEN);
  child = gtk_widget_get_first_child (widget);
  g_assert_null (gtk_widget_get_next_sibling (child));
  g_assert_nonnull (find_image (child));
  fys_how_to_box_set_picture_first (box, FALSE);
  g_assert_true (gtk_widget_get_first_child (widget) == child);

  fys_how_to_box_set_exercise (box, self->document, NO_PICTURE);
  g_assert_null (find_image (widget));
  fys_how_to_box_set_exercise (box, NULL, 0);
  g_assert_null (gtk_widget_get_first_child (widget));
  fys_how_to_box_set_picture_first (box, TRUE);
  g_assert_null (gtk_widget_get_first_child (widget));
  g_assert_finalize_object (box);
}

static void
test_plan_page (Fixture      *self,
                gconstpointer data)
{
  FysPlanPage *page = FYS_PLAN_PAGE (g_object_ref_sink (fys_plan_page_new ()));
  GtkWidget *picture = fys_exercise_picture_new (self->document, get (self, PICTURE_FIRST));
  GtkWidget *bin;

  g_object_add_weak_pointer (G_OBJECT (picture), (gpointer *) &picture);
  fys_plan_page_set_picture (page, picture);
  bin = gtk_widget_get_parent (picture);
  g_assert_true (gtk_widget_get_visible (bin));

  /* An exercise without one leaves no gap and nothing of the one before. */
  fys_plan_page_set_picture (page, NULL);
  g_assert_false (gtk_widget_get_visible (bin));
  while (picture != NULL)
    g_main_context_iteration (NULL, TRUE); /* a worker still reads it */
  g_assert_finalize_object (page);
}

/* A picture can be made as low as one likes, and a page that is higher than its window would do so. */
static void
test_plan_page_is_low (Fixture      *self,
                       gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  FysPlanPage *page = FYS_PLAN_PAGE (fys_plan_page_new ());
  GtkWidget *picture = fys_exercise_picture_new (self->document, get (self, PICTURE_FIRST));

  fys_plan_page_set_picture (page, picture);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (page));
  gtk_window_set_default_size (GTK_WINDOW (window), 340, 200);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (find_picture (picture)) || gtk_widget_get_width (find_picture (picture)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gtk_widget_get_width (find_picture (picture)), ==, 40);
  g_assert_cmpint (gtk_widget_get_height (find_picture (picture)), ==, 20);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (fys_get_resource ());
  adw_init ();

  g_test_add ("/picture/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/picture/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/picture/how-to", Fixture, NULL, set_up, test_how_to, tear_down);
  g_test_add ("/picture/plan-page", Fixture, NULL, set_up, test_plan_page, tear_down);
  g_test_add ("/picture/plan-page-is-low", Fixture, NULL, set_up, test_plan_page_is_low, tear_down);

  return g_test_run ();
}
