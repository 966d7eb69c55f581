import { createWecomClient, isWecomError, type WecomClient } from '@wecom-kit/core'
import { defaultBaseUrl, type DoctorSettings } from '../settings/settings.ts'

/** What the checks of one run share. */
export interface Examination {
  readonly settings: DoctorSettings
  /** Other applications that may stand in this one's way. */
  readonly others: readonly DoctorSettings[]
  /** Version of Node, such as `24.1.0`. */
  readonly nodeVersion: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly now: () => number
  readonly apiBaseUrl: string
  readonly authorizeBaseUrl: string
  readonly loginBaseUrl: string
  /** Where the application is said to answer. */
  readonly baseUrl: string
  /** The same as an address; undefined for what none can be. */
  readonly address: URL | undefined
  /** What the client says to settings that it refuses. */
  readonly refusal: string | undefined
  /** The app's client; undefined while its id or secret is missing, or refused. */
  readonly app: WecomClient | undefined
  /** The contacts-sync client. */
  readonly contacts: WecomClient | undefined
}

/** Things that tests set and users do not. */
export interface DoctorSurroundings {
  readonly nodeVersion?: string | undefined
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined
  readonly now?: (() => number) | undefined
  readonly others?: readonly DoctorSettings[] | undefined
}

/** Milliseconds that any single question may take. */
export const patience = 8_000

/** Prepares the clients. */
export function openExamination(settings: DoctorSettings, around: DoctorSurroundings = {}): Examination {
  const { baseUrl = defaultBaseUrl } = settings
  const hosts = {
    apiBaseUrl: settings.apiBaseUrl ?? 'https://qyapi.weixin.qq.com',
    authorizeBaseUrl: settings.authorizeBaseUrl ?? 'https://open.weixin.qq.com',
    loginBaseUrl: settings.loginBaseUrl ?? 'https://login.work.weixin.qq.com',
  }
  return {
    settings,
    others: around.others ?? [],
    nodeVersion: around.nodeVersion ?? process.versions.node,
    environment: around.environment ?? {},
    now: around.now ?? Date.now,
    baseUrl,
    address: addressOf(baseUrl),
    ...hosts,
    ...openClients(settings, hosts),
  }
}

type Hosts = Pick<Examination, 'apiBaseUrl' | 'authorizeBaseUrl' | 'loginBaseUrl'>
type Clients = Pick<Examination, 'app' | 'contacts' | 'refusal'>

function openClients({ corpId, secret, contactsSecret }: DoctorSettings, hosts: Hosts): Clients {
  let refusal: string | undefined
  const open = (one: string | undefined): WecomClient | undefined => {
    if (corpId === undefined || one === undefined) return undefined
    const { apiBaseUrl: baseUrl, ...pages } = hosts
    const limits = { timeout: patience, deadline: patience, maxRetries: 0 }
    try {
      return createWecomClient({ corpId, secret: one, baseUrl, ...pages, ...limits })
    } catch (error) {
      if (!isWecomError(error)) throw error
      refusal = error.message
      return undefined
    }
  }
  const [app, contacts] = [open(secret), open(contactsSecret)]
  return { app, contacts, refusal }
}

/** What the middleware takes for its `baseUrl`: a host and a path, nothing else. */
function addressOf(baseUrl: string): URL | undefined {
  const url = URL.parse(baseUrl)
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  return url.username + url.password + url.search + url.hash === '' ? url : undefined
}
