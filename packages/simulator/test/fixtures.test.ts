import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../src/index.ts'
import { isRecord } from '../src/shape/shape.ts'
import { appOf, call, tokenOf } from './support.ts'

function read(name: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'))
  if (!isRecord(parsed)) throw new Error(`${name} is no object`)
  return parsed
}

const { answers } = read('answers.json')
const fixtures = Array.isArray(answers) ? answers.filter(isRecord) : []

/** Names and types of a value; a list is described by its first item. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf)
  if (!isRecord(value)) return typeof value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]))
}

async function placeholders(simulator: Simulator, app: unknown): Promise<Record<string, string>> {
  const name = typeof app === 'string' ? app : 'portal'
  const ticketCode = simulator.codes.issue({ user: 'zhangsan', scope: 'snsapi_privateinfo' })
  const portal = await tokenOf(simulator)
  const { body } = await call(
    simulator,
    `/cgi-bin/auth/getuserinfo?access_token=${portal}&code=${ticketCode}`,
  )
  return {
    corpId: simulator.corp.id,
    secret: appOf(simulator, name).secret,
    token: await tokenOf(simulator, name),
    ticket: String(body['user_ticket']),
    privateCode: simulator.codes.issue({ user: 'zhangsan', scope: 'snsapi_privateinfo' }),
    customerCode: simulator.codes.issue({ user: 'oSimCustomer0000000000000002' }),
    verifyCode: simulator.codes.issue({ user: 'zhangsan', purpose: 'verify' }),
    openUserid: simulator.contacts.openUserid('zhangsan'),
  }
}

test.each(fixtures.map((fixture) => [fixture['id'], fixture] as const))(
  '%s is answered as documented',
  async (_id, fixture) => {
    await using simulator = await startSimulator()
    const values = await placeholders(simulator, fixture['app'])
    const fill = (text: string): string =>
      text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
    const request = isRecord(fixture['request']) ? fixture['request'] : {}
    const json = request['body'] === undefined ? undefined : fill(JSON.stringify(request['body']))
    const { body, status } = await call(simulator, fill(String(request['path'])), json)
    expect(status).toBe(200)
    const seen = fixture['exact'] === true ? (value: unknown) => value : shapeOf
    expect(seen(body)).toEqual(seen(fixture['answer']))
  },
)

test('there is a fixture for every kind of answer', () => {
  expect(fixtures.length).toBeGreaterThan(25)
})

test('the published JS-SDK vector is sound', () => {
  const { jsapiSignature: vector } = read('crypto-vectors.json')
  const part = (name: string): string => (isRecord(vector) ? String(vector[name]) : '')
  const signed = `jsapi_ticket=${part('jsapi_ticket')}&noncestr=${part('noncestr')}&timestamp=${part('timestamp')}&url=${part('url')}`
  expect(createHash('sha1').update(signed).digest('hex')).toBe(part('signature'))
})
