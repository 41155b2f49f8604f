/* fys-player-page.h - the step of a session that is being done, in figures that are read from the floor
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/exercise/fys-session-runner.h"
#include "ui/window/fys-document.h"

G_BEGIN_DECLS

#define FYS_TYPE_PLAYER_PAGE (fys_player_page_get_type ())
/* Its buttons are the actions session.* of an ancestor. It draws what the runner says, eight times a second at most, only while it is
 * mapped and something counts. Says each step to a screen reader. Signal: stop-confirmed. */
G_DECLARE_FINAL_TYPE (FysPlayerPage, fys_player_page, FYS, PLAYER_PAGE, GtkWidget)

GtkWidget *fys_player_page_new              (void);
/* (nullable). Both sides keep a reference; set %NULL when the session is over. */
void       fys_player_page_set_runner       (FysPlayerPage    *self,
                                             FysSessionRunner *runner);
/* Whose instructions stand beside the ring. @exercises: (array length=n_exercises): for each exercise of the runner, which one of @document's it is.
 * To be called before the runner starts. */
void       fys_player_page_set_exercises    (FysPlayerPage    *self,
                                             FysDocument      *document,
                                             const guint      *exercises,
                                             guint             n_exercises);
/* Asks below the ring whether to stop; pausing is the caller's. */
void       fys_player_page_ask_to_stop      (FysPlayerPage    *self);
gboolean   fys_player_page_is_asking        (FysPlayerPage    *self);
void       fys_player_page_focus_main       (FysPlayerPage    *self);
/* Whether it says the steps to a screen reader; at first it does. A voice that says them takes its place. */
void       fys_player_page_set_announces    (FysPlayerPage    *self,
                                             gboolean          announces);
/* For tests: whether a source redraws it. */
gboolean   fys_player_page_is_ticking       (FysPlayerPage    *self);

G_END_DECLS
