/* test-dosage.c - what sentences prescribe, and what they do not
 *
 * A case is a text and the dosage in the letters of dosage-words.h.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/exercise/fys-exercise.h"

#include <string.h>

#include "core/exercise/fys-dosage-lexer.h"
#include "dosage-words.h"

typedef struct
{
  const char *text;
  const char *dosage;
} Case;

static const Case holds[] = {
  { "Hold 20–30 sekunder.", "h20-30" },
  { "Hold i 20-30 sekunder", "h20-30" },
  { "Hold stillingen i 15 til 20 sekunder, og slip.", "h15-20" },
  { "Bliv der i 10 sek.", "h10" },
  { "hold et par sekunder", "h2" },
  { "Hold spændingen i et minut.", "h60" },
  { "Hold i ½ minut.", "h30" },
  { "Hold i 1½ minut.", "h90" },
  { "Hold i et halvt minut.", "h30" },
  { "Hold i halvandet minut.", "h90" },
  { "Hold for half a minute.", "h30" },
  { "Hold i 1,5 minutter.", "h90" },
  { "Hold i tredive sekunder.", "h30" },
  { "Hold i 30 sekunder til 1 minut.", "h30-60" },
  { "Hold i 1 minut og 30 sekunder.", "h90" },
  { "Hold i 1 min. 15 sek. og gentag 3 gange.", "h75 r3" },
  { "Hold for 2 minutes and 30 seconds.", "h150" },
  { "Hold i 30 sekunder til 1 minut og 30 sekunder.", "h30-90" },
  { "Hold i 2 x 1 minut og 30 sekunders pause.", "h60 r2 p30" },
  { "Hold i 1 minut og 3 gange.", "h60 r3" },
  { "Hold mindst 30 sekunder.", "h30" },
  { "Hold i ca. 45 sek.", "h45" },
  { "Rul foden over flasken i 1-2 minutter.", "h60-120" },
  { "Mærk strækket, og hold det i mellem 10 og 15 sekunder.", "h10-15" },
  { "Stå sådan i 40 s", "h40" },
  { "20–30 sek.", "h20-30" },
  { "5 sekunders hold i toppen", "h5" },
  { "Et stræk på 30 sekunder er nok.", "h30" },
  { "Et roligt pres (5-10 sekunder)", "h5-10" },
  { "Lav øvelsen i 2 minutter.", "h120" },
  { "Arbejd i intervaller à 20-40 sek.", "h20-40" },
  { "Hold the position for 20 to 30 seconds.", "h20-30" },
  { "Hold for a couple of seconds.", "h2" },
  { "Stay there for 1 minute.", "h60" },
  { "Når du mærker et træk, holder du stillingen i 2-3 sekunder.", "h2-3" },
  { "holdes i 30 sekunder", "h30" },
  { "Hold strækket i tyve til tredive sekunder", "h20-30" },
  /* none */
  { "Læg is på i 10-20 minutter flere gange om dagen.", "" },
  { "Is 15 minutter ad gangen mindsker hævelsen.", "" },
  { "Varm op i 5 minutter.", "" },
  { "Tag et varmt bad i 10 minutter.", "" },
  { "Spis protein inden for 30 minutter efter træning.", "" },
  { "Træk vejret ind i 4 sekunder og ud i 6 sekunder.", "" },
  { "Pust ud i 6-8 sekunder.", "" },
  { "Indånding 4 sekunder", "" },
  { "Ånd ind 4 sekunder, ud 6 sekunder", "" },
  { "Sænk hælen over 3-5 sekunder.", "" },
  { "Brug 2-3 sekunder på vejen ned.", "" },
  { "Krampen varer 10 sekunder.", "" },
  { "Det tager 5 minutter.", "" },
  { "150 minutter om ugen", "" },
  { "Vær aktiv i 30 minutter om ugen", "" },
  { "En gåtur i 20 minutter gør godt.", "" },
  { "Rejs dig hvert 30. minut.", "" },
  { "Efter 30 minutter kan du gentage.", "" },
  { "Hvil i 48 timer.", "" },
  { "Hold pause i 2 timer.", "" },
  { "Hold kort i toppen.", "" },
  { "Hold i få sekunder.", "" },
  { "Hold knæet bøjet 90 grader.", "" },
  { "Hold i 30-20 sekunder", "" },
  { "Hold i 3 timer.", "" },
  { "Hold ikke strækket i mere end 30 sekunder.", "" },
  { "Do not hold it for more than 30 seconds.", "" },
  { "Hold ikke vejret, men hold stillingen i 30 sekunder.", "h30" },
  { "Skal jeg holde i 30 sekunder?", "" },
  { "Konsultationen varer 45 minutter og koster 495 kr.", "" },
  { "min ryg og s kurve", "" },
};

