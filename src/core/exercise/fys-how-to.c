/* fys-how-to.c - whether a text tells the reader what to do with the body
 *
 * Words are compared as stems, with the ending left open, so that "løft", "løfter" and "løfte" are one. A command is a stem without an
 * ending at the start of a clause; elsewhere it is a noun ("et løft", "stræk af læggen") and moves nothing.
 *
 * What counts is the act: one clause in which a movement is made with a part of the body, or at a place. "Hold fokus", "start roligt" and
 * "øvelser for læggen" are none, however many there are.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-how-to.h"

#include "core/exercise/fys-dosage-lexer.h"
#include "core/exercise/fys-stems.h"

/* "mod det modsatte knæ": so many words may stand between a preposition and the part of the body that it leads to. */
#define MAX_WORDS_TO_PART 3

typedef enum
{
  STEM_MOVEMENT,
  STEM_COMMAND,     /* a movement in this form only: "stram", but not "stramme"; all English ones */
  STEM_PART,        /* of the body */
  STEM_PLACE,       /* a starting position, a contact, a piece of equipment, a direction */
  STEM_EXERCISE,    /* speaks of exercises */
  STEM_LEADING,
  STEM_PREPOSITION,
  STEM_CLAUSE,
  STEM_OF,
  STEM_SELF,
  STEM_ALL,
  STEM_FOUR,
  N_STEM_KINDS,
} StemKind;

