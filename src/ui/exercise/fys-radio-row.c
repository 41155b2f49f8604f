/* fys-radio-row.c - a row that is one of several to choose from
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-radio-row.h"

struct _FysRadioRow
{
  AdwActionRow parent_instance;

  GtkWidget *check; /* Borrowed: a child */
};

enum
{
  PROP_0,
  PROP_ACTIVE,
  PROP_GROUP,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FysRadioRow, fys_radio_row, ADW_TYPE_ACTION_ROW)

static void
update_state (FysRadioRow *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_CHECKED, fys_radio_row_get_active (self) ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
toggled_cb (FysRadioRow *self)
{
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

/* The row is labelled by its title already. */
static void
subtitle_changed_cb (FysRadioRow *self)
{
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "", -1);
}

static void
set_group (FysRadioRow *self,
           FysRadioRow *group)
{
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->check), group != NULL ? GTK_CHECK_BUTTON (group->check) : NULL);
}

static void
fys_radio_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, fys_radio_row_get_active (FYS_RADIO_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_radio_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  FysRadioRow *self = FYS_RADIO_ROW (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      fys_radio_row_set_active (self, g_value_get_boolean (value));
      break;
    case PROP_GROUP:
      set_group (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_radio_row_class_init (FysRadioRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fys_radio_row_get_property;
  object_class->set_property = fys_radio_row_set_property;

  props[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_GROUP] = g_param_spec_object ("group", NULL, NULL, FYS_TYPE_RADIO_ROW,
                                           G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_RADIO);
}

static void
fys_radio_row_init (FysRadioRow *self)
{
  self->check = g_object_new (GTK_TYPE_CHECK_BUTTON,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "can-focus", FALSE, /* one that is only not focusable keeps Tab from leaving */
                              "valign", GTK_ALIGN_CENTER,
                              NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->check);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::subtitle", G_CALLBACK (subtitle_changed_cb), NULL);
  update_state (self);
}

GtkWidget *
fys_radio_row_new (FysRadioRow *group)
{
  FysRadioRow *self = g_object_new (FYS_TYPE_RADIO_ROW, NULL);

  set_group (self, group);
  return GTK_WIDGET (self);
}

gboolean
fys_radio_row_get_active (FysRadioRow *self)
{
  g_return_val_if_fail (FYS_IS_RADIO_ROW (self), FALSE);
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

void
fys_radio_row_set_active (FysRadioRow *self,
                          gboolean     is_active)
{
  g_return_if_fail (FYS_IS_RADIO_ROW (self));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), is_active);
}