static const Case reps[] = {
  { "Gentag ikke øvelsen mere end 3 gange.", "" },
  { "Gentag 8–10 gange.", "r8-10" },
  { "Gentag øvelsen 10 gange i roligt tempo", "r10" },
  { "8-12 gentagelser", "r8-12" },
  { "Lav 8–12 rolige gentagelser.", "r8-12" },
  { "Lav ti langsomme gentagelser", "r10" },
  { "10-15 reps", "r10-15" },
  { "Begynd med få gentagelser (8-12).", "r8-12" },
  { "Gå 10-20 skridt på tæerne.", "r10-20" },
  { "Lav 10 cirkler.", "r10" },
  { "Lav 20 hop.", "r20" },
  { "Tag 12 udfaldsskridt pr. ben.", "r12 side" },
  { "Repeat 10 times.", "r10" },
  { "Do 12 slow repetitions.", "r12" },
  { "Hold i 30 sekunder x 3", "h30 r3" },
  { "Hold i 20 sekunder og gentag 2–3 gange.", "h20 r2-3" },
  { "2 x 30–60 sekunder", "h30-60 r2" },
  { "3 x 5 min", "h300 r3" },
  { "3×20 sek.", "h20 r3" },
  { "Gentag to til tre gange.", "r2-3" },
  { "Gentag 2 eller 3 gange.", "r2-3" },
  { "Gentag fem gange", "r5" },
  { "Gentag et par gange.", "r2" },
  { "10x", "r10" },
  { "Lav 3-5 hold i hver retning.", "r3-5 side" },
  { "Lav 15 knib.", "r15" },
  { "Gentag bevægelsen 8 til 12 gange.", "r8-12" },
  { "Gentag roligt 10—12 gange", "r10-12" },
  { "Gentag 10‑12 gange", "r10-12" },
  { "5 gentagelser. Begyndere kan tage 3 gentagelser.", "r5" },
  { "Lav 12 gentagelser som opvarmning 3 gange om ugen.", "r12 w3" },
  { "8 gentagelser. En anden øvelse er at løfte hælen 20 gange.", "r8" },
  /* none */
  { "Gentag flere gange.", "" },
  { "Gentag nogle gange.", "" },
  { "Smerten er 3 gange så stærk.", "" },
  { "Risikoen er to gange højere.", "" },
  { "De sidste 2-3 gentagelser skal føles tunge.", "" },
  { "L4-L5 og S1", "" },
  { "12/10/2025", "" },
  { "2025-10-12", "" },
  { "kl. 8-10", "" },
  { "Prisen er 300-500 kr.", "" },
  { "500 mg paracetamol 3 gange dagligt", "" },
  { "Tag 2 tabletter op til 4 gange om dagen.", "" },
  { "Vægten er 2-5 kg.", "" },
  { "Ring på 12 34 56 78.", "" },
  { "Spring 100000 gange", "" },
  { "Hvor mange? 10 gange?", "" },
  { "Gentag 5-4-3 gange", "" },
  { "6-12 uger", "" },
  { "Kun én gang", "" },
  { "Stå i halv dybde, og hold halvt igen.", "" },
  { "Træd et par skridt tilbage, så elastikken strammer.", "" },
  { "Gå to skridt frem.", "" },
  { "Skift roligt mellem de to bevægelser.", "" },
  { "Stå på alle fire, og rund ryggen.", "" },
  { "Løft de fire små tæer.", "" },
  { "30-40 år", "" },
};

