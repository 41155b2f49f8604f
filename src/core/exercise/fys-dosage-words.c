/* fys-dosage-words.c - the words that a dosage is told with, Danish and English
 *
 * A word of the table that ends in '*' stands for all words that begin with it; the first that fits wins, so the longer stem comes first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-dosage-lexer.h"

#include "core/exercise/fys-stems.h"

/* Meanings from here on are numbers. */
#define FIRST_NUMBER   1000
#define NUMBER(value_) (FIRST_NUMBER + (value_))

static const FysStem entries[] = {
  { "a", FYS_WORD_PER },
  { "about", FYS_WORD_FILLER },
  { "advanced", FYS_WORD_VARIANT },
  { "af", FYS_WORD_OF },
  { "after", FYS_WORD_OVER },
  { "aften*", FYS_WORD_EVENING },
  { "ago", FYS_WORD_AFTERWARDS },
  { "aldrig", FYS_WORD_NOT },
  { "all", FYS_WORD_ORDINAL },
  { "alle", FYS_WORD_ORDINAL },
  { "alternativt", FYS_WORD_OR },
  { "anbefal*", FYS_WORD_DO },
  { "and", FYS_WORD_AND },
  { "another", FYS_WORD_OTHER_ONE },
  { "anden", FYS_WORD_OTHER_ONE },
  { "andet", FYS_WORD_OTHER_ONE },
  { "ankel", FYS_WORD_LIMB },
  { "ankle", FYS_WORD_LIMB },
  { "approximately", FYS_WORD_FILLER },
  { "arbejd", FYS_WORD_DO },
  { "arm", FYS_WORD_LIMB },
  { "armcirkler", FYS_WORD_REP },
  { "avoid", FYS_WORD_MAY },
  { "away", FYS_WORD_AWAY },
  { "back", FYS_WORD_BACK },
  { "backward", FYS_WORD_BACK },
  { "backwards", FYS_WORD_BACK },
  { "bagud", FYS_WORD_AWAY },
  { "beginner*", FYS_WORD_VARIANT },
  { "begge", FYS_WORD_BOTH },
  { "begynder*", FYS_WORD_VARIANT },
  { "ben", FYS_WORD_LIMB },
  { "between", FYS_WORD_BETWEEN },
  { "bevægelser", FYS_WORD_REP },
  { "bliv", FYS_WORD_HOLD },
  { "blokke", FYS_WORD_SPAN },
  { "both", FYS_WORD_BOTH },
  { "brug", FYS_WORD_OVER },
  { "bruge", FYS_WORD_OVER },
  { "bruger", FYS_WORD_OVER },
  { "bør", FYS_WORD_DO },
  { "ca", FYS_WORD_FILLER },
  { "can", FYS_WORD_CAN },
  { "circles", FYS_WORD_REP },
  { "cirka", FYS_WORD_FILLER },
  { "cirkler", FYS_WORD_REP },
  { "cm", FYS_WORD_UNIT },
  { "continue", FYS_WORD_GO_ON },
  { "creme*", FYS_WORD_STRANGE },
  { "dag", FYS_WORD_DAY },
  { "dage", FYS_WORD_DAY },
  { "dagen", FYS_WORD_DAY },
  { "daglig", FYS_WORD_DAILY },
  { "daglige", FYS_WORD_DAILY },
  { "dagligt", FYS_WORD_DAILY },
  { "daily", FYS_WORD_DAILY },
  { "day", FYS_WORD_DAY },
  { "days", FYS_WORD_DAY },
  { "de", FYS_WORD_ORDINAL },
  { "direction", FYS_WORD_DIRECTION },
  { "disse", FYS_WORD_ORDINAL },
  { "do", FYS_WORD_DO },
  { "dosis", FYS_WORD_STRANGE },
  { "down", FYS_WORD_BACK },
  { "drejninger", FYS_WORD_REP },
  { "drik*", FYS_WORD_STRANGE },
  { "drink*", FYS_WORD_STRANGE },
  { "døgn", FYS_WORD_DAY },
  { "døgnet", FYS_WORD_DAY },
  { "each", FYS_WORD_EACH },
  { "efter", FYS_WORD_OVER },
  { "eller", FYS_WORD_OR },
  { "evening*", FYS_WORD_EVENING },
  { "every", FYS_WORD_EVERY },
  { "evt", FYS_WORD_ABBREVIATION },
  { "exhale*", FYS_WORD_BREATH },
  { "first", FYS_WORD_ORDINAL },
  { "flere", FYS_WORD_SEVERAL },
  { "fod", FYS_WORD_LIMB },
  { "foot", FYS_WORD_LIMB },
  { "for", FYS_WORD_FOR },
  { "fordel", FYS_WORD_ADVICE },
  { "fortsæt", FYS_WORD_GO_ON },
  { "fortsætter", FYS_WORD_GO_ON },
  { "forward", FYS_WORD_FORTH },
  { "forwards", FYS_WORD_FORTH },
  { "fra", FYS_WORD_AWAY },
  { "frarådes", FYS_WORD_MAY },
  { "frem", FYS_WORD_FORTH },
  { "fremad", FYS_WORD_AWAY },
  { "fx", FYS_WORD_ABBREVIATION },
  { "før", FYS_WORD_OVER },
  { "første", FYS_WORD_ORDINAL },
  { "g", FYS_WORD_UNIT },
  { "gang", FYS_WORD_TIMES },
  { "gange", FYS_WORD_TIMES },
  { "gent", FYS_WORD_REP },
  { "gentag", FYS_WORD_REPEAT },
  { "gentage", FYS_WORD_REPEAT },
  { "gentagelse*", FYS_WORD_REP },
  { "gentager", FYS_WORD_REPEAT },
  { "gentages", FYS_WORD_REPEAT },
  { "gerne", FYS_WORD_FILLER },
  { "grader", FYS_WORD_UNIT },
  { "gram", FYS_WORD_UNIT },
  { "gåtur*", FYS_WORD_STRANGE },
  { "gør", FYS_WORD_DO },
  { "hand", FYS_WORD_LIMB },
  { "helst", FYS_WORD_FILLER },
  { "hip", FYS_WORD_LIMB },
  { "hofte", FYS_WORD_LIMB },
  { "hold", FYS_WORD_HOLD },
  { "holde", FYS_WORD_HOLD },
  { "holder", FYS_WORD_HOLD },
  { "holdes", FYS_WORD_HOLD },
  { "holdetid*", FYS_WORD_HOLD },
  { "holding", FYS_WORD_HOLD },
  { "holds", FYS_WORD_HOLD },
  { "holdt", FYS_WORD_HOLD },
  { "holdtid*", FYS_WORD_HOLD },
  { "hop", FYS_WORD_REP },
  { "hops", FYS_WORD_REP },
  { "hour*", FYS_WORD_HOUR },
  { "hurtigt", FYS_WORD_GO_ON },
  { "hver", FYS_WORD_EACH },
  { "hvert", FYS_WORD_EACH },
  { "hvil", FYS_WORD_REST },
  { "hvile", FYS_WORD_REST },
  { "hvilepause*", FYS_WORD_REST },
  { "hviletid", FYS_WORD_REST },
  { "hvis", FYS_WORD_MAY },
  { "hånd", FYS_WORD_LIMB },
  { "håndled", FYS_WORD_LIMB },
  { "hæl", FYS_WORD_LIMB },
  { "højere", FYS_WORD_COMPARE },
  { "højre", FYS_WORD_LEFT_RIGHT },
  { "højst", FYS_WORD_FILLER },
  { "i", FYS_WORD_FOR },
  { "ibuprofen", FYS_WORD_STRANGE },
  { "ice", FYS_WORD_STRANGE },
  { "if", FYS_WORD_MAY },
  { "ikke", FYS_WORD_NOT },
  { "ind", FYS_WORD_IN_OUT },
  { "indenfor", FYS_WORD_OVER },
  { "inden", FYS_WORD_OVER },
  { "indånd*", FYS_WORD_BREATH },
  { "inhale*", FYS_WORD_BREATH },
  { "intervaller", FYS_WORD_SPAN },
  { "isen", FYS_WORD_STRANGE },
  { "isning", FYS_WORD_STRANGE },
  { "ispakning*", FYS_WORD_STRANGE },
  { "ispose*", FYS_WORD_STRANGE },
  { "jumps", FYS_WORD_REP },
  { "kan", FYS_WORD_CAN },
  { "kapsler", FYS_WORD_STRANGE },
  { "kg", FYS_WORD_UNIT },
  { "kilo", FYS_WORD_UNIT },
  { "kl", FYS_WORD_ABBREVIATION },
  { "km", FYS_WORD_UNIT },
  { "knee", FYS_WORD_LIMB },
  { "knib", FYS_WORD_REP },
  { "knæ", FYS_WORD_LIMB },
  { "kr", FYS_WORD_UNIT },
  { "kroner", FYS_WORD_UNIT },
  { "kuldepakning*", FYS_WORD_STRANGE },
  { "kuldeterapi*", FYS_WORD_STRANGE },
  { "large*", FYS_WORD_COMPARE },
  { "last", FYS_WORD_ORDINAL },
  { "lasts", FYS_WORD_OVER },
  { "lav", FYS_WORD_DO },
  { "least", FYS_WORD_FILLER },
  { "left", FYS_WORD_LEFT_RIGHT },
  { "leg", FYS_WORD_LIMB },
  { "lår", FYS_WORD_LIMB },
  { "løft", FYS_WORD_REP },
  { "løbet", FYS_WORD_OVER },
  { "m", FYS_WORD_UNIT },
  { "maks", FYS_WORD_FILLER },
  { "may", FYS_WORD_CAN },
  { "med", FYS_WORD_OF },
  { "medicin*", FYS_WORD_STRANGE },
  { "mellem", FYS_WORD_BETWEEN },
  { "mere", FYS_WORD_COMPARE },
  { "meter", FYS_WORD_UNIT },
  { "mg", FYS_WORD_STRANGE },
  { "min", FYS_WORD_MINUTE },
  { "mindre", FYS_WORD_COMPARE },
  { "mindst", FYS_WORD_FILLER },
  { "minimum", FYS_WORD_FILLER },
  { "minut", FYS_WORD_MINUTE },
  { "minute", FYS_WORD_MINUTE },
  { "minuter", FYS_WORD_MINUTE },
  { "minutes", FYS_WORD_MINUTE },
  { "minuts", FYS_WORD_MINUTE },
  { "minutter", FYS_WORD_MINUTE },
  { "minutters", FYS_WORD_MINUTE },
  { "ml", FYS_WORD_STRANGE },
  { "mm", FYS_WORD_UNIT },
  { "mod", FYS_WORD_TO_PREP },
  { "modsat", FYS_WORD_OTHER_ONE },
  { "modsatte", FYS_WORD_OTHER_ONE },
  { "more", FYS_WORD_COMPARE },
  { "morgen*", FYS_WORD_MORNING },
  { "morning*", FYS_WORD_MORNING },
  { "muligt", FYS_WORD_MAY },
  { "must", FYS_WORD_DO },
  { "må", FYS_WORD_MAY },
  { "måneder*", FYS_WORD_UNIT },
  { "ned", FYS_WORD_BACK },
  { "nedrulninger", FYS_WORD_REP },
  { "not", FYS_WORD_NOT },
  { "nybegynder*", FYS_WORD_VARIANT },
  { "nødvendigt", FYS_WORD_MAY },
  { "når", FYS_WORD_MAY },
  { "of", FYS_WORD_OF },
  { "off", FYS_WORD_REST },
  { "og", FYS_WORD_AND },
  { "om", FYS_WORD_PER },
  { "omgange", FYS_WORD_SET },
  { "omkring", FYS_WORD_FILLER },
  { "omslag", FYS_WORD_STRANGE },
  { "on", FYS_WORD_ON },
  { "op", FYS_WORD_FORTH },
  { "opposite", FYS_WORD_OTHER_ONE },
  { "opvarm*", FYS_WORD_WARM },
  { "or", FYS_WORD_OR },
  { "other", FYS_WORD_OTHER_ONE },
  { "over", FYS_WORD_OVER },
  { "pamol", FYS_WORD_STRANGE },
  { "panodil", FYS_WORD_STRANGE },
  { "paracetamol", FYS_WORD_STRANGE },
  { "pause*", FYS_WORD_REST },
  { "pct", FYS_WORD_UNIT },
  { "per", FYS_WORD_PER },
  { "pill*", FYS_WORD_STRANGE },
  { "position", FYS_WORD_SPAN },
  { "pr", FYS_WORD_PER },
  { "preferably", FYS_WORD_FILLER },
  { "procent", FYS_WORD_UNIT },
  { "protein*", FYS_WORD_STRANGE },
  { "prøv", FYS_WORD_DO },
  { "pust", FYS_WORD_BREATH },
  { "på", FYS_WORD_ON_PREP },
  { "quickly", FYS_WORD_GO_ON },
  { "rapidly", FYS_WORD_GO_ON },
  { "rep", FYS_WORD_REP },
  { "repeat", FYS_WORD_REPEAT },
  { "repetition*", FYS_WORD_REP },
  { "reps", FYS_WORD_REP },
  { "rest", FYS_WORD_REST },
  { "retning", FYS_WORD_DIRECTION },
  { "right", FYS_WORD_LEFT_RIGHT },
  { "rotationer", FYS_WORD_REP },
  { "rounds", FYS_WORD_SET },
  { "runde", FYS_WORD_SET },
  { "runder", FYS_WORD_SET },
  { "s", FYS_WORD_SECOND },
  { "sec", FYS_WORD_SECOND },
  { "second", FYS_WORD_SECOND },
  { "seconds", FYS_WORD_SECOND },
  { "secs", FYS_WORD_SECOND },
  { "sek", FYS_WORD_SECOND },
  { "sekund", FYS_WORD_SECOND },
  { "sekunder", FYS_WORD_SECOND },
  { "sekunders", FYS_WORD_SECOND },
  { "senere", FYS_WORD_AFTERWARDS },
  { "serier", FYS_WORD_SET },
  { "session*", FYS_WORD_SESSION },
  { "set", FYS_WORD_SET },
  { "sets", FYS_WORD_SET },
  { "side", FYS_WORD_SIDE },
  { "siden", FYS_WORD_SIDE },
  { "sider", FYS_WORD_SIDE },
  { "sides", FYS_WORD_SIDE },
  { "sidste", FYS_WORD_ORDINAL },
  { "sjældent", FYS_WORD_MAY },
  { "skift", FYS_WORD_SWITCH },
  { "skifte", FYS_WORD_SWITCH },
  { "skifter", FYS_WORD_SWITCH },
  { "skridt", FYS_WORD_STEP },
  { "skulder", FYS_WORD_LIMB },
  { "stay", FYS_WORD_HOLD },
  { "steps", FYS_WORD_STEP },
  { "stretch", FYS_WORD_SPAN },
  { "stræk", FYS_WORD_SPAN },
  { "strækket", FYS_WORD_SPAN },
  { "større", FYS_WORD_COMPARE },
  { "switch", FYS_WORD_SWITCH },
  { "så", FYS_WORD_COMPARE },
  { "sæt", FYS_WORD_SET },
  { "sæts", FYS_WORD_SET },
  { "søvn", FYS_WORD_STRANGE },
  { "tablet*", FYS_WORD_STRANGE },
  { "tage", FYS_WORD_OVER },
  { "tager", FYS_WORD_OVER },
  { "take*", FYS_WORD_OVER },
  { "the", FYS_WORD_ORDINAL },
  { "these", FYS_WORD_ORDINAL },
  { "til", FYS_WORD_TO_PREP },
  { "tilbage", FYS_WORD_BACK },
  { "time", FYS_WORD_HOUR },
  { "timer", FYS_WORD_HOUR },
  { "timers", FYS_WORD_HOUR },
  { "times", FYS_WORD_TIMES },
  { "to", FYS_WORD_TO_PREP },
  { "træn", FYS_WORD_DO },
  { "træningspas*", FYS_WORD_SESSION },
  { "typisk", FYS_WORD_FILLER },
  { "tæl", FYS_WORD_OVER },
  { "ud", FYS_WORD_IN_OUT },
  { "udfør", FYS_WORD_DO },
  { "udføres", FYS_WORD_DO },
  { "udånd*", FYS_WORD_BREATH },
  { "uden", FYS_WORD_WITHOUT },
  { "uge", FYS_WORD_WEEK },
  { "ugen", FYS_WORD_WEEK },
  { "ugentlig*", FYS_WORD_WEEKLY },
  { "uger", FYS_WORD_UNIT },
  { "ugers", FYS_WORD_UNIT },
  { "under", FYS_WORD_OVER },
  { "undgå", FYS_WORD_MAY },
  { "up", FYS_WORD_FORTH },
  { "vare", FYS_WORD_OVER },
  { "varer", FYS_WORD_OVER },
  { "varm", FYS_WORD_WARM },
  { "varme", FYS_WORD_WARM },
  { "varmt", FYS_WORD_WARM },
  { "varighed", FYS_WORD_SPAN },
  { "vejret", FYS_WORD_BREATH },
  { "venstre", FYS_WORD_LEFT_RIGHT },
  { "væk", FYS_WORD_AWAY },
  { "warm", FYS_WORD_WARM },
  { "week", FYS_WORD_WEEK },
  { "weekly", FYS_WORD_WEEKLY },
  { "weeks", FYS_WORD_UNIT },
  { "with", FYS_WORD_OF },
  { "within", FYS_WORD_OVER },
  { "without", FYS_WORD_WITHOUT },
  { "x", FYS_WORD_BY },
  { "years", FYS_WORD_UNIT },
  { "à", FYS_WORD_BY },
  { "á", FYS_WORD_BY },
  { "ånd", FYS_WORD_BREATH },
  { "år", FYS_WORD_UNIT },
  { "øvede", FYS_WORD_VARIANT },
  { "øvet", FYS_WORD_VARIANT },
  { "×", FYS_WORD_BY },

  /* Numbers. */
  { "tre", NUMBER (3) }, { "fire", NUMBER (4) }, { "fem", NUMBER (5) }, { "seks", NUMBER (6) },
  { "syv", NUMBER (7) }, { "otte", NUMBER (8) }, { "ni", NUMBER (9) }, { "ti", NUMBER (10) }, { "tolv", NUMBER (12) },
  { "femten", NUMBER (15) }, { "tyve", NUMBER (20) }, { "tredive", NUMBER (30) }, { "én", NUMBER (1) }, { "ét", NUMBER (1) },
  { "once", NUMBER (1) }, { "twice", NUMBER (2) }, { "two", NUMBER (2) }, { "three", NUMBER (3) }, { "four", NUMBER (4) },
  { "five", NUMBER (5) }, { "six", NUMBER (6) }, { "eight", NUMBER (8) }, { "ten", NUMBER (10) }, { "twelve", NUMBER (12) },
  { "fifteen", NUMBER (15) }, { "twenty", NUMBER (20) }, { "thirty", NUMBER (30) },
};

