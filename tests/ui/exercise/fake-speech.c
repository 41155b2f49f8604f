/* fake-speech.c - a speech service that writes down what it is asked to say
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-speech.h"

#include <errno.h>
#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

/* Not a measure of speed: far beyond what a loaded machine needs, so that a test that hangs says where. */
#define TOO_LONG_US (60 * G_USEC_PER_SEC)

static char *folder;
static char *path;

static const char set_name[] = "SET SELF CLIENT_NAME ";
static const char set_language[] = "SET SELF LANGUAGE ";

struct _FakeSpeech
{
  GSocket      *listener;
  GCancellable *listening;
  GThread      *thread;

  GMutex    mutex; /* for what follows */
  GCond     changed;
  GString  *log;
  gboolean  hangs;
  gboolean  is_asked;
  gboolean  is_over;
  GSocket  *client; /* (nullable) */

  /* The thread's own */
  char *language;
};

static void
write_log (FakeSpeech *self,
           const char *format,
           ...) G_GNUC_PRINTF (2, 3);

static void
write_log (FakeSpeech *self,
           const char *format,
           ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_mutex_lock (&self->mutex);
  g_string_append_vprintf (self->log, format, arguments);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  va_end (arguments);
}

static void
answer (FakeSpeech    *self,
        GOutputStream *output,
        const char    *line)
{
  g_mutex_lock (&self->mutex);
  self->is_asked = TRUE;
  g_cond_broadcast (&self->changed);
  while (self->hangs && !self->is_over)
    g_cond_wait (&self->changed, &self->mutex);
  self->is_asked = FALSE;
  g_mutex_unlock (&self->mutex);
  (void) g_output_stream_write_all (output, line, strlen (line), NULL, NULL, NULL); /* a client may be gone */
}

/* Returns: (transfer full) (nullable): without its end; %NULL when the client left */
static char *
read_line (GDataInputStream *input)
{
  return g_data_input_stream_read_line (input, NULL, NULL, NULL);
}

static gboolean
read_text (FakeSpeech       *self,
           GDataInputStream *input,
           GOutputStream    *output)
{
  g_autoptr (GString) text = g_string_new (NULL);

  answer (self, output, "230 OK RECEIVING DATA\r\n");
  for (;;)
    {
      g_autofree char *line = read_line (input);

      if (line == NULL)
        return FALSE;
      if (g_str_equal (line, "."))
        break;
      g_string_append (text, line);
    }
  answer (self, output, "225-1\r\n225 OK MESSAGE QUEUED\r\n");
  write_log (self, "%s: %s\n", self->language, text->str); /* when it is seen there, the service is at rest again */
  return TRUE;
}

/* Returns: whether the client stays */
static gboolean
obey (FakeSpeech       *self,
      const char       *line,
      GDataInputStream *input,
      GOutputStream    *output)
{
  if (g_ascii_strcasecmp (line, "SPEAK") == 0)
    return read_text (self, input, output);
  if (g_ascii_strcasecmp (line, "QUIT") == 0)
    {
      answer (self, output, "231 HAPPY HACKING\r\n");
      return FALSE;
    }
  if (g_ascii_strncasecmp (line, set_language, strlen (set_language)) == 0)
    {
      g_free (self->language);
      self->language = g_strdup (line + strlen (set_language));
    }
  answer (self, output, "200 OK\r\n");
  if (g_ascii_strncasecmp (line, set_name, strlen (set_name)) == 0)
    write_log (self, "+\n");
  if (g_ascii_strcasecmp (line, "CANCEL SELF") == 0)
    write_log (self, "-\n");
  return TRUE;
}

static void
serve_client (FakeSpeech *self,
              GSocket    *client)
{
  g_autoptr (GSocketConnection) connection = g_socket_connection_factory_create_connection (client);
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr (GDataInputStream) input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  gboolean stays = TRUE;

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  g_free (self->language);
  self->language = g_strdup ("?");
  while (stays)
    {
      g_autofree char *line = read_line (input);

      stays = line != NULL && obey (self, line, input, output);
    }
  write_log (self, ".\n");
}