static const Case sets[] = {
  { "3 sæt", "s3" },
  { "2-3 sæt", "s2-3" },
  { "3 sæt af 6–12 gentagelser", "r6-12 s3" },
  { "3 sæt á 10 gentagelser", "r10 s3" },
  { "3-4 sæt à 8-12 gentagelser", "r8-12 s3-4" },
  { "3 sæt x 10–15 reps", "r10-15 s3" },
  { "3 sæt med 10 gentagelser", "r10 s3" },
  { "8-12 gentagelser i 2-3 sæt", "r8-12 s2-3" },
  { "Gentag 10-15 gange i 2-3 sæt.", "r10-15 s2-3" },
  { "3 x 10", "r10 s3" },
  { "3x10", "r10 s3" },
  { "3 x 8-12 gentagelser", "r8-12 s3" },
  { "3×12", "r12 s3" },
  { "10 x 3 sæt", "r10 s3" },
  { "tre sæt af ti", "r10 s3" },
  { "to sæt", "s2" },
  { "3 sæt af 30 sekunder", "h30 s3" },
  { "3 sæt af 5–10 sekunders hold", "h5-10 s3" },
  { "4 runder af 30-60 sekunder", "h30-60 s4" },
  { "3 runder", "s3" },
  { "Hold i 20-45 sekunder, og lav 2-3 sæt", "h20-45 s2-3" },
  { "3 sets of 10 reps", "r10 s3" },
  { "2 to 3 sets", "s2-3" },
  { "3 gange 10 gentagelser", "r10 s3" },
  { "Lav 3 sæt af 10-20 kugler pr. fod", "r10-20 s3 side" },
  { "Lav 3 sæt med 2-3 op- og nedrulninger pr. sæt.", "r2-3 s3" },
  { "3 sæt af 8-10 gentagelser. Til styrke kan du lave 5 sæt af 5.", "r8-10 s3" },
  { "3 sæt af 15 gentagelser, eller hold i 30 sekunder, 3 gange", "r15 s3" },
  { "2–3 sæt af 10 gentagelser og balanceøvelser med 30 sekunders holdtid", "r10 s2-3" },
  { "Tag 20-30 gentagelser eller i tid (fx 1 minut).", "r20-30" },
  { "gentag 2-3 sæt", "s2-3" },
  { "3 omgange", "s3" },
  { "3 serier", "s3" },
  { "2 fulde sæt", "s2" },
  /* none */
  { "Lav flere sæt.", "" },
  { "et par sæt strøm", "s2" },
  { "sæt dig på 2 puder", "" },
  { "Sæt 10 kg på.", "" },
  { "1000 sæt", "" },
  { "3 x 20 kg", "" },
  { "0 sæt", "" },
  { "2,5 sæt", "" },
  { "3-2 sæt", "" },
  { "90 x 60 cm", "" },
};

