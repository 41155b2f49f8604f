/* fys-article-row.c - an article in a list of the library
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library/fys-article-row.h"

#include "ui/library/fys-library-words.h"

struct _FysArticleRow
{
  GtkWidget        parent_instance;

  /* Template children */
  GtkWidget       *title_label;
  GtkWidget       *description_label;
  GtkWidget       *facts_label;

  /* Owned */
  FysLibraryEntry *entry; /* (nullable) */
};

enum
{
  PROP_0,
  PROP_ENTRY,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (FysArticleRow, fys_article_row, GTK_TYPE_WIDGET)

static void
set_label (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
update (FysArticleRow *self)
{
  const FysLibraryInfo *info = self->entry != NULL ? fys_library_entry_get_info (self->entry) : NULL;
  g_autofree char      *facts = info != NULL ? fys_library_words_dup_facts (info) : NULL;

  set_label (self->title_label, info != NULL ? info->title : "");
  set_label (self->description_label, info != NULL ? info->description : "");
  set_label (self->facts_label, facts != NULL ? facts : "");
}

static void
fys_article_row_dispose (GObject *object)
{
  g_clear_object (&FYS_ARTICLE_ROW (object)->entry);
  gtk_widget_dispose_template (GTK_WIDGET (object), FYS_TYPE_ARTICLE_ROW);

  G_OBJECT_CLASS (fys_article_row_parent_class)->dispose (object);
}

static void
fys_article_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, FYS_ARTICLE_ROW (object)->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_article_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ENTRY:
      fys_article_row_set_entry (FYS_ARTICLE_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
fys_article_row_class_init (FysArticleRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fys_article_row_dispose;
  object_class->get_property = fys_article_row_get_property;
  object_class->set_property = fys_article_row_set_property;

  props[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, FYS_TYPE_LIBRARY_ENTRY,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "article-row");
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/library/fys-article-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FysArticleRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, FysArticleRow, description_label);
  gtk_widget_class_bind_template_child (widget_class, FysArticleRow, facts_label);
}

static void
fys_article_row_init (FysArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fys_article_row_new (void)
{
  return g_object_new (FYS_TYPE_ARTICLE_ROW, NULL);
}

void
fys_article_row_set_entry (FysArticleRow   *self,
                           FysLibraryEntry *entry)
{
  g_return_if_fail (FYS_IS_ARTICLE_ROW (self));
  g_return_if_fail (entry == NULL || FYS_IS_LIBRARY_ENTRY (entry));

  if (!g_set_object (&self->entry, entry))
    return;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENTRY]);
}
