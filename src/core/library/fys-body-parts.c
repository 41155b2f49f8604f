/* fys-body-parts.c - which parts of the body an article is about, when its front matter does not say
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/library/fys-body-parts.h"

#include <string.h>

#include "core/article/fys-slug.h"

/** Word: @pattern: a word as slugs have it; with '*' at its end or its beginning, what words begin or end with
 * @part: slug; NULL: a word that looks like one of those further down and means something else */
typedef struct
{
  const char *pattern;
  const char *part;
} Word;

/* The first one that fits counts. The Danish words for arm, back, foot, hand, leg and neck begin or end a good many others (varme, rygning, fodbold,
 * håndtere, benævne, snakke), so of these only whole words and compounds that are about them stand here. */
static const Word words[] = {
  { "albue*", "albue" },
  { "*albue", "albue" },
  { "*albuen", "albue" },
  { "epikondylit*", "albue" },
  { "epicondylit*", "albue" },
  { "akilles*", "ankel" },
  { "achilles*", "ankel" },
  { "ankel*", "ankel" },
  { "ankler*", "ankel" },
  { "anklen*", "ankel" },
  { "*ankel", "ankel" },
  { "arm", "arm" },
  { "arme", "arm" },
  { "armen*", "arm" },
  { "armene*", "arm" },
  { "armboej*", "arm" },
  { "armmusk*", "arm" },
  { "armsmert*", "arm" },
  { "armstraek*", "arm" },
  { "armtraening*", "arm" },
  { "armoevelse*", "arm" },
  { "baekken*", "baekken" },
  { "haleben*", "baekken" },
  { "*baekken", "baekken" },
  { "balde*", "balde" },
  { "balle", "balde" },
  { "ballen*", "balde" },
  { "baller*", "balde" },
  { "bagdel*", "balde" },
  { "glute*", "balde" },
  { "saedemusk*", "balde" },
  { "piriformis*", "balde" },
  { "ben", "ben" },
  { "benene*", "ben" },
  { "benet", "ben" },
  { "benets", "ben" },
  { "bencurl*", "ben" },
  { "benloeft*", "ben" },
  { "benmusk*", "ben" },
  { "benpres*", "ben" },
  { "benspark*", "ben" },
  { "bensmert*", "ben" },
  { "benstraek*", "ben" },
  { "bentraening*", "ben" },
  { "benoevelse*", "ben" },
  { "skinneben*", "ben" },
  { "underben*", "ben" },
  { "bryst*", "bryst" },
  { "ribben*", "bryst" },
  { "thorax*", "bryst" },
  { "thorac*", "bryst" },
  { "*brystet", "bryst" },
  { "finger*", "finger" },
  { "fingre*", "finger" },
  { "tommel*", "finger" },
  { "*finger", "finger" },
  { "*fingre", "finger" },
  { "fod", "fod" },
  { "foden*", "fod" },
  { "foedder*", "fod" },
  { "fodbue*", "fod" },
  { "fodled*", "fod" },
  { "fodsaal*", "fod" },
  { "fodsmert*", "fod" },
  { "fodoevelse*", "fod" },
  { "forfod*", "fod" },
  { "hulfod*", "fod" },
  { "platfod*", "fod" },
  { "hael", "fod" },
  { "haelen*", "fod" },
  { "haele*", "fod" },
  { "haelsmert*", "fod" },
  { "haelspore*", "fod" },
  { "plantar*", "fod" },
  { "svangsene*", "fod" },
  { "haand", "haand" },
  { "haanden*", "haand" },
  { "haender*", "haand" },
  { "haandsmert*", "haand" },
  { "haandled*", "haandled" },
  { "*haandled", "haandled" },
  { "karpal*", "haandled" },
  { "carpal*", "haandled" },
  { "quervain*", "haandled" },
  { "hofte*", "hofte" },
  { "*hofte", "hofte" },
  { "*hoften", "hofte" },
  { "trochanter*", "hofte" },
  { "hoved", "hoved" },
  { "hovedet*", "hoved" },
  { "hovedpine*", "hoved" },
  { "*hovedpine", "hoved" },
  { "migraene*", "hoved" },
  { "*migraene", "hoved" },
  { "hjernerystelse*", "hoved" },
  { "kaebe*", "kaebe" },
  { "*kaebe", "kaebe" },
  { "*kaeben", "kaebe" },
  { "temporomandibul*", "kaebe" },
  { "knaek*", NULL },
  { "knae*", "knae" },
  { "*knae", "knae" },
  { "*knaeet", "knae" },
  { "bakers", "knae" },
  { "menisk*", "knae" },
  { "korsbaand*", "knae" },
  { "patella*", "knae" },
  { "*laar", "laar" },
  { "laar*", "laar" },
  { "*laaret", "laar" },
  { "baglaar*", "laar" },
  { "forlaar*", "laar" },
  { "inderlaar*", "laar" },
  { "hamstring*", "laar" },
  { "quadriceps*", "laar" },
  { "laeg", "laeg" },
  { "laeggen*", "laeg" },
  { "laegfiber*", "laeg" },
  { "laegkramp*", "laeg" },
  { "laegmusk*", "laeg" },
  { "laegsmert*", "laeg" },
  { "laegstraek*", "laeg" },
  { "laegloeft*", "laeg" },
  { "laend", "laend" },
  { "laende*", "laend" },
  { "*laend", "laend" },
  { "hekseskud*", "laend" },
  { "lumbago*", "laend" },
  { "iskias*", "laend" },
  { "lyske*", "lyske" },
  { "*lyske", "lyske" },
  { "*lysken", "lyske" },
  { "mave*", "mave" },
  { "*maven", "mave" },
  { "abdom*", "mave" },
  { "hals", "nakke" },
  { "halsen*", "nakke" },
  { "halshvirv*", "nakke" },
  { "halsmusk*", "nakke" },
  { "nakke*", "nakke" },
  { "cervikal*", "nakke" },
  { "piskesmaeld*", "nakke" },
  { "torticollis*", "nakke" },
  { "whiplash*", "nakke" },
  { "overarm*", "overarm" },
  { "biceps*", "overarm" },
  { "triceps*", "overarm" },
  { "ryg", "ryg" },
  { "ryggen*", "ryg" },
  { "rygge", "ryg" },
  { "rygholdning*", "ryg" },
  { "rygmusk*", "ryg" },
  { "rygoevelse*", "ryg" },
  { "rygprolaps*", "ryg" },
  { "rygrad*", "ryg" },
  { "rygskade*", "ryg" },
  { "rygsmert*", "ryg" },
  { "rygsoejle*", "ryg" },
  { "rygstabil*", "ryg" },
  { "rygtraening*", "ryg" },
  { "bechterew*", "ryg" },
  { "discus*", "ryg" },
  { "diskus*", "ryg" },
  { "rodtryk*", "ryg" },
  { "scheuermann*", "ryg" },
  { "skoliose*", "ryg" },
  { "spinalstenose*", "ryg" },
  { "skulder*", "skulder" },
  { "skuldre*", "skulder" },
  { "*skulder", "skulder" },
  { "*skulderen", "skulder" },
  { "rotatorcuff*", "skulder" },
  { "rotatormanchet*", "skulder" },
  { "scapula*", "skulder" },
  { "supraspinatus*", "skulder" },
  { "hallux*", "taa" },
  { "storetaa*", "taa" },
  { "taa", "taa" },
  { "taaen*", "taa" },
  { "taaneg*", "taa" },
  { "taeer*", "taa" },
  { "underarm*", "underarm" },
};

