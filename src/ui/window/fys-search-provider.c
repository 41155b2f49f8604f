/* fys-search-provider.c - the library in the search of the desktop's overview (org.gnome.Shell.SearchProvider2)
 *
 *   GetInitialResultSet, GetSubsearchResultSet ─▶ a search of the library ─▶ ids, best first
 *   GetResultMetas ─▶ what the last searches found; of an id from before the program's start, the library and the article itself
 *   ActivateResult, LaunchSearch ─▶ a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/window/fys-search-provider.h"

#include <string.h>

#define OBJECT_NAME "/SearchProvider"

/* Of each kind; the overview shows five in all and tells how many more there are. */
#define MAX_RESULTS 10

/* What is remembered for GetResultMetas(), which follows a search; beyond it all are forgotten and looked up when they are asked for. */
#define MAX_METAS 500

/* Nobody types so much; a whole text that was pasted is cut. */
#define MAX_TEXT_CHARACTERS 200

/* A caller that asks for more at once does not show them. */
#define MAX_IDS 100

struct _FysSearchProvider
{
  /* Owned */
  GDBusConnection              *connection;
  GDBusNodeInfo                *node;
  GHashTable                   *metas; /* (element-type utf8 Meta): by id */
  guint                         object_id;

  /* Borrowed */
  GApplication                 *application;
  const FysSearchProviderFuncs *funcs;
  gpointer                      user_data;

  guint                         n_references; /* the owner, and each call that waits for the library */
};

/** Meta: how a result is shown. */
typedef struct
{
  char *name;
  char *description;
} Meta;

static const char interface_xml[] =
    "<node>"
    "<interface name='org.gnome.Shell.SearchProvider2'>"
    "<method name='GetInitialResultSet'>"
    "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/>"
    "</method>"
    "<method name='GetSubsearchResultSet'>"
    "<arg type='as' name='previous_results' direction='in'/><arg type='as' name='terms' direction='in'/>"
    "<arg type='as' name='results' direction='out'/>"
    "</method>"
    "<method name='GetResultMetas'>"
    "<arg type='as' name='identifiers' direction='in'/><arg type='aa{sv}' name='metas' direction='out'/>"
    "</method>"
    "<method name='ActivateResult'>"
    "<arg type='s' name='identifier' direction='in'/><arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/>"
    "</method>"
    "<method name='LaunchSearch'>"
    "<arg type='as' name='terms' direction='in'/><arg type='u' name='timestamp' direction='in'/>"
    "</method>"
    "</interface>"
    "</node>";

static void
meta_free (gpointer data)
{
  Meta *self = data;

  g_free (self->name);
  g_free (self->description);
  g_free (self);
}

/* ids: "a:KEY#SLUG" for an article, to be opened at a section, and "q:KEY#SLUG" for a question. A slug has no "#". */

#define ARTICLE  "a:"
#define QUESTION "q:"

static char *
dup_id (FysHitKind  kind,
        const char *key,
        const char *slug)
{
  return g_strconcat (kind == FYS_HIT_QUESTION ? QUESTION : ARTICLE, key, "#", slug, NULL);
}

/* Returns: (transfer full) (nullable): the article's key; @out_slug lies in @id */
static char *
dup_key (const char  *id,
         const char **out_slug)
{
  const char *mark = strrchr (id, '#');
  const char *key = id + strlen (ARTICLE);

  *out_slug = "";
  if ((!g_str_has_prefix (id, ARTICLE) && !g_str_has_prefix (id, QUESTION)) || mark == NULL || mark <= key)
    return NULL;
  *out_slug = mark + 1;
  return g_strndup (key, mark - key);
}

static char *
dup_text (const char *const *terms)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) terms);

  return g_strstrip (g_utf8_substring (joined, 0, MIN (g_utf8_strlen (joined, -1), MAX_TEXT_CHARACTERS)));
}

