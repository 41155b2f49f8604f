/* fys-result-row.c - something that a search found
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-result-row.h"

#include "compat/fys-compat-a11y.h"
#include "ui/library/fys-answer-box.h"
#include "ui/library/fys-hit-words.h"

#define LEAST_CHARS      10   /* that a line has room for, however narrow the window is */
#define USUAL_LINE_CHARS 80
#define MOST_LINES       3
#define TITLE_PART       0.85 /* so many letters of a title go into a line, as they are larger */

struct _FysResultRow
{
  GtkWidget        parent_instance;

  /* Children */
  GtkWidget       *button;
  GtkWidget       *arrow;
  GtkWidget       *title_text;
  GtkWidget       *snippet_text;
  GtkWidget       *source_text;
  GtkWidget       *answer_box; /* (nullable): made when first opened */

  /* Owned */
  FysLibraryEntry *entry;      /* (nullable): with those below, before the first hit */
  char            *slug;
  char            *title;
  char            *snippet;
  char            *answer;     /* (nullable) */

  FysHitKind       kind;
  guint            line_chars;
  guint            n_frames; /* since the answer was opened */
  gboolean         is_open;
};

G_DEFINE_FINAL_TYPE (FysResultRow, fys_result_row, GTK_TYPE_WIDGET)

static void
forget (FysResultRow *self)
{
  g_clear_object (&self->entry);
  g_clear_pointer (&self->slug, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->snippet, g_free);
  g_clear_pointer (&self->answer, g_free);
}

static void
show_answer (FysResultRow *self)
{
  FysHit hit = {
    .kind = self->kind,
    .entry = self->entry,
    .title = self->title,
    .slug = self->slug,
    .snippet = self->snippet,
    .answer = self->answer,
  };

  if (self->answer_box == NULL)
    {
      self->answer_box = fys_answer_box_new ();
      gtk_widget_set_parent (self->answer_box, GTK_WIDGET (self));
    }
  fys_answer_box_set_hit (FYS_ANSWER_BOX (self->answer_box), &hit);
}

static void
update_open (FysResultRow *self)
{
  gboolean is_question = self->kind == FYS_HIT_QUESTION;

  if (self->is_open)
    show_answer (self);
  if (self->answer_box != NULL)
    gtk_widget_set_visible (self->answer_box, self->is_open);
  gtk_widget_set_visible (self->snippet_text, !self->is_open && *self->snippet != '\0');
  gtk_widget_set_visible (self->arrow, is_question);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), self->is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  if (is_question)
    fys_compat_set_expanded (self->button, self->is_open);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED);
}

/* As much of the answer as there is room for, with its question at the top. */
static void
reveal (FysResultRow *self)
{
  GtkWidget      *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment  *adjustment;
  graphene_rect_t bounds;
  double          below_px;

  if (scroller == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), scroller, &bounds))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  below_px = bounds.origin.y + bounds.size.height - gtk_widget_get_height (scroller);
  if (below_px > 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + MIN (below_px, bounds.origin.y));
}

/* Its height is known in the frame after the next one's layout. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  FysResultRow *self = FYS_RESULT_ROW (widget);

  self->n_frames++;
  if (self->n_frames < 2)
    return G_SOURCE_CONTINUE;
  if (self->is_open)
    reveal (self);
  return G_SOURCE_REMOVE;
}

static void
clicked_cb (FysResultRow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char  *uri = NULL;

  if (self->kind == FYS_HIT_QUESTION)
    {
      fys_result_row_set_open (self, !self->is_open);
      return;
    }
  file = fys_library_entry_dup_file (self->entry);
  uri = g_file_get_uri (file);
  if (self->kind == FYS_HIT_EXERCISE)
    gtk_widget_activate_action (GTK_WIDGET (self), "hit.open-exercise", "(sss)", uri, self->slug, self->title);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "hit.open", "(ss)", uri, self->slug);
}

static gboolean
fys_result_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FYS_RESULT_ROW (widget)->button);
}

static void
fys_result_row_dispose (GObject *object)
{
  FysResultRow *self = FYS_RESULT_ROW (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->answer_box, gtk_widget_unparent);
  forget (self);

  G_OBJECT_CLASS (fys_result_row_parent_class)->dispose (object);
}

static void
fys_result_row_class_init (FysResultRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fys_result_row_dispose;
  widget_class->grab_focus = fys_result_row_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "resultrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* Not labels: to find out how high a wrapping label has to be, its text is laid out for many widths, which takes longer than a frame for all rows. */
