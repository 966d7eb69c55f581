import { ConfigError } from './config-error.ts'
import { EnvironmentReader, type Environment } from './environment.ts'

/** Which corp and app the demo speaks for, and where WeCom's three hosts are. */
export interface WecomAccount {
  readonly corpId: string
  readonly agentId: number
  readonly secret: string
  /** Secret of contacts-sync; with it the directory knows who is where and needs fewer calls. */
  readonly contactsSecret: string | undefined
  /** A private one (私有化部署) may have http addresses, ports and paths. */
  readonly deployment: 'public' | 'private'
  /** Other addresses than WeCom's own. */
  readonly apiBaseUrl: string | undefined
  readonly authorizeBaseUrl: string | undefined
  readonly loginBaseUrl: string | undefined
}

/** How WeCom's callbacks (接收事件服务器) are signed and encrypted. */
export interface CallbackKeys {
  readonly token: string
  readonly encodingAesKey: string
}

/** The demo's settings, checked. */
export interface DemoConfig {
  readonly port: number
  /** Interface to listen on; undefined is all of them. */
  readonly host: string | undefined
  /** The demo's public address, without a trailing slash. It may have a path. */
  readonly baseUrl: string
  /** The real WeCom, or undefined for the simulator. */
  readonly account: WecomAccount | undefined
  readonly simulatorPort: number
  /** The corp that the simulator plays, such as `big-corp?users=12000&departments=300`. */
  readonly simulatorSeed: string
  readonly scope: 'snsapi_base' | 'snsapi_privateinfo'
  /** Seals the session cookies; undefined asks for a random one. */
  readonly sessionSecret: string | undefined
  /** Shares tokens, directory and sessions between processes. */
  readonly redisUrl: string | undefined
  readonly callback: CallbackKeys | undefined
  /** Members of this department see the operations view; undefined for nobody, or for whom the simulator's corp has. */
  readonly operationsDepartmentId: number | undefined
  /** Bearer token that opens `/metrics` to other machines. */
  readonly metricsToken: string | undefined
  /** What is logged: requests from `info` on. */
  readonly logLevel: 'warn' | 'info' | 'debug' | 'error'
  /** Files of the domain check by name. */
  readonly domainVerification: Readonly<Record<string, string>>
  /** Variables of the real WeCom that say nothing without `WECOM_CORP_ID`. */
  readonly unused: readonly string[]
}

/** What speaks to the real WeCom only. */
const accountVariables = [
  'WECOM_APP_SECRET',
  'WECOM_AGENT_ID',
  'WECOM_CONTACTS_SECRET',
  'WECOM_DEPLOYMENT',
  'WECOM_API_BASE_URL',
  'WECOM_AUTHORIZE_BASE_URL',
  'WECOM_LOGIN_BASE_URL',
]

/**
 * Reads the settings out of the environment.
 *
 * @throws ConfigError naming every variable that is missing or wrong
 */
export function readConfig(environment: Environment): DemoConfig {
  const reader = new EnvironmentReader(environment)
  const account = readAccount(reader)
  const port = reader.integer('PORT', { fallback: 3000, min: 1, max: 65_535 })
  const config: DemoConfig = {
    port,
    // Anybody who reaches the simulator's login page can be anybody: keep that on this machine.
    host: reader.text('HOST') ?? (account === undefined ? '127.0.0.1' : undefined),
    baseUrl: reader.url('BASE_URL', ['http:', 'https:']) ?? `http://localhost:${port}`,
    account,
    simulatorPort: readSimulatorPort(reader, account === undefined ? port : undefined),
    simulatorSeed: reader.text('SIMULATOR_SEED') ?? 'small-corp',
    scope: reader.choice('WECOM_SCOPE', ['snsapi_base', 'snsapi_privateinfo']),
    sessionSecret: readSessionSecret(reader, account),
    redisUrl: reader.url('REDIS_URL', ['redis:', 'rediss:']),
    callback: readCallback(reader),
    operationsDepartmentId: reader.integer('OPERATIONS_DEPARTMENT', {
      fallback: undefined,
      min: 1,
      max: 4_294_967_295,
    }),
    metricsToken: reader.matching(
      'METRICS_TOKEN',
      /^[\x21-\x7E]{16,}$/,
      'at least 16 characters without spaces; try openssl rand -hex 32',
    ),
    // A developer's terminal shows the addresses and what goes wrong; a server's log every request.
    logLevel: reader.choice(
      'LOG_LEVEL',
      account === undefined ? ['warn', 'info', 'debug', 'error'] : ['info', 'warn', 'debug', 'error'],
    ),
    domainVerification: readDomainVerification(reader),
    unused: account === undefined ? accountVariables.filter((name) => reader.text(name) !== undefined) : [],
  }
  if (reader.problems.length > 0) throw new ConfigError(reader.problems)
  return config
}

