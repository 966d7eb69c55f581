import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCallbackCrypto } from '../../src/callbacks/callback-crypto.ts'
import { parseCallbackEvent } from '../../src/callbacks/parse-callback-event.ts'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { DirectoryAnswer, DirectoryUser, DirectoryWant } from '../../src/directory/types.ts'
import { resolveNaively } from './naive-resolver.ts'
import { simulatedCorp, type SimulatedCorp } from './simulated-corp.ts'

let corp: SimulatedCorp

beforeAll(async () => {
  corp = await simulatedCorp()
})
afterAll(() => corp[Symbol.asyncDispose]())
beforeEach(() => corp.simulator.reset())

describe.each(['portal', 'narrow', 'legacy'])('the app %s', (app) => {
  test('sees exactly what a naive resolver sees', async () => {
    const client = corp.client(app)
    const { contacts } = corp.simulator
    const wants: DirectoryWant[] = [
      ...contacts.users().map(({ userid: userId }): DirectoryWant => ({ kind: 'user', userId })),
      ...contacts.departments().map(({ id }): DirectoryWant => ({ kind: 'list', departmentId: id })),
      ...contacts
        .departments()
        .map(({ id }): DirectoryWant => ({ kind: 'list', departmentId: id, recursive: true })),
    ]
    const expected: DirectoryAnswer[] = await resolveNaively(client, wants)
    for (const contactsClient of [undefined, corp.client('contacts-sync')]) {
      const directory = createDirectory(client, contactsClient && { contactsClient })
      await directory.warm()
      const answers = await directory.resolve(wants)
      expect(answers).toEqual(expected)
      expect(await directory.resolve(wants)).toEqual(answers)
    }
  })
})

test('names come with the departments, and the root has no parent', async () => {
  const directory = createDirectory(corp.client('portal'))
  expect(await directory.department(1)).toMatchObject({ name: '云杉科技', parentId: undefined })
  expect((await directory.departments(1)).map(({ name }) => name)).toContain('研发中心')
  expect(corp.takeCalls()).toEqual(['department/list'])
})

test('a linked member and a malformed id cost no call', async () => {
  const directory = createDirectory(corp.client('portal'))
  expect(await directory.users(['ww9a1c0b2d3e4f5061/luyao', 'a b'])).toEqual([undefined, undefined])
  expect(corp.takeCalls()).toEqual([])
})

test('an edit is seen as soon as its callback arrives', async () => {
  const directory = createDirectory(corp.client('portal'))
  await using receiver = await receiveCallbacks((event) => directory.invalidate(event))
  // WeCom waits one second for the URL to be verified, which a machine that stalls may exceed.
  corp.simulator.settings.set({ callbacks: { verifyTimeoutMs: 20_000 } })
  const { verified } = await corp.simulator.callbacks.register({ app: 'contacts-sync', ...receiver })
  expect(verified).toBe(true)
  await directory.departmentUsers(4)
  await corp.simulator.contacts.updateUser('zhangsan', { department: [3] })
  expect(await directory.user('zhangsan')).toMatchObject({ departmentIds: [3] })
  expect((await directory.departmentUsers(4))?.map(({ userId }) => userId)).not.toContain('zhangsan')
  await corp.simulator.contacts.createUser({ userid: 'newcomer', name: '新人', department: [4] })
  expect(await directory.user('newcomer')).toMatchObject({ name: '新人' })
  await corp.simulator.contacts.deleteUser('newcomer')
  expect(await directory.user('newcomer')).toBeUndefined()
})

test('search finds 张三 by any of his names', async () => {
  const directory = createDirectory(corp.client('portal'))
  await directory.warm({ search: true })
  for (const query of ['张三', '三哥', 'sam', 'zhangs']) {
    expect(await directory.search(query)).toMatchObject([{ userId: 'zhangsan' }])
  }
})

test.each(['honoured', 'ignored'] as const)('fetch_child %s gives the same answer', async (fetchChild) => {
  corp.simulator.settings.set({ fetchChild })
  const client = corp.client('portal')
  const [expected] = await resolveNaively(client, [{ kind: 'list', departmentId: 1, recursive: true }])
  corp.takeCalls()
  const directory = createDirectory(client, { fetchChild: true })
  const answer = await directory.departmentUsers(1, { recursive: true })
  // One deep answer names a member of several departments once, which shifts the order of the later ones.
  expect(byUserId(answer)).toEqual(byUserId(expected))
  expect(corp.takeCalls().length).toBe(fetchChild === 'honoured' ? 2 : 14)
})

test('what is known is answered while 45009 lasts', async () => {
  let clock = Date.now()
  const directory = createDirectory(corp.client('portal'), { now: () => clock })
  await directory.user('zhangsan')
  clock += 1_800_000
  for (const path of ['/cgi-bin/user/get', '/cgi-bin/user/list']) {
    corp.simulator.faults.add({ path, kind: 'errcode', errcode: 45009, times: 1000 })
  }
  for (let round = 0; round < 20; round += 1) {
    expect(await directory.user('zhangsan')).toMatchObject({ userId: 'zhangsan' })
  }
  await expect(directory.user('LiSi')).rejects.toMatchObject({ code: 'ERR_WECOM_RATE_LIMIT' })
  expect(corp.takeCalls().length).toBeLessThanOrEqual(4)
})

function byUserId(answer: DirectoryAnswer): unknown {
  if (!Array.isArray(answer)) return answer
  return answer.toSorted((one: DirectoryUser, other: DirectoryUser) => one.userId.localeCompare(other.userId))
}

interface Receiver extends AsyncDisposable {
  url: string
  token: string
  encodingAesKey: string
}

async function receiveCallbacks(
  onEvent: (event: ReturnType<typeof parseCallbackEvent>) => void,
): Promise<Receiver> {
  const token = 'directoryTest'
  const encodingAesKey = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
  const crypto = createCallbackCrypto({ token, encodingAesKey, receiveId: corp.simulator.corp.id })
  const server = createServer(async (request, response) => {
    const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams)
    if (request.method === 'GET') return void response.end(crypto.verifyUrl(query))
    onEvent(parseCallbackEvent(crypto.decrypt(query, await text(request)).message))
    response.end()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const { port } = isAddress(address) ? address : { port: 0 }
  return {
    url: `http://127.0.0.1:${port}/callback`,
    token,
    encodingAesKey,
    [Symbol.asyncDispose]: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
