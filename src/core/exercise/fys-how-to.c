/* fys-how-to.c - whether a text tells the reader what to do with the body
 *
 * Words are compared as stems, with the ending left open, so that "løft", "løfter" and "løfte" are one. A command is a stem without an
 * ending at the start of a sentence or a clause.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-how-to.h"

#include <string.h>

#include "core/exercise/fys-dosage-lexer.h"

/* Commands as they are said; infinitive and present are told by their endings. */
static const char *const movements[] = {
  "lig",    "læg",   "sid",    "sæt",    "stå",   "stil",  "knæl",  "løft",  "sænk",    "stræk",  "bøj",   "drej",   "træk",
  "pres",   "skub",  "hold",   "spænd",  "klem",  "rul",   "kryds", "før",   "placer",  "placér", "start", "træd",   "hop",
  "hæng",   "grib",  "tag",    "vip",    "kip",   "knib",  "rejs",  "svaj",  "rund",    "bevæg",  "støt",  "lad",    "vend",
  "nik",    "sving", "cirkl",  "krøl",   "saml",  "spred", "gentag", "fold", "glid",    "læn",    "tryk",  "slip",   "fat",
  "åbn",    "luk",   "ånd",    "pust",   "nyn",   "hum",   "gargl", "byg",   "rotér",   "roter",  "tilt",  "skyd",   "fasthold",
  "fastgør", "bring", "sigt",  "flet",   "massér", "masser", "gå",  "ret",   "lift",    "lower",  "stand", "lie",    "sit",
  "raise",  "bend",  "pull",   "push",   "press", "stretch", "turn", "tuck", "squeeze", "lean",   "place", "bringe", "step",
};

/* Parts of words that make an instruction specific. */
static const char *const specifics[] = {
  "ryggen",  "maven",   "siden",  "gulv",    "stol",     "væg",     "dør",     "alle fire", "trappe", "trin",   "elastik", "vægt",
  "bold",    "håndklæde", "pude", "underlag", "måtte",   "bord",    "knæ",     "hofte",     "hæl",    "tæer",   "tå",      "fod",
  "ben",     "arm",     "albue",  "skulder", "skuldr",   "hoved",   "hage",    "bryst",     "bækken", "bagdel", "balde",   "lår",
  "læg",     "hånd",    "hænder", "finger",  "fingr",    "ankel",   "anklen",  "nakke",     "navle",  "krop",   "ret ryg", "oprejst",
  "loftet",  "opad",    "nedad",  "bagud",   "fremad",   "udad",    "indad",   "skråt",     "lodret", "vandret", "stang",  "næse",
  "mund",    "kæbe",    "tunge",  "floor",   "chair",    "wall",    "back",    "knee",      "foot",   "feet",   "hand",    "chest",
  "shoulder", "heel",   "hip",    "fodsål",  "flaske",   "øre",     "brystet",
};

static const char *const exercise_words[] = {
  "øvelse", "stræk", "udspænding", "hjemmetræning", "nerveglid", "exercise", "stretch",
};

static const char *const exercise_titles[] = {
  "øvelse", "stræk", "nerveglid", "exercise", "stretch",
};

static const char *const how_titles[] = {
  "hvordan laver", "hvordan udfører", "hvordan gør jeg", "hvordan strækker", "hvordan træner jeg", "hvordan styrker jeg",
  "hvordan udspænder", "sådan laver", "sådan gør", "sådan udfører", "sådan strækker", "how to", "how do i",
};

/* A heading that asks this is not answered with an exercise of its own … */
static const char *const other_questions[] = {
  "hvor ofte",    "hvor længe",    "hvor lang",   "hvor mange",   "hvornår",      "hvorfor",   "hvad er",     "hvad koster",
  "hvad betyder", "hvem ",         "undgå",       "kan fysio",    "fysioterapi",  "hvad gør en", "er det",    "er der",
  "fordele",      "typiske fejl",  "fejl",        "kan man",      "kan jeg",      "må jeg",    "skal jeg",    "skal man",
  "bør ",         "forskel",       "virker ",     "hvilke muskler", "hvilke typer", "selvtest", "testen",     "how often",
  "what is",      "when ",         "why ",        "should i",     "can i",        "is it",     "variation",   "integrere",
  "tips",         "i praksis",     "program",     " værre",        "kan øvelser",  "sådan bruger", "how long",
  "søge ",        "ofte stillede", "faq",         "myte",         "akut",
};

