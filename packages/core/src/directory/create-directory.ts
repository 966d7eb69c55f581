import { DirectoryCache } from './cache.ts'
import { ContactReads } from './contact-reads.ts'
import { ContactsIndex } from './contacts-index.ts'
import { DirectoryFace } from './directory-face.ts'
import { FetchChild } from './fetch-child.ts'
import { MembershipIndex } from './membership-index.ts'
import { Memory } from './memory.ts'
import type { DirectoryClient, DirectoryOptions } from './options.ts'
import { ProbeCredit } from './probe-credit.ts'
import { RentBook } from './rent-book.ts'
import { SearchIndex } from './search-index.ts'
import { settingsOf } from './settings.ts'
import { SharedStore } from './shared-store.ts'
import { TreeSource } from './tree-source.ts'
import type { Directory } from './types.ts'
import { Upstream } from './upstream.ts'

// Short strings and small arrays: about 150 MB for the largest corp WeCom allows, and only if all of it is asked for.
const maxIndexed = 1_000_000

/**
 * Makes the cross-request cache of members and departments. WeCom has no call that fetches several members by id, so
 * the directory changes the call: what is asked within one tick, by everybody in this process, is planned together and
 * fetched as department lists where that is cheaper.
 *
 * It knows no viewers: check who may see what after the answer. Make one per client and share it.
 *
 * @throws WecomConfigError for an option out of range
 * @example
 * ```ts
 * const directory = createDirectory(wecom, { contactsClient: wecom.with({ secret: contactsSecret }) })
 * await directory.warm()
 * const team = await directory.departmentUsers(7)
 * ```
 */
export function createDirectory(client: DirectoryClient, options: DirectoryOptions = {}): Directory {
  const settings = settingsOf(client, options)
  const { contactsClient, store, onEvent } = options
  const prefix = `wecom-kit:directory:${client.corpId}:${client.agentId ?? 'contacts'}:`
  const shared = store && new SharedStore(store, prefix, settings.now, onEvent)
  const cache = new DirectoryCache(settings)
  const index = new MembershipIndex(maxIndexed)
  const search = new SearchIndex()
  const reads = new ContactReads(client, settings, shared)
  return new DirectoryFace({
    settings,
    cache,
    index,
    search,
    contacts: contactsClient && new ContactsIndex(contactsClient, index, settings),
    tree: new TreeSource(client, settings, shared),
    upstream: new Upstream(reads, new Memory(cache, index, search), cache, settings.now),
    fetchChild: settings.fetchChild && client.request ? new FetchChild(client.request) : undefined,
    credit: new ProbeCredit(),
    rent: new RentBook(settings.ttl.user),
    counts: { hits: 0, staleHits: 0, negativeHits: 0 },
    planning: { batches: 0, ms: 0 },
  })
}
