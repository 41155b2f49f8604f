/* fys-sore-side.c - asks which side is sore, so that it goes first
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-sore-side.h"

#include <glib/gi18n.h>

#define N_SIDES 3

struct _FysSoreSide
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed: children, one for each FysSide */
  GtkCheckButton *checks[N_SIDES];

  gboolean is_setting;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysSoreSide, fys_sore_side, ADW_TYPE_PREFERENCES_GROUP)

/* A choice makes two buttons change; the one that is chosen speaks for both. */
static void
toggled_cb (FysSoreSide    *self,
            GtkCheckButton *check)
{
  if (!self->is_setting && gtk_check_button_get_active (check))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_side (FysSoreSide *self,
          FysSide      side,
          const char  *title,
          const char  *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks[FYS_SIDE_LEFT]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle,
                                  -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE); /* Tab goes to the button itself */
  self->checks[side] = GTK_CHECK_BUTTON (check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
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
    if (gtk_check_button_get_active (self->checks[side]))
      return side;
  return FYS_SIDE_NONE;
}

void
fys_sore_side_set_side (FysSoreSide *self,
                        FysSide      side)
{
  g_return_if_fail (FYS_IS_SORE_SIDE (self));

  self->is_setting = TRUE;
  gtk_check_button_set_active (self->checks[side == FYS_SIDE_LEFT || side == FYS_SIDE_RIGHT ? side : FYS_SIDE_NONE], TRUE);
  self->is_setting = FALSE;
}