/** `taken` is the demo's own port where the simulator runs beside it. */
function readSimulatorPort(reader: EnvironmentReader, taken: number | undefined): number {
  const port = reader.integer('SIMULATOR_PORT', { fallback: 4700, min: 0, max: 65_535 })
  if (port === taken)
    reader.refuse(`SIMULATOR_PORT is ${port}, and so is PORT: choose another one, or 0 for any free one`)
  return port
}

function readAccount(reader: EnvironmentReader): WecomAccount | undefined {
  const corpId = reader.matching('WECOM_CORP_ID', /^[\w-]{1,64}$/, 'the CorpID, such as ww0123456789abcdef')
  if (corpId === undefined) return undefined
  const because = 'it belongs to WECOM_CORP_ID; unset that one to run on the simulator'
  reader.required('WECOM_AGENT_ID', because)
  const deployment = reader.choice('WECOM_DEPLOYMENT', ['public', 'private'])
  const readHost = (name: string): string | undefined =>
    deployment === 'private' ? reader.url(name, ['http:', 'https:']) : reader.origin(name)
  return {
    corpId,
    agentId: reader.integer('WECOM_AGENT_ID', { fallback: 0, min: 1, max: 4_294_967_295 }),
    secret: reader.required('WECOM_APP_SECRET', because),
    contactsSecret: reader.text('WECOM_CONTACTS_SECRET'),
    deployment,
    apiBaseUrl: readHost('WECOM_API_BASE_URL'),
    authorizeBaseUrl: readHost('WECOM_AUTHORIZE_BASE_URL'),
    loginBaseUrl: readHost('WECOM_LOGIN_BASE_URL'),
  }
}

function readSessionSecret(reader: EnvironmentReader, account: WecomAccount | undefined): string | undefined {
  const secret = reader.text('SESSION_SECRET')
  if (secret === undefined && account !== undefined) {
    reader.refuse(
      'SESSION_SECRET is missing: on the real WeCom sessions must outlive a restart; try openssl rand -hex 32',
    )
  }
  if (secret !== undefined && (secret.length < 32 || new Set(secret).size < 8)) {
    reader.refuse('SESSION_SECRET must be at least 32 random characters; try openssl rand -hex 32')
  }
  return secret
}

function readCallback(reader: EnvironmentReader): CallbackKeys | undefined {
  const token = reader.matching(
    'WECOM_CALLBACK_TOKEN',
    /^[\x21-\x7E]{1,128}$/,
    'the Token as the admin console shows it, without spaces',
  )
  const encodingAesKey = reader.matching(
    'WECOM_CALLBACK_AES_KEY',
    /^[A-Za-z0-9]{43}$/,
    'exactly 43 letters and digits, as the admin console shows it',
  )
  if (token === undefined && encodingAesKey === undefined) return undefined
  if (token === undefined)
    reader.refuse('WECOM_CALLBACK_TOKEN is missing: it belongs to WECOM_CALLBACK_AES_KEY')
  if (encodingAesKey === undefined)
    reader.refuse('WECOM_CALLBACK_AES_KEY is missing: it belongs to WECOM_CALLBACK_TOKEN')
  return { token: token ?? '', encodingAesKey: encodingAesKey ?? '' }
}

function readDomainVerification(reader: EnvironmentReader): Readonly<Record<string, string>> {
  const entries = (reader.text('WECOM_DOMAIN_VERIFICATION') ?? '')
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
  return Object.fromEntries(
    entries.map((entry) => {
      const [, name, content] = /^(WW_verify_[A-Za-z0-9]+\.txt)=(.+)$/.exec(entry) ?? []
      if (name === undefined || content === undefined) {
        reader.refuse(
          'WECOM_DOMAIN_VERIFICATION must look like WW_verify_x.txt=content (file name, =, what the file says)',
        )
      }
      return [name ?? '', content ?? '']
    }),
  )
}
