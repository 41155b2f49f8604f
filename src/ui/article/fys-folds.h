/* fys-folds.h - which questions of an article are open
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FYS_TYPE_FOLDS (fys_folds_get_type ())
/* Questions are named by their section. Signal: changed. */
G_DECLARE_FINAL_TYPE (FysFolds, fys_folds, FYS, FOLDS, GObject)

FysFolds *fys_folds_new          (void);
/* All of them are folded at first. */
void      fys_folds_add_question (FysFolds *self,
                                  guint     section);
gboolean  fys_folds_is_open      (FysFolds *self,
                                  guint     section);
/* A section that is not a question is left alone. */
void      fys_folds_set_open     (FysFolds *self,
                                  guint     section,
                                  gboolean  is_open);
void      fys_folds_set_all      (FysFolds *self,
                                  gboolean  is_open);
gboolean  fys_folds_are_all_open (FysFolds *self);

G_END_DECLS
