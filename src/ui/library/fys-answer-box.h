/* fys-answer-box.h - the answer to a question that was found, and what can be done with it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/library/fys-search.h"

G_BEGIN_DECLS

#define FYS_TYPE_ANSWER_BOX (fys_answer_box_get_type ())
/* Its buttons activate hit.open (ss: the address of the article's file, the slug) and hit.copy (s: what goes to the clipboard), which the page that it
 * stands on has. */
G_DECLARE_FINAL_TYPE (FysAnswerBox, fys_answer_box, FYS, ANSWER_BOX, GtkWidget)

GtkWidget *fys_answer_box_new     (void);
/* Copies what it shows of @hit, a question. */
void       fys_answer_box_set_hit (FysAnswerBox *self,
                                   const FysHit *hit);

G_END_DECLS
