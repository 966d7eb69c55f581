import { signal } from '@preact/signals'
import { parseJson } from '../lib/ask.ts'
import { dig, readList, readText } from '../lib/read.ts'

/** Whom and what to read again; `everything` after a gap in the news. */
export interface Change {
  readonly users: ReadonlySet<string>
  readonly departments: ReadonlySet<string>
  readonly tree: boolean
  readonly everything: boolean
}

/** How far the server's reading of the whole directory is. */
export interface WarmUp {
  readonly phase: string
  readonly done: number
  readonly total: number
}

/** The latest change; a new object for each. */
export const change = signal<Change | undefined>(undefined)

/** Searching and head counts need it to be `ready`. */
export const warmUp = signal<WarmUp>({ phase: 'idle', done: 0, total: 0 })

/** Milliseconds between tries to get the stream back, doubled up to the last. */
const [firstPause, lastPause] = [1000, 30_000]

let source: EventSource | undefined
let timer: number | undefined
let pause = firstPause

/**
 * Listens to the server. A stream that breaks is asked for again; one that is refused may mean that the session is
 * over, which `look` finds out.
 */
export function startLive(look: () => Promise<void>): void {
  stopLive()
  connect(look, false)
}

/** Stops listening. */
export function stopLive(): void {
  clearTimeout(timer)
  source?.close()
  source = undefined
}

function connect(look: () => Promise<void>, again: boolean): void {
  const stream = new EventSource('demo/live')
  source = stream
  let missed = again
  stream.addEventListener('open', () => {
    pause = firstPause
    if (missed) change.value = { users: new Set(), departments: new Set(), tree: true, everything: true }
    missed = true
  })
  stream.addEventListener('change', (event) => {
    change.value = readChange(parseJson(event.data))
  })
  stream.addEventListener('warm-up', (event) => {
    warmUp.value = readWarmUp(parseJson(event.data))
  })
  stream.addEventListener('error', () => {
    stream.close()
    if (source !== stream) return
    timer = window.setTimeout(() => void reconnect(look), pause)
    pause = Math.min(pause * 2, lastPause)
  })
}

async function reconnect(look: () => Promise<void>): Promise<void> {
  const before = source
  await look()
  // `look` has stopped the listening where the session is over.
  if (source === before && before !== undefined) connect(look, true)
}

function readChange(value: unknown): Change {
  return {
    users: new Set(readList(dig(value, 'users'), readText).map((id) => id.toLowerCase())),
    departments: new Set(
      readList(dig(value, 'departments'), (id) => (typeof id === 'number' ? String(id) : undefined)),
    ),
    tree: dig(value, 'tree') === true,
    everything: dig(value, 'everything') === true,
  }
}

function readWarmUp(value: unknown): WarmUp {
  const number = (key: string): number => Number(dig(value, key) ?? 0)
  return { phase: readText(dig(value, 'phase')) ?? 'idle', done: number('done'), total: number('total') }
}
