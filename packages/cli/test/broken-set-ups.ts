import { freePort } from 'test-support/free-port'
import type { Simulator } from '@wecom-kit/simulator'
import type { FindingId } from '../src/doctor/finding.ts'
import type { DoctorOptions } from '../src/doctor/run-doctor.ts'
import type { DoctorSettings } from '../src/settings/settings.ts'
import { healthy, startApplication, stubAgent } from './support.ts'

/** A set-up with one mistake in it. */
export interface BrokenSetUp {
  readonly mistake: string
  /** Where the doctor must find it. */
  readonly finding: FindingId
  readonly make: () => Promise<{ settings: DoctorSettings; options?: DoctorOptions }>
}

type Change = (settings: DoctorSettings, simulator: Simulator) => DoctorSettings | Promise<DoctorSettings>

/** The mistakes that people make, in the order of the report. */
export const brokenSetUps: readonly BrokenSetUp[] = [
  {
    mistake: 'an old Node',
    finding: 'node',
    make: async () => ({ ...(await healthy()), options: { nodeVersion: '20.11.1' } }),
  },
  {
    mistake: 'a clock ten minutes behind',
    finding: 'clock',
    make: async () => ({ ...(await healthy()), options: { now: () => Date.now() - 600_000 } }),
  },
  setUp('a host of WeCom that the firewall closes', 'network', async (settings) => ({
    ...settings,
    loginBaseUrl: `http://127.0.0.1:${await freePort()}`,
  })),
  setUp('the secret of another app', 'secret', (settings) => ({ ...settings, secret: 'mistyped' })),
  setUp('a server whose address is not trusted', 'ip', (settings, simulator) => {
    simulator.settings.set({ trustedIps: ['10.0.0.1'] })
    return settings
  }),
  setUp('an app that is switched off', 'agent', (settings, simulator) => {
    stubAgent(simulator, { close: 1 })
    return settings
  }),
  setUp('a trusted domain that is not the address', 'domain', async (settings, simulator) => {
    stubAgent(simulator, { redirect_domain: 'old.example.com' })
    return { ...settings, baseUrl: 'https://oa.example.com' }
  }),
  setUp('a domain file that a sign-in guards', 'domain-file', async (settings, simulator) => ({
    ...settings,
    baseUrl: await startApplication(simulator, {
      '/WW_verify_abc.txt': (_request, response) =>
        void response.writeHead(302, { location: '/wecom/login' }).end(),
    }),
  })),
  setUp('an app without 网页授权', 'login', (settings, simulator) => {
    const answer = { errcode: 50001, errmsg: 'redirect_url domain not registered' }
    simulator.stubs.add({ path: '/cgi-bin/auth/getuserinfo', answer })
    return settings
  }),
  setUp('the secret of the app for contacts-sync', 'contacts', (settings) => ({
    ...settings,
    contactsSecret: settings.secret,
  })),
  setUp('a callback token that is not the one in the console', 'callback', (settings) => ({
    ...settings,
    callbackToken: 'otherToken',
  })),
  setUp('a Redis that is not there', 'redis', async (settings) => ({
    ...settings,
    redisUrl: `redis://127.0.0.1:${await freePort()}`,
  })),
  setUp('a short session secret', 'session-secret', (settings) => ({
    ...settings,
    sessionSecret: 'hunter2',
  })),
  setUp('a proxy that hides the host', 'public-address', async (settings, simulator) => ({
    ...settings,
    baseUrl: await startApplication(simulator, {
      '/wecom/login': (_request, response) => {
        const location = `${simulator.url}/wwlogin/sso/login?redirect_uri=http%3A%2F%2Fapp%3A3000%2Fwecom%2Fcallback`
        response.writeHead(302, { location }).end()
      },
    }),
  })),
  {
    mistake: 'two apps at one address',
    finding: 'collision',
    make: async () => {
      const { settings } = await healthy()
      return { settings, options: { others: [{ ...settings, agentId: '1000003' }] } }
    },
  },
]

function setUp(mistake: string, finding: FindingId, change: Change): BrokenSetUp {
  return {
    mistake,
    finding,
    make: async () => {
      const { settings, simulator } = await healthy()
      return { settings: await change(settings, simulator) }
    },
  }
}
