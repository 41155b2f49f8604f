/* fys-dosage-lexer.c - text cut into numbers, known words and punctuation
 *
 * Numbers are told in thousandths, so that ½ and 1,5 stay exact, and a range ("20–30", "8 til 12") is one number already here.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-dosage-lexer.h"

#include <string.h>

#include "core/exercise/fys-stems.h"

/* Above this a number is a year, a price or a telephone number, never a dosage. */
#define MAX_NUMBER 1000
#define THOUSAND   1000

typedef struct
{
  const char *text; /* valid UTF-8, zero-terminated */
  const char *end;
  FysTokens  *tokens; /* Borrowed */
  guint       sentence; /* that is being read, counted from 0 */
} Lexer;

static FysToken *
last_token (const Lexer *self,
            guint        back)
{
  return self->tokens->n > back ? &self->tokens->tokens[self->tokens->n - 1 - back] : NULL;
}

/* "is" is ice in Danish and a verb in English: ice when something Danish follows that says for how long or where. */
static void
settle_ice (Lexer          *self,
            const FysToken *next)
{
  FysToken *word = last_token (self, 0);

  if (word == NULL || word->kind != FYS_TOKEN_WORD || word->end - word->start != 2 ||
      g_ascii_strncasecmp (self->text + word->start, "is", 2) != 0)
    return;
  if (next->kind == FYS_TOKEN_NUMBER || next->word == FYS_WORD_FOR || next->word == FYS_WORD_ON_PREP ||
      next->word == FYS_WORD_AND || next->word == FYS_WORD_SEVERAL)
    word->word = FYS_WORD_STRANGE;
}

static void
grow (FysTokens *self)
{
  FysToken *owned = self->tokens != self->few ? self->tokens : NULL;

  self->capacity *= 2;
  self->tokens = g_renew (FysToken, owned, self->capacity);
  if (owned == NULL)
    memcpy (self->tokens, self->few, sizeof self->few);
}

static void
append_token (Lexer      *self,
              FysToken    token,
              const char *start,
              const char *end)
{
  settle_ice (self, &token);
  token.start = start - self->text;
  token.end = end - self->text;
  token.sentence = self->sentence;
  if (self->tokens->n == self->tokens->capacity)
    grow (self->tokens);
  self->tokens->tokens[self->tokens->n++] = token;
}

static guint
read_digits (const char **p,
             guint        max_value)
{
  guint value = 0;

  for (; g_ascii_isdigit (**p); (*p)++)
    value = MIN (value * 10 + (**p - '0'), max_value);
  return value;
}

static guint
fraction_thousandths (gunichar c)
{
  switch (c)
    {
    case 0xBD: /* ½ */
      return 500;
    case 0xBC: /* ¼ */
      return 250;
    case 0xBE: /* ¾ */
      return 750;
    default:
      return 0;
    }
}