/* … and one with such a topic only if it asks for exercises: "Hvilke øvelser forebygger …". */
static const char *const other_topics[] = {
  "symptom",   "årsag",    "diagnos", "undersøg", "tests",       "forebyg", "operation", "risiko",
  "hjælpemid", "progression", "anatomi", "behandl", "sikre og effektive", "tape", "sko",
};

static const char *const label_titles[] = {
  "hvorfor",   "sådan",        "antal",      "gentagelse", "tips",      "tip",       "formål",    "udførelse", "dosering", "frekvens",
  "effekt",    "progression",  "teknik",     "startposition", "udgangsposition", "variation", "niveau", "vigtig", "obs",   "bemærk",
  "udstyr",    "varighed",     "sæt",        "hvordan",    "hvor ",     "hvad",      "fordele",   "ulemper",   "start",    "uge ",
  "fase",      "dag ",         "note",       "husk",       "advarsel",  "undgå",     "symptom",   "årsag",     "why",      "how",
  "eksempel",  "fokus",        "intensitet", "pause",      "tempo",     "begynder",  "øvet",      "trin ",     "is",       "kulde",
  "varme",     "hvile",        "medicin",    "sko",        "ergonomi",  "kost",      "søvn",      "massage hos",
};

/* How a heading asks for an exercise, and what is put in front of the topic instead. Longer frames come before their beginnings. */
static const struct
{
  const char *frame;
  const char *instead;
} frames[] = {
  { "hvordan laver jeg ", "" },
  { "hvordan laver man ", "" },
  { "hvordan udfører jeg ", "" },
  { "hvordan udfører man ", "" },
  { "hvordan gør jeg ", "" },
  { "hvordan træner jeg ", "" },
  { "hvordan styrker jeg ", "styrke " },
  { "hvordan strækker jeg ", "stræk af " },
  { "hvordan udspænder jeg ", "udspænding af " },
  { "hvordan bruger jeg ", "" },
  { "hvordan hjælper ", "" },
  { "hvordan ", "" },
  { "hvad kan jeg gøre for at ", "" },
  { "hvad kan jeg gøre hjemme for at ", "" },
  { "hvilke ", "" },
  { "sådan laver du ", "" },
  { "sådan udfører du ", "" },
  { "kan ", "" },
  { "how do i do ", "" },
  { "how to do ", "" },
  { "how to ", "" },
};

/* What a question says of its topic. After a topic "for whom" stays ("øvelser mod ømme fødder"); the rest is left out. */
static const char *const topic_verbs[] = {
  " kan hjælpe med at", " kan hjælpe", " hjælper", " kan lindre", " lindrer", " er gode", " er effektive", " kan forebygge",
  " korrekt",           " stimulere",  " er bedst", " virker",    " anbefales",
};

static const char *const topic_joints[] = { " mod ", " ved ", " i ", " til ", " for " };

/** Stems: a list of stems by their first byte, so that a word is compared with the few that may begin it. Made once. */
typedef struct
{
  const char *const *words;
  guint              n_words;
  guint16            order[128]; /* indexes into words */
  guint16            first[257]; /* into order, by byte */
} Stems;

G_STATIC_ASSERT (G_N_ELEMENTS (movements) <= 128);
G_STATIC_ASSERT (G_N_ELEMENTS (specifics) <= 128);

static Stems movement_stems;
static Stems specific_stems;

static void
init_stems (Stems             *self,
            const char *const *words,
            guint              n_words)
{
  guint n = 0;

  self->words = words;
  self->n_words = n_words;
  for (guint byte = 0; byte < 256; byte++)
    {
      self->first[byte] = n;
      for (guint i = 0; i < n_words; i++)
        if ((guchar) words[i][0] == byte)
          self->order[n++] = i;
    }
  self->first[256] = n;
}

static void
init_all_stems (void)
{
  static gsize is_ready = 0;

  if (!g_once_init_enter (&is_ready))
    return;
  init_stems (&movement_stems, movements, G_N_ELEMENTS (movements));
  init_stems (&specific_stems, specifics, G_N_ELEMENTS (specifics));
  g_once_init_leave (&is_ready, 1);
}

