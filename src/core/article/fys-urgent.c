/* fys-urgent.c - which headings say when to seek help
 *
 * A heading is one of
 *   when + seek + helper     "Hvornår skal jeg søge læge eller fysioterapeut?", "When should I see a doctor?"
 *   when + danger            "Hvornår er det akut?", "Hvornår er lændesmerter farlige?"
 *   a name for the signs     "Røde flag", "Advarselstegn", "Red flags"
 *   an order to seek help    "Søg straks læge", "Ring 112", "Symptomer der kræver akut hjælp"
 *
 * and not one that only has such a word in it: "Akutte smerter", "Kan øvelserne hjælpe?", "Er squat farligt?".
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/article/fys-outline.h"
#include "core/article/fys-words.h"

static const char *const when_words[] = { "hvornår", "when", NULL };

static const char *const seek_words[] = {
  "søge", "søger", "søges", "opsøge", "opsøger", "kontakte", "kontakter", "kontaktes", "ringe", "ringer", "tilkalde",
  "gå til", "se en", "se læge", "gå på", "tage på", "have hjælp", "få hjælp", "brug for", "nødvendigt", "besøge",
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
  "akut", "farlig", "farligt", "farlige", "alvorlig", "alvorligt", "alvorlige", "faretruende", "livstruende", "bekymret",
  "dangerous", "serious", "urgent", "an emergency", NULL,
};

/* "Acute or chronic" asks for a definition. */
static const char *const definition_words[] = { "kronisk*", "langvarig*", "chronic", NULL };

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

static gboolean
contains_any (const char        *words,
              const char *const *phrases)
{
  for (; *phrases != NULL; phrases++)
    if (fys_words_contain (words, *phrases))
      return TRUE;
  return FALSE;
}

gboolean
fys_outline_is_urgent_title (const char *title)
{
  g_autofree char *words = fys_words_fold (title);

  if (contains_any (words, sign_words) || contains_any (words, orders))
    return TRUE;
  if (!contains_any (words, when_words))
    return FALSE;
  if (contains_any (words, seek_words) && contains_any (words, helper_words))
    return TRUE;
  return contains_any (words, danger_words) && !contains_any (words, definition_words);
}
