import type { WecomClient } from '@wecom-kit/core'
import type express5 from 'express'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { WecomSSOOptions } from '../../src/options/options.ts'
import type { WecomSSO } from '../../src/sso/members.ts'
import { createTestSession } from '../../src/testing/index.ts'
import { majors, startApp, type StartAppOptions, startWecom, type TestApp, type Wecom } from './test-app.ts'
import type { Visitor } from './visitor.ts'

/** What a numbered case works with. */
export interface AttackContext {
  express: typeof express5
  wecom: () => Wecom
  /** An app on the simulator, closed after the test. */
  app: (sso?: Partial<WecomSSOOptions>, more?: Omit<StartAppOptions, 'sso' | 'express'>) => Promise<TestApp>
}

/** One family of numbered cases, on Express 4 and on Express 5. */
export function attacks(family: string, define: (context: AttackContext) => void): void {
  describe.each(majors)(`${family} · Express $major`, ({ express }) => {
    let wecom: Wecom | undefined
    const open: TestApp[] = []
    const running = () => {
      if (wecom === undefined) throw new Error('the simulator is not running')
      return wecom
    }
    beforeAll(async () => {
      wecom = await startWecom()
    })
    afterEach(async () => {
      for (const app of open.splice(0)) await app.close()
      running().simulator.journal.clear()
      running().simulator.faults.clear()
    })
    afterAll(async () => {
      await running().client.close()
      await running().simulator.close()
    })
    define({
      express,
      wecom: running,
      app: async (sso = {}, more = {}) => {
        const app = await startApp({ express, sso: { client: running().client, ...sso }, ...more })
        open.push(app)
        return app
      },
    })
  })
}

/** The state in WeCom's address. */
export function stateOf(location: string | undefined): string {
  return new URL(location ?? 'http://none/').searchParams.get('state') ?? ''
}

/** Begins a sign-in and gives its state. */
export async function begin(visitor: Visitor, page = '/private'): Promise<string> {
  return stateOf((await visitor.get(page)).location)
}

/** A genuine, unused code of a member. */
export function codeFor(wecom: Wecom, user = 'zhangsan'): string {
  return wecom.simulator.codes.issue({ user })
}

/** A callback's address. */
export function callback(code: string, state: string, path = '/wecom/callback'): string {
  return `${path}?code=${encodeURIComponent(code)}&state=${state}`
}

/** Whether a redirect leads to WeCom. */
export function leadsToWecom(location: string | undefined): boolean {
  return location !== undefined && /\/(?:wwlogin|connect)\//.test(location)
}

/** Name of the cookie of a sign-in under way. */
export function flowCookie(cookies: ReadonlyMap<string, string>, state: string): string {
  const flow = state.slice(0, 20)
  return [...cookies.keys()].find((name) => name.endsWith(`_login_${flow}`)) ?? ''
}

/** A client whose answers to a code are made up. */
export function clientAnswering(client: WecomClient, identify: (code: string) => unknown): WecomClient {
  return Object.create(client, {
    auth: {
      value: Object.create(client.auth, { identify: { value: async (code: string) => identify(code) } }),
    },
    corpId: { value: client.corpId },
    agentId: { value: client.agentId },
  })
}

/** What the session cookie of an app is called. */
export function sessionName(sso: WecomSSO): string {
  return createTestSession({ userId: 'nobody' }, sso).cookie.split('=', 1)[0] ?? ''
}

/** Whether a page knows its visitor. */
export async function whoIs(visitor: Visitor): Promise<string | undefined> {
  const { body } = await visitor.get('/')
  return JSON.parse(body).user?.userId
}