/* Returns: (nullable): the next stem after the @i-th that @lower begins with; @i goes on from there */
static const char *
next_stem (const Stems *self,
           const char  *lower,
           guint       *i)
{
  guchar byte = (guchar) lower[0];

  for (; self->first[byte] + *i < self->first[byte + 1]; (*i)++)
    {
      const char *stem = self->words[self->order[self->first[byte] + *i]];

      if (g_str_has_prefix (lower, stem))
        {
          (*i)++;
          return stem;
        }
    }
  return NULL;
}

static gboolean
contains_any (const char        *lower,
              const char *const *words,
              guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
starts_any (const char        *lower,
            const char *const *words,
            guint              n_words)
{
  /* This is asked for every word of an article, and most are told apart by their first letter. */
  for (guint i = 0; i < n_words; i++)
    if (words[i][0] == lower[0] && g_str_has_prefix (lower, words[i]))
      return TRUE;
  return FALSE;
}

typedef enum
{
  FORM_NONE,
  FORM_BARE, /* løft */
  FORM_OTHER, /* løfte, løfter, løftes */
} Form;

static Form
movement_form (const char *lower)
{
  const char *stem;
  guint       i = 0;

  while ((stem = next_stem (&movement_stems, lower, &i)) != NULL)
    {
      const char *ending = lower + strlen (stem);

      if (*ending == '\0')
        return FORM_BARE;
      /* A doubled consonant comes before the ending: ligge, sidder, lægger. */
      if (*ending == ending[-1])
        ending++;
      if (strcmp (ending, "e") == 0 || strcmp (ending, "er") == 0 || strcmp (ending, "es") == 0 || strcmp (ending, "r") == 0 ||
          strcmp (ending, "s") == 0)
        return FORM_OTHER;
    }
  return FORM_NONE;
}

static gboolean
is_specific (const char *lower)
{
  guint i = 0;

  return next_stem (&specific_stems, lower, &i) != NULL;
}

/* A word that leaves the next one at the start of a clause. */
static gboolean
opens_clause (const char *lower)
{
  return strcmp (lower, "og") == 0 || strcmp (lower, "så") == 0 || strcmp (lower, "derefter") == 0 || strcmp (lower, "and") == 0 ||
         strcmp (lower, "eller") == 0 || strcmp (lower, "then") == 0;
}

static gboolean
ends_clause (char c)
{
  return c == '.' || c == ',' || c == ':' || c == ';' || c == '!' || c == '?' || c == '(' || c == ')' || c == '\n';
}

static void
measure_word (FysHowTo   *self,
              const char *lower,
              gboolean    at_clause)
{
  Form form = movement_form (lower);

  if (form != FORM_NONE)
    self->n_movements++;
  if (form == FORM_BARE && at_clause)
    self->n_commands++;
  else if (form == FORM_NONE)
    {
      self->n_specifics += is_specific (lower);
      self->n_exercise_words += contains_any (lower, exercise_words, G_N_ELEMENTS (exercise_words));
    }
}

void
fys_how_to_measure (const char *text,
                    FysHowTo   *out_how_to)
{
  g_autofree char *bounded = g_strndup (text, strnlen (text, FYS_DOSAGE_MAX_BYTES));
  g_autofree char *valid = g_utf8_make_valid (bounded, -1);
  g_autofree char *lower = g_utf8_strdown (valid, -1);
  gboolean         at_clause = TRUE;

  init_all_stems ();
  *out_how_to = (FysHowTo){ 0 };
  for (char *p = lower; *p != '\0';)
    {
      char *start = p;
      char  mark;

      while (g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        {
          at_clause |= ends_clause (*p);
          p = g_utf8_next_char (p);
          continue;
        }
      mark = *p;
      *p = '\0';
      measure_word (out_how_to, start, at_clause);
      at_clause = opens_clause (start);
      *p = mark;
    }
}

gboolean
fys_how_to_is_full (const FysHowTo *self)
{
  return self->n_movements >= 2 && self->n_specifics >= 2 && (self->n_commands >= 2 || self->n_movements >= 4);
}

gboolean
fys_how_to_is_brief (const FysHowTo *self)
{
  return self->n_movements >= 1 && self->n_specifics >= 1 && (self->n_commands >= 1 || self->n_movements >= 2);
}

gboolean
fys_title_names_exercise (const char *title)
{
  g_autofree char *lower = g_utf8_strdown (title, -1);

  return contains_any (lower, exercise_titles, G_N_ELEMENTS (exercise_titles));
}

gboolean
fys_title_asks_how (const char *title)
{
  g_autofree char *lower = g_utf8_strdown (title, -1);

  return contains_any (lower, how_titles, G_N_ELEMENTS (how_titles));
}

gboolean
fys_title_is_something_else (const char *title)
{
  g_autofree char *lower = g_utf8_strdown (title, -1);

  if (g_str_has_prefix (lower, "er "))
    return TRUE;
  /* "Hvad kan jeg gøre …" may well be answered with an exercise; "Kan jeg …" is answered with yes or no. */
  if (!g_str_has_prefix (lower, "hvad kan jeg gøre") && contains_any (lower, other_questions, G_N_ELEMENTS (other_questions)))
    return TRUE;
  return contains_any (lower, other_topics, G_N_ELEMENTS (other_topics)) &&
         !contains_any (lower, exercise_titles, G_N_ELEMENTS (exercise_titles));
}

gboolean
fys_title_is_label (const char *title)
{
  g_autofree char *lower = g_utf8_strdown (title, -1);

  return starts_any (lower, label_titles, G_N_ELEMENTS (label_titles));
}

static const char *
skip_number (const char *title)
{
  const char *p = title;

  while (g_ascii_isdigit (*p))
    p++;
  if (p == title || (*p != '.' && *p != ')'))
    return title;
  p++;
  while (*p == ' ')
    p++;
  return p;
}

/* Returns: the index of the frame that @lower begins with, or the number of frames */
static guint
find_frame (const char *lower)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (frames) && !g_str_has_prefix (lower, frames[i].frame))
    i++;
  return i;
}

