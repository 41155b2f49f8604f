/* fys-folds.c - which questions of an article are open
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-folds.h"

struct _FysFolds
{
  GObject     parent_instance;

  /* Owned */
  GHashTable *questions; /* section → whether it is open */
  guint       n_open;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FysFolds, fys_folds, G_TYPE_OBJECT)

static void
fys_folds_finalize (GObject *object)
{
  FysFolds *self = FYS_FOLDS (object);

  g_hash_table_unref (self->questions);

  G_OBJECT_CLASS (fys_folds_parent_class)->finalize (object);
}

static void
fys_folds_class_init (FysFoldsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fys_folds_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", FYS_TYPE_FOLDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fys_folds_init (FysFolds *self)
{
  self->questions = g_hash_table_new (NULL, NULL);
}

FysFolds *
fys_folds_new (void)
{
  return g_object_new (FYS_TYPE_FOLDS, NULL);
}

void
fys_folds_add_question (FysFolds *self,
                        guint     section)
{
  g_return_if_fail (FYS_IS_FOLDS (self));

  if (!g_hash_table_contains (self->questions, GUINT_TO_POINTER (section)))
    g_hash_table_insert (self->questions, GUINT_TO_POINTER (section), GINT_TO_POINTER (FALSE));
}

gboolean
fys_folds_is_open (FysFolds *self,
                   guint     section)
{
  g_return_val_if_fail (FYS_IS_FOLDS (self), FALSE);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->questions, GUINT_TO_POINTER (section)));
}

/* Returns: whether that changed anything */
static gboolean
set_open (FysFolds *self,
          guint     section,
          gboolean  is_open)
{
  is_open = !!is_open;
  if (!g_hash_table_contains (self->questions, GUINT_TO_POINTER (section)) || fys_folds_is_open (self, section) == is_open)
    return FALSE;

  g_hash_table_insert (self->questions, GUINT_TO_POINTER (section), GINT_TO_POINTER (is_open));
  if (is_open)
    self->n_open++;
  else
    self->n_open--;
  return TRUE;
}

void
fys_folds_set_open (FysFolds *self,
                    guint     section,
                    gboolean  is_open)
{
  g_return_if_fail (FYS_IS_FOLDS (self));

  if (set_open (self, section, is_open))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
fys_folds_set_all (FysFolds *self,
                   gboolean  is_open)
{
  g_autoptr (GList) sections = NULL;
  gboolean is_changed = FALSE;

  g_return_if_fail (FYS_IS_FOLDS (self));

  sections = g_hash_table_get_keys (self->questions);
  for (GList *link = sections; link != NULL; link = link->next)
    is_changed |= set_open (self, GPOINTER_TO_UINT (link->data), is_open);

  if (is_changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
fys_folds_are_all_open (FysFolds *self)
{
  g_return_val_if_fail (FYS_IS_FOLDS (self), FALSE);

  return self->n_open > 0 && self->n_open == g_hash_table_size (self->questions);
}