static FysStems stems = { entries, G_N_ELEMENTS (entries) };

/* "balanceøvelser" names a kind of exercise. "Øvelsen" is the one that is being told of. */
static gboolean
is_kind_of_exercise (const char *lower,
                     gsize       length)
{
  static const char *const endings[] = { "øvelse", "øvelsen", "øvelser", "øvelserne" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);

      if (length > n && memcmp (lower + length - n, endings[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

FysWord
fys_dosage_get_word (const char *lower,
                     gsize       length,
                     guint      *out_number)
{
  const FysStem *entry;
  const char    *rest;
  guint          at = 0;

  fys_stems_ensure (&stems);
  entry = fys_stems_next (&stems, lower, length, &at, &rest);
  *out_number = entry != NULL && entry->meaning >= FIRST_NUMBER ? entry->meaning - FIRST_NUMBER : 0;
  if (*out_number > 0)
    return FYS_WORD_OTHER;
  if (entry != NULL)
    return (FysWord) entry->meaning;
  return is_kind_of_exercise (lower, length) ? FYS_WORD_EXERCISE : FYS_WORD_OTHER;
}

/* How the words of a day and a week begin: FYS_WORD_DAY, _DAILY, _WEEK, _WEEKLY, _MORNING, _EVENING. @rare: where its rarest letter is */
static const struct
{
  const char *beginning;
  guint       rare;
} periods[] = {
  { "dag", 2 }, { "uge", 1 }, { "døgn", 3 }, { "morgen", 3 }, { "morning", 6 }, { "evening", 6 }, /* g */
  { "day", 2 }, { "daily", 4 }, { "aften", 1 }, { "week", 0 }, { "Week", 0 },
};

/* Whether a period's word has its rare letter at @p. Only the first letter may be a capital. */
static gboolean
has_period_around (const char *text,
                   const char *p)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      const char *beginning = periods[i].beginning;
      guint       rare = periods[i].rare;
      const char *start = p - rare;

      if (beginning[rare] != *p || (gsize) (p - text) < rare || (start > text && g_ascii_isalpha (start[-1])))
        continue;
      if ((*start | 0x20) == (*beginning | 0x20) && strncmp (start + 1, beginning + 1, strlen (beginning + 1)) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
fys_dosage_may_say_how_often (const char *text)
{
  static const char rare_letters[] = "gyfwW";

  for (const char *letter = rare_letters; *letter != '\0'; letter++)
    for (const char *p = strchr (text, *letter); p != NULL; p = strchr (p + 1, *letter))
      if (has_period_around (text, p))
        return TRUE;
  return FALSE;
}
