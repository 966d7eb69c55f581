import { anything, assert, constantFrom, dictionary, jsonValue, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startSimulator } from '../../src/index.ts'
import { documentedPaths, documentedRoute } from '../../src/documented/documented-routes.ts'
import { findEndpoint, realEndpoints } from '../../src/endpoints/endpoints.ts'
import { runEndpoint } from '../../src/rules/run-endpoint.ts'
import { smallCorp } from '../../src/seeds/small-corp.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { World } from '../../src/world/world.ts'
import { call } from '../support.ts'

const names =
  `userid department_id id tagid code media_id type cursor limit mobile email touser toparty totag agentid
  msgtype text news template_card name department order user_ticket tfa_code open_userid_list source_agentid openid
  parentid new_userid __proto__`.split(/\s+/)
const name = oneof(constantFrom(...names), string({ maxLength: 5 }))
const telling = constantFrom<unknown>(
  'zhangsan',
  'text',
  'news',
  1_000_002,
  1,
  4,
  '',
  '1|2',
  [],
  {},
  { articles: [null] },
  null,
)

describe('whatever a call carries', () => {
  const real = new Set(realEndpoints.map(({ path }) => path))

  test.each([...new Set([...real, ...documentedPaths()])])('%s answers', (path) => {
    const endpoint = findEndpoint(path)
    if (endpoint === undefined) throw new Error('no endpoint')
    const world = new World(smallCorp())
    const route = documentedRoute(path)
    const { token } = world.tokens.issue(
      route?.contactsSync === 'only' ? 'contacts-sync' : 'portal',
      defaultSettings().gettoken,
    )
    const method = route?.method ?? 'POST'
    assert(
      property(dictionary(name, string()), dictionary(name, oneof(telling, jsonValue())), (query, body) => {
        const reply = runEndpoint(world, endpoint, {
          method,
          path,
          query: new URLSearchParams({ ...query, access_token: token }),
          headers: {},
          ip: '127.0.0.1',
          files: [],
          body: Buffer.from(method === 'GET' ? '' : JSON.stringify(body)),
        })
        expect(reply.status).toBe(200)
        expect(reply.errcode).toEqual(expect.any(Number))
      }),
      { numRuns: real.has(path) ? 100 : 5 },
    )
  })
})

test('whatever a switch is sent, it answers 200 or 400 and goes on working', async () => {
  await using simulator = await startSimulator()
  const paths = [
    'faults',
    'faults/random',
    'tokens/revoke',
    'codes',
    'clock',
    'settings',
    'users',
    'departments',
  ]
  const more = [
    'callbacks',
    'callbacks/send',
    'apps/portal',
    'users/zhangsan',
    'departments/4',
    'reset',
    'users/%',
  ]
  const values: unknown[] = []
  assert(
    property(anything(), (value) => void values.push(value)),
    { numRuns: 40 },
  )
  for (const path of [...paths, ...more]) {
    for (const value of [
      null,
      [],
      'x',
      7,
      { app: 7, kind: {}, times: [], user: null, event: [[1]] },
      ...values.slice(0, 5),
    ]) {
      for (const method of ['POST', 'PATCH', 'DELETE']) {
        const { body, status } = await call(
          simulator,
          `/__simulator/${path}`,
          JSON.stringify(value) ?? '',
          method,
        )
        expect([200, 400], `${method} ${path} ${JSON.stringify(value)}`).toContain(status)
        expect(typeof body).toBe('object')
      }
    }
  }
  await simulator.reset()
  expect((await call(simulator, '/__simulator/state')).body['counts']).toMatchObject({ users: 40 })
})
