import { isRecord } from '../internal/is-record.ts'
import { optionError } from '../errors/option-error.ts'
import { setupError } from '../errors/setup-error.ts'

const known: Readonly<Record<string, readonly string[]>> = {
  '': [
    'client corpId agentId secret sessionSecret baseUrl allowedHosts mode publicPaths api authorize allowLinked scope',
    'profile directory loginPath callbackPath logoutPath mePath allowedReturnOrigins session transaction store',
    'timeout maxInflight onLogin onLogout onError isRevoked logger now',
  ]
    .join(' ')
    .split(' '),
  session: ['name', 'idle', 'absolute', 'updateAge', 'cookie', 'store', 'memo'],
  'session.cookie': ['domain', 'path', 'sameSite', 'secure', 'partitioned'],
  transaction: ['ttl', 'max'],
  wecomApiRouter: ['permission', 'origins', 'dangerouslyAllowStateless'],
  wecomCallback: 'token encodingAesKey receiveId onEvent sso directory store logger now'.split(' '),
  wecomJssdk: ['anonymous'],
}

/** Names people bring from other libraries, and what the option is called here. */
const renamed: Readonly<Record<string, string>> = {
  cookieSecret: 'sessionSecret',
  secrets: 'sessionSecret',
  baseURL: 'baseUrl',
  clientSecret: 'secret',
  corpSecret: 'secret',
  corpid: 'corpId',
  agentid: 'agentId',
  redirectUri: 'callbackPath',
  redirectPath: 'callbackPath',
  'session.maxAge': 'session.idle',
  'session.secret': 'sessionSecret',
  'session.ttl': 'session.idle',
  'session.cookieName': 'session.name',
  'wecomCallback.encodingAESKey': 'encodingAesKey',
  'wecomCallback.aesKey': 'encodingAesKey',
  'wecomCallback.corpId': 'receiveId',
}

/** Refuses misspelt options: a silently ignored `publicPath` guards what was meant to be open, or the reverse. */
export function checkKnownOptions(options: unknown, section = ''): void {
  if (!isRecord(options)) {
    if (section === '') return
    throw optionError(section, 'given an object of options', options)
  }
  const names = known[section] ?? []
  for (const [name, value] of Object.entries(options)) {
    const full = section === '' ? name : `${section}.${name}`
    if (!names.includes(name))
      throw setupError('WECOM_SETUP_OPTION', `there is no option ${full}${hint(full, names)}`)
    if (known[full] === undefined || value === undefined) continue
    if (!isRecord(value)) throw optionError(full, 'an object of options', value)
    checkKnownOptions(value, full)
  }
}

function hint(full: string, names: readonly string[]): string {
  const name = full.split('.').at(-1) ?? full
  const meant = renamed[full] ?? names.find((other) => isNear(other.toLowerCase(), name.toLowerCase()))
  return meant === undefined ? '' : `; did you mean ${meant}?`
}

function isNear(left: string, right: string): boolean {
  return left === right || `${left}s` === right || left === `${right}s`
}
