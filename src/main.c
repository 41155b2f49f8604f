/* main.c - nothing but main()
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-application.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (FysApplication) application = fys_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
