import { afterEach, describe, expect, it, vi } from 'vitest'
import { attacks, whoIs } from './support/attacks.ts'
import { MapStore } from './support/map-store.ts'
import { signIn } from './support/visitor.ts'

const nothing = () => undefined

attacks('a store in trouble', ({ app, wecom }) => {
  afterEach(() => {
    vi.useRealTimers()
  })

  const start = async (place: (store: MapStore) => object, trouble: 'throws' | 'hangs') => {
    const store = new MapStore()
    const warn = vi.fn<(fields: object, message?: string) => void>()
    const error = vi.fn<(fields: object, message?: string) => void>()
    const logger = { debug: nothing, info: nothing, warn, error }
    const { visitor } = await app({ logger, mePath: '/wecom/me', ...place(store) })
    const one = visitor()
    await signIn(one)
    store.trouble = trouble
    return { store, one, warn, error }
  }

  describe.each<[string, (store: MapStore) => object]>([
    ['sessions', (store) => ({ session: { store } })],
    ['revocations', (store) => ({ store })],
  ])('for %s', (_what, place) => {
    it('serves public pages as "not known yet", and answers 503 only where somebody has to be known', async () => {
      const { store, one } = await start(place, 'throws')
      const page = await one.get('/')
      expect([page.status, JSON.parse(page.body).user, page.setCookies]).toEqual([200, null, []])
      for (const path of ['/private', '/api/private', '/wecom/me']) {
        const { status, setCookies, location } = await one.get(path)
        expect([path, status, setCookies, location]).toEqual([path, 503, [], undefined])
      }
      store.trouble = 'none'
      await vi.waitFor(async () => expect(await whoIs(one)).toBe('zhangsan'), 5000)
    })

    it('a frozen one costs the first request its patience, later ones a tenth of it or less', async () => {
      const { one } = await start(place, 'hangs')
      const took = async (path: string) => {
        const before = performance.now()
        const { status } = await one.get(path)
        return [status, performance.now() - before] as const
      }
      const [first, patience] = await took('/private')
      expect(first).toBe(503)
      const waits: number[] = []
      for (let time = 0; time < 12; time += 1) {
        const [status, wait] = await took(time % 2 === 0 ? '/private' : '/')
        expect(status).toBe(time % 2 === 0 ? 503 : 200)
        waits.push(wait)
      }
      // Not each of them: the machine may have something else to do.
      expect(waits.toSorted((a, b) => a - b)[6]).toBeLessThan(patience / 10)
    })

    it('says so once when it fails and once when it is back', async () => {
      const { store, one, warn, error } = await start(place, 'throws')
      for (let time = 0; time < 20; time += 1) await one.get('/private')
      expect(warn.mock.calls.map(([, message]) => message)).toEqual([
        expect.stringContaining('does not answer'),
      ])
      // Until it was said that the store is in trouble each failure is a line of its own, not after that.
      expect(error.mock.calls.length).toBeLessThanOrEqual(3)
      store.trouble = 'none'
      await vi.waitFor(async () => expect((await one.get('/private')).status).toBe(200), 5000)
      expect(warn.mock.calls.map(([, message]) => message)).toEqual([
        expect.stringContaining('does not answer'),
        expect.stringContaining('is back'),
      ])
    })
  })

  it('mode required serves its public paths and answers 503 on the others', async () => {
    const store = new MapStore()
    const { visitor } = await app({ mode: 'required', publicPaths: ['/open'], session: { store } })
    const one = visitor()
    await signIn(one)
    store.trouble = 'throws'
    expect([(await one.get('/open')).status, (await one.get('/page')).status]).toEqual([200, 503])
  })

  it('the log has the id of the request', async () => {
    const error = vi.fn<(fields: { requestId?: string; code?: string }, message?: string) => void>()
    const store = new MapStore()
    const { visitor } = await app({
      session: { store },
      logger: { debug: nothing, info: nothing, warn: nothing, error },
    })
    const one = visitor()
    await signIn(one)
    store.trouble = 'throws'
    await one.get('/private', { headers: { 'x-request-id': 'abc-123' } })
    expect(error.mock.calls).toMatchObject([
      [{ requestId: 'abc-123', code: 'WECOM_STORE' }, expect.any(String)],
    ])
  })

  it.each<[string, unknown]>([
    ['forgets everything at once', undefined],
    ['answers null for everything', null],
    ['answers a number for everything', 42],
    ['answers a text for everything', 'maintenance'],
    ['answers a text of half a megabyte', 'x'.repeat(5e5)],
  ])('a shared store that %s makes no sign-in wait for another process', async (_how, answer) => {
    const store = { get: async () => answer, set: async () => undefined, delete: async () => true }
    const { visitor } = await app({ store })
    expect((await signIn(visitor())).location).toBe('/private')
    expect(wecom().calls('/cgi-bin/auth/getuserinfo')).toBe(1)
  })

  it('whoever can write to the store is nobody else', async () => {
    const store = new MapStore()
    const { visitor } = await app({ session: { store } })
    const [one, two] = [visitor(), visitor()]
    await signIn(one)
    await signIn(two, '/private', 'simulate_user=LiSi')
    const sessions = [...store.kept.keys()].filter((key) => key.includes(':session:'))
    expect(sessions).toHaveLength(2)
    expect([...store.kept.values()].some((value) => String(value).includes('zhangsan'))).toBe(false)
    const [left = '', right = ''] = sessions
    const [first, second] = [store.kept.get(left), store.kept.get(right)]
    store.kept.set(left, second).set(right, first)
    expect([await whoIs(one), await whoIs(two)]).toEqual([undefined, undefined])
    store.kept.set(left, JSON.stringify({ uat: Date.now(), sid: 'x', user: { userId: 'boss' } }))
    expect(await whoIs(one)).toBeUndefined()
  })
})
