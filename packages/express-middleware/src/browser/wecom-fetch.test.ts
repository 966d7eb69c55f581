import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createWecomFetch } from './index.ts'

const assign = vi.fn<(url: string) => void>()
const here = 'https://spa.example/orders?id=1#/lines/5'
const answerWith = (status: number, body: unknown) =>
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof fetch>(async () => new Response(JSON.stringify(body), { status })),
  )
const required = (loginUrl: string) => ({ code: 'WECOM_LOGIN_REQUIRED', loginUrl })

beforeEach(() => {
  assign.mockClear()
  vi.stubGlobal('location', { href: here, origin: 'https://spa.example', assign })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('goes to the sign-in and comes back to the same address, hash included', async () => {
  answerWith(401, required('/wecom/login?returnTo=%2F'))
  void createWecomFetch()('/api')
  await vi.waitFor(() => {
    expect(assign.mock.calls).toEqual([
      [`https://spa.example/wecom/login?returnTo=${encodeURIComponent('/orders?id=1#/lines/5')}&automatic=1`],
    ])
  })
})

it('leaves once, however many calls fail', async () => {
  answerWith(401, required('/wecom/login'))
  const wecomFetch = createWecomFetch()
  for (let call = 0; call < 5; call += 1) void wecomFetch('/api')
  await vi.waitFor(() => {
    expect(assign).toHaveBeenCalled()
  })
  expect(assign).toHaveBeenCalledTimes(1)
})

it('leaves again when Back has brought the page to life', async () => {
  answerWith(401, required('/wecom/login'))
  const now = vi.spyOn(Date, 'now')
  const wecomFetch = createWecomFetch()
  for (const [index, time] of [10_000, 60_000].entries()) {
    now.mockReturnValue(time)
    void wecomFetch('/api')
    await vi.waitFor(() => {
      expect(assign).toHaveBeenCalledTimes(index + 1)
    })
  }
  now.mockRestore()
})

it('with an app elsewhere: cookies travel, and the whole address comes back', async () => {
  answerWith(401, required('https://api.example/wecom/login'))
  const wecomFetch = createWecomFetch({ appOrigin: 'https://api.example' })
  // As a library passes on what it was not given.
  Reflect.apply(wecomFetch, undefined, ['https://api.example/orders', { credentials: undefined }])
  await vi.waitFor(() => {
    expect(assign.mock.calls).toEqual([
      [`https://api.example/wecom/login?returnTo=${encodeURIComponent(here)}&automatic=1`],
    ])
  })
  expect(vi.mocked(fetch).mock.calls[0]?.[1]).toEqual({ credentials: 'include' })
})

it.each(['https://spa.example/', 'https://SPA.example:443', 'https://spa.example/app'])(
  'reads %s as an origin, and a page of it as one of the app itself',
  async (appOrigin) => {
    answerWith(401, required('/wecom/login'))
    void createWecomFetch({ appOrigin })('/api')
    await vi.waitFor(() => {
      expect(assign.mock.calls).toEqual([
        [
          `https://spa.example/wecom/login?returnTo=${encodeURIComponent('/orders?id=1#/lines/5')}&automatic=1`,
        ],
      ])
    })
  },
)

it.each<[string, number, unknown]>([
  ['an answer', 200, { a: 1 }],
  ['a 403', 403, required('/wecom/login')],
  ['a 401 of somebody else', 401, { error: 'token' }],
  ['a 401 that leads elsewhere', 401, required('https://evil.example/wecom/login')],
  ['a 401 that leads elsewhere without a scheme', 401, required('//evil.example/wecom/login')],
  ['a 401 with a script', 401, required('javascript:alert(1)')],
  ['no JSON', 401, undefined],
])('lets %s through', async (_what, status, body) => {
  answerWith(status, body)
  expect((await createWecomFetch()('/api')).status).toBe(status)
  expect(assign).not.toHaveBeenCalled()
})
