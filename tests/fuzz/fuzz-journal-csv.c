/* fuzz-journal-csv.c - any bytes as a journal to bring in: what is read is valid, and is the same after it was written and read again
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/journal/fys-journal-csv.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes)    bytes = g_bytes_new (data, size);
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) entries = fys_journal_csv_read (bytes, &error);
  g_autoptr (GBytes)    csv = NULL;
  g_autoptr (GPtrArray) again = NULL;

  g_assert_true ((entries == NULL) == (error != NULL));
  if (entries == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  csv = fys_journal_csv_write (entries);
  again = fys_journal_csv_read (csv, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      g_assert_true (fys_journal_entry_is_valid (g_ptr_array_index (entries, i)));
      g_assert_true (fys_journal_entry_equal (g_ptr_array_index (entries, i), g_ptr_array_index (again, i)));
    }
  return 0;
}
