import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { attacks, begin } from '../support/attacks.ts'
import { publicOrigin } from '../support/test-app.ts'
import { signIn } from '../support/visitor.ts'

const path = fc.oneof(
  fc.constantFrom(
    '/',
    '/private',
    '/api/private',
    '/wecom/login',
    '/wecom/callback',
    '/wecom/me',
    '//x',
    '/wecom/login/',
  ),
  fc.webPath(),
)
const noise = fc.stringMatching(/^[!-~]{0,40}$/).map((text) => text.replaceAll('#', ''))
const header = fc.oneof(
  noise,
  fc.constantFrom('text/html', '*/*', 'navigate', 'cors', 'document', 'prefetch', 'image', 'same-origin'),
)
const names = [
  'accept',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'sec-purpose',
  'referer',
  'x-forwarded-host',
  'x-forwarded-proto',
  'origin',
  'accept-language',
  'x-requested-with',
  'user-agent',
]

attacks('M. anything at all', ({ wecom, app }) => {
  it('M1 · no request makes a 5xx, leaves the site, signs anybody in or asks WeCom', async () => {
    const { visitor, send, errors } = await app({
      mePath: '/wecom/me',
      mode: 'required',
      publicPaths: ['/public'],
    })
    const one = visitor()
    const state = await begin(one)
    await signIn(visitor())
    const cookie = await one.jar.getCookieString(`${publicOrigin}/`)
    wecom().simulator.journal.clear()
    const parameter = fc.oneof(
      fc
        .tuple(fc.constantFrom('returnTo', 'mode', 'response', 'url', 'error', 'appid'), noise)
        .map((pair) => pair.join('=')),
      fc.constantFrom(
        `state=${state.slice(0, -1)}`,
        'state=',
        'state',
        `state=${'0'.repeat(69)}`,
        'code=',
        'code=1',
        'code[a]=1',
      ),
      noise,
    )
    const question = fc.record({
      method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'DELETE'),
      target: fc
        .tuple(path, fc.array(parameter, { maxLength: 4 }))
        .map(([base, query]) => `${base}?${query.join('&')}`),
      headers: fc.dictionary(fc.constantFrom(...names), header, { maxKeys: 6 }),
      cookie: fc.oneof(fc.constant(''), noise, fc.constant(cookie), fc.constant(cookie.slice(0, -3))),
    })
    await fc.assert(
      fc.asyncProperty(question, async ({ method, target, headers, cookie: planted }) => {
        const answer = await send(target, {
          method,
          headers: { ...headers, ...(planted === '' ? {} : { cookie: planted }) },
        })
        // A guess of the browser is told to come again.
        const isGuess = answer.status === 503 && /prefetch|prerender/.test(JSON.stringify(headers))
        expect(answer.status < 500 || isGuess, String(answer.status)).toBe(true)
        const location = new URL(answer.location ?? '/', publicOrigin)
        expect([publicOrigin, wecom().simulator.url]).toContain(location.origin)
        expect(answer.setCookies.filter((line) => /^wecom_\d+_[0-9a-f]{8}=[^;]/.test(line))).toEqual([])
        expect(answer.setCookies.length === 0 || answer.headers['cache-control'] === 'no-store').toBe(true)
      }),
      { numRuns: 400 },
    )
    expect(errors).toEqual([])
    expect(wecom().allCalls()).toBe(0)
  })
})