/** Call: one that waits for the library. */
typedef struct
{
  FysSearchProvider     *provider;
  GDBusMethodInvocation *invocation;
  char                 **ids;  /* that are asked about */
  char                  *text; /* what was searched for when one was chosen */
} Call;

static void
provider_unref (FysSearchProvider *self)
{
  if (--self->n_references > 0)
    return;
  g_hash_table_unref (self->metas);
  g_dbus_node_info_unref (self->node);
  g_object_unref (self->connection);
  g_free (self);
}

static Call *
call_new (FysSearchProvider     *provider,
          GDBusMethodInvocation *invocation)
{
  Call *self = g_new0 (Call, 1);

  provider->n_references++;
  g_application_hold (provider->application);
  self->provider = provider;
  self->invocation = invocation;
  return self;
}

static void
call_free (Call *self)
{
  g_application_release (self->provider->application);
  provider_unref (self->provider);
  g_strfreev (self->ids);
  g_free (self->text);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static FysLibrary *
get_library (FysSearchProvider *self)
{
  return self->object_id != 0 ? self->funcs->get_library (self->user_data) : NULL;
}

/* searching */

static void
remember (FysSearchProvider *self,
          const char        *id,
          const char        *name,
          const char        *description)
{
  Meta *meta = g_new0 (Meta, 1);

  if (g_hash_table_size (self->metas) >= MAX_METAS)
    g_hash_table_remove_all (self->metas);
  meta->name = g_strdup (name);
  meta->description = g_strdup (description);
  g_hash_table_replace (self->metas, g_strdup (id), meta);
}

static void
return_ids (GDBusMethodInvocation *invocation,
            GVariantBuilder       *ids)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(as)", ids));
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Call)             call = user_data;
  g_autoptr (FysSearchResults) results = fys_library_search_finish (FYS_LIBRARY (source), result, NULL);
  g_auto (GVariantBuilder)     ids = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

  /* The overview asks everybody about everything; a guess would be in the way of what others have found. */
  for (guint i = 0; results != NULL && i < results->hits->len; i++)
    {
      const FysHit         *hit = g_ptr_array_index (results->hits, i);
      const FysLibraryInfo *info = fys_library_entry_get_info (hit->entry);
      g_autofree char      *id = NULL;

      if (hit->is_guess)
        continue;
      id = dup_id (hit->kind, info->key, hit->slug);
      remember (call->provider, id, hit->title, *hit->snippet != '\0' ? hit->snippet : info->description);
      g_variant_builder_add (&ids, "s", id);
    }
  return_ids (call->invocation, &ids);
}

static void
search (FysSearchProvider     *self,
        const char *const     *terms,
        GDBusMethodInvocation *invocation)
{
  FysLibrary      *library = get_library (self);
  g_autofree char *text = dup_text (terms);
  FysSearchQuery   query = { text, FYS_HIT_ARTICLE | FYS_HIT_QUESTION, MAX_RESULTS, TRUE };

  if (library == NULL || *text == '\0')
    {
      g_auto (GVariantBuilder) none = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

      return_ids (invocation, &none);
      return;
    }
  fys_library_search_async (library, &query, NULL, searched_cb, call_new (self, invocation));
}

/* what is known of a result */

/* Returns: (transfer full) (nullable) (element-type utf8): the keys in @ids */
static char **
dup_keys (const char *const *ids)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  const char              *slug;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *key = dup_key (ids[i], &slug);

      if (key != NULL)
        g_strv_builder_add (keys, key);
    }
  return g_strv_builder_end (keys);
}

/* Returns: (nullable) (transfer none) */
static FysLibraryEntry *
find_entry (GPtrArray  *entries,
            const char *key)
{
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (g_str_equal (fys_library_entry_get_info (entries->pdata[i])->key, key))
      return entries->pdata[i];
  return NULL;
}

