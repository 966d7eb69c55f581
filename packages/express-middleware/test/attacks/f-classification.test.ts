import { createServer, type IncomingMessage, request as httpRequest } from 'node:http'
import { expect, it } from 'vitest'
import { classifyRequest } from '../../src/http/classify-request.ts'
import { attacks, begin, callback, codeFor } from '../support/attacks.ts'
import { publicOrigin, TestClock } from '../support/test-app.ts'
import { inApp, navigation, signIn } from '../support/visitor.ts'

attacks('F. request classification', ({ wecom, app }) => {
  it('F1 · a background fetch gets 401 JSON and no transaction cookie', async () => {
    const { send } = await app()
    const answer = await send('/private', { headers: { accept: '*/*', 'sec-fetch-mode': 'cors' } })
    expect([answer.status, JSON.parse(answer.body).code, answer.setCookies]).toEqual([
      401,
      'WECOM_LOGIN_REQUIRED',
      [],
    ])
  })

  it.each(['image', 'script', 'style', 'serviceworker', 'manifest', 'font', 'empty'])(
    'F2 · a request for a %s does not disturb the running login',
    async (destination) => {
      const { visitor } = await app()
      const one = visitor()
      const state = await begin(one)
      const before = await one.cookies()
      for (const path of ['/private', ...(destination === 'empty' ? [] : ['/wecom/login'])]) {
        const headers = {
          'sec-fetch-dest': destination,
          'sec-fetch-mode': 'no-cors',
          accept: 'image/*,text/html',
        }
        const answer = await one.get(path, { headers })
        expect([answer.status, answer.setCookies]).toEqual([401, []])
      }
      expect(await one.cookies()).toEqual(before)
      expect((await one.get(callback(codeFor(wecom()), state))).location).toBe('/private')
    },
  )

  it.each<[string, Record<string, string>, number]>([
    ["axios' default Accept", { accept: 'application/json, text/plain, */*' }, 401],
    ['X-Requested-With', { accept: 'text/html', 'x-requested-with': 'XMLHttpRequest' }, 401],
    ['no Accept at all', {}, 401],
    ['curl', { accept: '*/*', 'user-agent': 'curl/8' }, 401],
    ['text/html with quality', { accept: 'application/json, text/html;q=0.1' }, 302],
    ['an old webview', { accept: 'text/html' }, 302],
    ["WeCom's browser", inApp, 302],
    ['an iframe', { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 302],
    ['text/html5', { accept: 'text/html5' }, 401],
  ])('F3 · %s', async (_name, headers, status) => {
    const { send } = await app()
    expect((await send('/private', { headers })).status).toBe(status)
  })

  it('F3 · the api option decides where it wants to, but never redirects a POST', async () => {
    const { send } = await app({
      mode: 'required',
      api: ({ url }) => (url?.startsWith('/api') === true ? true : undefined),
    })
    expect((await send('/api/x', { headers: navigation })).status).toBe(401)
    expect((await send('/x', { headers: navigation })).status).toBe(302)
    const page = await app({ mode: 'required', api: () => false })
    expect((await page.send('/x', { headers: { accept: '*/*' } })).status).toBe(302)
    expect((await page.send('/x', { method: 'POST' })).status).toBe(401)
  })

  it('F4 · HEAD is 401, a preflight gets an empty answer and no handler, both without cookies', async () => {
    const { send } = await app({ mode: 'required' })
    const head = await send('/private', { method: 'HEAD', headers: navigation })
    expect([head.status, head.setCookies]).toEqual([401, []])
    const preflight = { origin: 'https://spa.example', 'access-control-request-method': 'POST' }
    const options = await send('/anything', { method: 'OPTIONS', headers: preflight })
    expect([options.status, options.setCookies, options.body]).toEqual([204, [], ''])
    expect((await send('/anything', { method: 'OPTIONS' })).status).toBe(401)
    const login = await send('/wecom/login', { method: 'HEAD', headers: navigation })
    expect([login.status, login.setCookies]).toEqual([204, []])
  })

  it('F5 · twenty XHRs and ten tabs leave five transactions below 4 kB, and the last five tabs finish', async () => {
    const clock = new TestClock()
    const { visitor } = await app({ now: clock.now })
    const one = visitor()
    await Promise.all(
      Array.from(
        { length: 20 },
        async () => await one.get('/api/private', { headers: { 'sec-fetch-mode': 'cors' } }),
      ),
    )
    const states: string[] = []
    for (let tab = 0; tab < 10; tab += 1) {
      // Of two tabs within a millisecond neither is the older one.
      clock.advance(1)
      states.push(await begin(one, `/private?tab=${tab}&q=${'x'.repeat(200)}`))
    }
    expect([...(await one.cookies()).keys()].filter((name) => name.includes('_login_'))).toHaveLength(5)
    expect((await one.jar.getCookieString(`${publicOrigin}/`)).length).toBeLessThan(4096)
    const ends: (string | undefined)[] = []
    for (const state of states.slice(5))
      ends.push((await one.get(callback(codeFor(wecom()), state))).location)
    expect(ends.map((end) => new URL(end ?? '', publicOrigin).searchParams.get('tab'))).toEqual([
      '5',
      '6',
      '7',
      '8',
      '9',
    ])
    expect(wecom().calls('/cgi-bin/auth/getuserinfo')).toBe(1)
    expect((await one.get(callback(codeFor(wecom()), states[0] ?? ''))).location).toBe('/')
  })

  it('F5 · long addresses take the place of older tabs before the header grows too long', async () => {
    const { visitor } = await app()
    const one = visitor()
    for (let tab = 0; tab < 6; tab += 1) await begin(one, `/private?tab=${tab}&q=${'x'.repeat(1900)}`)
    expect((await one.jar.getCookieString(`${publicOrigin}/`)).length).toBeLessThan(4096)
  })

  it('F6 · a WebSocket handshake: members from our own pages only', async () => {
    const { visitor, sso } = await app()
    const one = visitor()
    await signIn(one)
    const cookie = await one.jar.getCookieString(`${publicOrigin}/`)
    const handshake = async (headers: Record<string, string>) =>
      (await sso.authenticateUpgrade(await upgradeRequest(headers)))?.userId
    expect(await handshake({ cookie, origin: publicOrigin })).toBe('zhangsan')
    expect(await handshake({ cookie })).toBe('zhangsan')
    expect(await handshake({ origin: publicOrigin })).toBeUndefined()
    for (const origin of [
      'https://evil.example',
      'null',
      `${publicOrigin}.evil.example`,
      'http://localhost:8081',
    ]) {
      expect(await handshake({ cookie, origin })).toBeUndefined()
    }
  })

  it('F7 · a spoofed User-Agent changes the login address and nothing else', async () => {
    const { send } = await app()
    const spoofed = { ...inApp, 'user-agent': 'wxwork MicroMessenger' }
    const answer = await send('/private', { headers: spoofed })
    expect(new URL(answer.location ?? '').pathname).toBe('/connect/oauth2/authorize')
    expect((await send('/', { headers: spoofed })).body).toContain('"user":null')
    expect((await send('/api/private', { headers: { 'user-agent': 'wxwork' } })).status).toBe(401)
  })

  it('F8 · only true children of a public path are public', async () => {
    const { send } = await app({
      mode: 'required',
      publicPaths: ['/public', '/', /^\/open$/g, (request) => request.url === '/fn'],
    })
    const status = async (target: string) => (await send(target)).status
    for (const open of [
      '/public',
      '/public/',
      '/public/a',
      '/public/a/b.js?x=1',
      '/',
      '/?x=/admin',
      '/open',
      '/open',
      '/fn',
    ]) {
      expect(await status(open), open).toBe(200)
    }
    for (const closed of [
      '/public/../admin',
      '/public%2f..%2fadmin',
      '/public/%2e%2e/admin',
      '/public//..//admin',
      '/public/..',
      '/public\\..\\admin',
      '/publicx',
      '/admin?x=/public',
      '/admin#/public',
      '/PUBLIC',
      '/public;/admin',
      '//public',
      '/x/public',
      '/open/',
    ]) {
      expect(await status(closed), closed).toBe(401)
    }
  })

  it('F8 · public paths that could mean anything are refused at construction', async () => {
    for (const wrong of ['public', '/a/../b', '', '/x?y', '/a//b']) {
      await expect(app({ publicPaths: [wrong] })).rejects.toThrow(/publicPaths must be/)
    }
  })

  it('F9 · method overrides are ignored', async () => {
    const { send } = await app()
    const headers = {
      ...navigation,
      'x-http-method-override': 'GET',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const answer = await send('/api/private?_method=GET', { method: 'POST', headers, body: '_method=GET' })
    expect([answer.status, answer.location]).toEqual([401, undefined])
    const logout = await send('/wecom/logout?_method=POST', {
      headers: { ...navigation, 'x-http-method-override': 'POST' },
    })
    expect(logout.status).toBe(405)
  })

  it('F10 · another site cannot sign anybody out', async () => {
    const { visitor } = await app({ trustedOrigins: ['https://portal.example'] })
    const one = visitor()
    await signIn(one)
    const logout = async (headers: Record<string, string>, method = 'POST') =>
      (await one.get('/wecom/logout', { method, headers: { 'sec-fetch-mode': 'cors', ...headers } })).status
    expect(await logout({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(403)
    expect(await logout({ origin: 'https://evil.example' })).toBe(403)
    expect(await logout({ origin: 'null' })).toBe(403)
    expect(await logout({ 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await logout({ 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(405)
    expect(await logout({}, 'GET')).toBe(405)
    expect((await one.get('/private')).status).toBe(200)
    expect(await logout({ 'sec-fetch-site': 'same-origin', origin: 'null' })).toBe(303)
    expect((await one.get('/private')).status).toBe(401)
    expect(await logout({ 'sec-fetch-site': 'cross-site', origin: 'https://portal.example' })).toBe(303)
    expect(await logout({ 'sec-fetch-site': 'same-origin' }, 'GET')).toBe(303)
  })

  it.each<[string, Record<string, string>, number]>([
    ['a prefetch of the link', { 'sec-purpose': 'prefetch', 'sec-fetch-dest': 'empty' }, 204],
    ['a prerender of the link', { 'sec-purpose': 'prefetch;prerender', 'sec-fetch-dest': 'document' }, 204],
    ['an image in a comment', { 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors' }, 405],
  ])('F10 · %s signs nobody out', async (_name, headers, status) => {
    const { visitor } = await app()
    const one = visitor()
    await signIn(one)
    const answer = await one.get('/wecom/logout', {
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    })
    expect([answer.status, answer.setCookies]).toEqual([status, []])
    expect((await one.get('/private')).status).toBe(200)
  })

  it('F11 · an Upgrade header makes no page', async () => {
    expect(classifyRequest(await upgradeRequest({ ...navigation }))).toBe('api')
  })
})

/** The request a server's `upgrade` listener gets. */
async function upgradeRequest(headers: Record<string, string>) {
  const { promise, resolve } = Promise.withResolvers<IncomingMessage>()
  const server = createServer()
  server.on('upgrade', (request, socket) => {
    socket.destroy()
    resolve(request)
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const client = httpRequest({ port, headers: { ...headers, connection: 'Upgrade', upgrade: 'websocket' } })
  client.on('error', () => undefined)
  client.end()
  const request = await promise
  server.close()
  return request
}