static const FysStem entries[] = {
  /* Commands as they are said; infinitive and present are told by their endings. */
  { "lig*", STEM_MOVEMENT }, { "læg*", STEM_MOVEMENT }, { "sid*", STEM_MOVEMENT }, { "sæt*", STEM_MOVEMENT }, { "stå*", STEM_MOVEMENT },
  { "stil*", STEM_MOVEMENT }, { "knæl*", STEM_MOVEMENT }, { "løft*", STEM_MOVEMENT }, { "sænk*", STEM_MOVEMENT }, { "hæv*", STEM_MOVEMENT },
  { "stræk*", STEM_MOVEMENT }, { "bøj*", STEM_MOVEMENT }, { "drej*", STEM_MOVEMENT }, { "vrid*", STEM_MOVEMENT }, { "træk*", STEM_MOVEMENT },
  { "pres*", STEM_MOVEMENT }, { "skub*", STEM_MOVEMENT }, { "hold*", STEM_MOVEMENT }, { "spænd*", STEM_MOVEMENT }, { "stram", STEM_COMMAND },
  { "klem*", STEM_MOVEMENT }, { "rul*", STEM_MOVEMENT }, { "kryds*", STEM_MOVEMENT }, { "før*", STEM_MOVEMENT }, { "placer*", STEM_MOVEMENT },
  { "placér*", STEM_MOVEMENT }, { "træd*", STEM_MOVEMENT }, { "hop*", STEM_MOVEMENT }, { "hæng*", STEM_MOVEMENT }, { "grib*", STEM_MOVEMENT },
  { "tag*", STEM_MOVEMENT }, { "vip*", STEM_MOVEMENT }, { "kip*", STEM_MOVEMENT }, { "knib*", STEM_MOVEMENT }, { "rejs*", STEM_MOVEMENT },
  { "svaj*", STEM_MOVEMENT }, { "rund*", STEM_MOVEMENT }, { "bevæg*", STEM_MOVEMENT }, { "støt*", STEM_MOVEMENT }, { "lad*", STEM_MOVEMENT },
  { "vend*", STEM_MOVEMENT }, { "nik*", STEM_MOVEMENT }, { "sving*", STEM_MOVEMENT }, { "krøl*", STEM_MOVEMENT },
  { "krum*", STEM_MOVEMENT }, { "saml*", STEM_MOVEMENT }, { "spred*", STEM_MOVEMENT }, { "fold*", STEM_MOVEMENT }, { "glid*", STEM_MOVEMENT },
  { "læn*", STEM_MOVEMENT }, { "tryk*", STEM_MOVEMENT }, { "slip*", STEM_MOVEMENT }, { "fat*", STEM_MOVEMENT }, { "knyt*", STEM_MOVEMENT },
  { "åbn*", STEM_MOVEMENT }, { "luk*", STEM_MOVEMENT }, { "ånd*", STEM_MOVEMENT }, { "pust*", STEM_MOVEMENT }, { "nyn*", STEM_MOVEMENT },
  { "hum*", STEM_MOVEMENT }, { "gargl*", STEM_MOVEMENT }, { "byg*", STEM_MOVEMENT }, { "rotér*", STEM_MOVEMENT }, { "roter*", STEM_MOVEMENT },
  { "tilt*", STEM_MOVEMENT }, { "skyd*", STEM_MOVEMENT }, { "fasthold*", STEM_MOVEMENT }, { "fastgør*", STEM_MOVEMENT },
  { "bring*", STEM_MOVEMENT }, { "sigt*", STEM_MOVEMENT }, { "flet*", STEM_MOVEMENT }, { "massér*", STEM_MOVEMENT },
  { "masser*", STEM_MOVEMENT }, { "gå*", STEM_MOVEMENT }, { "ret*", STEM_MOVEMENT }, { "peg*", STEM_MOVEMENT }, { "lift", STEM_COMMAND },
  { "lower", STEM_COMMAND }, { "stand", STEM_COMMAND }, { "lie", STEM_COMMAND }, { "sit", STEM_COMMAND }, { "raise", STEM_COMMAND },
  { "bend", STEM_COMMAND }, { "pull", STEM_COMMAND }, { "push", STEM_COMMAND }, { "press", STEM_COMMAND },
  { "stretch", STEM_COMMAND }, { "turn", STEM_COMMAND }, { "tuck", STEM_COMMAND }, { "squeeze", STEM_COMMAND },
  { "lean", STEM_COMMAND }, { "place", STEM_COMMAND }, { "step", STEM_COMMAND }, { "cross", STEM_COMMAND },
  { "tighten", STEM_COMMAND }, { "keep", STEM_COMMAND },

  { "knæ*", STEM_PART }, { "hofte*", STEM_PART }, { "hæl*", STEM_PART }, { "tæer*", STEM_PART }, { "tå*", STEM_PART }, { "fod*", STEM_PART },
  { "fødder*", STEM_PART }, { "ben*", STEM_PART }, { "arm*", STEM_PART }, { "albue*", STEM_PART }, { "skulder*", STEM_PART },
  { "skuldr*", STEM_PART }, { "hoved*", STEM_PART }, { "hage*", STEM_PART }, { "bryst*", STEM_PART }, { "bækken*", STEM_PART },
  { "bagdel*", STEM_PART }, { "balde*", STEM_PART }, { "balle*", STEM_PART }, { "lår*", STEM_PART }, { "læg*", STEM_PART },
  { "hånd*", STEM_PART }, { "hænder*", STEM_PART }, { "finger*", STEM_PART }, { "fingr*", STEM_PART }, { "tommel*", STEM_PART },
  { "ankel*", STEM_PART }, { "anklen*", STEM_PART }, { "nakke*", STEM_PART }, { "navle*", STEM_PART },
  { "næse*", STEM_PART }, { "mund*", STEM_PART }, { "kæbe*", STEM_PART }, { "tunge*", STEM_PART }, { "øre*", STEM_PART },
  { "mave*", STEM_PART }, { "lænd*", STEM_PART }, { "overkrop*", STEM_PART }, { "underarm*", STEM_PART }, { "overarm*", STEM_PART },
  { "storetå*", STEM_PART }, { "forfod*", STEM_PART }, { "ryg*", STEM_PART }, { "muskl*", STEM_PART }, { "knee*", STEM_PART },
  { "foot*", STEM_PART }, { "feet*", STEM_PART }, { "hand*", STEM_PART }, { "chest*", STEM_PART }, { "shoulder*", STEM_PART },
  { "heel*", STEM_PART }, { "hip*", STEM_PART }, { "leg*", STEM_PART }, { "head*", STEM_PART }, { "chin*", STEM_PART },
  { "elbow*", STEM_PART }, { "toe*", STEM_PART }, { "calf*", STEM_PART }, { "neck*", STEM_PART }, { "thigh*", STEM_PART },

  { "ryggen*", STEM_PLACE }, { "maven*", STEM_PLACE }, { "siden*", STEM_PLACE }, { "gulv*", STEM_PLACE }, { "stol*", STEM_PLACE },
  { "væg*", STEM_PLACE }, { "dør*", STEM_PLACE }, { "trappe*", STEM_PLACE }, { "trin*", STEM_PLACE }, { "elastik*", STEM_PLACE },
  { "vægt*", STEM_PLACE }, { "håndvægt*", STEM_PLACE }, { "bold*", STEM_PLACE }, { "tennisbold*", STEM_PLACE }, { "håndklæde*", STEM_PLACE },
  { "pude*", STEM_PLACE }, { "underlag*", STEM_PLACE }, { "måtte*", STEM_PLACE }, { "bord*", STEM_PLACE }, { "bænk*", STEM_PLACE },
  { "stang*", STEM_PLACE }, { "flaske*", STEM_PLACE }, { "vandflaske*", STEM_PLACE }, { "bånd*", STEM_PLACE }, { "træningsbånd*", STEM_PLACE },
  { "foam*", STEM_PLACE }, { "massagebold*", STEM_PLACE }, { "kant*", STEM_PLACE }, { "skumrulle*", STEM_PLACE }, { "loftet*", STEM_PLACE }, { "opad*", STEM_PLACE }, { "nedad*", STEM_PLACE },
  { "bagud*", STEM_PLACE }, { "fremad*", STEM_PLACE }, { "udad*", STEM_PLACE }, { "indad*", STEM_PLACE }, { "skråt*", STEM_PLACE },
  { "lodret*", STEM_PLACE }, { "vandret*", STEM_PLACE }, { "oprejst*", STEM_PLACE }, { "foroverbøj*", STEM_PLACE },
  { "fremoverbøj*", STEM_PLACE }, { "liggende*", STEM_PLACE }, { "siddende*", STEM_PLACE }, { "stående*", STEM_PLACE },
  { "knælende*", STEM_PLACE }, { "fodsål*", STEM_PLACE }, { "floor*", STEM_PLACE }, { "chair*", STEM_PLACE }, { "wall*", STEM_PLACE },
  { "back*", STEM_PLACE }, { "band*", STEM_PLACE }, { "towel*", STEM_PLACE }, { "table*", STEM_PLACE }, { "ball*", STEM_PLACE },
  { "upright*", STEM_PLACE }, { "upwards*", STEM_PLACE }, { "downwards*", STEM_PLACE }, { "ceiling*", STEM_PLACE },

  { "øvelse*", STEM_EXERCISE }, { "stræk*", STEM_EXERCISE }, { "udspænding*", STEM_EXERCISE }, { "exercise*", STEM_EXERCISE },
  { "stretch*", STEM_EXERCISE },

  /* Commands that lead to a movement and are none themselves. */
  { "gentag", STEM_LEADING }, { "lav", STEM_LEADING }, { "udfør", STEM_LEADING }, { "brug", STEM_LEADING },
  { "prøv", STEM_LEADING }, { "start", STEM_LEADING }, { "begynd", STEM_LEADING }, { "forsøg", STEM_LEADING },
  { "find", STEM_LEADING }, { "repeat", STEM_LEADING }, { "try", STEM_LEADING }, { "use", STEM_LEADING },
  { "begin", STEM_LEADING },

  /* Prepositions that lead to an end point or a contact. "I", "for" and "af" mostly tell what something is good for. */
  { "mod", STEM_PREPOSITION }, { "på", STEM_PREPOSITION }, { "under", STEM_PREPOSITION }, { "bag", STEM_PREPOSITION },
  { "bagved", STEM_PREPOSITION }, { "foran", STEM_PREPOSITION }, { "mellem", STEM_PREPOSITION }, { "omkring", STEM_PREPOSITION },
  { "om", STEM_PREPOSITION }, { "over", STEM_PREPOSITION }, { "against", STEM_PREPOSITION }, { "on", STEM_PREPOSITION },
  { "behind", STEM_PREPOSITION }, { "between", STEM_PREPOSITION }, { "toward", STEM_PREPOSITION }, { "towards", STEM_PREPOSITION },

  /* Words that leave the next one at the start of a clause. */
  { "og", STEM_CLAUSE }, { "så", STEM_CLAUSE }, { "derefter", STEM_CLAUSE }, { "herefter", STEM_CLAUSE }, { "eller", STEM_CLAUSE },
  { "langsomt", STEM_CLAUSE }, { "roligt", STEM_CLAUSE }, { "forsigtigt", STEM_CLAUSE }, { "blidt", STEM_CLAUSE },
  { "let", STEM_CLAUSE }, { "samtidig", STEM_CLAUSE }, { "and", STEM_CLAUSE }, { "then", STEM_CLAUSE }, { "slowly", STEM_CLAUSE },
  { "gently", STEM_CLAUSE },

  /* After a bare stem: what makes a noun of it ("stræk af læggen", "løft er godt"). */
  { "af", STEM_OF }, { "er", STEM_OF }, { "kan", STEM_OF }, { "of", STEM_OF }, { "is", STEM_OF },

  { "dig", STEM_SELF }, { "sig", STEM_SELF }, { "alle", STEM_ALL }, { "all", STEM_ALL }, { "fire", STEM_FOUR }, { "fours", STEM_FOUR },
};

