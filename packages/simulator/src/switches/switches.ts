import {
  departmentPatchShape,
  memberPatchShape,
  memberShape,
  newDepartmentShape,
} from '../contacts/contact-shapes.ts'
import { faultShape, randomFaultsShape } from '../faults/fault-shape.ts'
import { appPatchShape } from '../contacts/app-shapes.ts'
import { sendShape } from '../api/callbacks-api.ts'
import { callbackShape } from '../callbacks/callback-config.ts'
import { issueCodeShape } from '../api/codes-api.ts'
import { revokeShape } from '../api/tokens-api.ts'
import { settingsShape } from '../settings/settings-shape.ts'
import { flag, integer, maybe, object, parse } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'
import type { Member } from '../world/member.ts'
import { readState } from './state.ts'
import type { Switch, SwitchCall } from './switch-route.ts'

const clockShape = object<{ advanceMs?: number; frozen?: boolean }>({
  advanceMs: maybe(integer()),
  frozen: maybe(flag),
})
const nothing = object<object>({})

/** Every switch by method and path; `:id` stands for the last part. */
export const switches: ReadonlyMap<string, Switch> = new Map<string, Switch>([
  ['GET state', readState],
  ['POST reset', async ({ body, simulator }) => parse(nothing, body) && done(simulator.reset())],
  ['GET journal', readJournal],
  ['DELETE journal', ({ simulator }) => done(simulator.journal.clear())],
  [
    'GET faults',
    ({ simulation, simulator }) => ({
      faults: simulator.faults.list(),
      random: simulation.faults.random ?? null,
    }),
  ],
  ['POST faults', ({ body, simulator }) => done(simulator.faults.add(parse(faultShape, body)))],
  ['DELETE faults', ({ simulator }) => done(simulator.faults.clear())],
  ['POST faults/random', ({ body, simulator }) => simulator.faults.random(parse(randomFaultsShape, body))],
  ['GET tokens', ({ simulator }) => ({ tokens: simulator.tokens.list() })],
  [
    'POST tokens/revoke',
    ({ body, simulator }) => ({ revoked: simulator.tokens.revoke(parse(revokeShape, body)) }),
  ],
  ['GET codes', ({ simulator }) => ({ codes: simulator.codes.list() })],
  ['POST codes', ({ body, simulator }) => ({ code: simulator.codes.issue(parse(issueCodeShape, body)) })],
  ['POST clock', moveClock],
  ['GET clock', (call) => clockState(call)],
  ['GET settings', ({ simulator }) => simulator.settings.get()],
  ['POST settings', ({ body, simulator }) => simulator.settings.set(parse(settingsShape, body))],
  [
    'GET callbacks',
    ({ simulator }) => ({
      callbacks: simulator.callbacks.list(),
      deliveries: simulator.callbacks.deliveries(),
    }),
  ],
  ['POST callbacks', ({ body, simulator }) => simulator.callbacks.register(parse(callbackShape, body))],
  ['DELETE callbacks/:id', ({ id, simulator }) => ({ removed: simulator.callbacks.unregister(id) })],
  [
    'POST callbacks/send',
    async ({ body, simulator }) => ({ deliveries: await simulator.callbacks.send(parse(sendShape, body)) }),
  ],
  ['POST callbacks/settle', ({ simulator }) => done(simulator.callbacks.settled())],
  ['GET messages', readMessages],
  ['DELETE messages', ({ simulator }) => done(simulator.messages.clear())],
  [
    'PATCH apps/:id',
    ({ body, id, simulator }) => ({ app: simulator.admin.updateApp(id, parse(appPatchShape, body)) }),
  ],
  ['GET users', readUsers],
  [
    'POST users',
    async ({ body, simulator }) => ({ user: await simulator.contacts.createUser(parse(memberShape, body)) }),
  ],
  ['GET users/:id', ({ id, simulator }) => ({ user: simulator.contacts.user(id) ?? null })],
  [
    'PATCH users/:id',
    async ({ body, id, simulator }) => ({
      user: await simulator.contacts.updateUser(id, parse(memberPatchShape, body)),
    }),
  ],
  ['DELETE users/:id', async ({ id, simulator }) => done(simulator.contacts.deleteUser(id))],
  ['GET departments', ({ simulator }) => ({ departments: simulator.contacts.departments() })],
  [
    'POST departments',
    async ({ body, simulator }) => ({
      department: await simulator.contacts.createDepartment(parse(newDepartmentShape, body)),
    }),
  ],
  [
    'GET departments/:id',
    ({ id, simulator }) => ({ department: simulator.contacts.department(numeric(id)) ?? null }),
  ],
  [
    'PATCH departments/:id',
    async ({ body, id, simulator }) => ({
      department: await simulator.contacts.updateDepartment(numeric(id), parse(departmentPatchShape, body)),
    }),
  ],
  [
    'DELETE departments/:id',
    async ({ id, simulator }) => done(simulator.contacts.deleteDepartment(numeric(id))),
  ],
])

function readJournal({ query, simulator }: SwitchCall): object {
  const requests = simulator.journal.requests(query.get('path') || undefined)
  return { count: requests.length, requests: requests.slice(-readLimit(query)) }
}

function readUsers({ query, simulator }: SwitchCall): object {
  const search = (query.get('search') ?? '').toLowerCase()
  const matches = ({ alias, name, userid }: Member): boolean =>
    `${userid} ${name} ${alias}`.toLowerCase().includes(search)
  const users = simulator.contacts.users().filter(matches)
  return { count: users.length, users: users.slice(0, readLimit(query)) }
}

/** `limit` cuts long lists short; `count` still tells all. */
function readLimit(query: URLSearchParams): number {
  const limit = query.get('limit')
  if (limit === null) return Number.MAX_SAFE_INTEGER
  if (/^[1-9]\d{0,8}$/.test(limit)) return Number(limit)
  throw new ShapeError('limit', 'expected a whole number from 1 on')
}

function readMessages({ simulator }: SwitchCall): object {
  const messages = simulator.messages.list()
  return { count: messages.length, messages }
}

function moveClock(call: SwitchCall): object {
  const { advanceMs, frozen } = parse(clockShape, call.body)
  const { clock } = call.simulator
  if (frozen === true) clock.freeze()
  if (frozen === false) clock.resume()
  if (advanceMs !== undefined) clock.advance(advanceMs)
  return clockState(call)
}

function clockState({ simulation }: SwitchCall): object {
  const { clock } = simulation.world
  return { now: clock.now(), offsetMs: clock.offsetMs, frozen: clock.frozen }
}

async function done(work: void | Promise<void>): Promise<object> {
  await work
  return { ok: true }
}

function numeric(id: string): number {
  if (/^\d{1,10}$/.test(id)) return Number(id)
  throw new ShapeError('path', 'a department id is a whole number')
}
