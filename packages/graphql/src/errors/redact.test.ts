import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact } from './redact.ts'

test('no value of a secret parameter survives, in URLs and in JSON', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9_-]{8,40}$/)
  const name = fc.constantFrom('access_token', 'corpsecret', 'secret', 'code', 'ticket', 'user_ticket')
  fc.assert(
    fc.property(secret, name, (value, parameter) => {
      fc.pre(!parameter.includes(value))
      expect(redact(`GET https://x/cgi-bin/y?${parameter}=${value}&userid=z`)).toBe(
        `GET https://x/cgi-bin/y?${parameter}=***&userid=z`,
      )
      expect(redact(JSON.stringify({ [parameter]: value, b: 1 }))).not.toContain(value)
    }),
  )
})

test('what only looks like one stays readable', () => {
  expect(redact('errcode=40014, decode: failed')).toBe('errcode=40014, decode: failed')
})
