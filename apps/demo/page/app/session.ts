import { signal } from '@preact/signals'
import { ask } from '../lib/ask.ts'
import { isProblem, onSignedOut, type Problem } from '../lib/problem.ts'
import { dig } from '../lib/read.ts'
import { readPerson, type Person } from '../directory/person.ts'
import { meQuery } from '../directory/queries.ts'
import { readEnvironment } from './environment.ts'
import { startLive, stopLive } from './live.ts'

/** Who looks at the page. */
export type Session =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: Problem }
  /** `ended` when somebody was signed in a moment ago. */
  | { readonly state: 'signed-out'; readonly ended: boolean }
  | { readonly state: 'signed-in'; readonly me: Person }

/** The session of this page. */
export const session = signal<Session>({ state: 'loading' })

/** Other tabs of this browser: what happens to the session in one is news for all. */
const tabs = new BroadcastChannel('wecom-kit-demo-session')

/** Finds out who is signed in, and keeps an eye on it. */
export async function startSession(): Promise<void> {
  onSignedOut(end)
  tabs.addEventListener('message', () => void look())
  addEventListener('online', () => void look())
  addEventListener('pageshow', (event) => {
    if (event.persisted) void look()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look()
  })
  await look()
  // Whoever signs in or out comes back to a page that starts: the other tabs look too.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no other origins
  tabs.postMessage('started')
}

/** Asks the server who is signed in, and shows the page for whoever it is. */
export async function look(): Promise<void> {
  const reply = await ask(meQuery, {})
  if (isProblem(reply)) return fail(reply)
  const me = readPerson(dig(reply, 'me'))
  if (me === undefined) end()
  else begin(me)
}

/** What is on the screen stays there while the server is away: its panels say so themselves. */
function fail(problem: Problem): void {
  if (session.value.state !== 'signed-in') session.value = { state: 'failed', problem }
}

function begin(me: Person): void {
  const before = session.value
  if (before.state === 'signed-in' && before.me.id === me.id) return
  session.value = { state: 'signed-in', me }
  startLive(look)
  void readEnvironment()
}

function end(): void {
  stopLive()
  const { state } = session.value
  if (state !== 'signed-out') session.value = { state: 'signed-out', ended: state === 'signed-in' }
}
