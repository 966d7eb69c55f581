import { expect, test } from 'vitest'
import { nearestRoute } from './nearest-route.ts'

test.each(['GET /cgi-bin/users/get', 'GET /cgi-bin/user/gett', 'GET /cgi-bin/usr/get', 'GET /user/get'])(
  'knows what was meant by %s',
  (typed) => expect(nearestRoute(typed)).toBe('GET /cgi-bin/user/get'),
)

test('compares the beginning of what is too long for a route', () => {
  expect(nearestRoute(`GET /cgi-bin/user/get?${'a'.repeat(100_000)}`)).toMatch(/^(?:GET|POST) \/cgi-bin\//)
})
