/* fys-url.c - fysbog-tool url: the address of the clinics for an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "core/clinic/fys-clinic.h"
#include "tool/fys-tool.h"

typedef struct
{
  char   **files;
  char    *place;
  char    *specialty;
  gboolean is_handicap;
  gboolean is_ydernummer;
} Options;

static void
clear_options (Options *self)
{
  g_strfreev (self->files);
  g_free (self->place);
  g_free (self->specialty);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static FysToolStatus
print_url (const Options *options)
{
  g_autofree char *place = NULL;
  g_autofree char *url = NULL;
  g_autoptr (FysArticle) article = NULL;
  const char      *specialty = NULL;
  FysClinicFilters filters = FYS_CLINIC_NONE;

  if (options->place != NULL)
    {
      place = fys_clinic_find_place (options->place);
      if (place == NULL)
        return fys_tool_usage_error ("url", _ ("FysFinder has no place “%s”"), options->place);
    }
  if (options->specialty != NULL)
    {
      specialty = fys_clinic_find_specialty (options->specialty);
      if (specialty == NULL)
        return fys_tool_usage_error ("url", _ ("FysFinder has no specialty “%s”"), options->specialty);
    }

  /* Read also when the specialty is given: the address belongs to an article that exists. */
  article = fys_tool_load (options->files[0]);
  if (article == NULL)
    return FYS_TOOL_FOUND;
  if (specialty == NULL)
    specialty = fys_clinic_guess_specialty (article);

  if (options->is_handicap)
    filters |= FYS_CLINIC_HANDICAP;
  if (options->is_ydernummer)
    filters |= FYS_CLINIC_YDERNUMMER;
  url = fys_clinic_dup_url (place, specialty, filters);
  printf ("%s\n", url);
  return FYS_TOOL_FINE;
}

FysToolStatus
fys_tool_url (int   argc,
              char *argv[])
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "place", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.place,
      N_ ("Search in this town or district, or “online”; the whole country without it"),
      /* Translators: stands for a value in “--place=NAME” */
      N_ ("NAME") },
    { "specialty", 's', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &options.specialty,
      N_ ("Search for this specialty instead of the one that the article is about"), N_ ("NAME") },
    { "handicap", '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.is_handicap,
      N_ ("Only clinics with access for people with disabilities"), NULL },
    { "ydernummer", '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.is_ydernummer,
      N_ ("Only clinics under the public health-insurance agreement"), NULL },
    { G_OPTION_REMAINING, '\0', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    { NULL },
  };

  if (!fys_tool_parse (&argc, &argv,
                       /* Translators: what follows the command in a usage line */
                       _ ("FILE"),
                       _ ("Prints the address of FysFinder’s search for clinics that treat what the article is about. Its front "
                          "matter may name the specialty (“specialty: iskias”); otherwise the title and the headings are asked. "
                          "Places and specialties may be given by name or as they stand in the address."),
                       entries))
    return FYS_TOOL_USAGE;
  if (options.files == NULL)
    return fys_tool_usage_error ("url", _ ("no file is given"));
  if (options.files[1] != NULL)
    return fys_tool_usage_error ("url", _ ("only one file may be given"));
  return print_url (&options);
}
