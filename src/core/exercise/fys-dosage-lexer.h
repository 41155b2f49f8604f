/* fys-dosage-lexer.h - text cut into numbers, known words and punctuation, for fys-dosage.c and the finder
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word means to a dosage. Most words mean nothing: FYS_WORD_OTHER. */
typedef enum
{
  FYS_WORD_OTHER,
  FYS_WORD_SECOND,
  FYS_WORD_MINUTE,
  FYS_WORD_HOUR,
  FYS_WORD_DAY,
  FYS_WORD_WEEK,
  FYS_WORD_DAILY,
  FYS_WORD_WEEKLY,
  FYS_WORD_UNIT,      /* of something that is no dosage: kilograms, metres, money, years */
  FYS_WORD_REP,       /* something counted: repetitions, steps, circles */
  FYS_WORD_STEP,
  FYS_WORD_AWAY,      /* where a step aside leads: væk, bagud */
  FYS_WORD_TIMES,
  FYS_WORD_SET,
  FYS_WORD_BY,        /* x, ×, á: joins two figures */
  FYS_WORD_OF,        /* of, with: joins sets to what is in them */
  FYS_WORD_REST,
  FYS_WORD_ON,        /* "30 s on / 30 s off" */
  FYS_WORD_HOLD,
  FYS_WORD_REPEAT,
  FYS_WORD_SWITCH,
  FYS_WORD_DO,        /* verbs that prescribe */
  FYS_WORD_FOR,       /* "i 30 sekunder", "for 30 seconds" */
  FYS_WORD_ON_PREP,   /* på */
  FYS_WORD_TO_PREP,   /* til, mod */
  FYS_WORD_SPAN,      /* what a length belongs to: stræk på 30 sekunder */
  FYS_WORD_OVER,      /* a tempo or a deadline: "over 3 sekunder", "inden for 30 minutter" */
  FYS_WORD_BREATH,
  FYS_WORD_IN_OUT,
  FYS_WORD_AFTERWARDS,/* after a length: it was told when, not how long */
  FYS_WORD_COMPARE,   /* "3 gange så …" */
  FYS_WORD_ORDINAL,   /* "de sidste 2 gentagelser", "de to bevægelser", "alle fire": a number that is known already */
  FYS_WORD_FILLER,    /* cirka, mindst */
  FYS_WORD_SEVERAL,
  FYS_WORD_EVERY,
  FYS_WORD_PER,
  FYS_WORD_EACH,      /* hver as "each"; also EVERY */
  FYS_WORD_BOTH,
  FYS_WORD_OTHER_ONE, /* den anden, den modsatte */
  FYS_WORD_SIDE,
  FYS_WORD_DIRECTION, /* a side, unless the text goes to and fro */
  FYS_WORD_FORTH,     /* frem, op: with "og" and FYS_WORD_BACK "to and fro" */
  FYS_WORD_BACK,
  FYS_WORD_LIMB,
  FYS_WORD_LEFT_RIGHT,
  FYS_WORD_MORNING,
  FYS_WORD_EVENING,
  FYS_WORD_AND,
  FYS_WORD_OR,
  FYS_WORD_BETWEEN,
  FYS_WORD_MAY,       /* a condition, a doubt or a warning */
  FYS_WORD_NOT,       /* denies what follows it in the sentence */
  FYS_WORD_GO_ON,     /* "fortsæt med at skifte ben", "skift hurtigt ben": sides that take turns */
  FYS_WORD_CAN,       /* a permission, which FYS_WORD_ADVICE makes advice of */
  FYS_WORD_ADVICE,    /* "kan med fordel" */
  FYS_WORD_VARIANT,   /* beginners, the advanced */
  FYS_WORD_STRANGE,   /* ice, medicine, food: figures of such a sentence are no exercise's */
  FYS_WORD_WARM,      /* warming up is no hold */
  FYS_WORD_WITHOUT,   /* "uden pause" */
  FYS_WORD_EXERCISE,  /* names a kind of exercise: balanceøvelser; øvelsen itself does not */
  FYS_WORD_SESSION,
  FYS_WORD_ABBREVIATION,
} FysWord;

typedef enum
{
  FYS_TOKEN_WORD,
  FYS_TOKEN_NUMBER,
  FYS_TOKEN_PUNCTUATION,
} FysTokenKind;

/** FysToken: @start, @end: bytes of the text. @min, @max: of a number, in thousandths.
 * @mark: of punctuation, the character. @is_genitive: "sekunders", "minutters"
 * @sentence: which sentence it stands in, counted from 0 */
typedef struct
{
  FysTokenKind kind;
  FysWord      word;
  guint        start;
  guint        end;
  guint        min;
  guint        max;
  gunichar     mark;
  gboolean     is_genitive;
  guint        sentence;
} FysToken;

/* No more of a text than this is read; an exercise is told in far less. */
#define FYS_DOSAGE_MAX_BYTES (64 * 1024)
/* Those of most exercises. */
#define FYS_TOKENS_ON_STACK 256

/** FysTokens: the tokens of a text; on the stack of whom they are for, as long as they are few. Not to be copied. */
typedef struct
{
  FysToken *tokens; /* few, or owned */
  guint     n;
  guint     capacity;
  FysToken  few[FYS_TOKENS_ON_STACK];
} FysTokens;

/* Fills @self, which is to be cleared. */
void     fys_tokens_init              (FysTokens  *self,
                                       const char *text);
void     fys_tokens_clear             (FysTokens  *self);
/* What a lower-case word means; *@out_number is its value when it is the word for a number, else 0. */
FysWord  fys_dosage_get_word          (const char *lower,
                                       gsize       length,
                                       guint      *out_number);
/* Whether a text has a word of a day or a week. One that has none does not say how often, which is seen much faster than read. */
gboolean fys_dosage_may_say_how_often (const char *text);

G_END_DECLS
