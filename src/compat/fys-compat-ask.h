/* fys-compat-ask.h - asks the user something: AdwMessageDialog before libadwaita 1.5, AdwAlertDialog from there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  FYS_ANSWER_PLAIN,
  FYS_ANSWER_SUGGESTED,
  FYS_ANSWER_DESTRUCTIVE,
} FysAnswerLook;

/** FysAnswer: a button. @id: what fys_compat_ask_finish() returns; @label: translated, with a mnemonic */
typedef struct
{
  const char   *id;
  const char   *label;
  FysAnswerLook look;
} FysAnswer;

/**
 * fys_compat_ask_async:
 * @parent: the window that it is about
 * @answers: the first one is the answer when the question is closed or Escape is pressed
 * @default_id: what Enter answers
 *
 * The question goes away with its window; then the first answer is given. */
void        fys_compat_ask_async  (GtkWindow          *parent,
                                   const char         *heading,
                                   const char         *body,
                                   const FysAnswer    *answers,
                                   guint               n_answers,
                                   const char         *default_id,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
/* Returns: (transfer none): the id of the answer; never %NULL */
const char *fys_compat_ask_finish (GAsyncResult       *result);

G_END_DECLS
