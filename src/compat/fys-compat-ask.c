/* fys-compat-ask.c - asks the user something
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compat/fys-compat-ask.h"

#include <adwaita.h>

/* The two classes have the same interface under two names. */
#if ADW_CHECK_VERSION(1, 5, 0)
typedef AdwAlertDialog MessageDialog;
#define MESSAGE_DIALOG ADW_ALERT_DIALOG
#define add_response adw_alert_dialog_add_response
#define set_appearance adw_alert_dialog_set_response_appearance
#define set_default adw_alert_dialog_set_default_response
#define set_close adw_alert_dialog_set_close_response
#else
typedef AdwMessageDialog MessageDialog;
#define MESSAGE_DIALOG ADW_MESSAGE_DIALOG
#define add_response adw_message_dialog_add_response
#define set_appearance adw_message_dialog_set_response_appearance
#define set_default adw_message_dialog_set_default_response
#define set_close adw_message_dialog_set_close_response
#endif

static AdwResponseAppearance
appearance_of (FysAnswerLook look)
{
  switch (look)
    {
    case FYS_ANSWER_SUGGESTED:
      return ADW_RESPONSE_SUGGESTED;
    case FYS_ANSWER_DESTRUCTIVE:
      return ADW_RESPONSE_DESTRUCTIVE;
    case FYS_ANSWER_PLAIN:
    default:
      return ADW_RESPONSE_DEFAULT;
    }
}

/** Pending: a question without an answer, or whose dialog is still there. @answer: interned; the first one until another was given */
typedef struct
{
  GTask      *task;
  const char *answer;
} Pending;

static void
response_cb (Pending    *pending,
             const char *response)
{
  pending->answer = g_intern_string (response);
}

static gboolean
answer_cb (gpointer user_data)
{
  Pending *pending = user_data;

  g_task_return_pointer (pending->task, (gpointer) pending->answer, NULL);
  g_object_unref (pending->task);
  g_free (pending);
  return G_SOURCE_REMOVE;
}

/* The answer is given when the dialog is gone: the one of libadwaita 1.2 does not bear that its parent is destroyed while it closes, and
 * that is what many an answer leads to. */
static void
dialog_gone_cb (gpointer  data,
                GClosure *closure)
{
  g_idle_add (answer_cb, data);
}

static GtkWidget *
dialog_new (GtkWindow  *parent,
            const char *heading,
            const char *body)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  return GTK_WIDGET (adw_alert_dialog_new (heading, body));
#else
  return adw_message_dialog_new (parent, heading, body);
#endif
}

static void
dialog_present (GtkWidget *dialog,
                GtkWindow *parent)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
#else
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

void
fys_compat_ask_async (GtkWindow          *parent,
                      const char         *heading,
                      const char         *body,
                      const FysAnswer    *answers,
                      guint               n_answers,
                      const char         *default_id,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  GtkWidget *dialog;
  Pending   *pending;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (n_answers > 0);

  dialog = dialog_new (parent, heading, body);
  for (guint i = 0; i < n_answers; i++)
    {
      add_response (MESSAGE_DIALOG (dialog), answers[i].id, answers[i].label);
      set_appearance (MESSAGE_DIALOG (dialog), answers[i].id, appearance_of (answers[i].look));
    }
  set_default (MESSAGE_DIALOG (dialog), default_id);
  set_close (MESSAGE_DIALOG (dialog), answers[0].id);

  pending = g_new0 (Pending, 1);
  pending->task = g_task_new (parent, NULL, callback, user_data);
  pending->answer = g_intern_string (answers[0].id);
  g_task_set_source_tag (pending->task, fys_compat_ask_async);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), pending, dialog_gone_cb, G_CONNECT_SWAPPED);
  dialog_present (dialog, parent);
}

const char *
fys_compat_ask_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fys_compat_ask_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