static const Case rests[] = {
  { "60 sekunders pause", "p60" },
  { "med 30-60 sekunders pause mellem sættene", "p30-60" },
  { "med ca. 30–60 sekunders pause", "p30-60" },
  { "en pause på 30-60 sekunder", "p30-60" },
  { "Hold 60-90 sekunders pause mellem sættene.", "p60-90" },
  { "Hold pause i 1 minut.", "p60" },
  { "Hvil 30 sekunder mellem sættene.", "p30" },
  { "Hvil ca. 45 sek.", "p45" },
  { "Hvil i 1-2 minutter.", "p60-120" },
  { "1 minuts hvile", "p60" },
  { "to minutters pause", "p120" },
  { "med et halvt minuts pause", "p30" },
  { "pause: 60 sek.", "p60" },
  { "30 sekunder mellem sættene", "p30" },
  { "30 sek. on / 30 sek. off", "h30 p30" },
  { "20 sekunders intenst arbejde, 10 sekunders hvile", "p10" },
  { "3 sæt af 6–12 gentagelser med 60 sekunders pause", "r6-12 s3 p60" },
  { "3 sæt af 30-45 sekunder med 30 sekunders pause imellem", "h30-45 s3 p30" },
  { "rest for 60 seconds", "p60" },
  { "60 seconds rest", "p60" },
  { "Rest 30 s between sets", "p30" },
  { "Hold 10 sekunder, hvil 5 sekunder.", "h10 p5" },
  { "Hold i 1 minut og hvil 30 sekunder.", "h60 p30" },
  { "Hold for 30 seconds and rest for 10 seconds.", "h30 p10" },
  { "Hold i 1 minut, hvil 1 minut og 30 sekunder mellem sættene.", "h60 p90" },
  { "3 sæt af 10, pause 2 minutter og 30 sekunder", "r10 s3 p150" },
  { "3 sæt à 10 med en pause på 60-90 sekunder mellem hver runde", "r10 s3 p60-90" },
  { "½ minuts pause", "p30" },
  { "med 2 minutters pause mellem hvert sæt", "p120" },
  { "Arbejd 1 minut uden pause.", "h60" },
  { "Hvil i et minut.", "p60" },
  { "Tag 20 sekunders pause.", "p20" },
  { "Hvil mindst 60 sek. mellem sættene.", "p60" },
  { "Hvil et par minutter.", "p120" },
  { "med pauser på 15-20 sekunder", "p15-20" },
  { "with 30-45 seconds rest between sets", "p30-45" },
  { "pausen skal vare 3 minutter", "p180" },
  { "2 min. pause", "p120" },
  { "Hvil fødderne i 3 timer.", "" },
  { "uden pause", "" },
  { "Hold korte pauser.", "" },
  { "48 timers pause", "" },
  { "Giv musklen 48 timers hvile.", "" },
  { "Hold pause fra løb i 2 uger.", "" },
  { "en pause på 3 dage", "" },
};

static const Case sides[] = {
  { "på hver side", "side" },
  { "10 gentagelser til hver side med let belastning", "r10 side" },
  { "Lav 10 gentagelser i begge sider.", "r10 side" },
  { "Drej hovedet til siden. Gentag 5 gange i hver retning.", "r5 side" },
  { "Gentag 3 gange på hver side", "r3 side" },
  { "10 gentagelser pr. side", "r10 side" },
  { "10 gentagelser per ben", "r10 side" },
  { "3 gange på begge sider", "r3 side" },
  { "10 på hvert ben", "side" },
  { "for hver arm", "" },
  { "5 gange i hver retning", "r5 side" },
  { "20 sekunder til hver side", "h20 side" },
  { "Skift side.", "side" },
  { "Slip langsomt, og skift ben.", "side" },
  { "Skift derefter til den anden arm.", "side" },
  { "Gentag til den anden side.", "side" },
  { "Gentag på den modsatte side.", "side" },
  { "Gentag mod venstre side.", "side" },
  { "Gentag til venstre.", "side" },
  { "15 rotationer til hver side", "r15 side" },
  { "8 gentagelser pr. hånd", "r8 side" },
  { "on each side", "side" },
  { "10 reps per leg", "r10 side" },
  { "Switch sides.", "side" },
  { "Repeat on the other side.", "side" },
  { "both sides", "side" },
  { "8-12 gentagelser pr side", "r8-12 side" },
  { "30 sekunder pr. fod", "h30 side" },
  /* none */
  { "Stå med en vægt i hver hånd.", "" },
  { "Stil en vægt på hver side af kroppen.", "" },
  { "Håndtagene sidder lidt over skulderhøjde i begge sider.", "" },
  { "Før foden frem og tilbage. Lav 10 gentagelser i hver retning.", "r10" },
  { "Bøj og stræk hver finger.", "" },
  { "Løft ét ben ad gangen.", "" },
  { "Rul fra side til side.", "" },
  { "Løft benene skiftevis.", "" },
  { "Bøj begge ben.", "" },
  { "Skift retning.", "" },
  { "Læg dig på siden.", "" },
  { "Skift ben for hver gentagelse.", "" },
  { "Skift hurtigt ben.", "" },
  { "Fortsæt med at skifte ben i et roligt tempo.", "" },
  { "Vip den ene eller begge sider.", "" },
  { "armene ned langs siden", "" },
  { "Skift stilling.", "" },
  { "Drej hovedet til siden.", "" },
  { "Den anden side af sagen", "" },
  { "hver uge", "" },
  { "på indersiden af hver", "" },
};

