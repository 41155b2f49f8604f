/* fys-history.c - where a window has been, to go back and forward through it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-history.h"

struct _FysHistory
{
  GPtrArray *places;    /* (element-type FysHistoryPlace) */
  GPtrArray *documents; /* (element-type FysDocument): that places keep, the one that was left last at the end */
  guint      current;   /* of no meaning when there are no places */
};

static void
place_free (FysHistoryPlace *place)
{
  g_free (place->page);
  g_free (place->title);
  g_clear_object (&place->file);
  g_clear_object (&place->document);
  g_strfreev (place->open_questions);
  g_free (place->reading.slug);
  g_clear_pointer (&place->state, g_variant_unref);
  g_free (place);
}

static void
forget_document (FysHistory  *self,
                 FysDocument *document)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      FysHistoryPlace *place = g_ptr_array_index (self->places, i);

      if (place->document == document)
        g_clear_object (&place->document);
    }
}

static void
document_changed_cb (FysDocument *document,
                     FysHistory  *self)
{
  forget_document (self, document);
  g_signal_handlers_disconnect_by_data (document, self);
  g_ptr_array_remove (self->documents, document);
}

static void
drop_oldest_documents (FysHistory *self)
{
  while (self->documents->len > FYS_HISTORY_MAX_DOCUMENTS)
    document_changed_cb (g_ptr_array_index (self->documents, 0), self);
}

FysHistory *
fys_history_new (void)
{
  FysHistory *self = g_new0 (FysHistory, 1);

  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
fys_history_free (FysHistory *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->documents->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->documents, i), self);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->documents);
  g_free (self);
}

FysHistoryPlace *
fys_history_visit (FysHistory *self,
                   const char *page,
                   GFile      *file)
{
  FysHistoryPlace *place;

  g_return_val_if_fail (self != NULL && page != NULL, NULL);

  place = g_new0 (FysHistoryPlace, 1);
  place->page = g_strdup (page);
  place->title = g_strdup ("");
  g_set_object (&place->file, file);
  if (self->places->len > 0)
    g_ptr_array_set_size (self->places, self->current + 1);
  if (self->places->len == FYS_HISTORY_MAX_PLACES)
    g_ptr_array_remove_index (self->places, 0);
  g_ptr_array_add (self->places, place);
  self->current = self->places->len - 1;
  return place;
}

FysHistoryPlace *
fys_history_get_current (FysHistory *self)
{
  return fys_history_peek (self, 0);
}

FysHistoryPlace *
fys_history_peek (FysHistory *self,
                  int         step)
{
  gint64 index;

  g_return_val_if_fail (self != NULL, NULL);

  index = (gint64) self->current + step;
  return index >= 0 && index < self->places->len ? g_ptr_array_index (self->places, index) : NULL;
}

void
fys_history_go (FysHistory *self,
                int         step)
{
  g_return_if_fail (fys_history_peek (self, step) != NULL);

  self->current += step;
}

void
fys_history_drop (FysHistory *self,
                  int         step)
{
  g_return_if_fail (step != 0 && fys_history_peek (self, step) != NULL);

  g_ptr_array_remove_index (self->places, self->current + step);
  if (step < 0)
    self->current--;
}

void
fys_history_place_set_title (FysHistoryPlace *place,
                             const char      *title)
{
  g_free (place->title);
  place->title = g_strdup (title);
}

void
fys_history_place_set_document (FysHistory      *self,
                                FysHistoryPlace *place,
                                FysDocument     *document)
{
  g_return_if_fail (self != NULL && place != NULL);

  g_set_object (&place->document, document);
  if (document == NULL)
    return;
  if (g_ptr_array_find (self->documents, document, NULL))
    g_ptr_array_remove (self->documents, document);
  else
    g_signal_connect (document, "changed", G_CALLBACK (document_changed_cb), self);
  g_ptr_array_add (self->documents, g_object_ref (document));
  drop_oldest_documents (self);
}