static FysStems stems = { entries, G_N_ELEMENTS (entries) };

typedef enum
{
  FORM_NONE,
  FORM_BARE,  /* løft */
  FORM_OTHER, /* løfte, løfter, løftes */
} Form;

/* The form of a movement that what follows its stem makes of it. */
static Form
form_of_ending (const char *ending)
{
  if (*ending == '\0')
    return FORM_BARE;
  /* A doubled consonant comes before the ending: ligge, sidder, lægger. */
  if (*ending == ending[-1])
    ending++;
  if (strcmp (ending, "e") == 0 || strcmp (ending, "er") == 0 || strcmp (ending, "es") == 0 || strcmp (ending, "r") == 0 ||
      strcmp (ending, "s") == 0)
    return FORM_OTHER;
  return FORM_NONE;
}

/** Word: what a word may mean; a word may be several things */
typedef struct
{
  Form     form;
  gboolean is[N_STEM_KINDS];
} Word;

static Word
look_up (const char *lower,
         gsize       length)
{
  Word           word = { FORM_NONE };
  guint          at = 0;
  const FysStem *entry;
  const char    *ending;

  while ((entry = fys_stems_next (&stems, lower, length, &at, &ending)) != NULL)
    if (entry->meaning == STEM_COMMAND)
      word.form = FORM_BARE;
    else if (entry->meaning != STEM_MOVEMENT)
      word.is[entry->meaning] = TRUE;
    else if (word.form == FORM_NONE)
      word.form = form_of_ending (ending);
  return word;
}

