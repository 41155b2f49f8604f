/* fys-sample.c - articles of any length to measure with
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-sample.h"

static const char *const words[] = {
  "ryggen", "benet", "smerten", "musklen", "bevægelse", "langsomt", "ofte", "sjældent", "lænden", "foden", "træning",
  "hvile", "dagen", "ugen", "nerven", "knæet", "skulderen", "hånden", "øvelsen", "gulvet", "roligt", "stærkt", "åndedrættet",
  "balancen", "styrken", "leddet", "huden", "søvnen", "arbejdet", "pausen", "og", "men", "når", "hvis", "kan", "bør", "bliver",
  "er", "har", "den", "det", "en", "et", "på", "i", "til", "fra", "med", "uden", "efter",
};

typedef struct
{
  GString *text;
  guint32  state;
  guint    n_sections;
} Writer;

/* A linear congruential generator: the same numbers on every machine and at every run. */
static guint
draw (Writer *self,
      guint   below)
{
  self->state = self->state * 1664525u + 1013904223u;
  return (self->state >> 8) % below;
}

static void
write_words (Writer *self,
             guint   n)
{
  for (guint i = 0; i < n; i++)
    {
      const char *word = words[draw (self, G_N_ELEMENTS (words))];

      if (i > 0)
        g_string_append_c (self->text, ' ');
      switch (draw (self, 40))
        {
        case 0:
          g_string_append_printf (self->text, "**%s**", word);
          break;
        case 1:
          g_string_append_printf (self->text, "*%s*", word);
          break;
        case 2:
          g_string_append_printf (self->text, "%s,", word);
          break;
        default:
          g_string_append (self->text, word);
          break;
        }
    }
}

static void
write_paragraph (Writer *self)
{
  for (guint i = 4 + draw (self, 3); i > 0; i--)
    {
      g_string_append (self->text, "Her ");
      write_words (self, 8 + draw (self, 10));
      g_string_append (self->text, ". ");
    }
  if (draw (self, 6) == 0)
    g_string_append_printf (self->text, "Læs [mere her](https://example.org/%u).", draw (self, 1000));
  g_string_append (self->text, "\n\n");
}

static void
write_list (Writer *self)
{
  for (guint i = 3 + draw (self, 4); i > 0; i--)
    {
      g_string_append (self->text, "- Det ");
      write_words (self, 6 + draw (self, 8));
      g_string_append_c (self->text, '\n');
    }
  g_string_append_c (self->text, '\n');
}

static void
write_table (Writer *self)
{
  g_string_append (self->text, "| Årsag | Hvad der sker | Råd |\n|---|:---|---:|\n");
  for (guint i = 4; i > 0; i--)
    {
      for (guint column = 0; column < 3; column++)
        {
          g_string_append (self->text, "| ");
          write_words (self, 2 + draw (self, 5));
          g_string_append_c (self->text, ' ');
        }
      g_string_append (self->text, "|\n");
    }
  g_string_append_c (self->text, '\n');
}

static void
write_section (Writer *self)
{
  g_string_append_printf (self->text, "## Afsnit %u om ", ++self->n_sections);
  write_words (self, 4);
  g_string_append (self->text, "\n\n");
  write_paragraph (self);
  write_paragraph (self);
  if (self->n_sections % 3 == 0)
    write_list (self);
  if (self->n_sections % 5 == 0)
    write_table (self);
  if (self->n_sections % 7 == 0)
    g_string_append_printf (self->text,
                            "### Øvelse %u: stræk\n\nLæg dig på ryggen og træk benet mod brystet. Hold 20–30 sekunder og gentag 2–3 "
                            "gange på hver side.\n\n",
                            self->n_sections);
}

static void
write_questions (Writer *self)
{
  g_string_append (self->text, "## Ofte stillede spørgsmål\n\n");
  for (guint i = 1; i <= 6; i++)
    {
      g_string_append_printf (self->text, "### Er spørgsmål %u et godt spørgsmål?\n\n", i);
      write_paragraph (self);
    }
}

GBytes *
fys_sample_new (gsize size_bytes)
{
  Writer self = { g_string_sized_new (size_bytes + 8192), 1, 0 };
  gsize  length;

  g_string_append (self.text, "---\ntitle: \"Prøve\"\ndatePublished: \"01/02/2025\"\nlastUpdated: \"03/04/2025\"\n---\n\n");
  write_paragraph (&self);
  g_string_append (self.text, "## Hvornår skal jeg søge læge?\n\n");
  write_list (&self);
  while (self.text->len + 3500 < size_bytes)
    write_section (&self);
  write_questions (&self);
  length = self.text->len;
  return g_bytes_new_take (g_string_free (self.text, FALSE), length);
}
