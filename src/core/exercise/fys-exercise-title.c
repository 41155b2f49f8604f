/* fys-exercise-title.c - what a heading, a question or a lead says of what follows it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise-title.h"

#include <string.h>

#include "core/exercise/fys-stems.h"

/* A longer title is not read to its end. */
#define MAX_TITLE_BYTES 255

typedef enum
{
  TITLE_EXERCISE = 1 << 0, /* speaks of exercises */
  TITLE_HOW = 1 << 1,      /* asks or tells how something is done */
  TITLE_OTHER = 1 << 2,    /* asks what is not answered with an exercise … */
  TITLE_TOPIC = 1 << 3,    /* … or only when it asks for exercises, too: "Hvilke øvelser forebygger …" */
  TITLE_KIND = 1 << 4,     /* which kinds there are, what to avoid, what others do: no exercises, though it names them */
} TitleKind;

/* What may stand anywhere in a title. */
static const FysStem entries[] = {
  { "øvelse*", TITLE_EXERCISE }, { "stræk*", TITLE_EXERCISE }, { "nerveglid*", TITLE_EXERCISE }, { "exercise*", TITLE_EXERCISE },
  { "stretch*", TITLE_EXERCISE },

  { "hvordan laver*", TITLE_HOW }, { "hvordan udfører*", TITLE_HOW }, { "hvordan gør jeg*", TITLE_HOW },
  { "hvordan strækker*", TITLE_HOW }, { "hvordan træner jeg*", TITLE_HOW }, { "hvordan styrker jeg*", TITLE_HOW },
  { "hvordan udspænder*", TITLE_HOW }, { "sådan laver*", TITLE_HOW }, { "sådan gør*", TITLE_HOW }, { "sådan udfører*", TITLE_HOW },
  { "sådan strækker*", TITLE_HOW }, { "how to*", TITLE_HOW }, { "how do i*", TITLE_HOW },

  { "hvor ofte*", TITLE_OTHER }, { "hvor længe*", TITLE_OTHER }, { "hvor lang*", TITLE_OTHER }, { "hvor mange*", TITLE_OTHER },
  { "hvornår*", TITLE_OTHER }, { "hvorfor*", TITLE_OTHER }, { "hvad er*", TITLE_OTHER }, { "hvad koster*", TITLE_OTHER },
  { "hvad betyder*", TITLE_OTHER }, { "hvem *", TITLE_OTHER }, { "undgå*", TITLE_OTHER }, { "kan fysio*", TITLE_OTHER },
  { "fysioterapi*", TITLE_OTHER }, { "en fysioterapeut*", TITLE_OTHER }, { "hvad gør en*", TITLE_OTHER },
  { "er det*", TITLE_OTHER }, { "er der*", TITLE_OTHER }, { "fordele*", TITLE_OTHER }, { "typiske fejl*", TITLE_OTHER },
  { "fejl*", TITLE_OTHER }, { "kan man*", TITLE_OTHER }, { "kan jeg*", TITLE_OTHER }, { "må jeg*", TITLE_OTHER },
  { "skal jeg*", TITLE_OTHER }, { "skal man*", TITLE_OTHER }, { "bør *", TITLE_OTHER }, { "forskel*", TITLE_OTHER },
  { "virker *", TITLE_OTHER }, { "hvilke muskler*", TITLE_OTHER }, { "hvilke typer*", TITLE_OTHER }, { "selvtest*", TITLE_OTHER },
  { "testen*", TITLE_OTHER }, { "how often*", TITLE_OTHER }, { "what is*", TITLE_OTHER }, { "when *", TITLE_OTHER },
  { "why *", TITLE_OTHER }, { "should i*", TITLE_OTHER }, { "can i*", TITLE_OTHER }, { "is it*", TITLE_OTHER },
  { "variation*", TITLE_OTHER }, { "integrere*", TITLE_OTHER }, { "tips*", TITLE_OTHER }, { "i praksis*", TITLE_OTHER },
  { "program*", TITLE_OTHER }, { " værre*", TITLE_OTHER }, { "kan øvelser*", TITLE_OTHER }, { "sådan bruger*", TITLE_OTHER },
  { "how long*", TITLE_OTHER }, { "søge *", TITLE_OTHER }, { "ofte stillede*", TITLE_OTHER }, { "faq*", TITLE_OTHER },
  { "myte*", TITLE_OTHER }, { "akut*", TITLE_OTHER },

  { "symptom*", TITLE_TOPIC }, { "årsag*", TITLE_TOPIC }, { "diagnos*", TITLE_TOPIC }, { "undersøg*", TITLE_TOPIC },
  { "tests*", TITLE_TOPIC }, { "forebyg*", TITLE_TOPIC }, { "operation*", TITLE_TOPIC }, { "risiko*", TITLE_TOPIC },
  { "hjælpemid*", TITLE_TOPIC }, { "progression*", TITLE_TOPIC }, { "anatomi*", TITLE_TOPIC }, { "behandl*", TITLE_TOPIC },
  { "sikre og effektive*", TITLE_TOPIC }, { "tape*", TITLE_TOPIC }, { "sko*", TITLE_TOPIC },

  { "typer*", TITLE_KIND }, { "types*", TITLE_KIND }, { "undgå*", TITLE_KIND }, { "avoid*", TITLE_KIND }, { "fysioterap*", TITLE_KIND },
};

