/* fys-journal-print.c - prints a part of the journal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-journal-print.h"

#include <glib/gi18n.h>

#include "fys-report.h"

#define MARGIN_PT 45.0

/** Job: what is printed, as long as the operation is there. @report: %NULL before the paper is known */
typedef struct
{
  FysJournalDays *days;
  char           *heading;
  FysReport      *report;
} Job;

static void
job_free (gpointer  data,
          GClosure *closure)
{
  Job *job = data;

  fys_journal_days_unref (job->days);
  g_free (job->heading);
  fys_report_free (job->report);
  g_free (job);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Job *job = user_data;
  PangoContext *pango = gtk_print_context_create_pango_context (context);

  g_clear_pointer (&job->report, fys_report_free);
  job->report = fys_report_new (job->days, job->heading, pango, gtk_print_context_get_width (context),
                                gtk_print_context_get_height (context));
  g_object_unref (pango);
  gtk_print_operation_set_n_pages (operation, fys_report_get_n_pages (job->report));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Job *job = user_data;

  fys_report_draw_page (job->report, page, gtk_print_context_get_cairo_context (context));
}

static GtkPageSetup *
page_setup_new (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, MARGIN_PT, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_PT, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN_PT, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN_PT, GTK_UNIT_POINTS);
  return setup;
}

gboolean
fys_journal_print (GtkWindow      *parent,
                   FysJournalDays *days,
                   const char     *heading,
                   GError        **error)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup_new ();
  Job *job = g_new0 (Job, 1);

  job->days = fys_journal_days_ref (days);
  job->heading = g_strdup (heading);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, _("Exercise journal"));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), job, job_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
