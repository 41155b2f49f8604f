/* fys-speech.c - a voice, through speech-dispatcher
 *
 * main thread ── the newest text, and what else is wanted ──▶ the thread ──▶ libspeechd ── SSIP over a socket ──▶ speech-dispatcher
 *
 * libspeechd waits for the answer to everything that it asks, without an end; so what hangs is the thread, and never what talks to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fys-speech.h"

#ifdef HAVE_SPEECH

#include <libspeechd.h>
#include <signal.h>
#include <stdlib.h>

typedef enum
{
  WANT_WAKE = 1 << 0,
  WANT_HUSH = 1 << 1,
  WANT_SLEEP = 1 << 2,
  WANT_END = 1 << 3,
} Wants;

/** Order: what the thread is to do, in this order: wake, hush, say, sleep */
typedef struct
{
  Wants  wants;
  char  *text; /* (nullable) */
  char  *language;
  gint64 until_us; /* by the clock of the voice */
} Order;

/** Voice: what both threads share, atomically reference-counted, so that neither waits for the other at the end. */
typedef struct
{
  FysSpeechFlags flags;
  FysClockFunc   clock;

  GMutex   mutex; /* for what follows */
  GCond    wanted;
  Order    order; /* what was not taken yet */
  gboolean is_busy;
  gboolean is_connected;

  /* The thread's own */
  SPDConnection *connection; /* (nullable) */
  char          *language;   /* (nullable): that the service was told */
} Voice;

struct _FysSpeech
{
  Voice   *voice;
  gboolean has_thread;
};

static void
clear_voice (gpointer data)
{
  Voice *self = data;

  g_free (self->order.text);
  g_free (self->order.language);
  g_free (self->language);
  g_cond_clear (&self->wanted);
  g_mutex_clear (&self->mutex);
}

static void
release_voice (Voice *self)
{
  g_atomic_rc_box_release_full (self, clear_voice);
}

static void
set_connection (Voice         *self,
                SPDConnection *connection)
{
  self->connection = connection;
  g_clear_pointer (&self->language, g_free);
  g_mutex_lock (&self->mutex);
  self->is_connected = connection != NULL;
  g_mutex_unlock (&self->mutex);
}

static void
leave (Voice *self)
{
  if (self->connection == NULL)
    return;
  spd_close (self->connection);
  set_connection (self, NULL);
}

static void
connect_to_service (Voice *self)
{
  char *error = NULL;
  SPDConnectionAddress *address;

  if (self->connection != NULL)
    return;
  address = spd_get_default_address (&error);
  if (address != NULL)
    {
      set_connection (self, spd_open2 ("fysbog", "session", NULL, SPD_MODE_SINGLE, address,
                                       (self->flags & FYS_SPEECH_START_SERVICE) != 0, &error));
      SPDConnectionAddress__free (address);
    }
  /* Both allocate it with malloc(); what it says is of no use to the user, who is told of no service at all. */
  free (error);
}

/* Returns: whether the service took it */
static gboolean
say (Voice       *self,
     const Order *order)
{
  if (self->clock (NULL) > order->until_us)
    return TRUE;
  if (spd_cancel (self->connection) < 0)
    return FALSE;
  if (g_strcmp0 (self->language, order->language) != 0)
    {
      /* Where there is no voice for it, another one is better than none. */
      (void) spd_set_language (self->connection, order->language);
      g_free (self->language);
      self->language = g_strdup (order->language);
    }
  return spd_say (self->connection, SPD_MESSAGE, order->text) >= 0;
}

/* A service that was started anew, as when the user changed its voice. */
static void
come_back (Voice       *self,
           const Order *order)
{
  leave (self);
  if (order->text == NULL)
    return;
  connect_to_service (self);
  if (self->connection != NULL && !say (self, order))
    leave (self);
}

static void
carry_out (Voice       *self,
           const Order *order)
{
  gboolean is_there = TRUE;

  if ((order->wants & WANT_WAKE) != 0)
    connect_to_service (self);
  if (self->connection != NULL && (order->wants & WANT_HUSH) != 0)
    is_there = spd_cancel (self->connection) >= 0;
  if (self->connection != NULL && is_there && order->text != NULL)
    is_there = say (self, order);
  if (!is_there)
    come_back (self, order);
  if ((order->wants & (WANT_SLEEP | WANT_END)) != 0)
    leave (self);
}

static void
wait_for_order (Voice *self,
                Order *out_order)
{
  g_mutex_lock (&self->mutex);
  self->is_busy = FALSE;
  while (self->order.wants == 0 && self->order.text == NULL)
    g_cond_wait (&self->wanted, &self->mutex);
  *out_order = self->order;
  self->order = (Order) { 0 };
  self->is_busy = TRUE;
  g_mutex_unlock (&self->mutex);
}