static gsize
skip_articles (const char *lower)
{
  static const char *const articles[] = { "en ", "et ", "sikker ", "sikkert ", "an " };
  gsize                    length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_str_has_prefix (lower + length, articles[i]))
      length += strlen (articles[i]);
  return length;
}

/* Cuts out the verb of a question; @lower is the same text in lower case, byte for byte. */
static char *
dup_without_verb (const char *topic,
                  const char *lower)
{
  for (guint i = 0; i < G_N_ELEMENTS (topic_verbs); i++)
    {
      const char *verb = strstr (lower, topic_verbs[i]);
      const char *rest;

      if (verb == NULL || verb == lower)
        continue;
      rest = verb + strlen (topic_verbs[i]);
      if (starts_any (rest, topic_joints, G_N_ELEMENTS (topic_joints)))
        return g_strdup_printf ("%.*s%s", (int) (verb - lower), topic, topic + (rest - lower));
      return g_strndup (topic, verb - lower);
    }
  return g_strdup (topic);
}

/* "2. Air squats – udholdenhed i underkroppen": in a numbered heading, what follows the dash explains. */
static void
cut_subtitle (char *topic)
{
  char *dash = strstr (topic, " – ");

  if (dash != NULL && dash > topic)
    *dash = '\0';
}

char *
fys_title_dup_topic (const char *title)
{
  const char      *start = skip_number (title);
  g_autofree char *lower = g_utf8_strdown (start, -1);
  g_autofree char *topic = NULL;
  guint            frame = find_frame (lower);
  gsize            skipped;

  /* The bytes of both correspond as long as lower case is as long, which holds for all that articles are written in. */
  if (frame == G_N_ELEMENTS (frames) || strlen (lower) != strlen (start))
    topic = g_strdup (start);
  else
    {
      skipped = strlen (frames[frame].frame);
      skipped += skip_articles (lower + skipped);
      topic = dup_without_verb (start + skipped, lower + skipped);
    }
  if (start != title)
    cut_subtitle (topic);
  g_strchomp (topic);
  while (g_str_has_suffix (topic, "?") || g_str_has_suffix (topic, ":") || g_str_has_suffix (topic, "."))
    topic[strlen (topic) - 1] = '\0';
  if (*topic == '\0')
    return g_strdup (title);
  return frame < G_N_ELEMENTS (frames) ? g_strconcat (frames[frame].instead, topic, NULL) : g_steal_pointer (&topic);
}