static const Case frequencies[] = {
  { "2 gange om dagen", "d2" },
  { "2-3 gange dagligt", "d2-3" },
  { "to gange dagligt", "d2" },
  { "et par gange om dagen", "d2" },
  { "en gang om dagen", "d1" },
  { "én gang dagligt", "d1" },
  { "3 gange om ugen", "w3" },
  { "2–3 gange ugentligt", "w2-3" },
  { "3-4 gange pr. uge", "w3-4" },
  { "3 gange i ugen", "w3" },
  { "3 dage om ugen", "w3" },
  { "2 ugentlige pas", "w2" },
  { "4 gange i løbet af dagen", "d4" },
  { "2x dagligt", "d2" },
  { "Lav øvelsen dagligt.", "d1" },
  { "Gør det hver dag.", "d1" },
  { "Træn hver anden dag.", "w3-4" },
  { "Lav øvelsen morgen og aften.", "d2" },
  { "Gentag 10 gange hver morgen.", "r10 d1" },
  { "Lav 10 gentagelser, 3 gange om ugen.", "r10 w3" },
  { "8 gentagelser 2 gange dagligt", "r8 d2" },
  { "Hold i 5 minutter 1–2 gange dagligt.", "h300 d1-2" },
  { "Gentag et par gange dagligt.", "d2" },
  { "twice a day", "d2" },
  { "3 times a week", "w3" },
  { "Do it daily.", "d1" },
  { "Do this every day.", "d1" },
  { "once a week", "w1" },
  { "2-3 sæt dagligt", "s2-3 d1" },
  { "Lav øvelsen dagligt eller 3-5 gange om ugen.", "d1" },
  { "Det anbefales at træne 2-3 gange om ugen.", "w2-3" },
  { "3 sæt af 10 gentagelser på hver fod, 2-3 gange om ugen", "r10 s3 side w2-3" },
  { "Øvelsen kan med fordel laves dagligt.", "d1" },
  { "Øvelsen kan med fordel laves dagligt, da den ikke er hård.", "d1" },
  { "Du kan med fordel lave den dagligt eller 3-5 gange om ugen.", "d1" },
  { "Den kan laves flere gange om ugen – gerne 3-5 gange.", "w3-5" },
  { "flere gange om dagen, helst 4 gange", "d4" },
  /* none */
  { "Øvelsen kan med fordel laves dagligt, hvis du har det godt.", "" },
  { "flere gange om ugen – men ikke for længe ad gangen", "" },
  { "flere gange dagligt", "" },
  { "Gentag flere gange om dagen.", "" },
  { "Øvelsen kan laves dagligt, hvis du har det godt.", "" },
  { "Det frarådes at træne hver dag.", "" },
  { "Lav ikke øvelsen dagligt.", "" },
  { "Du må gerne gøre det hver dag.", "" },
  { "I din daglige rutine", "" },
  { "I dagligdagen", "" },
  { "daglig træning hjælper", "" },
  { "efter 1-2 ugers træning", "" },
  { "Giv musklen 1-2 dages ro.", "" },
  { "Kan jeg gøre det 2 gange om dagen?", "" },
  { "1 tablet 3 gange om dagen", "" },
  { "Smerten kommer hver dag.", "" },
  { "30 gange om dagen", "" },
};