static gpointer
serve (gpointer data)
{
  FakeSpeech *self = data;

  for (;;)
    {
      g_autoptr (GSocket) client = g_socket_accept (self->listener, self->listening, NULL);
      gboolean is_over;

      g_mutex_lock (&self->mutex);
      self->client = client;
      is_over = self->is_over || client == NULL;
      g_mutex_unlock (&self->mutex);
      if (!is_over)
        serve_client (self, client);

      g_mutex_lock (&self->mutex);
      self->client = NULL;
      is_over |= self->is_over;
      g_mutex_unlock (&self->mutex);
      if (is_over)
        return NULL;
    }
}

void
fake_speech_init (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *variable = NULL;

  folder = g_dir_make_tmp ("fysbog-speech-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "speechd.sock", NULL);
  variable = g_strconcat ("unix_socket:", path, NULL);
  g_setenv ("SPEECHD_ADDRESS", variable, TRUE);
}

void
fake_speech_exit (void)
{
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  g_free (path);
}

FakeSpeech *
fake_speech_new (void)
{
  FakeSpeech *self = g_new0 (FakeSpeech, 1);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->log = g_string_new (NULL);
  address = g_unix_socket_address_new (path);
  self->listener = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (g_socket_bind (self->listener, address, FALSE, &error));
  g_assert_true (g_socket_listen (self->listener, &error));
  self->listening = g_cancellable_new ();
  self->thread = g_thread_new ("fake-speech", serve, self);
  return self;
}

void
fake_speech_free (FakeSpeech *self)
{
  g_mutex_lock (&self->mutex);
  self->is_over = TRUE;
  g_cond_broadcast (&self->changed);
  if (self->client != NULL)
    (void) g_socket_shutdown (self->client, TRUE, TRUE, NULL); /* it may have left just now */
  g_mutex_unlock (&self->mutex);
  g_cancellable_cancel (self->listening);
  g_thread_join (self->thread);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_object_unref (self->listening);
  g_object_unref (self->listener);
  g_string_free (self->log, TRUE);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->mutex);
  g_free (self->language);
  g_free (self);
}

void
fake_speech_set_hangs (FakeSpeech *self,
                       gboolean    hangs)
{
  g_mutex_lock (&self->mutex);
  self->hangs = hangs;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

void
fake_speech_assert_log (FakeSpeech *self,
                        const char *expected)
{
  gint64 end_us = g_get_monotonic_time () + TOO_LONG_US;

  g_mutex_lock (&self->mutex);
  while (self->log->len < strlen (expected) && g_str_has_prefix (expected, self->log->str))
    if (!g_cond_wait_until (&self->changed, &self->mutex, end_us))
      break;
  g_assert_cmpstr (self->log->str, ==, expected);
  g_mutex_unlock (&self->mutex);
}

void
fake_speech_wait_asked (FakeSpeech *self)
{
  gint64 end_us = g_get_monotonic_time () + TOO_LONG_US;

  g_mutex_lock (&self->mutex);
  while (!self->is_asked && g_cond_wait_until (&self->changed, &self->mutex, end_us))
    ;
  g_assert_true (self->is_asked);
  g_mutex_unlock (&self->mutex);
}

void
fake_speech_wait_left (FakeSpeech *self)
{
  gint64 end_us = g_get_monotonic_time () + TOO_LONG_US;

  g_mutex_lock (&self->mutex);
  while (self->log->len > 0 && !g_str_has_suffix (self->log->str, ".\n") && g_cond_wait_until (&self->changed, &self->mutex, end_us))
    ;
  g_assert_true (self->log->len == 0 || g_str_has_suffix (self->log->str, ".\n"));
  g_mutex_unlock (&self->mutex);
}
