/* fys-sounds.c - the cues of a session, as sounds
 *
 * main thread ── wake, play, sleep ──▶ the thread's GMainContext ──▶ appsrc ! audioconvert ! audioresample ! sink
 *
 * There is one pipeline for all sounds, since a sound card without a server can be opened only once. To play one is a flushing
 * seek to the start of it, after which appsrc asks for its samples; between sounds the pipeline is paused, with its device open and its
 * stream stopped, so nothing runs. appsrc, the two converters and the sinks belong to every installation of GStreamer that can play
 * anything; appsrc is driven by its signals, so its library is not linked. SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-sounds.h"

#include <gio/gio.h>
#include <gst/gst.h>

#include "fys-wav.h"

/* How long a device may take to open before the session goes on without sound. */
#define OPEN_TIMEOUT_NS (3 * GST_SECOND)
/* appsrc's GST_APP_STREAM_TYPE_SEEKABLE, whose header belongs to the library that is not linked. */
#define STREAM_TYPE_SEEKABLE 1

/* A volume as an integer, to be read by another thread. */
#define VOLUME_STEPS 1000

static const char *const sound_names[] = {
  [FYS_SOUND_START] = "start",
  [FYS_SOUND_REST] = "rest",
  [FYS_SOUND_SWITCH] = "switch",
  [FYS_SOUND_BELL] = "bell",
  [FYS_SOUND_TICK] = "tick",
  [FYS_SOUND_END] = "end",
};
G_STATIC_ASSERT (G_N_ELEMENTS (sound_names) == FYS_N_SOUNDS);

/** Player: what both threads share, atomically reference-counted, so that neither waits for the other at the end. */
typedef struct
{
  /* Owned */
  GMainContext *context;
  GMainLoop    *loop;
  char         *sink;

  /* The thread's own */
  GstElement *pipeline; /* %NULL while asleep */
  GSource    *bus_watch;
  FysWav      wavs[FYS_N_SOUNDS];
  gboolean    is_playing;
  gboolean    is_sleep_wanted;

  /* Shared with the thread that GStreamer streams in, and with tests; atomic */
  int next;      /* the FysSound that a seek starts */
  int is_pushed; /* its samples were given to appsrc */
  int volume;    /* of VOLUME_STEPS */
  int n_played;
  int is_awake;
} Player;

struct _FysSounds
{
  Player *player;
  gboolean has_thread;
};

typedef struct
{
  Player *player;
  FysSound sound;
} Order;

static void
clear_player (gpointer data)
{
  Player *self = data;

  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  for (guint i = 0; i < FYS_N_SOUNDS; i++)
    g_clear_pointer (&self->wavs[i].samples, g_bytes_unref);
  g_free (self->sink);
}

static void
release_player (Player *self)
{
  g_atomic_rc_box_release_full (self, clear_player);
}

static void
load_wavs (Player *self)
{
  for (guint i = 0; i < FYS_N_SOUNDS; i++)
    {
      g_autofree char *path = g_strdup_printf (RESOURCE_PATH "/sounds/%s.wav", sound_names[i]);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (self->wavs[i].samples == NULL && (bytes == NULL || !fys_wav_parse (bytes, &self->wavs[i])))
        g_warning ("The sound “%s” cannot be read", sound_names[i]);
    }
}

/* GStreamer's streaming thread. */
static void
need_data_cb (GstElement *source,
              guint       wanted,
              gpointer    user_data)
{
  Player *self = user_data;
  const FysWav *wav = &self->wavs[g_atomic_int_get (&self->next)];
  GstFlowReturn result;

  if (g_atomic_int_compare_and_exchange (&self->is_pushed, FALSE, TRUE) && wav->samples != NULL)
    {
      g_autoptr (GBytes) samples = fys_wav_dup_samples (wav, (double) g_atomic_int_get (&self->volume) / VOLUME_STEPS);
      g_autoptr (GstBuffer) buffer = gst_buffer_new_wrapped_bytes (samples);

      GST_BUFFER_PTS (buffer) = 0;
      GST_BUFFER_DURATION (buffer) = gst_util_uint64_scale (g_bytes_get_size (wav->samples) / 2, GST_SECOND, wav->rate_hz);
      g_signal_emit_by_name (source, "push-buffer", buffer, &result);
    }
  else
    g_signal_emit_by_name (source, "end-of-stream", &result);
}

