/* fys-cues.c - what a session lets one hear: sounds, and a voice for those who want one
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-cues.h"

#include "ui/window/fys-settings.h"

#include "fys-spoken.h"

/* A step is still worth saying after a moment; a number of a countdown that comes late is a wrong one. */
#define STEP_PATIENCE_US (3 * G_USEC_PER_SEC)
#define NUMBER_PATIENCE_US (300 * G_TIME_SPAN_MILLISECOND)

struct _FysCues
{
  /* Owned */
  FysSounds        *sounds;
  FysSpeech        *speech;
  GSettings        *settings; /* (nullable) */
  FysSessionRunner *runner;   /* (nullable) */
  char             *language;

  gint64   phrase_end_us; /* within this step: until then the voice is at something that a number must not cut off */
  gboolean has_voice;     /* the speech service is wanted */
};

static gboolean
is_wanted (FysCues    *self,
           const char *key,
           gboolean    otherwise)
{
  return self->settings != NULL ? g_settings_get_boolean (self->settings, key) : otherwise;
}

static gboolean
is_over (FysSessionRunner *runner)
{
  FysSessionState state = fys_session_get_state (fys_session_runner_get_session (runner));

  return state == FYS_SESSION_FINISHED || state == FYS_SESSION_STOPPED;
}

static void
update_sounds (FysCues *self)
{
  double volume = self->settings != NULL ? g_settings_get_double (self->settings, FYS_SETTINGS_SOUND_VOLUME) : 1;
  gboolean is_heard = volume > 0 && is_wanted (self, FYS_SETTINGS_SOUNDS, TRUE);

  fys_sounds_set_volume (self->sounds, volume);
  if (is_heard && self->runner != NULL && fys_session_runner_is_counting (self->runner))
    fys_sounds_wake (self->sounds);
  else
    fys_sounds_sleep (self->sounds);
}

/* It is asked for once a session, and not anew with every cue when it is not there. */
static void
update_voice (FysCues *self)
{
  gboolean has_voice = self->runner != NULL && !is_over (self->runner) && is_wanted (self, FYS_SETTINGS_SPOKEN_CUES, FALSE);

  if (has_voice == self->has_voice)
    return;
  self->has_voice = has_voice;
  if (has_voice)
    fys_speech_wake (self->speech);
  else
    fys_speech_sleep (self->speech);
}

static void
update (FysCues *self)
{
  update_sounds (self);
  update_voice (self);
}

static void
setting_changed_cb (FysCues    *self,
                    const char *key)
{
  if (g_str_equal (key, FYS_SETTINGS_SPOKEN_CUES) && !g_settings_get_boolean (self->settings, key))
    fys_speech_hush (self->speech);
  update (self);
}

/* Which sound tells of a step; -1 for none. */
static int
get_step_sound (const FysStep *steps,
                guint          index)
{
  switch (steps[index].kind)
    {
    case FYS_STEP_HOLD:
      return FYS_SOUND_START;
    case FYS_STEP_REPETITION:
      /* Between repetitions one after the other a tick says that the last one was counted. */
      return index > 0 && steps[index - 1].kind == FYS_STEP_REPETITION ? FYS_SOUND_TICK : FYS_SOUND_START;
    case FYS_STEP_REST:
      return FYS_SOUND_REST;
    case FYS_STEP_SWITCH_SIDE:
      return FYS_SOUND_SWITCH;
    case FYS_STEP_PREPARE:
    default:
      return -1;
    }
}

static int
get_sound (const FysCue  *cue,
           const FysStep *steps,
           guint          n_steps)
{
  switch (cue->kind)
    {
    case FYS_CUE_BELL:
      return FYS_SOUND_BELL;
    case FYS_CUE_COUNTDOWN:
      return FYS_SOUND_TICK;
    case FYS_CUE_FINISHED:
      return FYS_SOUND_END;
    case FYS_CUE_STEP:
      return cue->step < n_steps ? get_step_sound (steps, cue->step) : -1;
    case FYS_CUE_PAUSED:
    case FYS_CUE_RESUMED:
    case FYS_CUE_STOPPED:
    default:
      return -1;
    }
}

/* Returns: the time in this step at which the phrase will be over */
static gint64
say (FysCues    *self,
     const char *text)
{
  fys_speech_say (self->speech, text, self->language, STEP_PATIENCE_US);
  return fys_session_get_elapsed_us (fys_session_runner_get_session (self->runner)) + fys_spoken_get_length_us (text);
}

