/* fys-site.h - where FysFinder's site is
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The start of every address of the site, without a slash at the end. */
#define FYS_SITE_URL "https://www.fysfinder.dk"
