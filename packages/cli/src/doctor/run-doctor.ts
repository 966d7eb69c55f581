import type { Language, Words } from '../words.ts'
import type { AgentFacts } from './checks/agent.ts'
import { readAgent } from './checks/agent.ts'
import { askHost, type HostAnswer } from './checks/ask-host.ts'
import { checkAgent } from './checks/check-agent.ts'
import { checkCallback } from './checks/check-callback.ts'
import { checkClock } from './checks/check-clock.ts'
import { checkCollision } from './checks/check-collision.ts'
import { checkContacts } from './checks/check-contacts.ts'
import { checkDomain } from './checks/check-domain.ts'
import { checkDomainFile } from './checks/check-domain-file.ts'
import { checkIp } from './checks/check-ip.ts'
import { checkLogin } from './checks/check-login.ts'
import { checkNetwork } from './checks/check-network.ts'
import { checkNode } from './checks/check-node.ts'
import { checkPublicAddress } from './checks/check-public-address.ts'
import { checkRedis } from './checks/check-redis.ts'
import { checkSecret } from './checks/check-secret.ts'
import { checkSessionSecret } from './checks/check-session-secret.ts'
import { readRefusal, type Refusal, refusalOf } from './checks/wecom-refusal.ts'
import { type DoctorSurroundings, type Examination, openExamination } from './examination.ts'
import { type Diagnosis, type DoctorReport, type Finding, type FindingId, findingIds } from './finding.ts'
import { redact } from '../settings/redact.ts'
import type { DoctorSettings } from '../settings/settings.ts'

export interface DoctorOptions extends DoctorSurroundings {
  /** @default 'en' */
  readonly language?: Language | undefined
}

/**
 * Examines a set-up: asks WeCom, the application's own address and its Redis, changes nothing, and says what is wrong.
 * No secret is in the report.
 *
 * @example
 * ```ts
 * import { runDoctor } from '@wecom-kit/cli'
 *
 * const { ok, findings } = await runDoctor({ corpId: 'ww5109f0a7c2d84b16' })
 * if (!ok) console.log(findings.filter(({ level }) => level === 'error'))
 * ```
 */
export async function runDoctor(
  settings: DoctorSettings,
  options: DoctorOptions = {},
): Promise<DoctorReport> {
  const examination = openExamination(settings, options)
  try {
    const diagnoses = await examine(examination)
    const everybody = [settings, ...examination.others]
    const say = (words: Words): string => redact(words[options.language ?? 'en'], everybody)
    const findings = findingIds.map((id) => toFinding(id, diagnoses[id], say))
    return { ok: findings.every(({ level }) => level !== 'error'), findings }
  } finally {
    await Promise.all([examination.app?.close(), examination.contacts?.close()])
  }
}

function toFinding(
  id: FindingId,
  { level, message, fix }: Diagnosis,
  say: (words: Words) => string,
): Finding {
  const finding = { id, level, message: say(message) }
  return fix === undefined ? finding : { ...finding, fix: say(fix) }
}

async function examine(examination: Examination): Promise<Readonly<Record<FindingId, Diagnosis>>> {
  const hosts = await askHosts(examination)
  const { token, agent, login } = await askWecom(examination)
  const facts = agent !== undefined && 'trustedDomain' in agent ? agent : undefined
  const [domainFile, contacts, callback, redis, publicAddress] = await Promise.all([
    checkDomainFile(examination),
    checkContacts(examination),
    checkCallback(examination),
    checkRedis(examination),
    checkPublicAddress(examination),
  ])
  const refusals = [token, agent !== undefined && 'words' in agent ? agent : undefined, login]
  const hasToken = examination.app !== undefined && token === undefined
  return {
    node: checkNode(examination.nodeVersion),
    clock: checkClock(hosts.get(hostOf(examination.apiBaseUrl)), examination.now()),
    network: checkNetwork(examination, hosts),
    secret: checkSecret(examination, token),
    ip: checkIp(
      hasToken,
      refusals.find((refusal) => refusal?.errcode === 60020),
    ),
    agent: checkAgent(examination, agent),
    domain: checkDomain(examination, facts),
    'domain-file': domainFile,
    login: checkLogin(hasToken, login),
    contacts,
    callback,
    redis,
    'session-secret': checkSessionSecret(examination),
    'public-address': publicAddress,
    collision: checkCollision(examination),
  }
}

async function askHosts(examination: Examination): Promise<ReadonlyMap<string, HostAnswer>> {
  const { apiBaseUrl, authorizeBaseUrl, loginBaseUrl } = examination
  const addresses = new Map([apiBaseUrl, authorizeBaseUrl, loginBaseUrl].map((url) => [hostOf(url), url]))
  const answers = Array.from(addresses, async ([host, url]): Promise<[string, HostAnswer]> => [
    host,
    await askHost(url),
  ])
  return new Map(await Promise.all(answers))
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address
}

interface Answers {
  /** Why there is no token. */
  readonly token: Refusal | undefined
  readonly agent: AgentFacts | Refusal | undefined
  /** What a made-up code was answered. */
  readonly login: Refusal | undefined
}

async function askWecom({ app, settings }: Examination): Promise<Answers> {
  if (app === undefined) return { token: undefined, agent: undefined, login: undefined }
  const token = await refusalOf(() => app.auth.token())
  if (token !== undefined) return { token, agent: undefined, login: undefined }
  const login = await refusalOf(() => app.auth.getUserInfo('wecom-doctor-no-such-code'))
  const { agentId } = settings
  const agent = agentId === undefined ? undefined : await readAgent(app, agentId).catch(readRefusal)
  return { token, agent, login }
}