static const Case wholes[] = {
  { "Hold 20–30 sekunder og gentag 2–3 gange på hver side.", "h20-30 r2-3 side" },
  { "Bøj benet, til det strækker foran. Hold i 20–30 sekunder, mens du ånder roligt. Gentag 3 gange på hver side, 2 gange dagligt.",
    "h20-30 r3 side d2" },
  { "Læn dig frem: hold i 20 sekunder og gentag 3 gange per side. En anden er at rulle på en bold i 2 minutter. Gør det 2 gange om dagen.",
    "h20 r3 side d2" },
  { "3-4 sæt af 8-12 gentagelser. Hvis du træner udholdenhed, kan du tage 20 gentagelser.", "r8-12 s3-4" },
  { "Hold i 20-40 sekunder, og gentag 3-4 gange. Øvede kan holde i 60 sekunder.", "h20-40 r3-4" },
  { "10 gentagelser pr. ben. Ønsker du mere, kan du tage 15. Hold 60 sekunders pause mellem sættene.", "r10 p60 side" },
  { "", "" },
  { " \n\t", "" },
  { "–––", "" },
  { "10", "" },
  { "3 x", "r3" },
  { "3 x så meget", "" },
  { "x 3 x x", "" },
  { "hold hold hold", "" },
  { "½½½", "" },
};

static void
assert_place (const char *text,
              FysSlice    place,
              gboolean    is_stated)
{
  g_assert_cmpint (place.end > 0, ==, is_stated);
  g_assert_cmpuint (place.end, <=, strlen (text));
  if (is_stated)
    {
      g_assert_cmpuint (place.start, <, place.end);
      g_assert_true (g_utf8_validate (text + place.start, place.end - place.start, NULL));
    }
}

static void
assert_places (const char      *text,
               const FysDosage *dosage)
{
  assert_place (text, dosage->hold_place, fys_range_is_stated (dosage->hold_s));
  assert_place (text, dosage->reps_place, fys_range_is_stated (dosage->reps));
  assert_place (text, dosage->sets_place, fys_range_is_stated (dosage->sets));
  assert_place (text, dosage->rest_place, fys_range_is_stated (dosage->rest_s));
  assert_place (text, dosage->side_place, dosage->is_per_side);
  assert_place (text, dosage->frequency_place, fys_range_is_stated (dosage->frequency));
}

static void
assert_cases (const Case *cases,
              guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      FysDosage        dosage;
      gboolean         is_stated = fys_dosage_parse (cases[i].text, &dosage);
      g_autofree char *words = dosage_dup_words (&dosage);

      g_assert_cmpint (is_stated, ==, fys_dosage_is_stated (&dosage));
      assert_places (cases[i].text, &dosage);
      if (strcmp (words, cases[i].dosage) != 0)
        {
          g_test_message ("“%s” gives “%s” and not “%s”", cases[i].text, words, cases[i].dosage);
          g_test_fail ();
        }
    }
}

static void
test_holds (void)
{
  assert_cases (holds, G_N_ELEMENTS (holds));
}

static void
test_reps (void)
{
  assert_cases (reps, G_N_ELEMENTS (reps));
}

static void
test_sets (void)
{
  assert_cases (sets, G_N_ELEMENTS (sets));
}

static void
test_rests (void)
{
  assert_cases (rests, G_N_ELEMENTS (rests));
}

