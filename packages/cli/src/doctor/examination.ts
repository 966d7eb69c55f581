import { createWecomClient, type WecomClient } from '@wecom-kit/core'
import type { DoctorSettings } from '../settings/settings.ts'

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
  /** Where the application answers. */
  readonly baseUrl: string
  /** The app's client; undefined while its id or secret is missing. */
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

/** Prepares the clients. @throws WecomConfigError for settings that no client can be made of */
export function openExamination(settings: DoctorSettings, around: DoctorSurroundings = {}): Examination {
  const apiBaseUrl = settings.apiBaseUrl ?? 'https://qyapi.weixin.qq.com'
  const authorizeBaseUrl = settings.authorizeBaseUrl ?? 'https://open.weixin.qq.com'
  const loginBaseUrl = settings.loginBaseUrl ?? 'https://login.work.weixin.qq.com'
  const client = (secret: string | undefined): WecomClient | undefined => {
    const { corpId } = settings
    if (corpId === undefined || secret === undefined) return undefined
    const hosts = { baseUrl: apiBaseUrl, authorizeBaseUrl, loginBaseUrl }
    return createWecomClient({
      corpId,
      secret,
      ...hosts,
      timeout: patience,
      deadline: patience,
      maxRetries: 0,
    })
  }
  return {
    settings,
    others: around.others ?? [],
    nodeVersion: around.nodeVersion ?? process.versions.node,
    environment: around.environment ?? {},
    now: around.now ?? Date.now,
    apiBaseUrl,
    authorizeBaseUrl,
    loginBaseUrl,
    baseUrl: settings.baseUrl ?? 'http://localhost:3000',
    app: client(settings.secret),
    contacts: client(settings.contactsSecret),
  }
}
