/* fys-library-alphabet.h - the order of titles in the Danish alphabet
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Between the letters and the title itself; before all that a letter can be. */
#define FYS_LIBRARY_SORT_KEY_END '\1'

/**
 * fys_library_dup_sort_key:
 * @title: UTF-8
 *
 * A key that puts titles in the order of the Danish alphabet when keys are compared by their bytes, whatever the locale: capital letters among the
 * small ones, æ ø å after z, aa as å, other letters without their accents, signs passed over. Titles that differ in nothing else are told apart.
 *
 * Returns: (transfer full) */
char *fys_library_dup_sort_key (const char *title);

G_END_DECLS
