import { contactWritesOf } from '../internal/contact-writes.ts'
import { createTelemetry } from '../telemetry/telemetry.ts'
import { appKey, corpKey, identityOf } from '../wecom/app-identity.ts'
import { CachedDirectory } from './cached-directory.ts'
import { ChangeLine } from './change-feed.ts'
import { Memory } from './memory.ts'
import type { DirectoryClient, DirectoryOptions } from './options.ts'
import { settingsOf } from './settings.ts'
import { SharedStore, TurnTaker } from './shared-store.ts'
import type { Directory } from './types.ts'
import { Upstream } from './upstream.ts'

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
  const { contactsClient, store, lock, changeFeed, maxMemory } = settings
  const { emit } = createTelemetry(settings.onEvent, undefined)
  const identity = identityOf(client)
  const prefix = `wecom-kit:directory:${appKey(identity)}:`
  const shared = store && new SharedStore(store, prefix, settings.now, emit)
  const memory = new Memory(settings, () => emit({ type: 'directory.full', maxMemory }))
  const upstream = new Upstream({ client, contactsClient, store: shared }, memory, settings)
  const line =
    changeFeed &&
    new ChangeLine(changeFeed, `wecom-kit:directory:${corpKey(identity)}`, (operation, error) =>
      // The message of somebody else's error may quote a connection string: its name is enough.
      emit({ type: 'feed.error', operation, reason: error instanceof Error ? error.name : typeof error }),
    )
  const turns = new TurnTaker(lock, shared, prefix)
  const directory = new CachedDirectory({ settings, memory, upstream, line, turns })
  for (const used of [client, contactsClient])
    if (used !== undefined) contactWritesOf(used)?.listen(directory)
  return directory
}
