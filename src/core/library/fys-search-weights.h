/* fys-search-weights.h - what counts for how much in a search, all in one place
 *
 * Chosen by measuring with sets of judged queries, one weight at a time and then together; differences of a tenth hardly change an order.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a word is worth in each column. The title tells what an article is about; a heading tells what a part of it is about. */
#define W_TITLE           3.0
#define W_ALIAS           2.0
#define W_HEADINGS        1.0
#define W_QUESTIONS       1.0
#define W_BODY            2.0
/* How soon more of the same word stops telling more, and how much a long text is held back (0–1). */
#define W_K1              2.0
#define W_B               0.75
/* How much an article loses that has a word for a part of the query only. */
#define W_COVERAGE        1.0
/* How much a title counts that looks like the query, against the best score of the words. */
#define W_TITLE_LETTERS   0.5
/* How much a title counts that has the words of the query and no others. */
#define W_TITLE_WORDS     0.3
/* How much it counts that one part of the article answers all by itself, and that the part tells of symptoms. */
#define W_PART            0.75
#define W_SYMPTOM_PART    2.0
/* What a word in an answer tells, beside one in the question. */
#define W_ANSWER          0.6
/* How much it counts that a sentence or two say it all. */
#define W_SENTENCE        1.5
/* How much more an article counts that tells symptoms. */
#define W_SYMPTOM_ARTICLE 0.15
/* What is left of the words of an article that has exercises and no symptoms, for one who tells how it feels. */
#define W_NO_SYMPTOMS     0.7
/* How sure it is that an alternative is what is meant. */
#define W_BEGINNING       0.8
#define W_FORM            0.8
#define W_CORRECTION      0.7
#define W_LONGER          0.4
#define W_LAY             0.75
#define W_HALF            0.8
#define W_JOINED          1.0
/* Of a compound that is known: how sure it is that its parts are meant, and what each of them tells of it. */
#define W_KNOWN_HALF      0.8
#define W_KNOWN_HALF_IDF  0.8