/** Reader: a clause that is being read. */
typedef struct
{
  FysHowTo *how_to;
  guint     n_movements;
  guint     n_parts;
  guint     n_places;
  guint     words_since_preposition;
  gboolean  at_start;       /* of the clause, or after a word that leaves the next one there */
  gboolean  was_bare;       /* the last word was a command that may yet turn out to be a noun */
  gboolean  was_press;      /* the last word was "presse", which "sig" makes a figure of speech */
  gboolean  was_all;        /* the last word was "alle" ("på alle fire") */
} Reader;

static void
begin_clause (Reader *self)
{
  self->n_movements = self->n_parts = self->n_places = 0;
  self->words_since_preposition = G_MAXUINT;
  self->at_start = TRUE;
  self->was_bare = self->was_press = self->was_all = FALSE;
}

static void
end_clause (Reader *self)
{
  if (self->n_movements > 0 && self->n_parts + self->n_places > 0)
    {
      self->how_to->n_acts++;
      self->how_to->n_parts += self->n_parts;
      self->how_to->n_places += self->n_places;
    }
  self->how_to->n_movements += self->n_movements;
  begin_clause (self);
}

static void
take_back (Reader     *self,
           const Word *word)
{
  if (self->was_bare && word->is[STEM_OF])
    {
      self->n_movements--;
      self->how_to->n_commands--;
    }
  if (self->was_press && word->is[STEM_SELF])
    self->n_movements--;
}