static FysStems stems = { entries, G_N_ELEMENTS (entries) };

/* Leads that label a part of an exercise. A word that ends in '*' stands for all that begin with it; the others stand alone, for "is" is
 * ice and "Isometrisk åbning" an exercise. */
static const char *const label_titles[] = {
  "hvorfor*", "sådan*",     "antal*",     "gentagelse*", "tips",        "tip",       "formål*",    "udførelse*", "dosering*",
  "dosis*",   "frekvens*",  "effekt",     "effekten",    "progression*", "teknik*",  "startposition*", "startstilling*",
  "udgangsposition*", "udgangsstilling*", "variation*", "niveau*", "vigtig*", "obs", "bemærk*", "udstyr*", "varighed*", "sæt",
  "hvordan*", "hvor",       "hvad",       "hvornår",     "fordel*",     "ulempe*",   "start",      "uge",        "fase*",
  "dag",      "note*",      "husk",       "advarsel*",   "undgå",       "symptom*",  "årsag*",     "why",        "how",
  "eksempel*", "eksempler*", "fokus",     "intensitet*", "pause",       "pauser",    "tempo",      "begynder",   "begyndere",
  "øvet",     "øvede",      "trin",       "is",          "kulde*",      "varme",     "varmebehandling", "hvile",  "medicin*",
  "sko",      "ergonomi*",  "kost*",      "søvn*",       "massage hos", "fejl*",     "typiske fejl", "resultat*", "pro tip",
  "bonus",    "hold",       "reps",       "repetition*", "sets",        "rest",      "frequency",  "dosage",
};

/* Those of them that say how much. */
static const char *const dosage_labels[] = {
  "antal*", "gentagelse*", "dosering*", "dosis*", "frekvens*", "varighed*", "sæt", "reps", "repetition*", "sets", "dosage",
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
  { "er ", "" },
  { "how do i do ", "" },
  { "how to do ", "" },
  { "how to ", "" },
};

/* What a question says of its topic. After a topic "for whom" stays ("øvelser mod ømme fødder"); the rest is left out. */
static const char *const topic_verbs[] = {
  " kan hjælpe med at", " kan hjælpe", " hjælper", " kan lindre", " lindrer", " er gode", " er effektive", " kan forebygge",
  " kan jeg lave hjemme", " kan jeg lave", " kan jeg gøre", " skal jeg lave", " korrekt", " stimulere", " er bedst", " virker",
  " anbefales",         " gode",       " god",      " effektive",
};

/* After "which exercises", what they do is a part of what they are called: "øvelser, der kan løsne hoften". */
static const char *const which_verbs[] = {
  " kan ", " styrker ", " løsner ", " reducerer ", " forebygger ", " mindsker ", " forbedrer ", " lindrer ", " strækker ",
};

static const char *const topic_joints[] = { " mod ", " ved ", " i ", " til ", " for " };

static gboolean
starts_any (const char        *lower,
            const char *const *words,
            guint              n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_has_prefix (lower, words[i]))
      return TRUE;
  return FALSE;
}

static void
lower_title (const char *title,
             char        lower[MAX_TITLE_BYTES + 1])
{
  (void) fys_to_lower (title, title + strlen (title), lower, MAX_TITLE_BYTES + 1);
}

/* All that stands in a title, in one reading. Returns: of TitleKind */
static guint
read_kinds (const char *lower)
{
  gsize length = strlen (lower);
  guint kinds = 0;

  fys_stems_ensure (&stems);
  for (gsize i = 0; i < length; i++)
    {
      const FysStem *entry;
      const char    *rest;
      guint          at = 0;

      while ((entry = fys_stems_next (&stems, lower + i, length - i, &at, &rest)) != NULL)
        kinds |= entry->meaning;
    }
  return kinds;
}

