import { randomUUID } from 'node:crypto'
import type { WecomLogger } from '@wecom-kit/core'
import { isRecord } from '@wecom-kit/core/foundation'
import { report } from '../../errors/report.ts'
import { ExpiringMap } from '../../internal/expiring-map.ts'
import type { Sealer } from '../../session/seal.ts'
import { parseJson } from '../../session/session.ts'
import { createSessionStore, type WecomSessionStore } from '../../session/session-store.ts'

/** Handles every push at least once, and as good as never twice. */
export interface Deliveries {
  /**
   * Runs the handler, or waits for the run that is under way; undefined for a repeat, and when it takes too long. A
   * handler that fails is run again with growing pauses: WeCom may send the event again, or never.
   */
  once(digest: string, handle: () => Promise<unknown>, message?: string): Promise<unknown>
  /** Runs what a process that ended had not finished, where the store can tell. */
  recover(handle: (message: string) => Promise<unknown>): void
}

interface DeliveriesOptions {
  store: WecomSessionStore | undefined
  /** Whose events: two receivers with one store must not take each other's for repeats. */
  receiver: string
  sealer: Sealer
  now: () => number
  logger: WecomLogger | undefined
}

/** WeCom closes the connection after 5 s. */
const patience = 4000
/** Longer than WeCom repeats, and longer than a signature is accepted. */
const memory = 15 * 60_000
const pauses = [1000, 5000, 30_000, 120_000, 600_000, 1_800_000]
/** A process that handles an event says so this often; one that has not for thrice as long is gone. */
const heartbeat = 5000
const lease = heartbeat * 3
const claimTtl = 24 * 3_600_000

interface Run {
  outcome: Promise<unknown>
  failures: number
  retry?: NodeJS.Timeout | undefined
}

/**
 * Recognises repeats by the digest of the decrypted message. Sender and second, which WeCom's documents suggest for
 * events, also match two different events: the second of two quick changes would be lost.
 *
 * An event is claimed, handled and then marked. With a store that can list its entries, a claim whose process ended is
 * found again.
 */
export function createDeliveries(options: DeliveriesOptions): Deliveries {
  const { now, logger } = options
  const runs = new ExpiringMap<Run>(10_000, now)
  const claims = options.store === undefined ? undefined : createClaims(options.store, options)

  const attempt = async (digest: string, handle: () => Promise<unknown>, message: string | undefined) => {
    if ((await claims?.take(digest, message)) === false) return undefined
    const beat = setInterval(() => void claims?.renew(digest, message), heartbeat)
    beat.unref()
    try {
      const value = await handle()
      await claims?.finish(digest)
      return value
    } catch (error) {
      await claims?.release(digest, message)
      throw error
    } finally {
      clearInterval(beat)
    }
  }
  const start = (
    digest: string,
    handle: () => Promise<unknown>,
    message: string | undefined,
    failures = 0,
  ) => {
    const outcome = attempt(digest, handle, message)
    const run: Run = { outcome, failures }
    runs.set(digest, run, memory)
    outcome.catch(() => {
      const pause = pauses[failures]
      run.failures += 1
      if (pause === undefined) {
        report(logger, 'error', 'wecomCallback: an event was given up: its handler failed each time', {
          digest,
        })
        return
      }
      run.retry = setTimeout(() => start(digest, handle, message, failures + 1).catch(() => undefined), pause)
      run.retry.unref()
    })
    return outcome
  }
  return {
    async once(digest, handle, message) {
      const before = runs.get(digest)
      if (before?.retry !== undefined) clearTimeout(before.retry)
      const isWaiting = before?.retry !== undefined
      const outcome =
        before === undefined || isWaiting ? start(digest, handle, message, before?.failures) : before.outcome
      let isAnswered = false
      const told = outcome.catch((error: unknown) => {
        if (isAnswered)
          report(logger, 'error', 'wecomCallback: the handler failed after its answer', { err: error })
        throw error
      })
      try {
        return await settleWithin(told)
      } finally {
        isAnswered = true
        told.catch(() => undefined)
      }
    },
    recover(handle) {
      if (claims === undefined || typeof options.store?.entries !== 'function') return
      const look = async () => {
        for (const { digest, message } of await claims.abandoned()) {
          if (runs.get(digest) === undefined)
            start(digest, () => handle(message), message).catch(() => undefined)
        }
      }
      const safely = () => {
        look().catch((error: unknown) => {
          report(logger, 'warn', 'wecomCallback: unfinished events could not be looked for', { err: error })
        })
      }
      safely()
      // What ended a moment ago looks as if it were still at it.
      setTimeout(safely, lease + heartbeat).unref()
    },
  }
}

async function settleWithin(outcome: Promise<unknown>): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, patience, undefined)
  try {
    return await Promise.race([outcome, promise])
  } finally {
    clearTimeout(timer)
  }
}

/** Who handles what, for several processes. A store in trouble must not keep an event from being handled. */
function createClaims(raw: WecomSessionStore, { receiver, sealer, now, logger }: DeliveriesOptions) {
  const prefix = `wecom-callback:${receiver}:`
  const store = createSessionStore(raw, prefix, logger)
  const me = randomUUID()
  const ignoring = async <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await work()
    } catch {
      return undefined
    }
  }
  const write = async (digest: string, message: string | undefined, at: number) => {
    const claim = sealer.seal(JSON.stringify({ by: me, at, message }))
    await ignoring(() => store.set(`claim:${digest}`, claim, claimTtl))
  }
  const read = (value: unknown) => {
    const text = typeof value === 'string' ? sealer.open(value) : undefined
    const claim = text === undefined ? undefined : parseJson(text)
    return isRecord(claim) && typeof claim['at'] === 'number' ? { ...claim, at: claim['at'] } : undefined
  }
  const isHeld = (claim: { by?: unknown; at: number } | undefined) =>
    claim !== undefined && claim.by !== me && now() - claim.at < lease
  return {
    /** Whether this process is to handle it. */
    async take(digest: string, message: string | undefined): Promise<boolean> {
      if ((await ignoring(() => store.get(`done:${digest}`))) !== undefined) return false
      if (isHeld(read(await ignoring(() => store.get(`claim:${digest}`))))) return false
      await write(digest, message, now())
      return true
    },
    renew: (digest: string, message: string | undefined) => write(digest, message, now()),
    /** Lets another process, or the next delivery, take it at once. */
    release: (digest: string, message: string | undefined) => write(digest, message, 0),
    async finish(digest: string): Promise<void> {
      await ignoring(() => store.set(`done:${digest}`, 1, memory))
      await ignoring(() => store.delete(`claim:${digest}`))
    },
    async abandoned(): Promise<{ digest: string; message: string }[]> {
      const found: { digest: string; message: string }[] = []
      const from = `${prefix}claim:`
      for await (const [key, value] of raw.entries?.(from) ?? []) {
        const claim: { by?: unknown; at: number; message?: unknown } | undefined = read(value)
        if (claim === undefined || isHeld(claim) || typeof claim.message !== 'string') continue
        found.push({ digest: key.slice(key.lastIndexOf(from) + from.length), message: claim.message })
      }
      return found
    },
  }
}