static void
test_sides (void)
{
  assert_cases (sides, G_N_ELEMENTS (sides));
}

static void
test_frequencies (void)
{
  assert_cases (frequencies, G_N_ELEMENTS (frequencies));
}

/* What is passed over unread must hold no frequency; and most of what holds none must be passed over. */
static void
test_may_say_how_often (void)
{
  static const char *const may[] = {
    "dag", "Dagen", "3 dage", "flere/dag", "(dagligt)", "daglige", "døgn", "Døgnet", "uge", "ugen", "2–3 ugentlige pas", "Hver morgen",
    "Morgen og aften", "aftenen", "a day", "days", "daily", "Week", "weekly", "mornings", "Evening",
  };
  static const char *const may_not[] = {
    "", "g", "y", "w", "da", "ug", "hverdag", "Brug øvelsen i hverdagen", "bruges", "kraften", "I dal og by", "we keep going", "søndag",
  };

  for (guint i = 0; i < G_N_ELEMENTS (frequencies); i++)
    {
      FysDosage dosage;

      if (fys_dosage_parse (frequencies[i].text, &dosage) && fys_range_is_stated (dosage.frequency))
        g_assert_true (fys_dosage_may_say_how_often (frequencies[i].text));
    }
  for (guint i = 0; i < G_N_ELEMENTS (may); i++)
    g_assert_true (fys_dosage_may_say_how_often (may[i]));
  for (guint i = 0; i < G_N_ELEMENTS (may_not); i++)
    g_assert_false (fys_dosage_may_say_how_often (may_not[i]));
}

static void
test_wholes (void)
{
  assert_cases (wholes, G_N_ELEMENTS (wholes));
}

static void
test_places (void)
{
  static const char *text = "Æblet: hold 20–30 sekunder, og gentag 2–3 gange på hver side.";
  FysDosage         dosage;
  g_autofree char  *hold = NULL;
  g_autofree char  *side = NULL;

  g_assert_true (fys_dosage_parse (text, &dosage));
  hold = g_strndup (text + dosage.hold_place.start, dosage.hold_place.end - dosage.hold_place.start);
  side = g_strndup (text + dosage.side_place.start, dosage.side_place.end - dosage.side_place.start);
  g_assert_cmpstr (hold, ==, "20–30 sekunder");
  g_assert_cmpstr (side, ==, "hver side");
}

/* Any bytes at all: nothing out of bounds, and every place inside the text. */
static void
test_any_bytes (void)
{
  static const char *const pieces[] = { "10", "-", "–", " til ", "sek", "x", "×", "½", "gange", " om ", "dagen", "hver ", "side", ".",
                                        "?", "\n", "æøå", "\xff", "\xc3", "sæt", " af ", "99999999999", "hold ", ",", "(", "et par " };
  g_autoptr (GRand)        rand = g_rand_new_with_seed (42);

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint               n = g_rand_int_range (rand, 0, 30);
      FysDosage           dosage;

      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      (void) fys_dosage_parse (text->str, &dosage); /* anything may be stated; the places tell */
      g_assert_cmpuint (dosage.hold_place.end, <=, text->len);
      g_assert_cmpuint (dosage.reps_place.end, <=, text->len);
      g_assert_cmpuint (dosage.frequency_place.end, <=, text->len);
      g_assert_cmpuint (dosage.hold_s.min, <=, dosage.hold_s.max);
      g_assert_cmpuint (dosage.reps.min, <=, dosage.reps.max);
    }
}

