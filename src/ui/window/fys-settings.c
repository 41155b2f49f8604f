/* fys-settings.c - what is kept from one run to the next
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-settings.h"

#include "core/fys-paths.h"

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource             *desktop = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource)  own = NULL;
  g_autofree char                   *folder = NULL;
  GSettingsSchema                   *schema = NULL;

  if (desktop != NULL)
    schema = g_settings_schema_source_lookup (desktop, APP_ID, TRUE);
  if (schema != NULL)
    return schema;

  folder = fys_paths_dup_schema_dir ();
  own = g_settings_schema_source_new_from_directory (folder, desktop, FALSE, NULL);
  return own != NULL ? g_settings_schema_source_lookup (own, APP_ID, FALSE) : NULL;
}

GSettings *
fys_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