/* Of a question the title is in the article only. */
static Meta *
meta_new (FysLibraryEntry *entry,
          const char      *id)
{
  const char            *slug = g_str_has_prefix (id, QUESTION) ? strrchr (id, '#') + 1 : "";
  const FysLibraryInfo  *info = fys_library_entry_get_info (entry);
  g_autoptr (GFile)      file = fys_library_entry_dup_file (entry);
  g_autoptr (FysArticle) article = *slug != '\0' ? fys_article_load (file, NULL, NULL) : NULL;
  guint                  section = article != NULL ? fys_article_find_section (article, slug) : FYS_NONE;
  guint                  n_sections;
  Meta                  *meta = g_new0 (Meta, 1);

  meta->name = g_strdup (section != FYS_NONE ? fys_article_get_sections (article, &n_sections)[section].title : info->title);
  meta->description = g_strdup (section != FYS_NONE ? info->title : info->description);
  return meta;
}

/** Lookup: for the thread that reads articles; @ids and @entries go together. */
typedef struct
{
  GPtrArray *ids;
  GPtrArray *entries;
} Lookup;

static void
lookup_free (gpointer data)
{
  Lookup *self = data;

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static void
lookup_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Lookup     *lookup = task_data;
  GHashTable *metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, meta_free);

  for (guint i = 0; i < lookup->ids->len; i++)
    {
      const char *id = lookup->ids->pdata[i];

      g_hash_table_replace (metas, g_strdup (id), meta_new (lookup->entries->pdata[i], id));
    }
  g_task_return_pointer (task, metas, (GDestroyNotify) g_hash_table_unref);
}

/* @found: (nullable): by id, what was looked up; the rest is remembered, or unknown and left out */
static void
return_metas (Call       *call,
              GHashTable *found)
{
  GVariantBuilder metas;

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; call->ids[i] != NULL; i++)
    {
      const Meta *meta = g_hash_table_lookup (call->provider->metas, call->ids[i]);

      if (meta == NULL && found != NULL)
        meta = g_hash_table_lookup (found, call->ids[i]);
      if (meta == NULL)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (call->ids[i]));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (meta->name));
      if (*meta->description != '\0')
        g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (meta->description));
      g_variant_builder_close (&metas);
    }
  g_dbus_method_invocation_return_value (call->invocation, g_variant_new ("(aa{sv})", &metas));
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Call)       call = user_data;
  g_autoptr (GHashTable) found = g_task_propagate_pointer (G_TASK (result), NULL);

  return_metas (call, found);
}

static void
metas_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Call                  *call = user_data;
  g_autoptr (GPtrArray)  entries = fys_library_find_finish (FYS_LIBRARY (source), result, NULL);
  g_autoptr (GTask)      task = g_task_new (NULL, NULL, looked_up_cb, call);
  Lookup                *lookup = g_new0 (Lookup, 1);

  lookup->ids = g_ptr_array_new_with_free_func (g_free);
  lookup->entries = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; call->ids[i] != NULL; i++)
    {
      const char      *slug;
      g_autofree char *key = dup_key (call->ids[i], &slug);
      FysLibraryEntry *entry = key != NULL ? find_entry (entries, key) : NULL;

      if (entry == NULL || g_hash_table_contains (call->provider->metas, call->ids[i]))
        continue;
      g_ptr_array_add (lookup->ids, g_strdup (call->ids[i]));
      g_ptr_array_add (lookup->entries, g_object_ref (entry));
    }
  g_task_set_task_data (task, lookup, lookup_free);
  g_task_run_in_thread (task, lookup_thread);
}

static void
get_metas (FysSearchProvider     *self,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation)
{
  Call           *call = call_new (self, invocation);
  FysLibrary     *library = get_library (self);
  g_auto (GStrv)  keys = NULL;
  gboolean        is_all_known = TRUE;

  g_variant_get (parameters, "(^as)", &call->ids);
  for (guint i = g_strv_length (call->ids); i > MAX_IDS; i--)
    g_clear_pointer (&call->ids[i - 1], g_free);
  for (guint i = 0; call->ids[i] != NULL; i++)
    if (!g_hash_table_contains (self->metas, call->ids[i]))
      is_all_known = FALSE;
  keys = dup_keys ((const char *const *) call->ids);
  if (!is_all_known && library != NULL)
    {
      fys_library_find_async (library, (const char *const *) keys, NULL, metas_found_cb, call);
      return;
    }
  return_metas (call, NULL);
  call_free (call);
}

