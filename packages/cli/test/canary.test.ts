import { expect, test } from 'vitest'
import { runDoctor } from '../src/doctor/run-doctor.ts'
import { settingNames } from '../src/settings/settings.ts'
import { healthy, wecom } from './support.ts'

const canaries = {
  secret: 'canary-app-secret-7f3a',
  contactsSecret: 'canary-contacts-secret-81bc',
  callbackToken: 'canaryCallbackToken92d0',
  callbackAesKey: 'canaryAesKey0123456789abcdefghijklmnopqrstu',
  sessionSecret: 'canary-session-secret-a3e1-0123456789abcdef',
  redisUrl: 'redis://user:canary%2Fpassword@127.0.0.1:1',
  domainVerification: 'WW_verify_abc.txt=canary-file-content-b4f2',
}
const hidden = ['canary', 'password@', '%2Fpassword']

test.each(['en', 'zh'] as const)('no secret is in the report, whatever is wrong (%s)', async (language) => {
  const { settings, simulator } = await healthy()
  const others = [{ ...canaries, corpId: 'ww1', baseUrl: 'http://localhost:1' }]
  const broken = [
    { ...settings, ...canaries },
    { ...settings, ...canaries, secret: settings.secret, baseUrl: 'http://localhost:1' },
    { ...settings, callbackAesKey: canaries.secret, sessionSecret: 'canary', domainVerification: 'canary-x' },
    { ...canaries },
  ]
  // WeCom has been seen to repeat what it was sent.
  const errmsg = `invalid ${canaries.secret} and ${encodeURIComponent(canaries.redisUrl)}`
  simulator.stubs.add({ path: '/cgi-bin/agent/get', answer: { errcode: 40056, errmsg } })
  for (const each of broken) {
    const hosts = { apiBaseUrl: simulator.url, authorizeBaseUrl: simulator.url, loginBaseUrl: simulator.url }
    const text = JSON.stringify(await runDoctor({ ...each, ...hosts }, { language, others }))
    for (const secret of hidden) expect(text).not.toContain(secret)
  }
})

test('no secret is in what the commands print', async () => {
  const { simulator } = await healthy()
  const environment = Object.fromEntries(
    Object.entries(canaries).map(([key, value]) => [Reflect.get(settingNames, key), value]),
  )
  const around = { ...environment, WECOM_CORP_ID: simulator.corp.id, WECOM_API_BASE_URL: simulator.url }
  const commands = [
    ['doctor', '--login-base-url', simulator.url, '--authorize-base-url', simulator.url],
    ['doctor', '--api-base-url', 'ftp://canary-app-secret-7f3a'],
    ['call', 'GET', '/cgi-bin/user/get', 'userid=canary-app-secret-7f3a'],
    ['call', 'GET', '/cgi-bin/user/get', 'userid=a', '--contacts'],
  ]
  for (const command of commands) {
    const { stdout, stderr } = await wecom(command, around)
    for (const secret of hidden) expect(stdout + stderr).not.toContain(secret)
  }
})