/* @p is at a digit or a fraction. A number that is too large, or has a strange form, becomes 0: known to be there, of no value. */
static const char *
read_number (const char *p,
             guint      *out_value)
{
  gboolean is_strange = FALSE;
  guint    value;

  value = read_digits (&p, MAX_NUMBER + 1);
  if (value > MAX_NUMBER)
    is_strange = TRUE;
  value *= THOUSAND;
  if (fraction_thousandths (g_utf8_get_char (p)) > 0)
    {
      value += fraction_thousandths (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  while ((*p == ',' || *p == '.' || *p == '/' || *p == ':') && g_ascii_isdigit (p[1]))
    {
      char        mark = *p++;
      const char *digits = p;
      guint       n = read_digits (&p, MAX_NUMBER);

      if (mark == '/' && value == 1 * THOUSAND && n == 2)
        value = 500;
      else if ((mark == ',' || mark == '.') && p - digits == 1 && !is_strange)
        value += n * 100;
      else
        is_strange = TRUE;
    }
  *out_value = is_strange ? 0 : value;
  return p;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2014) || c == 0x2212;
}

static gboolean
is_range_word (const Lexer    *self,
               const FysToken *token)
{
  const char *word = self->text + token->start;
  gsize       length = token->end - token->start;

  return (length == 3 && g_ascii_strncasecmp (word, "til", 3) == 0) || (length == 2 && g_ascii_strncasecmp (word, "to", 2) == 0) ||
         (token->word == FYS_WORD_OR && length <= 5);
}

/* "20 – 30", "8 til 12", "mellem 8 og 12": the number before takes the one that was just read as its upper end. */
static gboolean
join_range (Lexer *self,
            guint  value,
            guint  end)
{
  FysToken *joint = last_token (self, 0);
  FysToken *low = last_token (self, 1);
  FysToken *before = last_token (self, 2);
  gboolean  is_joint;

  if (joint == NULL || low == NULL || low->kind != FYS_TOKEN_NUMBER)
    return FALSE;
  is_joint = (joint->kind == FYS_TOKEN_PUNCTUATION && is_dash (joint->mark)) ||
             (joint->kind == FYS_TOKEN_WORD && is_range_word (self, joint)) ||
             (joint->kind == FYS_TOKEN_WORD && joint->word == FYS_WORD_AND && before != NULL && before->kind == FYS_TOKEN_WORD &&
              before->word == FYS_WORD_BETWEEN);
  if (!is_joint)
    return FALSE;
  /* A chain (5-4-3, a date) and a falling range have no meaning here. */
  if (low->min != low->max || value <= low->min)
    value = low->min = 0;
  low->max = value;
  low->end = end;
  self->tokens->n--;
  return TRUE;
}

static void
append_number (Lexer      *self,
               guint       value,
               const char *start,
               const char *end)
{
  if (join_range (self, value, end - self->text))
    return;
  append_token (self, (FysToken){ .kind = FYS_TOKEN_NUMBER, .min = value, .max = value }, start, end);
}

static gboolean
word_is (const Lexer    *self,
         const FysToken *token,
         const char     *lower)
{
  return token != NULL && token->kind == FYS_TOKEN_WORD && token->end - token->start == strlen (lower) &&
         g_ascii_strncasecmp (self->text + token->start, lower, strlen (lower)) == 0;
}

/* "et par sekunder", "a couple of seconds": two. Whether the word ended such a phrase, which then is one number. */
static gboolean
join_couple (Lexer      *self,
             const char *lower,
             const char *end)
{
  FysToken *article = last_token (self, 0);

  if (strcmp (lower, "par") != 0 && strcmp (lower, "couple") != 0)
    return FALSE;
  if (!word_is (self, article, "et") && !word_is (self, article, "a"))
    return FALSE;
  article->kind = FYS_TOKEN_NUMBER;
  article->min = article->max = 2 * THOUSAND;
  article->end = end - self->text;
  return TRUE;
}

/* The last @n tokens become one number. */
static void
make_number (Lexer *self,
             guint  n,
             guint  value)
{
  guint     end = last_token (self, 0)->end;
  FysToken *first = last_token (self, n - 1);

  first->kind = FYS_TOKEN_NUMBER;
  first->min = first->max = value;
  first->end = end;
  self->tokens->n -= n - 1;
}

static gboolean
is_article (const Lexer    *self,
            const FysToken *token)
{
  return word_is (self, token, "et") || word_is (self, token, "en") || word_is (self, token, "a");
}

/* "et halvt minut", "half a minute", "halvandet minut". Returns: whether it is one of these */
static gboolean
count_halves (Lexer *self)
{
  FysToken *last = last_token (self, 0);
  FysToken *before = last_token (self, 1);

  if (word_is (self, last, "halvt") || word_is (self, last, "halv") || word_is (self, last, "half"))
    make_number (self, is_article (self, before) ? 2 : 1, THOUSAND / 2);
  else if (is_article (self, last) && word_is (self, before, "half"))
    make_number (self, 2, THOUSAND / 2);
  else if (word_is (self, last, "halvandet") || word_is (self, last, "halvanden"))
    make_number (self, 1, THOUSAND * 3 / 2);
  else
    return FALSE;
  return TRUE;
}

/* "et minut", "en gang", "one time": an article counts only in front of what is counted. */
static void
count_article (Lexer  *self,
               FysWord word)
{
  FysToken *article = last_token (self, 0);
  gboolean  is_counted = word == FYS_WORD_SECOND || word == FYS_WORD_MINUTE || word == FYS_WORD_TIMES;

  if (!is_counted || article == NULL || article->kind != FYS_TOKEN_WORD || count_halves (self))
    return;
  if (word_is (self, article, "et") || word_is (self, article, "en") || word_is (self, article, "one"))
    make_number (self, 1, 1 * THOUSAND);
}

/* "a couple of seconds": "of" says nothing. */
static gboolean
is_couple_of (Lexer      *self,
              const char *lower)
{
  FysToken *number = last_token (self, 0);

  return strcmp (lower, "of") == 0 && number != NULL && number->kind == FYS_TOKEN_NUMBER &&
         self->text[number->end - 1] == 'e' && number->end - number->start >= 7;
}

static gboolean
is_genitive (FysWord     word,
             const char *lower)
{
  return (word == FYS_WORD_SECOND && g_str_has_suffix (lower, "nders")) ||
         (word == FYS_WORD_MINUTE && (g_str_has_suffix (lower, "tters") || strcmp (lower, "minuts") == 0));
}

/* "to" is a Danish number and an English joint: the joint when it stands between numbers, which is known at the number after it. */
static void
append_word (Lexer      *self,
             const char *start,
             const char *end)
{
  char      lower[FYS_WORD_MAX_BYTES + 1];
  gsize     length = fys_to_lower (start, end, lower, sizeof lower);
  FysToken *before = last_token (self, 0);
  guint     number;
  FysWord   word = fys_dosage_get_word (lower, length, &number);

  if (join_couple (self, lower, end) || is_couple_of (self, lower))
    return;
  if (strcmp (lower, "to") == 0 && (before == NULL || before->kind != FYS_TOKEN_NUMBER))
    number = 2;
  if (number > 0)
    {
      append_number (self, number * THOUSAND, start, end);
      return;
    }
  /* "5 min" but "min ryg". */
  if (length <= 3 && (word == FYS_WORD_MINUTE || strcmp (lower, "s") == 0) &&
      (before == NULL || before->kind != FYS_TOKEN_NUMBER))
    word = FYS_WORD_OTHER;
  count_article (self, word);
  append_token (self, (FysToken){ .kind = FYS_TOKEN_WORD, .word = word, .is_genitive = is_genitive (word, lower) }, start, end);
}

static const char *
skip_word (const char *p)
{
  guint length;

  while (fys_is_word_char (p, &length))
    p += length;
  return p;
}

/* Letters glued to a number are a word of their own ("30s", "3x10"), but digits in a word belong to it ("L5"). In "3x10" the x is a word. */
static const char *
end_of_word (const Lexer *self,
             const char  *p)
{
  FysToken *before = last_token (self, 0);

  if ((*p == 'x' || *p == 'X') && g_ascii_isdigit (p[1]) && before != NULL && before->kind == FYS_TOKEN_NUMBER)
    return p + 1;
  return skip_word (p);
}

static gboolean
ends_abbreviation (Lexer *self)
{
  FysToken *before = last_token (self, 0);

  if (before == NULL || before->kind != FYS_TOKEN_WORD)
    return before != NULL && before->kind == FYS_TOKEN_NUMBER;
  switch ((guint) before->word)
    {
    case FYS_WORD_SECOND:
    case FYS_WORD_MINUTE:
    case FYS_WORD_PER:
    case FYS_WORD_FILLER:
    case FYS_WORD_ABBREVIATION:
    case FYS_WORD_REP:
      return before->end - before->start <= 4;
    default:
      return FALSE;
    }
}

/* A full stop after an abbreviation ends the sentence only if a capital letter follows. */
static gboolean
ends_sentence (Lexer      *self,
               const char *p)
{
  const char *next = g_utf8_next_char (p);

  if (*p == '\n' || *p == '!' || *p == '?')
    return TRUE;
  if (*p != '.')
    return FALSE;
  if (next < self->end && !g_unichar_isspace (g_utf8_get_char (next)) && *next != '"' && *next != ')')
    return g_unichar_isupper (g_utf8_get_char (next));
  while (next < self->end && g_unichar_isspace (g_utf8_get_char (next)))
    next = g_utf8_next_char (next);
  return !ends_abbreviation (self) || next >= self->end || g_unichar_isupper (g_utf8_get_char (next));
}

static gboolean
is_plain_mark (gunichar c)
{
  return c != '.' && c != '*' && c != '"' && !g_unichar_isspace (c);
}

/* A question mark stays, because a question prescribes nothing. */
static const char *
append_punctuation (Lexer      *self,
                    const char *p,
                    gboolean   *out_ends)
{
  gunichar    c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);

  if (c == 0xD7 || c == '%' || c == 0xB0) /* × and ° */
    {
      append_token (self, (FysToken){ .kind = FYS_TOKEN_WORD, .word = c == 0xD7 ? FYS_WORD_BY : FYS_WORD_UNIT }, p, next);
      return next;
    }
  *out_ends = ends_sentence (self, p);
  if (c == '?' || (!*out_ends && is_plain_mark (c)))
    append_token (self, (FysToken){ .kind = FYS_TOKEN_PUNCTUATION, .mark = c }, p, next);
  return next;
}