static gboolean
seek_data_cb (GstElement *source,
              guint64     position,
              gpointer    user_data)
{
  Player *self = user_data;

  g_atomic_int_set (&self->is_pushed, FALSE);
  return TRUE;
}

static void
close_pipeline (Player *self)
{
  if (self->bus_watch != NULL)
    g_source_destroy (self->bus_watch);
  g_clear_pointer (&self->bus_watch, g_source_unref);
  if (self->pipeline != NULL)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_clear_object (&self->pipeline);
  self->is_playing = FALSE;
  self->is_sleep_wanted = FALSE;
  g_atomic_int_set (&self->is_awake, FALSE);
}

static gboolean
bus_cb (GstBus     *bus,
        GstMessage *message,
        gpointer    user_data)
{
  Player *self = user_data;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    {
      /* The device was unplugged or its server ended: silent until the next session tries again. */
      close_pipeline (self);
      return G_SOURCE_REMOVE;
    }
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS && self->is_playing)
    {
      self->is_playing = FALSE;
      g_atomic_int_inc (&self->n_played);
      if (self->is_sleep_wanted)
        {
          close_pipeline (self);
          return G_SOURCE_REMOVE;
        }
      gst_element_set_state (self->pipeline, GST_STATE_PAUSED);
    }
  return G_SOURCE_CONTINUE;
}

static GstElement *
add_element (GstElement *pipeline,
             const char *factory)
{
  GstElement *element = gst_element_factory_make (factory, NULL);

  if (element != NULL)
    gst_bin_add (GST_BIN (pipeline), element);
  return element;
}

static GstElement *
build_pipeline (Player *self)
{
  g_autoptr (GstElement) pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  GstElement *source = add_element (pipeline, "appsrc");
  GstElement *convert = add_element (pipeline, "audioconvert");
  GstElement *resample = add_element (pipeline, "audioresample");
  GstElement *sink = add_element (pipeline, self->sink != NULL ? self->sink : "autoaudiosink");
  g_autoptr (GstCaps) caps = NULL;

  if (source == NULL || convert == NULL || resample == NULL || sink == NULL ||
      !gst_element_link_many (source, convert, resample, sink, NULL))
    return NULL;

  caps = gst_caps_new_simple ("audio/x-raw", "format", G_TYPE_STRING, "S16LE", "layout", G_TYPE_STRING, "interleaved",
                              "rate", G_TYPE_INT, (int) self->wavs[0].rate_hz, "channels", G_TYPE_INT, 1, NULL);
  g_object_set (source, "caps", caps, "format", GST_FORMAT_TIME, "stream-type", STREAM_TYPE_SEEKABLE, NULL);
  g_signal_connect (source, "need-data", G_CALLBACK (need_data_cb), self);
  g_signal_connect (source, "seek-data", G_CALLBACK (seek_data_cb), self);
  if (self->sink != NULL)
    g_object_set (sink, "sync", TRUE, NULL); /* a test's sink keeps the time that a device keeps */
  return g_steal_pointer (&pipeline);
}

