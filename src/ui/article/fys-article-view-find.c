/* fys-article-view-find.c - find in the article
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-article-view-private.h"

guint
fys_article_view_find (FysArticleView *self,
                       const char     *text)
{
  g_return_val_if_fail (FYS_IS_ARTICLE_VIEW (self), 0);

  if (self->article == NULL)
    return 0;

  fys_marks_take_hits (self->marks, text == NULL || *text == '\0' ? NULL : fys_find_in_article (self->article, text));
  return fys_marks_get_n_hits (self->marks);
}

static guint
choose_hit (FysArticleView *self,
            int             step)
{
  guint n_hits = fys_marks_get_n_hits (self->marks);
  guint current = fys_marks_get_current_hit (self->marks);

  if (step == 0 || current == FYS_NONE)
    {
      FysTextPlace top = fys_article_view_get_top_place (self);
      guint        hit = fys_marks_find_hit (self->marks, top.block, top.cell, 0);

      return step < 0 ? (hit + n_hits - 1) % n_hits : hit % n_hits;
    }

  return step > 0 ? (current + 1) % n_hits : (current + n_hits - 1) % n_hits;
}

guint
fys_article_view_find_step (FysArticleView *self,
                            int             step)
{
  const FysFindHit *hit;
  FysTextPlace      place;
  guint             index;

  g_return_val_if_fail (FYS_IS_ARTICLE_VIEW (self), 0);

  if (fys_marks_get_n_hits (self->marks) == 0)
    return 0;

  index = choose_hit (self, step);
  hit = fys_marks_get_hit (self->marks, index);
  place = (FysTextPlace){ hit->block, hit->cell, hit->start };
  fys_marks_set_current_hit (self->marks, index);
  fys_article_view_reveal_place (self, &place);
  return index + 1;
}

gboolean
fys_article_view_focus_hit (FysArticleView *self)
{
  const FysFindHit *hit;
  FysTextPlace      place;
  FysTextBlock     *text;
  guint             index;

  g_return_val_if_fail (FYS_IS_ARTICLE_VIEW (self), FALSE);

  index = fys_marks_get_current_hit (self->marks);
  if (index == FYS_NONE)
    return FALSE;

  hit = fys_marks_get_hit (self->marks, index);
  place = (FysTextPlace){ hit->block, hit->cell, hit->start };
  text = fys_article_view_ensure_text (self, &place);
  if (text == NULL)
    return FALSE;

  fys_article_view_focus_text (self, text);
  return TRUE;
}
