/* fys-media-command.h - what a key of a keyboard or a headset, or the media controls of the desktop, ask of a session
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

typedef enum
{
  FYS_MEDIA_PLAY,
  FYS_MEDIA_PAUSE,
  FYS_MEDIA_TOGGLE,
  FYS_MEDIA_NEXT,     /* counts a repetition that the user counts, else skips the step */
  FYS_MEDIA_PREVIOUS,
  FYS_MEDIA_STOP,     /* asks, when something would be lost */
} FysMediaCommand;
