/* fys-related.h - where to read on, at the end of an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/article/fys-metadata.h"

G_BEGIN_DECLS

/* Activates `article.open-link` with the address of what is chosen. @metadata: has something related. Returns: (transfer floating) */
GtkWidget *fys_related_new (const FysMetadata *metadata);

G_END_DECLS
