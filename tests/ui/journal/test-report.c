/* test-report.c - the journal on paper
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/journal/fys-report.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "journal-ui-fixture.h"

#define WIDTH_PT  505.0
#define HEIGHT_PT 752.0

static FysReport *
create_report (GPtrArray *entries)
{
  g_autoptr (FysJournalDays) days = fys_journal_days_new (entries);
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  FysReport *report = fys_report_new (days, "All exercises", context, WIDTH_PT, HEIGHT_PT);

  g_object_unref (context);
  return report;
}

/* Whether anything was drawn within some rows of a page, and whether all of it was grey. */
static gboolean
is_drawn (FysReport *report,
          guint      page,
          int        from_y,
          int        to_y)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH_PT, HEIGHT_PT);
  cairo_t *cr = cairo_create (surface);
  gboolean found = FALSE;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  fys_report_draw_page (report, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = from_y; y < to_y; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < (int) WIDTH_PT; x++)
        {
          guint8 red = row[x] >> 16, green = row[x] >> 8, blue = row[x];

          g_assert_true (red == green && green == blue);
          found = found || red < 128;
        }
    }
  cairo_surface_destroy (surface);
  return found;
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  g_autoptr (FysReport) report = create_report (entries);

  g_assert_cmpuint (fys_report_get_n_pages (report), ==, 1);
  g_assert_true (is_drawn (report, 0, 0, 30));
}

static void
test_pages (void)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  g_autoptr (FysReport) one = NULL;
  g_autoptr (FysReport) many = NULL;

  g_ptr_array_add (entries, journal_fixture_entry (0, "Squat", 5, 3));
  one = create_report (entries);
  g_assert_cmpuint (fys_report_get_n_pages (one), ==, 1);

  for (int i = 1; i < 200; i++)
    g_ptr_array_add (entries, journal_fixture_entry (i, i % 2 == 0 ? "Squat" : "Bridge", i % 11, i % 7));
  many = create_report (entries);
  g_assert_cmpuint (fys_report_get_n_pages (many), >, 4);
  g_assert_cmpuint (fys_report_get_n_pages (many), <, 20);
  for (guint i = 0; i < fys_report_get_n_pages (many); i++)
    {
      g_assert_true (is_drawn (many, i, 0, 100));
      g_assert_true (is_drawn (many, i, HEIGHT_PT - 16, HEIGHT_PT)); /* its number */
    }
}

/* One that is longer than a page takes no place from the rest, and no end of pages. */
static void
test_long_note (void)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  FysJournalEntry *entry = journal_fixture_entry (0, "Squat", -1, -1);
  g_autoptr (FysReport) report = NULL;

  g_free (entry->note);
  entry->note = g_strnfill (20000, 'x');
  g_ptr_array_add (entries, entry);
  report = create_report (entries);
  g_assert_cmpuint (fys_report_get_n_pages (report), <=, 3);
  g_assert_true (is_drawn (report, fys_report_get_n_pages (report) - 1, 0, HEIGHT_PT));
}

static cairo_status_t
count_bytes (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_pdf (void)
{
  g_autoptr (GPtrArray) entries = journal_fixture_entries ();
  g_autoptr (FysReport) report = NULL;
  const char *path = g_getenv ("FYSBOG_TEST_REPORT_PDF"); /* for a person who wants to look at it */
  gsize n_bytes = 0;
  cairo_surface_t *surface;
  cairo_t *cr;

  for (int i = 0; i < 40; i++)
    g_ptr_array_add (entries, journal_fixture_entry (i, i % 3 == 0 ? "Bridge" : "Squat", 7 - i / 8, i % 5 == 0 ? -1 : 5 - i / 10));
  g_free (((FysJournalEntry *) g_ptr_array_index (entries, 7))->note);
  ((FysJournalEntry *) g_ptr_array_index (entries, 7))->note = g_strdup ("The left knee was sore on the stairs, but better in the evening.");
  report = create_report (entries);
  surface = path != NULL ? cairo_pdf_surface_create (path, 595, 842) : cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, 595, 842);
  cr = cairo_create (surface);
  for (guint i = 0; i < fys_report_get_n_pages (report); i++)
    {
      cairo_save (cr);
      cairo_translate (cr, 45, 45);
      fys_report_draw_page (report, i, cr);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  if (path == NULL)
    g_assert_cmpuint (n_bytes, >, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/report/empty", test_empty);
  g_test_add_func ("/journal/report/pages", test_pages);
  g_test_add_func ("/journal/report/long-note", test_long_note);
  g_test_add_func ("/journal/report/pdf", test_pdf);
  return g_test_run ();
}
