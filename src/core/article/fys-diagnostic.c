/* fys-diagnostic.c - something that an author should know about an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-diagnostic.h"

#include <glib/gi18n-lib.h>

/* No author mends more in one go, and a hostile file must not turn each of its four million bytes into a message. */
#define MAX_DIAGNOSTICS 1000

/* A message may quote the author, who may have written a book where a key was expected. */
#define MAX_MESSAGE_CHARACTERS 300

static void
diagnostic_free (gpointer data)
{
  FysDiagnostic *self = data;

  g_free (self->message);
  g_free (self);
}

static int
compare_diagnostics (gconstpointer a,
                     gconstpointer b)
{
  const FysDiagnostic *first = *(const FysDiagnostic *const *) a;
  const FysDiagnostic *second = *(const FysDiagnostic *const *) b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;
  return (int) second->severity - (int) first->severity;
}

/* Returns: (transfer full): @message, one line of bounded length */
static char *
take_one_line (char *message)
{
  char *end = message;
  guint n = 0;

  for (; *end != '\0' && n < MAX_MESSAGE_CHARACTERS; end = g_utf8_next_char (end), n++)
    if (g_ascii_iscntrl (*end))
      *end = ' ';
  if (*end != '\0')
    {
      char *shortened;

      *end = '\0';
      shortened = g_strconcat (message, "…", NULL);
      g_free (message);
      return shortened;
    }
  return message;
}

static void
add_message (GPtrArray  *self,
             FysSeverity severity,
             guint       line,
             guint       column,
             char       *message)
{
  FysDiagnostic *diagnostic = g_new (FysDiagnostic, 1);

  diagnostic->severity = severity;
  diagnostic->line = line;
  diagnostic->column = column;
  diagnostic->message = take_one_line (message);
  g_ptr_array_add (self, diagnostic);
}

GPtrArray *
fys_diagnostics_new (void)
{
  return g_ptr_array_new_with_free_func (diagnostic_free);
}

void
fys_diagnostics_add (GPtrArray  *self,
                     FysSeverity severity,
                     guint       line,
                     guint       column,
                     const char *format,
                     ...)
{
  va_list arguments;

  g_return_if_fail (self != NULL);
  g_return_if_fail (format != NULL);

  if (self->len > MAX_DIAGNOSTICS)
    return;
  if (self->len == MAX_DIAGNOSTICS)
    {
      add_message (self, severity, line, column, g_strdup (_("There are more findings after this one; they are left out")));
      return;
    }

  va_start (arguments, format);
  add_message (self, severity, line, column, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
fys_diagnostics_sort (GPtrArray *self)
{
  g_return_if_fail (self != NULL);

  /* GLib promises that this sort is stable. */
  g_ptr_array_sort (self, compare_diagnostics);
}

const char *
fys_severity_get_nick (FysSeverity severity)
{
  switch (severity)
    {
    case FYS_SEVERITY_INFO:
      return "info";
    case FYS_SEVERITY_WARNING:
      return "warning";
    case FYS_SEVERITY_ERROR:
      return "error";
    default:
      g_return_val_if_reached ("error");
    }
}