static gboolean
wake_cb (gpointer user_data)
{
  Player *self = user_data;
  g_autoptr (GstBus) bus = NULL;

  self->is_sleep_wanted = FALSE;
  if (self->pipeline != NULL || !gst_init_check (NULL, NULL, NULL))
    return G_SOURCE_REMOVE;

  load_wavs (self);
  self->pipeline = build_pipeline (self);
  if (self->pipeline == NULL)
    return G_SOURCE_REMOVE;

  g_atomic_int_set (&self->is_pushed, FALSE);
  if (gst_element_set_state (self->pipeline, GST_STATE_PAUSED) == GST_STATE_CHANGE_FAILURE ||
      gst_element_get_state (self->pipeline, NULL, NULL, OPEN_TIMEOUT_NS) != GST_STATE_CHANGE_SUCCESS)
    {
      close_pipeline (self);
      return G_SOURCE_REMOVE;
    }

  bus = gst_element_get_bus (self->pipeline);
  self->bus_watch = gst_bus_create_watch (bus);
  g_source_set_callback (self->bus_watch, G_SOURCE_FUNC (bus_cb), self, NULL);
  g_source_attach (self->bus_watch, self->context);
  g_atomic_int_set (&self->is_awake, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
play_cb (gpointer user_data)
{
  Order *order = user_data;
  Player *self = order->player;

  g_autoptr (GstBus) bus = NULL;

  if (self->pipeline == NULL)
    return G_SOURCE_REMOVE;

  /* The end of the sound before this one may still wait to be read, and would pause this one. */
  bus = gst_element_get_bus (self->pipeline);
  gst_bus_set_flushing (bus, TRUE);
  gst_bus_set_flushing (bus, FALSE);

  g_atomic_int_set (&self->next, order->sound);
  if (!gst_element_seek_simple (self->pipeline, GST_FORMAT_TIME, GST_SEEK_FLAG_FLUSH, 0))
    return G_SOURCE_REMOVE;
  self->is_playing = TRUE;
  gst_element_set_state (self->pipeline, GST_STATE_PLAYING);
  return G_SOURCE_REMOVE;
}

static gboolean
sleep_cb (gpointer user_data)
{
  Player *self = user_data;

  self->is_sleep_wanted = TRUE;
  if (!self->is_playing)
    close_pipeline (self);
  return G_SOURCE_REMOVE;
}

static gboolean
quit_cb (gpointer user_data)
{
  Player *self = user_data;

  close_pipeline (self);
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

static gpointer
run_thread (gpointer data)
{
  Player *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (self->context);
  release_player (self);
  return NULL;
}

/* Tells the thread what to do; the orders keep their sequence. */
static void
tell (FysSounds  *self,
      GSourceFunc what,
      FysSound    sound)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  if (what == play_cb)
    {
      Order *order = g_new (Order, 1);

      *order = (Order) { .player = self->player, .sound = sound };
      g_source_set_callback (source, what, order, g_free);
    }
  else
    g_source_set_callback (source, what, self->player, NULL);
  g_source_attach (source, self->player->context);
}

FysSounds *
fys_sounds_new (const char *sink)
{
  FysSounds *self = g_new0 (FysSounds, 1);

  self->player = g_atomic_rc_box_new0 (Player);
  self->player->context = g_main_context_new ();
  self->player->loop = g_main_loop_new (self->player->context, FALSE);
  self->player->sink = g_strdup (sink);
  self->player->volume = VOLUME_STEPS;
  return self;
}

void
fys_sounds_free (FysSounds *self)
{
  if (self == NULL)
    return;
  if (self->has_thread)
    tell (self, quit_cb, 0);
  release_player (self->player);
  g_free (self);
}

void
fys_sounds_set_volume (FysSounds *self,
                       double     volume)
{
  g_return_if_fail (self != NULL);
  g_atomic_int_set (&self->player->volume, (int) (CLAMP (volume, 0, 1) * VOLUME_STEPS + 0.5));
}

double
fys_sounds_get_volume (FysSounds *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (double) g_atomic_int_get (&self->player->volume) / VOLUME_STEPS;
}

void
fys_sounds_wake (FysSounds *self)
{
  g_return_if_fail (self != NULL);

  if (!self->has_thread)
    {
      g_autoptr (GThread) thread = g_thread_new ("fys-sounds", run_thread, g_atomic_rc_box_acquire (self->player));

      self->has_thread = TRUE;
    }
  tell (self, wake_cb, 0);
}

void
fys_sounds_play (FysSounds *self,
                 FysSound   sound)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (sound < FYS_N_SOUNDS);

  if (self->has_thread)
    tell (self, play_cb, sound);
}

void
fys_sounds_sleep (FysSounds *self)
{
  g_return_if_fail (self != NULL);

  if (self->has_thread)
    tell (self, sleep_cb, 0);
}

guint
fys_sounds_get_n_played (FysSounds *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return g_atomic_int_get (&self->player->n_played);
}

gboolean
fys_sounds_is_awake (FysSounds *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return g_atomic_int_get (&self->player->is_awake);
}
