/* fys-contents-item.c - a line of the contents
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-contents-item.h"

#include <glib/gi18n.h>

struct _FysContentsItem
{
  GObject           parent_instance;

  /* Owned */
  FysArticle       *article;

  /* Borrowed from article */
  const FysSection *section;

  guint             index;
  guint             depth;
  guint             n_questions;
  gboolean          is_current;
};

enum
{
  PROP_0,
  PROP_IS_CURRENT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FysContentsItem, fys_contents_item, G_TYPE_OBJECT)

static void
fys_contents_item_finalize (GObject *object)
{
  FysContentsItem *self = FYS_CONTENTS_ITEM (object);

  g_clear_pointer (&self->article, fys_article_unref);

  G_OBJECT_CLASS (fys_contents_item_parent_class)->finalize (object);
}

static void
fys_contents_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  FysContentsItem *self = FYS_CONTENTS_ITEM (object);

  switch (prop_id)
    {
    case PROP_IS_CURRENT:
      g_value_set_boolean (value, self->is_current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_contents_item_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  FysContentsItem *self = FYS_CONTENTS_ITEM (object);

  switch (prop_id)
    {
    case PROP_IS_CURRENT:
      fys_contents_item_set_current (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_contents_item_class_init (FysContentsItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = fys_contents_item_finalize;
  object_class->get_property = fys_contents_item_get_property;
  object_class->set_property = fys_contents_item_set_property;

  props[PROP_IS_CURRENT] = g_param_spec_boolean ("is-current", NULL, NULL, FALSE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
fys_contents_item_init (FysContentsItem *self)
{
}

FysContentsItem *
fys_contents_item_new (FysArticle *article,
                       guint       section,
                       guint       depth,
                       guint       n_questions)
{
  FysContentsItem  *self;
  guint             n_sections;
  const FysSection *sections = fys_article_get_sections (article, &n_sections);

  g_return_val_if_fail (section < n_sections, NULL);

  self = g_object_new (FYS_TYPE_CONTENTS_ITEM, NULL);
  self->article = fys_article_ref (article);
  self->section = &sections[section];
  self->index = section;
  self->depth = depth;
  self->n_questions = n_questions;
  return self;
}

guint
fys_contents_item_get_section (FysContentsItem *self)
{
  g_return_val_if_fail (FYS_IS_CONTENTS_ITEM (self), FYS_NONE);

  return self->index;
}

const char *
fys_contents_item_get_title (FysContentsItem *self)
{
  g_return_val_if_fail (FYS_IS_CONTENTS_ITEM (self), NULL);

  return self->section->title;
}

guint
fys_contents_item_get_depth (FysContentsItem *self)
{
  g_return_val_if_fail (FYS_IS_CONTENTS_ITEM (self), 0);

  return self->depth;
}

guint
fys_contents_item_get_n_questions (FysContentsItem *self)
{
  g_return_val_if_fail (FYS_IS_CONTENTS_ITEM (self), 0);

  return self->n_questions;
}

gboolean
fys_contents_item_is_urgent (FysContentsItem *self)
{
  g_return_val_if_fail (FYS_IS_CONTENTS_ITEM (self), FALSE);

  return (self->section->flags & FYS_SECTION_URGENT) != 0;
}

gboolean
fys_contents_item_is_current (FysContentsItem *self)
{
  g_return_val_if_fail (FYS_IS_CONTENTS_ITEM (self), FALSE);

  return self->is_current;
}

void
fys_contents_item_set_current (FysContentsItem *self,
                               gboolean         is_current)
{
  g_return_if_fail (FYS_IS_CONTENTS_ITEM (self));

  is_current = !!is_current;
  if (self->is_current == is_current)
    return;
  self->is_current = is_current;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_CURRENT]);
}

char *
fys_contents_item_dup_accessible_label (FysContentsItem *self)
{
  g_autoptr (GString) label = NULL;

  g_return_val_if_fail (FYS_IS_CONTENTS_ITEM (self), NULL);

  label = g_string_new (self->section->title);
  if (self->n_questions > 0)
    {
      g_string_append (label, ", ");
      g_string_append_printf (label, ngettext ("%u question", "%u questions", self->n_questions), self->n_questions);
    }
  if (fys_contents_item_is_urgent (self))
    {
      g_string_append (label, ", ");
      /* Translators: said by a screen reader after the title of a section that tells when to seek help, in a list of sections. */
      g_string_append (label, _ ("important"));
    }
  if (self->is_current)
    {
      g_string_append (label, ", ");
      /* Translators: said by a screen reader after the title of the section that the reader is in, in a list of sections. */
      g_string_append (label, _ ("you are here"));
    }
  return g_string_free (g_steal_pointer (&label), FALSE);
}