static gpointer
run_thread (gpointer data)
{
  Voice *self = data;
  gboolean is_over = FALSE;
  sigset_t signals;

  /* A service that ends closes its socket, and what is still written to it is a signal to the thread that writes. */
  sigemptyset (&signals);
  sigaddset (&signals, SIGPIPE);
  pthread_sigmask (SIG_BLOCK, &signals, NULL);

  while (!is_over)
    {
      Order order;

      wait_for_order (self, &order);
      carry_out (self, &order);
      is_over = (order.wants & WANT_END) != 0;
      g_free (order.text);
      g_free (order.language);
    }
  release_voice (self);
  return NULL;
}

/* Adds to what the thread will do, and takes away what that makes pointless. */
static void
give_order (FysSpeech *self,
            Wants      wants,
            Wants      instead_of)
{
  Voice *voice = self->voice;

  if (!self->has_thread)
    return;
  g_mutex_lock (&voice->mutex);
  voice->order.wants = (voice->order.wants & ~instead_of) | wants;
  if ((wants & WANT_HUSH) != 0)
    g_clear_pointer (&voice->order.text, g_free);
  g_cond_signal (&voice->wanted);
  g_mutex_unlock (&voice->mutex);
}

gboolean
fys_speech_is_there (void)
{
  g_autofree char *program = NULL;
  g_autofree char *socket = NULL;

  if (g_getenv ("SPEECHD_ADDRESS") != NULL)
    return TRUE;
  socket = g_build_filename (g_get_user_runtime_dir (), "speech-dispatcher", "speechd.sock", NULL);
  if (g_file_test (socket, G_FILE_TEST_EXISTS))
    return TRUE;
  program = g_find_program_in_path ("speech-dispatcher");
  return program != NULL;
}

FysSpeech *
fys_speech_new (FysSpeechFlags flags,
                FysClockFunc   clock)
{
  FysSpeech *self = g_new0 (FysSpeech, 1);

  self->voice = g_atomic_rc_box_new0 (Voice);
  self->voice->flags = flags;
  self->voice->clock = clock != NULL ? clock : fys_clock_now_us;
  g_mutex_init (&self->voice->mutex);
  g_cond_init (&self->voice->wanted);
  return self;
}

void
fys_speech_free (FysSpeech *self)
{
  if (self == NULL)
    return;
  give_order (self, WANT_END, WANT_WAKE);
  release_voice (self->voice);
  g_free (self);
}

void
fys_speech_wake (FysSpeech *self)
{
  g_return_if_fail (self != NULL);

  if (!self->has_thread)
    {
      g_autoptr (GThread) thread = g_thread_new ("fys-speech", run_thread, g_atomic_rc_box_acquire (self->voice));

      self->has_thread = TRUE;
    }
  give_order (self, WANT_WAKE, WANT_SLEEP);
}

void
fys_speech_say (FysSpeech  *self,
                const char *text,
                const char *language,
                gint64      patience_us)
{
  Voice *voice;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (language != NULL);

  if (!self->has_thread)
    return;
  voice = self->voice;
  g_mutex_lock (&voice->mutex);
  g_free (voice->order.text);
  g_free (voice->order.language);
  voice->order.text = g_strdelimit (g_strdup (text), "\r\n", ' '); /* a line alone may be a command */
  voice->order.language = g_strdup (language);
  voice->order.until_us = voice->clock (NULL) + patience_us;
  g_cond_signal (&voice->wanted);
  g_mutex_unlock (&voice->mutex);
}

void
fys_speech_hush (FysSpeech *self)
{
  g_return_if_fail (self != NULL);
  give_order (self, WANT_HUSH, 0);
}

void
fys_speech_sleep (FysSpeech *self)
{
  g_return_if_fail (self != NULL);
  give_order (self, WANT_SLEEP, 0);
}

gboolean
fys_speech_is_answering (FysSpeech *self)
{
  gboolean is_answering;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->voice->mutex);
  is_answering = self->voice->is_connected && !(self->voice->is_busy && self->voice->order.text != NULL);
  g_mutex_unlock (&self->voice->mutex);
  return is_answering;
}

#else /* built without it: nothing is there, and nothing is said */

struct _FysSpeech
{
  FysSpeechFlags flags;
};

gboolean
fys_speech_is_there (void)
{
  return FALSE;
}

FysSpeech *
fys_speech_new (FysSpeechFlags flags,
                FysClockFunc   clock)
{
  return g_new0 (FysSpeech, 1);
}

void
fys_speech_free (FysSpeech *self)
{
  g_free (self);
}

void
fys_speech_wake (FysSpeech *self)
{
}

void
fys_speech_say (FysSpeech  *self,
                const char *text,
                const char *language,
                gint64      patience_us)
{
}

void
fys_speech_hush (FysSpeech *self)
{
}

void
fys_speech_sleep (FysSpeech *self)
{
}

gboolean
fys_speech_is_answering (FysSpeech *self)
{
  return FALSE;
}

#endif
