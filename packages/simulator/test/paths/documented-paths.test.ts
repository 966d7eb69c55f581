import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import {
  documentedPaths,
  documentedRoute,
  type DocumentedRoute,
  type ObjectSchema,
  type Schema,
} from '../../src/documented/documented-routes.ts'
import { isList, isRequired, nameOf } from '../../src/documented/read-parameters.ts'
import { sampleBody } from '../../src/documented/sample-answer.ts'
import { coverage, realEndpoints } from '../../src/endpoints/endpoints.ts'
import { startSimulator, type Simulator } from '../../src/index.ts'
import { smallCorp } from '../../src/seeds/small-corp.ts'
import { isRecord } from '../../src/shape/shape.ts'
import { World } from '../../src/world/world.ts'
import { documentedCalls } from '../documented-calls.ts'
import { type Answer, tokenOf } from '../support.ts'

const world = new World(smallCorp())
const routes = documentedPaths().flatMap((path) => documentedRoute(path) ?? [])
const withToken = routes.filter(({ token }) => token === 'access_token')
const real = new Set(realEndpoints.map(({ path }) => path))

const openToContactsSync = new Set(['basics', 'media', 'account-id', 'contacts', 'sign-in', 'hr'])

let simulator: Simulator
let tokens: Readonly<Record<string, string>> = {}

beforeAll(async () => {
  simulator = await startSimulator()
  tokens = await freshTokens()
})
afterAll(() => simulator.close())

test('the documents have 611 paths, and the state says how many behave', () => {
  const { real: behaving, shape } = coverage()
  expect(behaving + shape).toBe(611)
  expect(behaving).toBeGreaterThan(80)
})

test('GET paths says which path is which', async () => {
  const answer: unknown = await (await fetch(`${simulator.url}/__simulator/paths`)).json()
  expect(answer).toMatchObject({ count: 611 })
  expect(Object(answer).paths).toContainEqual({
    path: '/cgi-bin/user/get',
    method: 'GET',
    area: 'contacts',
    page: 'https://developer.work.weixin.qq.com/document/path/90196',
    coverage: 'real',
  })
  expect(Object(answer).paths).toContainEqual(
    expect.objectContaining({ path: '/cgi-bin/meeting/create', coverage: 'shape' }),
  )
})

describe('every documented path', () => {
  test.each(withToken)('$path refuses a token that never was, and none', async (route) => {
    const { body, query } = parametersOf(route)
    expect((await send(route, { ...query, access_token: 'never' }, body)).body).toMatchObject({
      errcode: 40014,
      errmsg: 'invalid access_token',
    })
    expect((await send(route, query, body)).body['errcode']).toBe(41001)
  })

  test.each(routes.filter(({ file, upload }) => !upload && !file))(
    '$path answers as documented',
    async (route) => {
      if (real.has(route.path)) tokens = await startAfresh()
      const prepared = await documentedCalls[route.path]?.(simulator, tokens)
      const { body, query } = { ...parametersOf(route), ...prepared }
      const credentials =
        route.token === 'access_token' ? { access_token: tokens[prepared?.app ?? appFor(route)] ?? '' } : {}
      const answer = await send(route, { ...credentials, ...query }, body)
      const errcode = prepared?.errcode ?? 0
      expect(answer.body).toMatchObject({ errcode })
      expect(answer.headers.get('error-code')).toBe(String(errcode))
      const whole = errcode === 0 && !real.has(route.path)
      expect(misfits(route.response, answer.body, whole)).toEqual([])
    },
  )

  test.each(withToken.filter((route) => requiredOf(route).length > 0 && !route.upload))(
    '$path names each parameter that is missing',
    async (route) => {
      for (const [where, name] of requiredOf(route)) {
        const whole = parametersOf(route)
        const part = { ...whole, [where]: without(whole[where], name) }
        const token = { access_token: tokens[appFor(route)] ?? '' }
        const { body } = await send(route, { ...token, ...part.query }, part.body)
        expect(body['errcode']).not.toBe(0)
        expect(String(body['errmsg'])).toContain(name)
      }
    },
  )

  test.each(withToken.filter(({ contactsSync }) => contactsSync === 'only'))(
    '$path is for contacts-sync alone',
    async (route) => {
      const { body, query } = parametersOf(route)
      const answer = await send(route, { access_token: tokens['portal'] ?? '', ...query }, body)
      expect(answer.body['errcode']).toBe(48002)
    },
  )

  test.each(withToken.filter(({ contactsSync }) => contactsSync === 'old-ips'))(
    '$path is closed to contacts-sync from a new IP',
    async (route) => {
      const { body, query } = parametersOf(route)
      const answer = await send(route, { access_token: tokens['contacts-sync'] ?? '', ...query }, body)
      expect(answer.body['errcode']).toBe(48009)
    },
  )

  test.each(withToken.filter(({ area }) => !openToContactsSync.has(area)))(
    '$path is nothing for contacts-sync',
    async (route) => {
      const { body, query } = parametersOf(route)
      const answer = await send(route, { access_token: tokens['contacts-sync'] ?? '', ...query }, body)
      expect(answer.body['errcode']).toBe(48002)
    },
  )
})

