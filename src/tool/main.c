/* main.c - fysbog-tool
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tool/fys-tool.h"

int
main (int   argc,
      char *argv[])
{
  return fys_tool_run (argc, argv);
}
