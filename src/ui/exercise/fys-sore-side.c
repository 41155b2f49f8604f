/* fys-sore-side.c - asks which side is sore, so that it goes first
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-sore-side.h"

#include <glib/gi18n.h>

#include "fys-radio-row.h"

#define N_SIDES 3

struct _FysSoreSide
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed: children, one for each FysSide */
  FysRadioRow *rows[N_SIDES];

  gboolean is_setting;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysSoreSide, fys_sore_side, ADW_TYPE_PREFERENCES_GROUP)

/* A choice makes two rows change; the one that is chosen speaks for both. */
static void
active_changed_cb (FysSoreSide *self,
                   GParamSpec  *pspec,
                   FysRadioRow *row)
{
  if (!self->is_setting && fys_radio_row_get_active (row))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_side (FysSoreSide *self,
          FysSide      side,
          const char  *title,
          const char  *subtitle)
{
  GtkWidget *row = fys_radio_row_new (self->rows[FYS_SIDE_LEFT]);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  self->rows[side] = FYS_RADIO_ROW (row);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (active_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
fys_sore_side_class_init (FysSoreSideClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FYS_TYPE_SORE_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
fys_sore_side_init (FysSoreSide *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Which Side Is Sore?"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), _("The sore side goes first, in all exercises of this article."));
  add_side (self, FYS_SIDE_LEFT, C_ ("sore side", "Left"), "");
  add_side (self, FYS_SIDE_RIGHT, C_ ("sore side", "Right"), "");
  /* Translators: the user's sore side: none of them, or both. */
  add_side (self, FYS_SIDE_NONE, _("Neither, or both"), _("The left side goes first"));
  fys_sore_side_set_side (self, FYS_SIDE_NONE);
}

FysSide
fys_sore_side_get_side (FysSoreSide *self)
{
  g_return_val_if_fail (FYS_IS_SORE_SIDE (self), FYS_SIDE_NONE);

  for (guint side = 0; side < N_SIDES; side++)
    if (fys_radio_row_get_active (self->rows[side]))
      return side;
  return FYS_SIDE_NONE;
}

void
fys_sore_side_set_side (FysSoreSide *self,
                        FysSide      side)
{
  g_return_if_fail (FYS_IS_SORE_SIDE (self));

  self->is_setting = TRUE;
  fys_radio_row_set_active (self->rows[side == FYS_SIDE_LEFT || side == FYS_SIDE_RIGHT ? side : FYS_SIDE_NONE], TRUE);
  self->is_setting = FALSE;
}