static void
say_step (FysCues       *self,
          const FysStep *steps,
          guint          index)
{
  gboolean is_new = index == 0 || steps[index - 1].exercise != steps[index].exercise;
  const char *name = is_new ? fys_session_runner_get_name (self->runner, steps[index].exercise) : NULL;
  g_autofree char *text = fys_spoken_dup_step (steps, index, name, self->language);

  self->phrase_end_us = say (self, text);
}

/* Dropped when it would be wrong: the session was told the time late, or the voice is still at what is more important. */
static void
say_number (FysCues       *self,
            const FysCue  *cue,
            const FysStep *step)
{
  FysSession *session = fys_session_runner_get_session (self->runner);
  gint64 due_us = step->length_us - cue->value * G_USEC_PER_SEC;
  gint64 late_us = fys_session_get_elapsed_us (session) - due_us;
  g_autofree char *number = g_strdup_printf ("%u", cue->value);

  if (fys_session_get_step_index (session) != cue->step || late_us > NUMBER_PATIENCE_US || due_us < self->phrase_end_us)
    return;
  fys_speech_say (self->speech, number, self->language, NUMBER_PATIENCE_US);
}

static void
say_cue (FysCues       *self,
         const FysCue  *cue,
         const FysStep *steps,
         guint          n_steps)
{
  switch (cue->kind)
    {
    case FYS_CUE_STEP:
    case FYS_CUE_RESUMED:
      if (cue->step < n_steps)
        say_step (self, steps, cue->step);
      break;
    case FYS_CUE_COUNTDOWN:
      if (cue->step < n_steps)
        say_number (self, cue, &steps[cue->step]);
      break;
    case FYS_CUE_PAUSED:
      say (self, fys_spoken_get_word (FYS_SPOKEN_PAUSED, self->language));
      break;
    case FYS_CUE_FINISHED:
      say (self, fys_spoken_get_word (FYS_SPOKEN_FINISHED, self->language));
      break;
    case FYS_CUE_STOPPED:
      fys_speech_hush (self->speech);
      break;
    case FYS_CUE_BELL: /* its sound is soft, as one may go on */
    default:
      break;
    }
}

static void
cue_cb (FysCues      *self,
        const FysCue *cue)
{
  FysProgram *program = fys_session_get_program (fys_session_runner_get_session (self->runner));
  guint n_steps;
  const FysStep *steps = fys_program_get_steps (program, &n_steps);
  int sound = get_sound (cue, steps, n_steps);

  if (sound >= 0)
    fys_sounds_play (self->sounds, sound);
  if (self->has_voice)
    say_cue (self, cue, steps, n_steps);
}

FysCues *
fys_cues_new (FysSounds *sounds,
              FysSpeech *speech)
{
  FysCues *self = g_new0 (FysCues, 1);

  self->sounds = sounds;
  self->speech = speech;
  return self;
}

void
fys_cues_free (FysCues *self)
{
  if (self == NULL)
    return;
  fys_cues_set_runner (self, NULL, NULL);
  fys_cues_set_settings (self, NULL);
  fys_sounds_free (self->sounds);
  fys_speech_free (self->speech);
  g_free (self->language);
  g_free (self);
}

void
fys_cues_set_settings (FysCues   *self,
                       GSettings *settings)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_set_object (&self->settings, settings);
  if (settings != NULL)
    {
      g_signal_connect_swapped (settings, "changed::" FYS_SETTINGS_SOUNDS, G_CALLBACK (setting_changed_cb), self);
      g_signal_connect_swapped (settings, "changed::" FYS_SETTINGS_SOUND_VOLUME, G_CALLBACK (setting_changed_cb), self);
      g_signal_connect_swapped (settings, "changed::" FYS_SETTINGS_SPOKEN_CUES, G_CALLBACK (setting_changed_cb), self);
    }
  update (self);
}

void
fys_cues_set_runner (FysCues          *self,
                     FysSessionRunner *runner,
                     const char       *language)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (runner == NULL || FYS_IS_SESSION_RUNNER (runner));

  if (self->runner != NULL)
    g_signal_handlers_disconnect_by_data (self->runner, self);
  g_set_object (&self->runner, runner);
  g_free (self->language);
  self->language = g_strdup (language != NULL ? language : "da");
  self->phrase_end_us = 0;
  if (runner != NULL)
    {
      g_signal_connect_swapped (runner, "cue", G_CALLBACK (cue_cb), self);
      g_signal_connect_swapped (runner, "notify::is-counting", G_CALLBACK (update), self);
      g_signal_connect_swapped (runner, "notify::is-active", G_CALLBACK (update), self);
    }
  update (self);
}

gboolean
fys_cues_is_speaking (FysCues *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->has_voice && fys_speech_is_answering (self->speech);
}
