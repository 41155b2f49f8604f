/* fys-window-parts.c - F6: the keyboard focus from one part of the window to the next
 *
 *   article ─▶ exercises ─▶ header ─▶ contents ─▶ article …        the order of Tab, without the stops in between
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-window-private.h"

#define N_PARTS 4

/* The part that the focus is in, or the article: whoever comes from the find bar came from there. */
static guint
get_current_part (FysWindow *self,
                  GtkWidget *parts[N_PARTS])
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  for (guint i = 0; i < N_PARTS; i++)
    if (focus != NULL && parts[i] != NULL && (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i])))
      return i;
  return 0;
}

static gboolean
focus_part (FysWindow *self,
            GtkWidget *part)
{
  if (part == NULL || !gtk_widget_get_mapped (part))
    return FALSE;
  if (part == GTK_WIDGET (self->stack) && gtk_widget_get_mapped (GTK_WIDGET (self->article_view)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->article_view));
  return gtk_widget_grab_focus (part) || gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

/* A pane that lies over the rest is the only part while it does. */
static gboolean
is_overlaid (FysSplit *split)
{
  return fys_split_is_collapsed (split) && fys_split_is_open (split);
}

void
fys_window_go_to_part (FysWindow *self,
                       int        direction)
{
  /* A pane that slides away is still mapped. */
  GtkWidget *parts[N_PARTS] = {
    GTK_WIDGET (self->stack),
    fys_split_is_open (self->exercise_split) ? GTK_WIDGET (self->exercise_pane) : NULL,
    self->header_bar,
    fys_split_is_open (self->contents_split) ? GTK_WIDGET (self->contents) : NULL,
  };
  guint      current = get_current_part (self, parts);

  if (is_overlaid (self->contents_split) || is_overlaid (self->exercise_split))
    return;

  for (guint i = 1; i < N_PARTS; i++)
    if (focus_part (self, parts[(current + N_PARTS + direction * (int) i) % N_PARTS]))
      {
        gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
        return;
      }
}
