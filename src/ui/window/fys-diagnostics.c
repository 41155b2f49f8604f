/* fys-diagnostics.c - what is wrong with an article, in words for its reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-diagnostics.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "compat/fys-compat-dialog.h"

/* A file can have thousands of faults; a person reads the first ones. */
#define MAX_SHOWN 200

const FysDiagnostic *
fys_diagnostics_find_error (GPtrArray *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const FysDiagnostic *diagnostic = diagnostics->pdata[i];

      if (diagnostic->severity == FYS_SEVERITY_ERROR)
        return diagnostic;
    }
  return NULL;
}

/* Returns: (transfer full): "line 3, column 8", "line 3" or "" */
static char *
dup_place (const FysDiagnostic *diagnostic)
{
  if (diagnostic->line == 0)
    return g_strdup ("");
  if (diagnostic->column == 0)
    return g_strdup_printf (_ ("line %u"), diagnostic->line);
  return g_strdup_printf (_ ("line %1$u, column %2$u"), diagnostic->line, diagnostic->column);
}

char *
fys_diagnostics_dup_sentence (const char          *file_name,
                              const FysDiagnostic *diagnostic)
{
  g_autofree char *place = dup_place (diagnostic);

  if (*place == '\0')
    /* Translators: what is wrong with a file: its name, then the fault. */
    return g_strdup_printf (_ ("%1$s: %2$s"), file_name, diagnostic->message);
  /* Translators: what is wrong with a file: its name, the place in it (such as “line 3, column 8”), then the fault. */
  return g_strdup_printf (_ ("%1$s, %2$s: %3$s"), file_name, place, diagnostic->message);
}

static const char *
get_severity_title (FysSeverity severity)
{
  switch (severity)
    {
    case FYS_SEVERITY_ERROR:
      return _ ("Error");
    case FYS_SEVERITY_WARNING:
      return _ ("Warning");
    case FYS_SEVERITY_INFO:
    default:
      return _ ("Hint");
    }
}

/** Choice: a row's place in the article. */
typedef struct
{
  GtkWidget *parent;
  guint      line;
  void     (*go_to) (GtkWidget *parent,
                     guint      line);
} Choice;

static void
choice_free (gpointer  data,
             GClosure *closure)
{
  Choice *self = data;

  g_object_unref (self->parent);
  g_free (self);
}

static void
activated_cb (AdwActionRow *row,
              gpointer      user_data)
{
  Choice               *choice = user_data;
  g_autoptr (GtkWidget) parent = g_object_ref (choice->parent);
  guint                 line = choice->line;

  /* The dialog may take the row and the choice with it. */
  void (*go_to) (GtkWidget *, guint) = choice->go_to;

  fys_compat_dialog_close (GTK_WIDGET (row));
  go_to (parent, line);
}

static void
make_choosable (GtkWidget    *row,
                const Choice *choice)
{
  Choice *copy = g_new (Choice, 1);

  *copy = *choice;
  g_object_ref (copy->parent);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (activated_cb), copy, choice_free, 0);
}

static GtkWidget *
row_new (const FysDiagnostic *diagnostic)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *place = dup_place (diagnostic);
  g_autofree char *subtitle = NULL;
  g_autofree char *label = NULL;

  if (*place == '\0')
    subtitle = g_strdup (get_severity_title (diagnostic->severity));
  else
    /* Translators: how grave a fault is, and where it is: “Error, line 3, column 8”. */
    subtitle = g_strdup_printf (_ ("%1$s, %2$s"), get_severity_title (diagnostic->severity), place);
  label = g_strdup_printf ("%s. %s", diagnostic->message, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE); /* it quotes what the file says */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), diagnostic->message);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

void
fys_diagnostics_present (GtkWidget  *parent,
                         const char *file_name,
                         GPtrArray  *diagnostics,
                         void      (*go_to) (GtkWidget *parent,
                                             guint      line))
{
  GtkWidget       *page = adw_preferences_page_new ();
  GtkWidget       *group = adw_preferences_group_new ();
  guint            n_shown = MIN (diagnostics->len, MAX_SHOWN);
  g_autofree char *count = g_strdup_printf (ngettext ("%u remark", "%u remarks", diagnostics->len), diagnostics->len);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), file_name);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), count);
  for (guint i = 0; i < n_shown; i++)
    {
      const FysDiagnostic *diagnostic = diagnostics->pdata[i];
      GtkWidget           *row = row_new (diagnostic);

      if (diagnostic->line > 0)
        make_choosable (row, &(Choice) { parent, diagnostic->line, go_to });
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  fys_compat_dialog_present (parent, _ ("Remarks on This Article"), page, 560, 480);
}