/* "balanceøvelser", "lægstræk" */
static gboolean
is_kind_of_exercise (const char *lower,
                     gsize       length)
{
  static const FysEnding endings[] = {
    FYS_ENDING ("øvelse"), FYS_ENDING ("øvelsen"), FYS_ENDING ("øvelser"), FYS_ENDING ("stræk"),
  };

  return fys_has_ending (lower, length, endings, G_N_ELEMENTS (endings));
}

static void
read_word (Reader     *self,
           const char *lower,
           gsize       length)
{
  Word     word = look_up (lower, length);
  gboolean is_command = self->at_start && word.form == FORM_BARE;
  gboolean is_part = word.is[STEM_PART] && !is_command;

  take_back (self, &word);
  self->n_movements += is_command || word.form == FORM_OTHER;
  self->how_to->n_commands += is_command || (self->at_start && word.is[STEM_LEADING]);
  self->n_parts += is_part;
  self->n_places += word.is[STEM_PLACE] || (is_part && self->words_since_preposition < MAX_WORDS_TO_PART) ||
                    (self->was_all && word.is[STEM_FOUR]);
  if (word.form == FORM_NONE)
    self->how_to->n_exercise_words += word.is[STEM_EXERCISE] || is_kind_of_exercise (lower, length);
  self->was_bare = is_command;
  self->was_press = word.form == FORM_OTHER && strncmp (lower, "press", strlen ("press")) == 0;
  self->was_all = word.is[STEM_ALL];
  self->at_start = word.is[STEM_CLAUSE];
  if (word.is[STEM_PREPOSITION])
    self->words_since_preposition = 0;
  else if (self->words_since_preposition < MAX_WORDS_TO_PART)
    self->words_since_preposition++;
}

static gboolean
ends_clause (char c)
{
  return c == '.' || c == ',' || c == ':' || c == ';' || c == '!' || c == '?' || c == '(' || c == ')' || c == '\n';
}

/* "pull-ups" is one word, and no command to pull. */
static const char *
end_of_word (const char *start)
{
  const char *p = start;
  guint       length;

  while (fys_is_word_char (p, &length) || (*p == '-' && p > start && fys_is_word_char (p + 1, &length)))
    p += *p == '-' ? 1 : length;
  return p;
}

void
fys_how_to_measure (const char *text,
                    FysHowTo   *out_how_to)
{
  const char *end = text + strnlen (text, FYS_DOSAGE_MAX_BYTES);
  Reader      reader = { out_how_to };

  fys_stems_ensure (&stems);
  *out_how_to = (FysHowTo){ 0 };
  begin_clause (&reader);
  for (const char *p = text; p < end;)
    {
      const char *word_end = end_of_word (p);
      char        lower[FYS_WORD_MAX_BYTES + 1];

      if (word_end > p)
        {
          read_word (&reader, lower, fys_to_lower (p, word_end, lower, sizeof lower));
          p = word_end;
          continue;
        }
      if (ends_clause (*p))
        end_clause (&reader);
      p = g_utf8_next_char (p);
    }
  end_clause (&reader);
}

gboolean
fys_how_to_is_full (const FysHowTo *self)
{
  return self->n_acts >= 2 && self->n_places >= 1 && (self->n_commands >= 2 || self->n_movements >= 3);
}

gboolean
fys_how_to_is_brief (const FysHowTo *self)
{
  return self->n_parts >= 1 && (self->n_acts >= 2 || self->n_places >= 1);
}
