import { describe, expect, test } from 'vitest'
import { openExamination, type Examination } from '../examination.ts'
import type { AgentFacts } from './agent.ts'
import { checkAgent } from './check-agent.ts'
import { checkDomain } from './check-domain.ts'
import { checkPublicAddress } from './check-public-address.ts'
import { checkSessionSecret } from './check-session-secret.ts'

/** Settings of an application that the world can reach; nothing is asked. */
function on(baseUrl: string, more: Readonly<Record<string, string>> = {}): Examination {
  return openExamination({ agentId: '1000002', baseUrl, ...more })
}

function agent(more: Partial<AgentFacts> = {}): AgentFacts {
  const visible = { members: 0, departments: 1, tags: 0 }
  return { name: 'portal', closed: false, visible, trustedDomain: '', homeUrl: '', ...more }
}

describe('the trusted domain', () => {
  test.each([
    ['https://oa.example.com', 'oa.example.com', 'ok'],
    ['https://oa.example.com/portal', 'OA.example.com', 'ok'],
    ['https://oa.example.com:8443', 'oa.example.com:8443', 'ok'],
    ['https://oa.example.com:8443', 'oa.example.com', 'error'],
    ['https://oa.example.com', 'example.com', 'error'],
    ['https://oa.example.com', '', 'error'],
  ])('BASE_URL %s with %s is %s', (baseUrl, trustedDomain, level) => {
    expect(checkDomain(on(baseUrl), agent({ trustedDomain }))).toMatchObject({ level })
  })

  test('says what to type and where', () => {
    const { fix, message } = checkDomain(
      on('https://oa.example.com'),
      agent({ trustedDomain: 'old.example.com' }),
    )
    expect(message.en).toMatch(/oa\.example\.com.*old\.example\.com.*50001/)
    expect(fix?.zh).toMatch(/网页授权及JS-SDK → 可信域名.*oa\.example\.com/)
  })

  test('is no use to an application on this machine, unless WeCom is the simulator', () => {
    expect(checkDomain(on('http://localhost:3000'), agent())).toMatchObject({ level: 'warn' })
    const simulated = on('http://localhost:3000', { apiBaseUrl: 'http://127.0.0.1:4700' })
    expect(checkDomain(simulated, agent())).toMatchObject({ level: 'ok' })
  })
})

test('a home page on another host is a warning', () => {
  const elsewhere = agent({ homeUrl: 'https://old.example.com/' })
  expect(checkAgent(on('https://oa.example.com'), elsewhere)).toMatchObject({ level: 'warn' })
  expect(checkAgent(on('https://old.example.com'), elsewhere)).toMatchObject({ level: 'ok' })
})

test('a public address is https', async () => {
  expect(await checkPublicAddress(on('http://oa.example.com'))).toMatchObject({
    level: 'error',
    message: { en: expect.stringContaining('in the clear') },
  })
  expect(await checkPublicAddress(on('oa.example.com'))).toMatchObject({ level: 'error' })
})

test('a session secret out of an example is for this machine alone', () => {
  const printed = { sessionSecret: 'at least 32 random characters, kept secret' }
  expect(checkSessionSecret(on('https://oa.example.com', printed))).toMatchObject({ level: 'error' })
  expect(checkSessionSecret(on('http://localhost:3000', printed))).toMatchObject({ level: 'ok' })
})
