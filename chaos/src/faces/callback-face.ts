import { once } from 'node:events'
import { connect } from 'node:net'
import type { Simulator } from '@wecom-kit/simulator'
import type { Outcome } from '../tally.ts'
import type { Target } from '../target.ts'
import type { Face, FaceTools } from './face.ts'
import { excerpt, judged, patienceMs, send } from './send.ts'

/** Events that WeCom pushes, and what others send to the same address. */
export interface CallbackFace extends Face {
  /** Has WeCom push to a process from now on. */
  register(target: Target, keys: { token: string; encodingAesKey: string }): Promise<void>
  /** A process has handled this event. */
  onEvent(key: string): void
}

/** Which app pushes to which process. */
const appOf = new Map([
  ['one', 'portal'],
  ['two', 'narrow'],
])

/** An accepted event must be handled, by whichever process; a forged one must be refused. */
export function createCallbackFace(simulator: Simulator): CallbackFace {
  const handled = new Set<string>()
  let serial = 0
  return {
    name: 'callbacks',
    onEvent: (key) => handled.add(key),
    async register(target, keys) {
      const app = appOf.get(target.name) ?? ''
      const url = `${target.origins.sealed}/events`
      const { error, verified } = await simulator.callbacks.register({ app, url, ...keys })
      if (!verified) throw new Error(`the callback of process ${target.name} was not verified: ${error}`)
    },
    call: (target, tools) =>
      judged(target, async () => {
        const draw = tools.random.next()
        if (draw < 0.25) return await forge(target, tools)
        if (draw < 0.35) return await breakOff(target)
        serial += 1
        return await push(simulator, target, `event-${serial}`, handled)
      }),
  }
}

async function push(
  simulator: Simulator,
  target: Target,
  key: string,
  handled: ReadonlySet<string>,
): Promise<Outcome> {
  const { deaths } = target
  const app = appOf.get(target.name) ?? ''
  const event = { Event: 'click', EventKey: key }
  const [delivery] = await simulator.callbacks.send({ app, event })
  const last = delivery?.attempts.at(-1)?.outcome
  const isCut = target.deaths > deaths || !target.lives
  if (delivery?.accepted === true) {
    if (isCut || (await isHandled(key, handled))) return { kind: 'answer' }
    return { kind: 'lost', detail: `${key} was accepted and never handled` }
  }
  if (isCut) return { kind: 'cut' }
  // A push whose time is wrong is refused, as one that is played back would be.
  if (last === 401) return { kind: 'typed', code: 'stale' }
  return { kind: 'lost', detail: `${key} was answered ${last}` }
}

async function isHandled(key: string, handled: ReadonlySet<string>): Promise<boolean> {
  const end = performance.now() + patienceMs
  while (!handled.has(key) && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20))
  return handled.has(key)
}

async function forge(target: Target, { random, secrets }: FaceTools): Promise<Outcome> {
  const query = `msg_signature=${'0'.repeat(40)}&timestamp=${random.below(2 ** 31)}&nonce=${random.below(1e9)}`
  const body = random.pick([
    '<xml><ToUserName>a</ToUserName><Encrypt>AAAA</Encrypt></xml>',
    '<xml>'.repeat(3000),
    '{"encrypt":"AAAA"}',
    '{"a":'.repeat(3000),
    '',
    'x'.repeat(200_000),
  ])
  const url = `${target.origins.sealed}/events?${query}`
  const answer = await send(url, { method: 'POST', body }, secrets)
  if (answer.status >= 400 && answer.status < 500) return { kind: 'answer' }
  return { kind: 'lost', detail: `a forged push was answered ${excerpt(answer)}` }
}

/** Sends half a push and goes away. */
async function breakOff(target: Target): Promise<Outcome> {
  const { hostname, port } = new URL(target.origins.sealed)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(
    'POST /events?msg_signature=0&timestamp=1&nonce=2 HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n<xml>',
  )
  socket.destroySoon()
  await once(socket, 'close')
  return { kind: 'answer' }
}
