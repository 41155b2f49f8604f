/* test-reading.c - what is kept of what was read, and what a broken, old or full file does
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/reading/fys-reading.h"

#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "file-tree.h"

typedef struct
{
  char       *folder;
  char       *path;
  FysReading *reading;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

/* Opened as when the program starts, and read to its end. */
static void
open_reading (Fixture *self)
{
  guint n_changed = 0;

  self->reading = fys_reading_new (self->path);
  g_signal_connect_swapped (self->reading, "changed", G_CALLBACK (count_cb), &n_changed);
  while (n_changed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (self->reading, &n_changed);
}

static void
close_reading (Fixture *self)
{
  fys_reading_flush (self->reading);
  g_assert_finalize_object (self->reading);
  self->reading = NULL;
}

static void
reopen (Fixture *self)
{
  close_reading (self);
  open_reading (self);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("fysbog-reading-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "state", "fysbog", "reading", NULL);
  open_reading (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  if (self->reading != NULL)
    close_reading (self);
  file_tree_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
remember (Fixture    *self,
          const char *key,
          const char *slug,
          double      offset,
          gint64      at_s)
{
  fys_reading_remember (self->reading, &(FysReadingItem){ .key = key,
                                                          .title = "Iskias",
                                                          .section = "Årsager",
                                                          .uri = "file:///articles/iskias.md",
                                                          .version = "a1b2",
                                                          .place = { (char *) slug, offset },
                                                          .at_s = at_s,
                                                          .progress = 0.5 });
}

static void
mark (Fixture    *self,
      const char *key,
      const char *slug,
      gint64      at_s)
{
  fys_reading_add_bookmark (self->reading, &(FysReadingItem){ .key = key,
                                                              .title = "Iskias",
                                                              .section = "Årsager",
                                                              .uri = "file:///articles/iskias.md",
                                                              .place = { (char *) slug, 0.0 },
                                                              .at_s = at_s });
}

/* The keys and slugs of a list, in its order. */
static void
assert_list (GPtrArray  *list,
             const char *expected)
{
  g_autoptr (GPtrArray) items = list;
  g_autoptr (GString)   got = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const FysReadingItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (got, "%s%s#%s", i > 0 ? " " : "", item->key, item->place.slug);
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_comes_back (Fixture      *self,
                 gconstpointer data)
{
  const FysReadingItem *item;

  g_assert_null (fys_reading_find (self->reading, "iskias"));
  remember (self, "iskias", "aarsager", 0.25, 1764028800);
  remember (self, "blog/ondt [i] ryggen\n", "", 0.0, 1764028900);
  mark (self, "iskias", "oevelser", 1764029000);
  mark (self, "iskias", "", 1764029001);
  fys_reading_set_looked_s (self->reading, 1764029002);
  reopen (self);

  assert_list (fys_reading_list_recent (self->reading), "blog/ondt [i] ryggen\n# iskias#aarsager");
  assert_list (fys_reading_list_bookmarks (self->reading), "iskias# iskias#oevelser");
  item = fys_reading_find (self->reading, "iskias");
  g_assert_nonnull (item);
  g_assert_cmpstr (item->title, ==, "Iskias");
  g_assert_cmpstr (item->section, ==, "Årsager");
  g_assert_cmpstr (item->uri, ==, "file:///articles/iskias.md");
  g_assert_cmpstr (item->version, ==, "a1b2");
  g_assert_cmpfloat (item->place.offset, ==, 0.25);
  g_assert_cmpfloat (item->progress, ==, 0.5);
  g_assert_cmpint (item->at_s, ==, 1764028800);
  g_assert_cmpint (fys_reading_get_looked_s (self->reading), ==, 1764029002);
  g_assert_null (fys_reading_find (self->reading, "blog/iskias"));
}

static void
test_again (Fixture      *self,
            gconstpointer data)
{
  remember (self, "iskias", "aarsager", 0.25, 1);
  remember (self, "tennisalbue", "", 0.0, 2);
  remember (self, "iskias", "oevelser", 0.5, 3);
  mark (self, "iskias", "oevelser", 4);
  mark (self, "iskias", "aarsager", 5);
  mark (self, "iskias", "oevelser", 6);
  assert_list (fys_reading_list_recent (self->reading), "iskias#oevelser tennisalbue#");
  assert_list (fys_reading_list_bookmarks (self->reading), "iskias#oevelser iskias#aarsager");
  g_assert_true (fys_reading_has_bookmark (self->reading, "iskias", "aarsager"));
  g_assert_false (fys_reading_has_bookmark (self->reading, "iskias", ""));
  fys_reading_remove_bookmark (self->reading, "iskias", "aarsager");
  g_assert_false (fys_reading_has_bookmark (self->reading, "iskias", "aarsager"));
  fys_reading_forget (self->reading, "iskias");
  reopen (self);
  assert_list (fys_reading_list_recent (self->reading), "tennisalbue#");
  assert_list (fys_reading_list_bookmarks (self->reading), "iskias#oevelser");
}

static void
test_only_for_the_user (Fixture      *self,
                        gconstpointer data)
{
  GStatBuf about;

  remember (self, "iskias", "", 0.0, 1);
  fys_reading_flush (self->reading);
  g_assert_cmpint (g_stat (self->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);

  /* Even where it was there for everyone before. */
  g_assert_cmpint (g_chmod (self->path, 0644), ==, 0);
  remember (self, "iskias", "", 0.5, 2);
  fys_reading_flush (self->reading);
  g_assert_cmpint (g_stat (self->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

static void
test_forget (Fixture      *self,
             gconstpointer data)
{
  guint n_changed = 0;

  remember (self, "iskias", "", 0.0, 1);
  mark (self, "iskias", "", 2);
  g_signal_connect_swapped (self->reading, "changed", G_CALLBACK (count_cb), &n_changed);
  fys_reading_forget_recent (self->reading);
  g_assert_cmpuint (n_changed, ==, 1);
  fys_reading_forget (self->reading, "iskias"); /* which nothing is known of */
  fys_reading_remove_bookmark (self->reading, "iskias", "aarsager");
  fys_reading_set_looked_s (self->reading, -5);
  g_assert_cmpuint (n_changed, ==, 1);
  assert_list (fys_reading_list_recent (self->reading), "");
  assert_list (fys_reading_list_bookmarks (self->reading), "iskias#");

  fys_reading_forget_all (self->reading);
  g_assert_cmpuint (n_changed, ==, 2);
  assert_list (fys_reading_list_bookmarks (self->reading), "");
  fys_reading_flush (self->reading);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* What is done before the file was read counts before it, and what else the file knows stays. */
static void
test_before_it_is_read (Fixture      *self,
                        gconstpointer data)
{
  remember (self, "iskias", "aarsager", 0.25, 1);
  remember (self, "tennisalbue", "", 0.0, 2);
  remember (self, "knae", "", 0.0, 3);
  mark (self, "iskias", "aarsager", 4);
  mark (self, "iskias", "oevelser", 5);
  close_reading (self);

  self->reading = fys_reading_new (self->path);
  g_assert_false (fys_reading_is_ready (self->reading));
  assert_list (fys_reading_list_recent (self->reading), "");
  remember (self, "iskias", "oevelser", 0.75, 6);
  fys_reading_forget (self->reading, "tennisalbue");
  fys_reading_remove_bookmark (self->reading, "iskias", "aarsager");
  mark (self, "knae", "", 7);
  reopen (self);
  assert_list (fys_reading_list_recent (self->reading), "iskias#oevelser knae#");
  assert_list (fys_reading_list_bookmarks (self->reading), "knae# iskias#oevelser");
  close_reading (self);

  self->reading = fys_reading_new (self->path);
  fys_reading_forget_recent (self->reading);
  reopen (self);
  assert_list (fys_reading_list_recent (self->reading), "");
  assert_list (fys_reading_list_bookmarks (self->reading), "knae# iskias#oevelser");
  close_reading (self);

  self->reading = fys_reading_new (self->path);
  fys_reading_forget_all (self->reading);
  reopen (self);
  assert_list (fys_reading_list_bookmarks (self->reading), "");
}

static void
test_bounds (Fixture      *self,
             gconstpointer data)
{
  g_autofree char      *long_text = g_strnfill (100000, 'x');
  g_autoptr (GString)   letters = g_string_new ("x");
  g_autoptr (GPtrArray) list = NULL;
  const FysReadingItem *item;
  FysReadingItem        wild = { .key = "vild", .place = { NULL, NAN }, .at_s = -1, .progress = INFINITY };

  for (guint i = 0; i < FYS_READING_MAX_RECENT + 5; i++)
    {
      g_autofree char *key = g_strdup_printf ("nummer-%u", i);

      remember (self, key, "", 0.0, i);
    }
  for (guint i = 0; i < FYS_READING_MAX_BOOKMARKS + 5; i++)
    {
      g_autofree char *slug = g_strdup_printf ("nummer-%u", i);

      mark (self, "iskias", slug, i);
    }
  reopen (self);
  list = fys_reading_list_recent (self->reading);
  g_assert_cmpuint (list->len, ==, FYS_READING_MAX_RECENT);
  g_assert_null (fys_reading_find (self->reading, "nummer-4"));
  g_assert_nonnull (fys_reading_find (self->reading, "nummer-5"));
  g_assert_false (fys_reading_has_bookmark (self->reading, "iskias", "nummer-4"));
  g_assert_true (fys_reading_has_bookmark (self->reading, "iskias", "nummer-5"));

  fys_reading_remember (self->reading, &wild);
  item = fys_reading_find (self->reading, "vild");
  g_assert_cmpfloat (item->place.offset, ==, 0.0);
  g_assert_cmpfloat (item->progress, ==, 0.0);
  g_assert_cmpint (item->at_s, ==, 0);
  g_assert_cmpstr (item->title, ==, "");
  g_assert_cmpstr (item->place.slug, ==, "");

  /* A key or slug that is no file's or heading's is not kept; a title is cut between two letters. */
  remember (self, long_text, "", 0.0, 1);
  g_assert_null (fys_reading_find (self->reading, long_text));
  mark (self, "iskias", long_text, 1);
  g_assert_false (fys_reading_has_bookmark (self->reading, "iskias", long_text));
  for (guint i = 0; i < 400; i++)
    g_string_append (letters, "ø");
  wild.title = letters->str;
  wild.uri = long_text;
  fys_reading_remember (self->reading, &wild);
  reopen (self);
  item = fys_reading_find (self->reading, "vild");
  g_assert_cmpuint (strlen (item->title), ==, 299);
  g_assert_true (g_utf8_validate (item->title, -1, NULL));
  g_assert_cmpstr (item->uri, ==, "");
}

static void
write_and_open (Fixture    *self,
                const char *contents,
                gssize      n_bytes)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  close_reading (self);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  (void) g_unlink (self->path); /* GLib 2.74 leaves what a longer file had behind the new contents */
  g_assert_true (g_file_set_contents_full (self->path, contents, n_bytes, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  open_reading (self);
}

/* Whatever the file says, an item is one that a window can go to. */
static void
assert_sane (Fixture *self)
{
  GPtrArray *lists[] = { fys_reading_list_recent (self->reading), fys_reading_list_bookmarks (self->reading) };
  const guint max[] = { FYS_READING_MAX_RECENT, FYS_READING_MAX_BOOKMARKS };

  for (guint which = 0; which < G_N_ELEMENTS (lists); which++)
    {
      g_autoptr (GPtrArray) list = lists[which];

      g_assert_cmpuint (list->len, <=, max[which]);
      for (guint i = 0; i < list->len; i++)
        {
          const FysReadingItem *item = g_ptr_array_index (list, i);

          g_assert_cmpstr (item->key, !=, "");
          g_assert_true (g_utf8_validate (item->title, -1, NULL));
          g_assert_cmpuint (strlen (item->title), <=, 300);
          g_assert_nonnull (item->section);
          g_assert_nonnull (item->uri);
          g_assert_true (item->place.offset >= 0.0 && item->place.offset <= 1.0);
          g_assert_true (item->progress >= 0.0 && item->progress <= 1.0);
          g_assert_cmpint (item->at_s, >=, 0);
        }
    }
  g_assert_cmpint (fys_reading_get_looked_s (self->reading), >=, 0);
}

static void
test_hostile_files (Fixture      *self,
                    gconstpointer data)
{
  static const char *const files[] = {
    "", "\n", "x", "[", "[read:iskias", "[read:iskias]", "[read:]\nkey=\nslug=\n", "looked=1\n", "\xff\xfe\x00",
    "[library]\nlooked=-9\n", "[library]\nlooked=99999999999999999999999\n",
    "[read:iskias]\nkey=tennisalbue\nslug=\n", /* not its own group */
    "[mark:iskias]\nkey=iskias\nslug=\n",
    "[read:iskias]\nkey=iskias\nslug=x\noffset=nan\nprogress=inf\nat=-4\n",
    "[read:iskias]\nkey=iskias\nslug=\\q\noffset=1e400\nprogress=-3\nat=x\ntitle=\\\n",
  };
  g_autofree char    *large = g_strnfill (9 * 1024 * 1024, '\n');
  g_autoptr (GString) many = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      write_and_open (self, files[i], -1);
      assert_sane (self);
    }
  write_and_open (self, large, -1);
  assert_sane (self);

  /* A hundred thousands of groups cost no more than reading them: this test ends. */
  for (guint i = 0; i < 150000; i++)
    g_string_append_printf (many, "[read:%x]\nkey=%x\nslug=\n", i, i);
  write_and_open (self, many->str, many->len);
  assert_sane (self);
  g_assert_nonnull (fys_reading_find (self->reading, "249ef"));

  /* A file that cannot be read does not keep a new one from being written. */
  write_and_open (self, "[", -1);
  remember (self, "iskias", "aarsager", 0.5, 1);
  reopen (self);
  assert_list (fys_reading_list_recent (self->reading), "iskias#aarsager");

  /* Nor is a folder where the file should be the end of anything. */
  close_reading (self);
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  open_reading (self);
  remember (self, "iskias", "aarsager", 0.5, 1);
  fys_reading_flush (self->reading);
  g_assert_nonnull (fys_reading_find (self->reading, "iskias"));
}

static void
test_damaged_files (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261126);
  g_autofree char  *written = NULL;
  gsize             n_bytes;

  remember (self, "iskias", "aarsager", 0.25, 1764028800);
  remember (self, "blog/tennisalbue", "", 0.75, 1764028900);
  mark (self, "iskias", "oevelser", 1764029000);
  fys_reading_set_looked_s (self->reading, 1764029002);
  fys_reading_flush (self->reading);
  g_assert_true (g_file_get_contents (self->path, &written, &n_bytes, NULL));

  for (guint round = 0; round < 300; round++)
    {
      g_autofree char *damaged = g_memdup2 (written, n_bytes);
      guint            n_changes = g_rand_int_range (rand, 1, 8);
      gsize            n_kept = round % 4 == 0 ? (gsize) g_rand_int_range (rand, 0, n_bytes + 1) : n_bytes;

      for (guint i = 0; i < n_changes; i++)
        {
          char *byte = &damaged[g_rand_int_range (rand, 0, n_bytes)];

          /* Mostly digits and what holds the file together, so that it can often be read. */
          *byte = g_rand_boolean (rand) ? "0123456789.-=[]:#\n"[g_rand_int_range (rand, 0, 18)] : (char) g_rand_int_range (rand, 0, 256);
        }
      write_and_open (self, damaged, n_kept);
      assert_sane (self);
    }
}

/* A disk that takes no more bytes: what was kept stays, and what is remembered is known until the program ends. */
static void
test_full_disk (Fixture      *self,
                gconstpointer data)
{
  struct rlimit    before, full;
  g_autofree char *kept = NULL;
  g_autofree char *now = NULL;

  remember (self, "iskias", "aarsager", 0.25, 1);
  fys_reading_flush (self->reading);
  g_assert_true (g_file_get_contents (self->path, &kept, NULL, NULL));

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  full = before;
  full.rlim_cur = 16;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  remember (self, "tennisalbue", "", 0.0, 2);
  fys_reading_flush (self->reading);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_true (g_file_get_contents (self->path, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, kept);
  g_assert_nonnull (fys_reading_find (self->reading, "tennisalbue"));
  /* There is room again. */
  remember (self, "knae", "", 0.0, 3);
  reopen (self);
  assert_list (fys_reading_list_recent (self->reading), "knae# tennisalbue# iskias#aarsager");
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
  add ("/reading/comes-back", test_comes_back);
  add ("/reading/again", test_again);
  add ("/reading/only-for-the-user", test_only_for_the_user);
  add ("/reading/forget", test_forget);
  add ("/reading/before-it-is-read", test_before_it_is_read);
  add ("/reading/bounds", test_bounds);
  add ("/reading/hostile-files", test_hostile_files);
  add ("/reading/damaged-files", test_damaged_files);
  add ("/reading/full-disk", test_full_disk);
  return g_test_run ();
}