describe('production is lenient, and so are parameters', () => {
  const create = '/cgi-bin/meetingroom/add'

  test.each<[string, object]>([
    ['a number as text', { name: 'Room', capacity: '10' }],
    ['a text as number', { name: 7, capacity: 10 }],
    ['null for absent', { name: 'Room', capacity: 10, city: null, coordinate: null, equipment: [1, null] }],
  ])('%s', async (_what, body) => {
    expect(await post(create.replace('meetingroom', 'oa/meetingroom'), body)).toMatchObject({ errcode: 0 })
  })

  test.each<[object, number, string]>([
    [{ name: null, capacity: 10 }, 40063, 'missing field: name'],
    [{ name: '', capacity: 10 }, 40063, 'missing field: name'],
    [{ name: 'Room', capacity: 'ten' }, 40058, 'field of another type: capacity'],
    [{ name: ['Room'], capacity: 1 }, 40058, 'field of another type: name'],
    [{ name: 'Room', capacity: 1, equipment: 1 }, 40058, 'field of another type: equipment'],
    [{ name: 'Room', capacity: 1, coordinate: 'here' }, 40058, 'field of another type: coordinate'],
  ])('%j is refused with %d and %s', async (body, errcode, text) => {
    const answer = await post('/cgi-bin/oa/meetingroom/add', body)
    expect(answer).toEqual({ errcode, errmsg: expect.stringContaining(text) })
  })

  test('a file that is missing is named', async () => {
    const form = new FormData()
    form.set('note', 'no file')
    const url = `${simulator.url}/cgi-bin/chatdata/upload_media?type=file&access_token=${tokens['portal']}`
    const answer: unknown = await (await fetch(url, { method: 'POST', body: form })).json()
    expect(answer).toMatchObject({ errcode: 40063, errmsg: expect.stringContaining('media') })
    form.set('media', new Blob(['0123456789']), 'a.txt')
    expect(await (await fetch(url, { method: 'POST', body: form })).json()).toMatchObject({ errcode: 0 })
  })

  test('a shape repeats what the call named', async () => {
    const answer = await post('/cgi-bin/externalcontact/get_moment_task', {
      moment_id: 'mom1',
      cursor: '',
      limit: 10,
    })
    expect(answer).toEqual({
      errcode: 0,
      errmsg: 'ok',
      next_cursor: '',
      task_list: [{ userid: expect.any(String), publish_status: 0 }],
    })
  })
})

async function post(path: string, body: object): Promise<unknown> {
  const url = `${simulator.url}${path}?access_token=${tokens['portal']}`
  return (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json()
}

async function startAfresh(): Promise<Record<string, string>> {
  await simulator.reset()
  return freshTokens()
}

async function freshTokens(): Promise<Record<string, string>> {
  const names = simulator.apps.map(({ name }) => name)
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await tokenOf(simulator, name)])),
  )
}

function appFor({ contactsSync, path }: DocumentedRoute): string {
  const endpoint = realEndpoints.find((each) => each.path === path)
  const own = endpoint?.open === true ? undefined : endpoint?.kinds?.[0]
  return contactsSync === 'only' || own === 'contacts-sync' ? 'contacts-sync' : 'portal'
}

interface Parameters {
  query: Record<string, string>
  body: Record<string, unknown>
}

function parametersOf({ body, query }: DocumentedRoute): Parameters {
  const values = Object.entries(sampleBody(world, query)).map(([name, value]) => [name, String(value)])
  return { query: Object.fromEntries(values), body: sampleBody(world, body) }
}

function requiredOf({ body, query }: DocumentedRoute): ['query' | 'body', string][] {
  const names = (schema: ObjectSchema): string[] => Object.keys(schema).filter(isRequired).map(nameOf)
  return [
    ...names(query).map((name): ['query', string] => ['query', name]),
    ...names(body).map((name): ['body', string] => ['body', name]),
  ]
}

function without<T extends object>(object: T, name: string): T {
  const copy = { ...object }
  Reflect.deleteProperty(copy, name)
  return copy
}

async function send(
  { method, path }: DocumentedRoute,
  query: Record<string, string>,
  body: Record<string, unknown>,
): Promise<Answer> {
  const response = await fetch(`${simulator.url}${path}?${new URLSearchParams(query).toString()}`, {
    method,
    ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  const parsed: unknown =
    response.headers.get('content-type')?.includes('json') === true ? JSON.parse(text) : {}
  return { status: response.status, headers: response.headers, text, body: isRecord(parsed) ? parsed : {} }
}

/** Where an answer is not as documented: fields of another type, and with `whole` those that lack. */
function misfits(schema: Schema, value: unknown, whole: boolean, at = ''): string[] {
  if (isList(schema)) {
    if (!Array.isArray(value)) return [`${at}: no list`]
    return value.flatMap((item: unknown) => misfits(schema[0], item, whole, `${at}[]`))
  }
  if (typeof schema === 'string') return fitsScalar(schema, value) ? [] : [`${at}: ${typeof value}`]
  if (!isRecord(value)) return [`${at}: no object`]
  const { $: choice = '' } = schema
  const chooser = isList(choice) ? choice.slice(2).map(String) : []
  return Object.entries(schema).flatMap(([name, inner]) => {
    if (name === '$' || (value[name] === undefined && (!whole || chooser.includes(name)))) return []
    return misfits(inner, value[name], whole, `${at}.${name}`)
  })
}

function fitsScalar(schema: string, value: unknown): boolean {
  const [types = ''] = schema.split(':')
  if (types.includes('*')) return value !== undefined
  if (typeof value === 'string') return types.includes('s')
  if (typeof value === 'boolean') return types.includes('b')
  return (
    typeof value === 'number' && (types.includes('n') || (types.includes('i') && Number.isInteger(value)))
  )
}
