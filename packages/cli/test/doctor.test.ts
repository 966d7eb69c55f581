import { describe, expect, test } from 'vitest'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { freePort } from 'test-support/free-port'
import { findingIds } from '../src/doctor/finding.ts'
import { runDoctor } from '../src/doctor/run-doctor.ts'
import { findingOf, healthy, startApplication, stubAgent } from './support.ts'

describe('a set-up that works', () => {
  test('has a finding of every kind and nothing wrong', async () => {
    const { settings } = await healthy()
    const { ok, findings } = await runDoctor(settings)
    expect(findings.map(({ id }) => id)).toEqual([...findingIds])
    expect(findings.filter(({ level }) => level !== 'ok').map(({ id }) => id)).toEqual(['redis'])
    expect(ok).toBe(true)
  })

  test('with nothing optional is still ok', async () => {
    const { settings } = await healthy()
    const { corpId, secret, agentId, apiBaseUrl, authorizeBaseUrl, loginBaseUrl, sessionSecret } = settings
    const bare = { corpId, secret, agentId, apiBaseUrl, authorizeBaseUrl, loginBaseUrl, sessionSecret }
    const { ok, findings } = await runDoctor({ ...bare, baseUrl: undefined })
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(ok).toBe(true)
  })

  test('says the same in Chinese', async () => {
    const { settings } = await healthy()
    const { findings } = await runDoctor(settings, { language: 'zh' })
    for (const { message } of findings.filter(({ id }) => id !== 'node'))
      expect(message).toMatch(/\p{sc=Han}/u)
  })
})