static gboolean
fits (const char *word,
      const char *pattern)
{
  gsize length = strlen (pattern);

  if (*pattern == '*')
    return g_str_has_suffix (word, pattern + 1);
  return pattern[length - 1] == '*' ? strncmp (word, pattern, length - 1) == 0 : strcmp (word, pattern) == 0;
}

/* Returns: (nullable): the part of the body that @word is about */
static const char *
find_part (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (fits (word, words[i].pattern))
      return words[i].part;
  return NULL;
}

static void
add_parts_of (GStrvBuilder *parts,
              GHashTable   *known,
              const char   *text)
{
  g_autofree char *slug = fys_slug_from_text (text);
  g_auto (GStrv)   slugs = g_strsplit (slug, "-", -1);

  for (char **word = slugs; *word != NULL; word++)
    {
      const char *part = find_part (*word);

      if (part != NULL && g_hash_table_add (known, (gpointer) part))
        g_strv_builder_add (parts, part);
    }
}

char **
fys_body_parts_guess (const char *title,
                      const char *key)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  const char *name;

  g_return_val_if_fail (title != NULL && key != NULL, NULL);

  name = strrchr (key, '/');
  add_parts_of (parts, known, title);
  add_parts_of (parts, known, name != NULL ? name + 1 : key);
  return g_strv_builder_end (parts);
}
