import { describe, expect, test } from 'vitest'
import { refuseForeignHost, refuseForeignPage } from './gatekeeper.ts'

describe('refuseForeignHost', () => {
  const names = new Set(['simulator'])

  test.each([
    'localhost',
    'localhost:4700',
    'LOCALHOST.:4700',
    'corp.localhost:4700',
    '127.0.0.1:4700',
    '192.168.1.7',
    '[::1]:4700',
    '[fe80::1]',
    'simulator:4700',
    'Simulator',
    undefined,
  ])('lets %s in', (host) => {
    expect(refuseForeignHost(host === undefined ? {} : { host }, names)).toBeUndefined()
  })

  test.each([
    'evil.example:4700',
    'localhost.evil.example',
    'notlocalhost',
    'simulator.evil.example',
    '127.0.0.1.evil.example',
    '1.2.3.4.5',
    '[evil.example]',
    'localhost:4700@evil.example',
    '',
    ':4700',
  ])('refuses %s and says what to do', (host) => {
    expect(refuseForeignHost({ host }, names)).toMatch(/simulator and not .* --allow-host NAME/)
  })
})

describe('refuseForeignPage', () => {
  test.each([
    {},
    { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4700' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'https://LOCALHOST:4700' },
  ])('lets %j in', (headers) => {
    expect(refuseForeignPage({ host: 'Localhost:4700', ...headers })).toBeUndefined()
  })

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' },
    { origin: 'http://evil.example' },
    { origin: 'http://localhost' },
    { origin: 'null' },
    { origin: '' },
  ])('refuses %j', (headers) => {
    expect(refuseForeignPage({ host: 'localhost:4700', ...headers })).toContain('another origin')
  })
})
