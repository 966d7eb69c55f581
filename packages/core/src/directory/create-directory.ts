import { DirectoryCache } from './cache.ts'
import { ContactsIndex } from './contacts-index.ts'
import { DirectoryFace } from './directory-face.ts'
import type { Engine } from './engine.ts'
import { MembershipIndex } from './membership-index.ts'
import type { DirectoryClient, DirectoryOptions } from './options.ts'
import { ProbeCredit } from './probe-credit.ts'
import { RentBook } from './rent-book.ts'
import { settingsOf } from './settings.ts'
import { TreeSource } from './tree-source.ts'
import type { Directory } from './types.ts'
import { Upstream } from './upstream.ts'

// About 100 MB of short strings at the very most; a corp has a million members at the very most.
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
  const settings = settingsOf(options)
  const cache = new DirectoryCache(settings)
  const index = new MembershipIndex(maxIndexed)
  const { contactsClient } = options
  const engine: Engine = {
    settings,
    cache,
    index,
    contacts: contactsClient === undefined ? undefined : new ContactsIndex(contactsClient, index, settings),
    tree: new TreeSource(client, settings),
    upstream: new Upstream(client, cache, index, settings),
    credit: new ProbeCredit(),
    rent: new RentBook(settings.ttl.user),
  }
  return new DirectoryFace(engine)
}