/* choosing */

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Call)      call = user_data;
  FysSearchProvider    *self = call->provider;
  g_autoptr (GPtrArray) entries = fys_library_find_finish (FYS_LIBRARY (source), result, NULL);
  const char           *slug;
  g_autofree char      *key = dup_key (call->ids[0], &slug);
  FysLibraryEntry      *entry = find_entry (entries, key);
  g_autoptr (GFile)     file = entry != NULL ? fys_library_entry_dup_file (entry) : NULL;

  if (self->object_id == 0)
    return;
  /* An article that is gone meanwhile: what else answers to the words. */
  if (file != NULL)
    self->funcs->open (file, slug, self->user_data);
  else
    self->funcs->search (call->text, self->user_data);
}

static void
choose (FysSearchProvider     *self,
        const char            *id,
        const char *const     *terms,
        GDBusMethodInvocation *invocation)
{
  FysLibrary      *library = get_library (self);
  const char      *slug;
  g_autofree char *key = dup_key (id, &slug);
  g_autofree char *text = dup_text (terms);
  const char      *keys[] = { key, NULL };
  Call            *call;

  /* Answered at once: the overview waits for nothing more. */
  g_dbus_method_invocation_return_value (invocation, NULL);
  if (library == NULL || key == NULL)
    {
      self->funcs->search (text, self->user_data);
      return;
    }
  call = call_new (self, NULL);
  call->ids = g_strdupv ((char *[]) { (char *) id, NULL });
  call->text = g_steal_pointer (&text);
  fys_library_find_async (library, keys, NULL, chosen_cb, call);
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *object_path,
                const char            *interface_name,
                const char            *method,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  FysSearchProvider *self = user_data;
  g_autofree const char **terms = NULL;

  if (g_str_equal (method, "GetResultMetas"))
    get_metas (self, parameters, invocation);
  else if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &terms);
      search (self, terms, invocation);
    }
  else if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      /* What was found before is of no use: another letter may mean another word. */
      g_variant_get (parameters, "(@as^a&s)", NULL, &terms);
      search (self, terms, invocation);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      const char *id;

      g_variant_get (parameters, "(&s^a&su)", &id, &terms, NULL);
      choose (self, id, terms, invocation);
    }
  else
    {
      g_autofree char *text = NULL;

      g_variant_get (parameters, "(^a&su)", &terms, NULL);
      text = dup_text (terms);
      g_dbus_method_invocation_return_value (invocation, NULL);
      self->funcs->search (text, self->user_data);
    }
}

static const GDBusInterfaceVTable vtable = { .method_call = method_call_cb };

FysSearchProvider *
fys_search_provider_new (GApplication                 *application,
                         GDBusConnection              *connection,
                         const char                   *base_path,
                         const FysSearchProviderFuncs *funcs,
                         gpointer                      user_data,
                         GError                      **error)
{
  FysSearchProvider *self;
  g_autofree char   *path = NULL;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (connection), NULL);

  path = g_strconcat (base_path, OBJECT_NAME, NULL);
  self = g_new0 (FysSearchProvider, 1);
  self->n_references = 1;
  self->application = application;
  self->connection = g_object_ref (connection);
  self->funcs = funcs;
  self->user_data = user_data;
  self->metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, meta_free);
  self->node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  self->object_id = g_dbus_connection_register_object (connection, path, self->node->interfaces[0], &vtable, self, NULL, error);
  if (self->object_id != 0)
    return self;
  provider_unref (self);
  return NULL;
}

void
fys_search_provider_free (FysSearchProvider *self)
{
  if (self == NULL)
    return;
  (void) g_dbus_connection_unregister_object (self->connection, self->object_id); /* it was registered by us */
  self->object_id = 0;
  provider_unref (self);
}