/* "Hvilke øvelser kan jeg lave hjemme?" asks for exercises whatever else stands in it. */
static gboolean
asks_for_exercises (const char *lower,
                    guint       kinds)
{
  return (g_str_has_prefix (lower, "hvilke ") || g_str_has_prefix (lower, "which ")) &&
         (kinds & (TITLE_EXERCISE | TITLE_KIND)) == TITLE_EXERCISE;
}

static gboolean
is_something_else (const char *lower,
                   guint       kinds)
{
  if (g_str_has_prefix (lower, "er "))
    return TRUE;
  /* "Hvad kan jeg gøre …" may well be answered with an exercise; "Kan jeg …" is answered with yes or no. */
  if ((kinds & TITLE_OTHER) != 0 && !asks_for_exercises (lower, kinds) && !g_str_has_prefix (lower, "hvad kan jeg gøre"))
    return TRUE;
  return (kinds & TITLE_TOPIC) != 0 && (kinds & TITLE_EXERCISE) == 0;
}

FysTitle
fys_title_read (const char *title)
{
  char  lower[MAX_TITLE_BYTES + 1];
  guint kinds;

  lower_title (title, lower);
  kinds = read_kinds (lower);
  return (FysTitle){ .names_exercise = (kinds & TITLE_EXERCISE) != 0,
                     .asks_how = (kinds & TITLE_HOW) != 0,
                     .is_something_else = is_something_else (lower, kinds) };
}

/* Whether @lower begins with @word as a word of its own, or at all when that ends in '*'. */
static gboolean
begins_with_word (const char *lower,
                  const char *word)
{
  gsize length;

  if (word[0] != lower[0])
    return FALSE;
  length = strlen (word);
  if (word[length - 1] == '*')
    return strncmp (lower, word, length - 1) == 0;
  return strncmp (lower, word, length) == 0 && !g_unichar_isalnum (g_utf8_get_char (lower + length));
}

gboolean
fys_title_is_label (const char *title)
{
  char lower[MAX_TITLE_BYTES + 1];

  lower_title (title, lower);
  for (guint i = 0; i < G_N_ELEMENTS (label_titles); i++)
    if (begins_with_word (lower, label_titles[i]))
      return TRUE;
  return FALSE;
}

gboolean
fys_title_is_dosage_label (const char *title,
                           gsize       length)
{
  char lower[MAX_TITLE_BYTES + 1];

  (void) fys_to_lower (title, title + length, lower, sizeof lower);
  for (guint i = 0; i < G_N_ELEMENTS (dosage_labels); i++)
    if (begins_with_word (lower, dosage_labels[i]))
      return TRUE;
  return FALSE;
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

/* "Hvilke øvelser kan løsne hoften?" Returns: (transfer full) (nullable): "øvelser, der kan løsne hoften" */
static char *
dup_with_clause (const char *topic,
                 const char *lower)
{
  for (guint i = 0; i < G_N_ELEMENTS (which_verbs); i++)
    {
      const char *verb = strstr (lower, which_verbs[i]);

      if (verb != NULL && verb > lower)
        return g_strdup_printf ("%.*s, der%s", (int) (verb - lower), topic, topic + (verb - lower));
    }
  return NULL;
}

/* "Hvordan aktiverer jeg balden?": the verb in the infinitive, "aktivere balden". Returns: (transfer full) (nullable) */
static char *
dup_infinitive (const char *topic,
                const char *lower)
{
  gsize       length = strcspn (lower, " ");
  const char *rest = lower + length;

  if (length < 4 || lower[length - 1] != 'r' || !(g_str_has_prefix (rest, " jeg ") || g_str_has_prefix (rest, " man ")))
    return NULL;
  return g_strdup_printf ("%.*s%s", (int) (length - 1), topic, topic + length + strlen (" jeg"));
}

static char *
dup_rest (const char *frame,
          const char *topic,
          const char *lower)
{
  g_autofree char *without_verb = dup_without_verb (topic, lower);
  char            *other = NULL;

  if (g_str_equal (frame, "hvordan "))
    other = dup_infinitive (topic, lower);
  /* A topic of one word ("øvelser") says nothing, and one that kept all its words kept the verb, too. */
  else if (g_str_equal (frame, "hvilke ") && (strchr (without_verb, ' ') == NULL || strlen (without_verb) == strlen (topic)))
    other = dup_with_clause (topic, lower);
  return other != NULL ? other : g_steal_pointer (&without_verb);
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
      topic = dup_rest (frames[frame].frame, start + skipped, lower + skipped);
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