describe('one mistake', () => {
  test('an old Node', async () => {
    const { settings } = await healthy()
    expect(await findingOf('node', settings, { nodeVersion: '20.11.1' })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('22.19'),
    })
  })

  test.each([
    [-600_000, 'behind'],
    [600_000, 'ahead of'],
  ])('a clock that is wrong by %i ms', async (offset, words) => {
    const { settings } = await healthy()
    const finding = await findingOf('clock', settings, { now: () => Date.now() + offset })
    expect(finding).toMatchObject({ level: 'error', message: expect.stringContaining(words) })
  })

  test('a host that nothing listens at, and one that does not exist', async () => {
    const { settings } = await healthy()
    const nobody = `http://127.0.0.1:${await freePort()}`
    expect(await findingOf('network', { ...settings, loginBaseUrl: nobody })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('ECONNREFUSED'),
    })
  })

  test('a proxy that Node ignores', async () => {
    const { settings } = await healthy()
    const environment = { HTTPS_PROXY: 'http://proxy:3128' }
    expect(await findingOf('network', settings, { environment })).toMatchObject({
      level: 'warn',
      fix: expect.stringContaining('NODE_USE_ENV_PROXY=1'),
    })
  })

  test('a wrong secret, a wrong corp id, and none', async () => {
    const { settings } = await healthy()
    expect(await findingOf('secret', { ...settings, secret: 'wrong-secret' })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('40001'),
      fix: expect.stringContaining('Secret'),
    })
    expect(await findingOf('secret', { ...settings, corpId: 'ww0000000000000000' })).toMatchObject({
      message: expect.stringContaining('40013'),
      fix: expect.stringContaining('企业ID'),
    })
    expect(await findingOf('secret', { ...settings, secret: undefined })).toMatchObject({
      message: expect.stringContaining('WECOM_APP_SECRET not set'),
    })
  })

  test('a corp id or a host that the client refuses', async () => {
    const { settings } = await healthy()
    expect(await findingOf('secret', { ...settings, corpId: 'ww 1' })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('corpId'),
      fix: expect.stringContaining('WECOM_CORP_ID'),
    })
    expect(await findingOf('contacts', { ...settings, corpId: 'ww 1' })).toMatchObject({ level: 'skipped' })
    expect(await findingOf('network', { ...settings, apiBaseUrl: 'qyapi' })).toMatchObject({
      level: 'error',
      fix: expect.stringContaining('WECOM_API_BASE_URL'),
    })
  })

  test('a WeCom that does not answer is no wrong secret', async () => {
    const { settings } = await healthy()
    const nobody = `http://127.0.0.1:${await freePort()}`
    expect(await findingOf('secret', { ...settings, apiBaseUrl: nobody })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('ECONNREFUSED'),
      fix: expect.stringContaining('network'),
    })
  })

  test('an address that is not trusted, with the address to add', async () => {
    const { settings, simulator } = await healthy()
    simulator.settings.set({ trustedIps: ['10.0.0.1'] })
    expect(await findingOf('ip', settings)).toMatchObject({
      level: 'error',
      message: expect.stringContaining('127.0.0.1'),
      fix: expect.stringContaining('企业可信IP'),
    })
  })

  test('an AgentId of another app, none, and one that is no number', async () => {
    const { settings, simulator } = await healthy()
    stubAgent(simulator, { errcode: 301002, errmsg: 'not allow operate another agent with this accesstoken' })
    expect(await findingOf('agent', { ...settings, agentId: '1000003' })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('301002'),
    })
    for (const agentId of [undefined, 'portal'])
      expect(await findingOf('agent', { ...settings, agentId })).toMatchObject({ level: 'error' })
  })

  test.each([
    ['switched off', { close: 1 }, 'error', '启用应用'],
    ['visible to nobody', { allow_partys: { partyid: [] } }, 'error', '可见范围'],
  ])('an app that is %s', async (_what, changed, level, fix) => {
    const { settings, simulator } = await healthy()
    stubAgent(simulator, changed)
    expect(await findingOf('agent', settings)).toMatchObject({ level, fix: expect.stringContaining(fix) })
  })

  test('a domain file with other content, behind a redirect, and a setting that is none', async () => {
    const { settings, simulator } = await healthy()
    const other = await startApplication(simulator, {
      '/WW_verify_abc.txt': (_request, response) => void response.end('<html>'),
    })
    const redirecting = await startApplication(simulator, {
      '/WW_verify_abc.txt': (_request, response) =>
        void response.writeHead(302, { location: '/login' }).end(),
    })
    expect(await findingOf('domain-file', { ...settings, baseUrl: other })).toMatchObject({
      message: expect.stringContaining('other content'),
    })
    expect(await findingOf('domain-file', { ...settings, baseUrl: redirecting })).toMatchObject({
      message: expect.stringContaining('302'),
    })
    expect(await findingOf('domain-file', { ...settings, domainVerification: 'abcdef' })).toMatchObject({
      level: 'error',
    })
  })

  test('a secret that may not sign anybody in, and 50001', async () => {
    const { settings, simulator } = await healthy()
    expect(await findingOf('login', { ...settings, secret: settings.contactsSecret })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('instead of 40029'),
    })
    simulator.stubs.add({ path: '/cgi-bin/auth/getuserinfo', answer: { errcode: 50001, errmsg: 'no' } })
    expect(await findingOf('login', settings)).toMatchObject({
      level: 'error',
      message: expect.stringContaining('50001'),
      fix: expect.stringContaining('网页授权'),
    })
  })

  test('an app secret where that of contacts-sync belongs', async () => {
    const { settings } = await healthy()
    expect(await findingOf('contacts', { ...settings, contactsSecret: settings.secret })).toMatchObject({
      level: 'error',
      fix: expect.stringContaining('通讯录同步'),
    })
  })

  test('a callback with another token, with half its settings, and with a broken key', async () => {
    const { settings } = await healthy()
    expect(await findingOf('callback', { ...settings, callbackToken: 'otherToken' })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('/wecom/events'),
    })
    expect(await findingOf('callback', { ...settings, callbackAesKey: undefined })).toMatchObject({
      message: expect.stringContaining('Only part'),
    })
    expect(await findingOf('callback', { ...settings, callbackAesKey: 'short' })).toMatchObject({
      message: expect.stringContaining('43'),
    })
  })

  test('a callback token that WeCom does not make, and a path without a slash', async () => {
    const { settings } = await healthy()
    expect(await findingOf('callback', { ...settings, callbackToken: 'to ken' })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('WECOM_CALLBACK_TOKEN'),
    })
    expect(await findingOf('callback', { ...settings, callbackPath: 'events' })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('WECOM_CALLBACK_PATH'),
    })
  })

  test('a Redis that is not there, and an address of something else', async () => {
    const { settings } = await healthy()
    const redisUrl = `redis://127.0.0.1:${await freePort()}`
    expect(await findingOf('redis', { ...settings, redisUrl })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('ECONNREFUSED'),
    })
    expect(await findingOf('redis', { ...settings, redisUrl: 'http://redis' })).toMatchObject({
      level: 'error',
    })
  })

  test.each([
    ['none', undefined],
    ['a short one', 'short'],
    ['one of few characters', 'abababababababababababababababababab'],
  ])('a session secret: %s', async (_what, sessionSecret) => {
    const { settings } = await healthy()
    expect(await findingOf('session-secret', { ...settings, sessionSecret })).toMatchObject({
      level: 'error',
    })
  })

  test('a public address that nothing listens at, and one without a sign-in', async () => {
    const { settings, simulator } = await healthy()
    const address = async (baseUrl: string) => findingOf('public-address', { ...settings, baseUrl })
    expect(await address(`http://localhost:${await freePort()}`)).toMatchObject({ level: 'error' })
    const without = await startApplication(simulator, {
      '/wecom/login': (_request, response) => void response.writeHead(404).end(),
    })
    expect(await address(without)).toMatchObject({ message: expect.stringContaining('404') })
  })

  test.each([
    'oa.example.com',
    'ftp://oa.example.com',
    'https://someone:word@oa.example.com',
    'https://a/?b',
  ])('a public address that is none: %s', async (baseUrl) => {
    const { settings } = await healthy()
    const { findings } = await runDoctor({ ...settings, baseUrl })
    const levelOf = (wanted: string) => findings.find(({ id }) => id === wanted)?.level
    expect(levelOf('public-address')).toBe('error')
    expect(['domain', 'domain-file', 'callback'].map(levelOf)).toEqual(['skipped', 'skipped', 'skipped'])
  })

  test('a proxy that changes the host, and one with small buffers', async () => {
    const { settings, simulator } = await healthy()
    const inside = await startApplication(simulator, {
      '/wecom/login': (_request, response) => {
        const location = `${simulator.url}/wwlogin/sso/login?redirect_uri=http%3A%2F%2Fapp%3A3000%2Fwecom%2Fcallback`
        response.writeHead(302, { location }).end()
      },
    })
    expect(await findingOf('public-address', { ...settings, baseUrl: inside })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('app:3000'),
      fix: expect.stringContaining('proxy_set_header Host'),
    })
    const narrow = await startApplication(simulator, {
      '/wecom/login': ({ headers }, response) => {
        const back = encodeURIComponent(`http://${headers.host}/wecom/callback`)
        const status = (headers.cookie?.length ?? 0) > 4000 ? 400 : 302
        response.writeHead(status, { location: `${simulator.url}/?redirect_uri=${back}` }).end()
      },
    })
    expect(await findingOf('public-address', { ...settings, baseUrl: narrow })).toMatchObject({
      level: 'warn',
      fix: expect.stringContaining('large_client_header_buffers'),
    })
  })

  test('one secret for two things, two apps at one address, two apps with one session secret', async () => {
    const { settings } = await healthy()
    expect(await findingOf('collision', { ...settings, contactsSecret: settings.secret })).toMatchObject({
      level: 'error',
      message: expect.stringContaining('WECOM_APP_SECRET and WECOM_CONTACTS_SECRET are the same'),
    })
    const other = { ...settings, agentId: '1000003' }
    expect(await findingOf('collision', settings, { others: [other] })).toMatchObject({
      message: expect.stringContaining('Two apps answer'),
    })
    const elsewhere = { ...other, baseUrl: 'https://other.example.com' }
    expect(await findingOf('collision', settings, { others: [elsewhere] })).toMatchObject({
      message: expect.stringContaining('share one SESSION_SECRET'),
    })
  })
})

describe.skipIf(!hasRedisServer())('on a real Redis', () => {
  test('it answers, and refuses a password it does not have', async () => {
    const { settings } = await healthy()
    await using redis = await startRedisServer()
    expect(await findingOf('redis', { ...settings, redisUrl: redis.url })).toMatchObject({ level: 'ok' })
    const locked = redis.url.replace('redis://', 'redis://:secret-of-redis@')
    expect(await findingOf('redis', { ...settings, redisUrl: locked })).toMatchObject({ level: 'error' })
  })
})