static GtkWidget *
text_new (GtkWidget  *box,
          const char *css_class)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 0);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (text), 0);
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (text), PANGO_WRAP_WORD_CHAR);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), LEAST_CHARS);
  gtk_widget_add_css_class (text, css_class);
  gtk_box_append (GTK_BOX (box), text);
  return text;
}

static void
fys_result_row_init (FysResultRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->arrow = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_valign (self->arrow, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->arrow, "arrow");
  self->title_text = text_new (texts, "result-title");
  self->snippet_text = text_new (texts, "result-snippet");
  self->source_text = text_new (texts, "result-source");
  self->line_chars = USUAL_LINE_CHARS;
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), self->arrow);
  gtk_box_append (GTK_BOX (line), texts);

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), line);
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
fys_result_row_new (void)
{
  return g_object_new (FYS_TYPE_RESULT_ROW, NULL);
}

static gboolean
is_same (FysResultRow *self,
         const FysHit *hit)
{
  return self->entry != NULL && self->kind == hit->kind && g_str_equal (self->slug, hit->slug) && g_str_equal (self->title, hit->title)
         && g_str_equal (fys_library_entry_get_info (self->entry)->key, fys_library_entry_get_info (hit->entry)->key);
}

static void
set_text (GtkWidget  *inscription,
          const char *text,
          GArray     *marks)
{
  PangoAttrList *attributes = fys_hit_dup_attributes (marks);

  gtk_inscription_set_text (GTK_INSCRIPTION (inscription), text);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (inscription), attributes);
  pango_attr_list_unref (attributes);
}

static void
set_lines (GtkWidget *inscription,
           guint      line_chars)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (inscription));
  glong       n_chars = text != NULL ? g_utf8_strlen (text, -1) : 0;
  guint       n_lines = CLAMP ((n_chars + line_chars - 1) / line_chars, 1, MOST_LINES);

  gtk_inscription_set_min_lines (GTK_INSCRIPTION (inscription), n_lines);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (inscription), n_lines);
}

static void
update_lines (FysResultRow *self)
{
  set_lines (self->title_text, MAX (1, (guint) (self->line_chars * TITLE_PART)));
  set_lines (self->snippet_text, self->line_chars);
}

void
fys_result_row_set_hit (FysResultRow *self,
                        const FysHit *hit)
{
  g_autofree char *source = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (FYS_IS_RESULT_ROW (self));
  g_return_if_fail (hit != NULL);

  self->is_open = self->is_open && is_same (self, hit);
  forget (self);
  self->kind = hit->kind;
  self->entry = g_object_ref (hit->entry);
  self->slug = g_strdup (hit->slug);
  self->title = g_strdup (hit->title);
  self->snippet = g_strdup (hit->snippet);
  self->answer = g_strdup (hit->answer);

  source = fys_hit_dup_source (hit);
  name = fys_hit_dup_name (hit);
  set_text (self->title_text, hit->title, hit->title_marks);
  set_text (self->snippet_text, hit->snippet, hit->snippet_marks);
  set_text (self->source_text, source, NULL);
  update_lines (self);
  /* All of it is the name: a description is said twice by Orca when the focus comes to it for the first time (seen on GTK 4.8). */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update_open (self);
}

void
fys_result_row_set_line_chars (FysResultRow *self,
                               guint         line_chars)
{
  g_return_if_fail (FYS_IS_RESULT_ROW (self));
  g_return_if_fail (line_chars > 0);

  if (self->line_chars == line_chars)
    return;
  self->line_chars = line_chars;
  update_lines (self);
}

gboolean
fys_result_row_is_open (FysResultRow *self)
{
  g_return_val_if_fail (FYS_IS_RESULT_ROW (self), FALSE);

  return self->is_open;
}

void
fys_result_row_set_open (FysResultRow *self,
                         gboolean      is_open)
{
  g_return_if_fail (FYS_IS_RESULT_ROW (self));

  if (self->kind != FYS_HIT_QUESTION || self->is_open == !!is_open)
    return;
  self->is_open = !!is_open;
  update_open (self);
  self->n_frames = 0;
  if (is_open)
    (void) gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL); /* ends by itself */
}

GtkWidget *
fys_result_row_get_button (FysResultRow *self)
{
  g_return_val_if_fail (FYS_IS_RESULT_ROW (self), NULL);

  return self->button;
}