/* A million signs, huge figures and mixed units: nothing is stated that was not said, and nothing takes long. */
static void
test_hostile (void)
{
  static const char *const pieces[] = { "!", "?", ".", ",", "-", "–", "½", "x", " ", "\n", "×", "(", "9", "10 ", "a", "ø", "til ", "hold ",
                                        "hver ", "et par ", "3 x ", "gange om ", "sekunder ", "halvt ", "de " };
  static const Case        cases[] = {
           { "Hold i 999999999999999999999999 sekunder.", "" },
           { "Gentag 18446744073709551616 gange.", "" },
           { "4294967297 sæt", "" },
           { "Hold i 0,0000001 sekunder.", "" },
           { "Hold i 30 meter.", "" },
           { "Hold i 30 sekunder kg.", "h30" },
           { "3 x 10 x 2", "r10 s3" },
           { "Hold i -30 sekunder", "h30" },
           { "Gentag 1e9 gange.", "" },
           { "10 000 gentagelser", "" },
           { "\xff\xfe Hold i 30 sekunder.", "" },
           { "Hold i 30 sekunder \xc3", "h30" },
           { "Du må ikke holde i 30 sekunder?", "" },
           { "Hvor længe? 30 sekunder?", "" },
           { "½½ gange om ugen ½", "" },
           { "x x x 3 x x", "" },
           { "mellem mellem 3 og og 4 og", "" },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      FysDosage           dosage;

      while (text->len < 1000 * 1000)
        g_string_append (text, pieces[i]);
      (void) fys_dosage_parse (text->str, &dosage); /* whatever it is, the places lie in the text */
      assert_places (text->str, &dosage);
    }
}

/* What comes after the bound is not read, also when it cuts a character. */
static void
test_huge (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  FysDosage           dosage;

  while (text->len < 4 * 1024 * 1024)
    g_string_append (text, "ææ 10 ");
  g_string_append (text, ". Gentag 10 gange.");
  g_assert_false (fys_dosage_parse (text->str, &dosage));
  g_string_prepend (text, "Gentag 7 gange. ");
  g_assert_true (fys_dosage_parse (text->str, &dosage));
  g_assert_cmpuint (dosage.reps.max, ==, 7);
}

static void
assert_summary (const char *text,
                const char *expected)
{
  FysDosage        dosage;
  g_autofree char *summary = NULL;

  (void) fys_dosage_parse (text, &dosage);
  summary = fys_dosage_dup_summary (&dosage);
  g_assert_cmpstr (summary, ==, expected);
}

static void
test_summary (void)
{
  assert_summary ("", "");
  assert_summary ("Gentag 8–10 gange.", "8–10 repetitions");
  assert_summary ("Hold 20–30 sekunder og gentag 2–3 gange på hver side.", "Hold 20–30 s · 2–3 times · each side");
  assert_summary ("3 sæt af 6–12 gentagelser med 60 sekunders pause", "3 sets · 6–12 repetitions · 1 min rest");
  assert_summary ("Hold et par sekunder", "Hold 2 s");
  assert_summary ("Hold i 1-2 minutter", "Hold 1–2 min");
  assert_summary ("Hold i 90 sekunder", "Hold 90 s");
  assert_summary ("Hold i 150 sekunder", "Hold 2 min 30 s");
  assert_summary ("1 sæt, en gang om dagen", "1 set · 1 time a day");
  assert_summary ("10 gentagelser 2-3 gange om ugen", "10 repetitions · 2–3 times a week");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dosage/holds", test_holds);
  g_test_add_func ("/dosage/reps", test_reps);
  g_test_add_func ("/dosage/sets", test_sets);
  g_test_add_func ("/dosage/rests", test_rests);
  g_test_add_func ("/dosage/sides", test_sides);
  g_test_add_func ("/dosage/frequencies", test_frequencies);
  g_test_add_func ("/dosage/may-say-how-often", test_may_say_how_often);
  g_test_add_func ("/dosage/wholes", test_wholes);
  g_test_add_func ("/dosage/places", test_places);
  g_test_add_func ("/dosage/any-bytes", test_any_bytes);
  g_test_add_func ("/dosage/hostile", test_hostile);
  g_test_add_func ("/dosage/huge", test_huge);
  g_test_add_func ("/dosage/summary", test_summary);
  return g_test_run ();
}
