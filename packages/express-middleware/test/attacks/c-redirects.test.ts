import { expect, it } from 'vitest'
import { safeReturnTo } from '../../src/proof/safe-return-to.ts'
import { wecomErrorHandler } from '../../src/extras/error-handler.ts'
import { attacks, callback, leadsToWecom, stateOf } from '../support/attacks.ts'
import { publicOrigin, type StartAppOptions } from '../support/test-app.ts'
import { background, signIn, type Visitor } from '../support/visitor.ts'
import { openRedirects } from './open-redirects.ts'

/** Where a signed-in visitor ends who asked to return somewhere. */
async function returnTo(visitor: Visitor, wanted: string): Promise<string | undefined> {
  const login = await visitor.get(`/wecom/login?returnTo=${encodeURIComponent(wanted)}`)
  return (await visitor.get(`/wecom/callback?state=${stateOf(login.location)}`)).location
}

const rules = {
  origin: publicOrigin,
  prefix: '',
  ownPaths: ['/wecom/login', '/wecom/callback', '/wecom/logout'],
  allowedOrigins: [],
}

attacks('C. redirects', ({ app }) => {
  it('C1 · no address of the corpus, raw or decoded, leaves this origin', async () => {
    const corpus = openRedirects()
    expect(corpus.length).toBeGreaterThan(400)
    const { visitor } = await app()
    const one = visitor()
    await signIn(one)
    for (const payload of corpus) {
      for (const wanted of new Set([payload, decoded(payload)])) {
        const location = safeReturnTo(wanted, rules)
        expectAtHome(location, wanted)
      }
    }
    for (const payload of corpus.filter((_, index) => index % 4 === 0)) {
      expectAtHome((await returnTo(one, payload)) ?? 'none', payload)
    }
  })

  it('C2 · a page of the form //evil.com comes back to this origin', async () => {
    const { visitor } = await app({ mode: 'required' })
    const one = visitor()
    const asked = await one.get('//evil.com/a')
    const done = await one.get(`/wecom/callback?state=${stateOf(asked.location)}`)
    expect(done.status).toBe(401)
    expectAtHome(loginButton(done.body), '//evil.com/a')
  })

  it('C3 · an absolute request target loses its host', async () => {
    const { send, visitor } = await app({ mode: 'required' })
    const asked = await send('http://evil.example/x', { headers: { accept: 'text/html' } })
    expect(asked.status).toBe(302)
    expect(asked.location).not.toContain('evil')
    const one = visitor()
    for (const line of asked.setCookies) await one.plant(line)
    await signIn(one)
    const done = await one.get(`/wecom/callback?state=${stateOf(asked.location)}`)
    expect(done.location).toBe('/x')
  })

  it('C4 · backslashes, tabs, encoded slashes, dot segments, NUL and CRLF neither leave nor split the header', async () => {
    const { visitor } = await app()
    const one = visitor()
    await signIn(one)
    for (const wanted of [
      '/\\evil',
      '/\t/evil',
      '/%09/evil',
      '/%5c%5cevil',
      '/..//evil',
      '/a\u0000b',
      '/x\r\nSet-Cookie: p=1',
    ]) {
      const login = await one.get(`/wecom/login?returnTo=${encodeURIComponent(wanted)}`)
      const done = await one.get(`/wecom/callback?state=${stateOf(login.location)}`)
      expect(typeof done.headers['location']).toBe('string')
      expect(done.setCookies.join()).not.toContain('p=1')
      expectAtHome(done.location ?? 'none', wanted)
    }
  })

  it('C5 · our own login, callback and logout paths become the root', async () => {
    const { visitor } = await app()
    const one = visitor()
    await signIn(one)
    for (const wanted of [
      '/wecom/login',
      '/wecom/callback?code=1',
      '/wecom/logout/',
      '/WECOM/login',
      '/a/../wecom/login',
    ]) {
      expect(await returnTo(one, wanted), wanted).toBe('/')
    }
  })

  it('C6 · a 10 kB query is dropped, and the cookie stays small', async () => {
    const { visitor } = await app()
    const one = visitor()
    const asked = await one.get(`/private?q=${'x'.repeat(10_000)}`)
    expect(Math.max(...asked.setCookies.map((line) => line.length))).toBeLessThan(3800)
    await signIn(one)
    expect((await one.get(`/wecom/callback?state=${stateOf(asked.location)}`)).location).toBe('/private')
    expect(await returnTo(one, `/${'x'.repeat(10_000)}`)).toBe('/')
    expect(safeReturnTo(`/${'文'.repeat(2000)}`, rules).length).toBeLessThanOrEqual(2048)
  })

  it('C7 · a malformed address becomes the root and throws nothing', async () => {
    const { visitor } = await app()
    const one = visitor()
    await signIn(one)
    for (const wanted of ['http://[', 'http://%', '//[', 'https://a b', 'x:y:z'])
      expect(await returnTo(one, wanted)).toBe('/')
    expect((await one.get('/wecom/login?returnTo=%E0%A4%A')).status).toBe(302)
    for (const value of [undefined, null, 7, {}, [], Symbol('x')])
      expect(safeReturnTo(value, rules)).toBe('/')
  })

  it('C8 · only the exact allowed origin passes', async () => {
    const { visitor } = await app({ allowedReturnOrigins: ['https://a.example'] })
    const one = visitor()
    await signIn(one)
    expect(await returnTo(one, 'https://a.example/page?x=1#y')).toBe('https://a.example/page?x=1#y')
    for (const wanted of [
      'https://a.example.evil/',
      'https://a.example@evil/',
      'https://a.example:444/',
      'http://a.example/',
      'https://b.a.example/',
      'https://user@a.example/',
    ]) {
      expect(await returnTo(one, wanted), wanted).toBe('/')
    }
  })

  it('C9 · a hash route survives when it was given, once encoded', async () => {
    const { visitor } = await app()
    const one = visitor()
    await signIn(one)
    expect(await returnTo(one, '/app#/orders/7?tab=a%20b')).toBe('/app#/orders/7?tab=a%20b')
    expect(await returnTo(one, '/订单?q=%E4%B8%AD')).toBe('/%E8%AE%A2%E5%8D%95?q=%E4%B8%AD')
  })

  it('C10 · without baseUrl the Host counts only when it is allowed', async () => {
    const open = await appWithoutBaseUrl()
    const ask = async (host: string) =>
      await open.send('/private', { headers: { host, accept: 'text/html' } })
    expect((await ask('localhost:3000')).location).toContain(
      encodeURIComponent('http://localhost:3000/wecom/callback'),
    )
    expect((await ask('evil.com')).status).toBe(400)
    expect((await ask('evil.com')).location).toBeUndefined()
    const listed = await appWithoutBaseUrl(['oa.example.com'])
    expect(
      (await listed.send('/private', { headers: { host: 'oa.example.com', accept: 'text/html' } })).status,
    ).toBe(302)
    expect(
      (await listed.send('/private', { headers: { host: 'localhost', accept: 'text/html' } })).status,
    ).toBe(400)
    const fixed = await app()
    const answer = await fixed.send('/private', { headers: { host: 'evil.com', accept: 'text/html' } })
    expect(answer.location).toContain(encodeURIComponent(`${publicOrigin}/wecom/callback`))
  })

  it.each(['localhost:99999', '127.999.1.1', '127.0.0.1.1', '[:::]', 'localhost:x'])(
    'C10 · the Host %s, which is no address, is 400 and not an error of the app',
    async (host) => {
      const { send, errors } = await appWithoutBaseUrl()
      for (const path of ['/private', '/wecom/login', '/wecom/logout']) {
        const method = path.endsWith('logout') ? 'POST' : 'GET'
        const answer = await send(path, {
          method,
          headers: { host, accept: 'text/html', origin: 'http://x' },
        })
        expect([path, answer.status]).toEqual([path, 400])
      }
      expect(errors).toEqual([])
    },
  )

  it('C10 · a port that goes without saying loses neither returnTo nor our own origin', async () => {
    const { send } = await appWithoutBaseUrl(
      ['oa.example.com'],
      (server) => void server.set('trust proxy', 1),
    )
    const headers = { host: 'oa.example.com:443', 'x-forwarded-proto': 'https' }
    const page = { ...headers, accept: '*/*', referer: 'https://oa.example.com/orders' }
    const { loginUrl } = JSON.parse((await send('/api/private', { headers: page })).body)
    expect(loginUrl).toBe('/wecom/login?returnTo=%2Forders')
    const asked = await send('/private', { headers: { ...headers, accept: 'text/html' } })
    expect(asked.location).toContain(encodeURIComponent('https://oa.example.com/wecom/callback'))
    const own = { ...headers, origin: 'https://oa.example.com' }
    expect((await send('/wecom/logout', { method: 'POST', headers: own })).status).toBe(204)
  })

  it('C11 · X-Forwarded headers count only from a trusted proxy, and then the first value', async () => {
    const forwarded = {
      host: 'localhost:3000',
      accept: 'text/html',
      'x-forwarded-host': 'oa.example.com, evil.com',
      'x-forwarded-proto': 'https, http',
      'x-forwarded-port': '444',
      'x-forwarded-uri': '/evil',
      'x-forwarded-prefix': '/evil',
    }
    const hosts = ['oa.example.com', 'localhost:3000']
    const direct = await appWithoutBaseUrl(hosts)
    const untrusted = await direct.send('/private', { headers: forwarded })
    expect(untrusted.location).toContain(encodeURIComponent('http://localhost:3000/wecom/callback'))
    expect(untrusted.setCookies.join()).not.toContain('Secure')
    const behind = await appWithoutBaseUrl(hosts, (server) => void server.set('trust proxy', 1))
    const trusted = await behind.send('/private', { headers: forwarded })
    expect(trusted.location).toContain(encodeURIComponent('https://oa.example.com/wecom/callback'))
    expect(trusted.setCookies.join()).toMatch(/__Host-wecom_\d+_[0-9a-f]{8}_login_\w+=.*Secure/)
  })

  it('C12 · POST, PUT and DELETE get 401, as a page where a form was posted, never a redirect', async () => {
    const { visitor } = await app({ mode: 'required' })
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await visitor().get('/private', { method })
      const code = method === 'POST' ? /<small>(\w+)/.exec(answer.body)?.[1] : JSON.parse(answer.body).code
      expect([answer.status, answer.location, code]).toEqual([401, undefined, 'WECOM_LOGIN_REQUIRED'])
    }
  })

  it('C13 · redirects have no body, and pages escape what they did not write', async () => {
    const { visitor, send } = await app({}, { routes: (server) => void server.use(wecomErrorHandler()) })
    expect((await visitor().get('/private')).body).toBe('')
    const page = await send(callback('<script>alert(1)</script>', 'x'), {
      headers: { accept: 'text/html', 'accept-language': '<script>' },
    })
    expect(page.status).toBe(400)
    expect(page.body).not.toContain('<script')
    const out = visitor()
    await out.get('/wecom/logout', { method: 'POST' })
    const signedOut = await out.get(
      `/private?x="><script>alert(1)</script>`.replaceAll('"', '%22').replaceAll(' ', '+'),
    )
    expect(signedOut.status).toBe(401)
    expect(signedOut.body).not.toContain('<script')
    expect(signedOut.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('C14 · a 401 names only our own pages as the way back', async () => {
    const { visitor } = await app()
    const ask = async (referer: string) =>
      JSON.parse((await visitor(background).get('/api/private', { headers: { referer } })).body).loginUrl
    expect(await ask(`${publicOrigin}/orders?x=1`)).toBe('/wecom/login?returnTo=%2Forders%3Fx%3D1')
    expect(await ask('https://evil.example/orders')).toBe('/wecom/login')
  })

  async function appWithoutBaseUrl(allowedHosts?: string[], before?: StartAppOptions['before']) {
    const more = { withoutBaseUrl: true, ...(before === undefined ? {} : { before }) }
    return await app(allowedHosts === undefined ? {} : { allowedHosts }, more)
  }
})

function expectAtHome(location: string, wanted: string): void {
  // What a browser makes of the header, and what it would make of it behind a proxy that decodes once.
  for (const text of new Set([location, decoded(location)])) {
    expect(
      URL.parse(text, `${publicOrigin}/deep/page`)?.origin,
      `${JSON.stringify(wanted)} became ${location}`,
    ).toBe(publicOrigin)
  }
  expect(leadsToWecom(location)).toBe(false)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function loginButton(page: string): string {
  const link = /href="([^"]+)"/.exec(page)?.[1] ?? ''
  return new URL(link.replaceAll('&#38;', '&'), publicOrigin).searchParams.get('returnTo') ?? 'none'
}
