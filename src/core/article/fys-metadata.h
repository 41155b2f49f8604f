/* fys-metadata.h - the front matter of an article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FysDate: a calendar day; all zero when nothing (or nothing readable) was stated. */
typedef struct
{
  guint16 year;
  guint8  month; /* 1–12 */
  guint8  day;   /* 1–31 */
} FysDate;

typedef enum
{
  FYS_NODE_NULL,
  FYS_NODE_TEXT,
  FYS_NODE_LIST,
  FYS_NODE_MAP,
} FysNodeKind;

/** FysNode: a YAML value with its place in the file. Of a list, `children` are the items; of a map, the values, each with its `key`. */
typedef struct _FysNode FysNode;
struct _FysNode
{
  FysNodeKind kind;
  guint       line;     /* 1-based, in the file */
  guint       column;   /* 1-based, characters */
  const char *key;      /* (nullable) */
  const char *text;     /* of FYS_NODE_TEXT; "" otherwise */
  GPtrArray  *children; /* (nullable) (element-type FysNode) */
};

/** FysRelated: a link to another text of the publisher; `type` is ordbog, blog, styrkeoevelser or page. */
typedef struct
{
  const char *type;
  const char *slug;
  const char *title;
} FysRelated;

/** FysMetadata: what the front matter says. Every string may be %NULL (not stated). Borrowed from the article. */
typedef struct
{
  const char       *title; /* as stated (also spelled `Title`); see fys_article_get_title() for what to show */
  const char       *meta_title;
  const char       *h1;
  const char       *description;
  const char       *author;
  const char       *specialty;
  const char       *preview_image;
  const char       *preview_image_alt;
  const char       *video_url;
  FysDate           published;
  FysDate           updated;
  gboolean          is_unlisted;
  const char      **body_parts; /* (nullable) (array zero-terminated=1) */
  const FysRelated *related;
  guint             n_related;
  const FysNode    *root; /* (nullable): the whole front matter, unknown keys included, in the order of the file */
} FysMetadata;

gboolean       fys_date_is_set          (const FysDate     *self);
/* Whether the text was last updated (else published) more than @years before @today; %FALSE when neither is known. */
gboolean       fys_metadata_is_older    (const FysMetadata *self,
                                         const FysDate     *today,
                                         guint              years);
/* @key is compared as it is spelled. Returns: (transfer none) (nullable): the value of a top-level key */
const FysNode *fys_metadata_get_node    (const FysMetadata *self,
                                         const char        *key);

G_END_DECLS
