import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import type { WecomEvent, WecomLogger } from '@wecom-kit/core'
import { canaryMark } from './canaries.ts'

/** Everything a client lets out, searched for secrets. */
export interface SecretWatch {
  readonly logger: WecomLogger
  readonly onEvent: (event: WecomEvent) => void
  /** Searches an error (or anything else) in every form a host could print it. */
  look(value: unknown, where: string): void
  /** Events since the last call. */
  takeEvents(): WecomEvent[]
  /** How many texts were searched so far. */
  readonly searched: number
  /** Where a secret was found; must stay empty. */
  readonly leaks: readonly string[]
  close(): void
}

/** Opens a watch on logger, events, our diagnostics channel and whatever is handed to `look`. */
export function openSecretWatch(): SecretWatch {
  const leaks: string[] = []
  let events: WecomEvent[] = []
  let searched = 0
  const search = (text: string, where: string): void => {
    searched += 1
    const at = text.indexOf(canaryMark)
    if (at !== -1) leaks.push(`${where}: …${text.slice(Math.max(0, at - 60), at + 60)}…`)
  }
  const look = (value: unknown, where: string): void => {
    for (const [form, text] of forms(value)) search(text, `${where} (${form})`)
  }
  const log = (level: string) => (fields: object, message?: string) => look([fields, message], `log ${level}`)
  const onChannel = (message: unknown): void => look(message, 'diagnostics channel')
  subscribe('wecom:event', onChannel)
  return {
    logger: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    onEvent: (event) => {
      events.push(event)
      look(event, 'event')
    },
    look,
    takeEvents: () => {
      const taken = events
      events = []
      return taken
    },
    get searched() {
      return searched
    },
    leaks,
    close: () => void unsubscribe('wecom:event', onChannel),
  }
}

function* forms(value: unknown): Generator<[form: string, text: string]> {
  yield ['String', String(value)]
  yield ['JSON', JSON.stringify(value) ?? '']
  yield ['inspect', inspect(value, { depth: Infinity, showHidden: true, getters: true })]
  yield* chain(value, new Set())
}

/** Message, stack and every own property, hidden ones too, of an error and of all its causes. */
function* chain(value: unknown, seen: Set<unknown>): Generator<[form: string, text: string]> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  for (const name of Reflect.ownKeys(value)) {
    const property: unknown = Reflect.get(value, name)
    if (typeof property === 'string') yield [`property ${String(name)}`, property]
    else yield* chain(property, seen)
  }
}