void
fys_tokens_init (FysTokens  *self,
                 const char *text)
{
  gsize            length = strnlen (text, FYS_DOSAGE_MAX_BYTES);
  g_autofree char *copy = NULL;
  Lexer            lexer = { .text = text, .tokens = self };

  self->tokens = self->few;
  self->n = 0;
  self->capacity = FYS_TOKENS_ON_STACK;
  /* A byte that is no UTF-8, or a character that the bound cuts, ends the text. */
  (void) g_utf8_validate_len (text, length, &lexer.end);
  if (*lexer.end != '\0')
    {
      lexer.text = copy = g_strndup (text, lexer.end - text);
      lexer.end = copy + (lexer.end - text);
    }
  for (const char *p = lexer.text; p < lexer.end;)
    {
      const char *start = p;
      gboolean    ends = FALSE;
      guint       n_bytes;
      guint       value;

      if (*p == ' ')
        {
          p++;
          continue;
        }

      if (g_ascii_isdigit (*p) || ((guchar) *p >= 0x80 && fraction_thousandths (g_utf8_get_char (p)) > 0))
        {
          p = read_number (p, &value);
          append_number (&lexer, value, start, p);
        }
      else if (fys_is_word_char (p, &n_bytes))
        {
          p = end_of_word (&lexer, p);
          append_word (&lexer, start, p);
        }
      else
        p = append_punctuation (&lexer, p, &ends);
      lexer.sentence += ends;
    }
}

void
fys_tokens_clear (FysTokens *self)
{
  if (self->tokens != self->few)
    g_free (self->tokens);
}
