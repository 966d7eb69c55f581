import { expect, test } from 'vitest'
import { redact } from './redact.ts'

test('takes secrets out as they are, percent-encoded, and one inside another', () => {
  const settings = [
    {
      secret: 'app+secret/1',
      sessionSecret: 'app+secret/1-and-more',
      domainVerification: 'WW_verify_a.txt=filecontent',
    },
    { redisUrl: 'redis://user:pass%2Fword@localhost:6379' },
  ]
  const text = 'app+secret/1-and-more app+secret/1 app%2Bsecret%2F1 pass/word pass%2Fword filecontent user'
  expect(redact(text, settings)).toBe('*** *** *** *** *** *** user')
})

test('leaves a text alone when nothing is secret', () => {
  expect(redact('nothing here', [{ corpId: 'ww1', baseUrl: 'https://a.example' }])).toBe('nothing here')
})
