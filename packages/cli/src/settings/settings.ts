/** Variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What there is to examine: the variables of an application, under the names that the demo gives them. */
export interface DoctorSettings {
  readonly corpId?: string | undefined
  readonly secret?: string | undefined
  readonly agentId?: string | undefined
  readonly contactsSecret?: string | undefined
  readonly callbackToken?: string | undefined
  readonly callbackAesKey?: string | undefined
  /** Path of the application's callback receiver. @default '/wecom/events' */
  readonly callbackPath?: string | undefined
  /** `WW_verify_x.txt=content` */
  readonly domainVerification?: string | undefined
  readonly apiBaseUrl?: string | undefined
  readonly authorizeBaseUrl?: string | undefined
  readonly loginBaseUrl?: string | undefined
  readonly sessionSecret?: string | undefined
  readonly redisUrl?: string | undefined
  /** @default 'http://localhost:3000' */
  readonly baseUrl?: string | undefined
}

const names = {
  corpId: 'WECOM_CORP_ID',
  secret: 'WECOM_APP_SECRET',
  agentId: 'WECOM_AGENT_ID',
  contactsSecret: 'WECOM_CONTACTS_SECRET',
  callbackToken: 'WECOM_CALLBACK_TOKEN',
  callbackAesKey: 'WECOM_CALLBACK_AES_KEY',
  callbackPath: 'WECOM_CALLBACK_PATH',
  domainVerification: 'WECOM_DOMAIN_VERIFICATION',
  apiBaseUrl: 'WECOM_API_BASE_URL',
  authorizeBaseUrl: 'WECOM_AUTHORIZE_BASE_URL',
  loginBaseUrl: 'WECOM_LOGIN_BASE_URL',
  sessionSecret: 'SESSION_SECRET',
  redisUrl: 'REDIS_URL',
  baseUrl: 'BASE_URL',
} as const satisfies Readonly<Record<keyof DoctorSettings, string>>

/** Where the application answers when `BASE_URL` and `PORT` are not set. */
export const defaultBaseUrl = 'http://localhost:3000'

/** Every setting with the variable it is read from. */
export const settingNames: Readonly<Record<keyof DoctorSettings, string>> = names

/** Reads the variables; an empty one counts as not set. `PORT` moves the default of `BASE_URL`. */
export function readSettings(environment: Environment): DoctorSettings {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined
  const port = read('PORT')
  return {
    ...Object.fromEntries(Object.entries(names).map(([key, name]) => [key, read(name)])),
    baseUrl: read(names.baseUrl) ?? (port === undefined ? undefined : `http://localhost:${port}`),
  }
}
