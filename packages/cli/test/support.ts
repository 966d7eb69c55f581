import { execFile } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { createCallbackCrypto } from '@wecom-kit/core'
import { type Simulator, startSimulator } from '@wecom-kit/simulator'
import { type DoctorOptions, runDoctor } from '../src/doctor/run-doctor.ts'
import type { Finding } from '../src/doctor/finding.ts'
import type { DoctorSettings } from '../src/settings/settings.ts'

const callback = {
  token: 'a1B2c3D4e5F6',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}
const sessionSecret = 'c0a1d2b3e4f5968778695a4b3c2d1e0f1a2b3c4d'

/** A simulator that ends with the test, and settings with which nothing is wrong. */
export async function healthy(): Promise<{ simulator: Simulator; settings: DoctorSettings }> {
  const simulator = await startSimulator()
  onTestFinished(() => simulator.close())
  stubAgent(simulator)
  const app = simulator.apps.find(({ name }) => name === 'portal')
  const contacts = simulator.apps.find(({ kind }) => kind === 'contacts-sync')
  const settings: DoctorSettings = {
    corpId: simulator.corp.id,
    secret: app?.secret,
    agentId: String(app?.agentId),
    contactsSecret: contacts?.secret,
    callbackToken: callback.token,
    callbackAesKey: callback.encodingAesKey,
    domainVerification: 'WW_verify_abc.txt=abcdef123456',
    apiBaseUrl: simulator.url,
    authorizeBaseUrl: simulator.url,
    loginBaseUrl: simulator.url,
    sessionSecret,
    baseUrl: await startApplication(simulator),
  }
  return { simulator, settings }
}

/** What agent/get answers from now on. */
export function stubAgent(simulator: Simulator, changed: Readonly<Record<string, unknown>> = {}): void {
  const answer = {
    errcode: 0,
    errmsg: 'ok',
    agentid: 1000002,
    name: 'portal',
    allow_userinfos: { user: [] },
    allow_partys: { partyid: [1] },
    allow_tags: { tagid: [] },
    close: 0,
    redirect_domain: '',
    home_url: '',
    ...changed,
  }
  simulator.stubs.add({ path: '/cgi-bin/agent/get', answer })
}

/** What an application with our middleware answers at the places the doctor looks at, and what a test changes of it. */
export async function startApplication(
  simulator: Simulator,
  changed: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {},
): Promise<string> {
  const crypto = createCallbackCrypto({ ...callback, receiveId: simulator.corp.id })
  const routes: typeof changed = {
    '/wecom/login': ({ headers }, response) => {
      const back = encodeURIComponent(`http://${headers.host}/wecom/callback`)
      response.writeHead(302, {
        location: `${simulator.url}/wwlogin/sso/login?redirect_uri=${back}`,
        'set-cookie': 'wecom_tx=1; Path=/; HttpOnly',
      })
      response.end()
    },
    '/wecom/events': ({ url = '' }, response) => {
      const query = Object.fromEntries(new URL(url, 'http://a').searchParams)
      try {
        response.end(crypto.verifyUrl(query))
      } catch {
        response.writeHead(403).end()
      }
    },
    '/WW_verify_abc.txt': (_request, response) => void response.end('abcdef123456\n'),
    ...changed,
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://a')
    const answer = routes[pathname]
    if (answer === undefined) response.writeHead(404).end()
    else answer(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://localhost:${typeof address === 'object' ? address?.port : 0}`
}

/** One finding of a run. */
export async function findingOf(
  id: Finding['id'],
  settings: DoctorSettings,
  options: DoctorOptions = {},
): Promise<Finding | undefined> {
  const { findings } = await runDoctor(settings, options)
  return findings.find((finding) => finding.id === id)
}

/** Runs `src/bin.ts` as a user runs `wecom`. */
export function wecom(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const kept = NODE_COMPILE_CACHE === undefined ? { PATH } : { PATH, NODE_COMPILE_CACHE }
  const bin = new URL('../src/bin.ts', import.meta.url).pathname
  const options = {
    cwd: import.meta.dirname,
    env: { ...kept, LANG: 'en', ...environment },
  }
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--conditions=wecom-kit-source', bin, ...args],
      options,
      (error, stdout, stderr) => {
        resolve({
          exitCode: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1,
          stdout,
          stderr,
        })
      },
    )
  })
}
