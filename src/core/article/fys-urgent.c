/* fys-urgent.c - which sections say when to seek help
 *
 * A heading is one of
 *   when + seek + helper     "Hvornår skal jeg søge læge eller fysioterapeut?", "When should I see a doctor?"
 *   when + danger            "Hvornår er det akut?", "Hvordan ved jeg, om det er alvorligt?"
 *   a name for the signs     "Røde flag", "Advarselstegn", "Red flags"
 *   an order to seek help    "Søg straks læge", "Ring 112", "Symptomer der kræver akut hjælp"
 *
 * and not one that only has such a word in it: "Akutte smerter", "Kan øvelserne hjælpe?", "Er squat farligt?".
 *
 * An article without such a heading may still hold the warning: then each section counts in whose own text there is an order to get
 * help at once. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-outline.h"

#include <string.h>

#include "core/article/fys-words.h"

static const char *const when_words[] = { "hvornår", "when", NULL };

/* "How do I know whether it is serious" asks the same as when. */
static const char *const tell_words[] = { "hvordan ved", "hvordan kan jeg vide", "hvordan kan man vide", "how do i know", NULL };

static const char *const seek_words[] = {
  "søge", "søger", "søges", "opsøge", "opsøger", "kontakte", "kontakter", "kontaktes", "ringe", "ringer", "tilkalde",
  "gå til", "se en", "se læge", "gå på", "tage på", "have hjælp", "få hjælp", "brug for", "nødvendigt", "besøge", "tage kontakt", "tale med",
  "see", "seek", "call", "contact", "get", "visit", NULL,
};

static const char *const helper_words[] = {
  "hjælp", "lægehjælp", "læge", "lægen", "læger", "egen læge", "speciallæge*", "vagtlæge*", "lægevagt*", "skadestue*",
  "akutmodtagelse*", "fysioterapeut", "fysioterapeuten", "fysioterapeuter", "børnefysioterapeut*", "fagperson*", "specialist*",
  "fagfolk", "behandler", "urolog*", "gynækolog*", "psykolog*", "tandlæge*", "jordemoder*", "behandling", "professionel*",
  "akut", "112", "1813",
  "help", "doctor", "gp", "physiotherapist", "emergency", "999", "911", "medical", NULL,
};

static const char *const danger_words[] = {
  "akut", "farlig", "farligt", "farlige", "alvorlig", "alvorligt", "alvorlige", "reagere", "faretruende", "livstruende", "bekymret",
  "dangerous", "serious", "urgent", "an emergency", NULL,
};

/* "Acute or chronic" asks for a definition, and when to begin with check-ups is another matter. */
static const char *const other_words[] = { "kronisk*", "langvarig*", "chronic", "begynde", "starte", "start", "begin", NULL };

static const char *const sign_words[] = {
  "røde flag", "rødt flag", "advarselstegn", "advarselssignal*", "faresignal*", "faretegn", "alarmsymptom*", "alarmtegn",
  "alarmsignal*", "red flag", "red flags", "warning sign", "warning signs", NULL,
};

static const char *const orders[] = {
  "søg læge", "søg lægehjælp", "søg hjælp", "søg straks", "søg akut", "søg omgående", "søg professionel hjælp",
  "kontakt læge", "kontakt lægen", "kontakt din læge", "kontakt egen læge", "kontakt straks", "kontakt vagtlæge*", "ring 112",
  "ring til 112", "ring 1 1 2", "tag på skadestuen", "kræver akut", "kræver læge", "kræver lægehjælp", "brug for akut",
  "søge læge", "søge lægehjælp", "søge akut", "søge hjælp straks", "opsøge læge", "kontakte læge",
  "seek help", "seek medical*", "see a doctor", "call a doctor", "call 112", "call 999", "call 911", NULL,
};

/* In running text only an order to get help at once counts: "… skal du søge lægehjælp straks". */
static const char *const at_once_stems[] = {
  "straks", "omgående", "øjeblikkelig", "hurtigst muligt", "med det samme", "akut", "112", "immediately", "at once", NULL,
};

static const char *const at_once_words[] = {
  "straks", "omgående", "øjeblikkelig", "øjeblikkeligt", "hurtigst muligt", "med det samme", "akut hjælp", "akut lægehjælp",
  "akut læge", "akut lægevurdering", "akut vurdering", "immediately", "at once", NULL,
};

static const char *const order_words[] = {
  "søg", "søge", "søges", "opsøg", "opsøge", "kontakt", "kontakte", "kontaktes", "ring", "ringe", "tilkald", "tilkalde", "tag",
  "seek", "call", "contact", "see", NULL,
};

static const char *const aid_words[] = {
  "læge", "lægen", "lægehjælp", "lægevurdering", "lægevagt*", "vagtlæge*", "hjælp", "skadestue*", "akutmodtagelse*", "vurdering",
  "doctor", "help", "medical", NULL,
};

static const char *const alarm_phrases[] = { "ring 112", "ringe 112", "ring til 112", "ringe til 112", "call 112", "call 999", NULL };

static gboolean
is_urgent (const FysWords *words)
{
  if (fys_words_contain_any (words, sign_words) || fys_words_contain_any (words, orders))
    return TRUE;
  if (fys_words_contain_any (words, other_words))
    return FALSE;
  if (fys_words_contain_any (words, when_words) && fys_words_contain_any (words, seek_words)
      && fys_words_contain_any (words, helper_words))
    return TRUE;
  return (fys_words_contain_any (words, when_words) || fys_words_contain_any (words, tell_words))
         && fys_words_contain_any (words, danger_words);
}

gboolean
fys_outline_is_urgent_title (const char *title)
{
  FysWords words;
  gboolean result;

  fys_words_init (&words, title, strlen (title));
  result = is_urgent (&words);
  fys_words_clear (&words);
  return result;
}

/* the text */

static gboolean
is_sentence_end (char letter)
{
  return letter == '.' || letter == '!' || letter == '?' || letter == '\n' || letter == ';';
}

static gboolean
is_order (const char *sentence,
          gsize       length)
{
  FysWords words;
  gboolean result;

  fys_words_init (&words, sentence, length);
  result = fys_words_contain_any (&words, alarm_phrases)
           || (fys_words_contain_any (&words, order_words) && fys_words_contain_any (&words, at_once_words)
               && fys_words_contain_any (&words, aid_words));
  fys_words_clear (&words);
  return result;
}

/* Returns: the sentence around @place, which begins no earlier than @from */
static const char *
find_sentence (const char *from,
               const char *place,
               gsize      *out_length)
{
  const char *start = place;
  const char *end = place;

  while (start > from && !is_sentence_end (start[-1]))
    start--;
  while (*end != '\0' && !is_sentence_end (*end))
    end++;
  *out_length = (gsize) (end - start);
  return start;
}

gboolean
fys_outline_is_urgent_text (const char *text)
{
  /* A search for bytes first: hardly any text has one of these. */
  for (guint i = 0; at_once_stems[i] != NULL; i++)
    {
      const char *from = text;
      const char *stem;

      while ((stem = strstr (from, at_once_stems[i])) != NULL)
        {
          gsize       length;
          const char *sentence = find_sentence (from, stem, &length);

          if (is_order (sentence, length))
            return TRUE;
          from = sentence + length;
        }
    }
  return FALSE;
}
