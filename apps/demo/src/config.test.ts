import { describe, expect, it } from 'vitest'
import { ConfigError } from './config-error.ts'
import { readConfig } from './config.ts'
import type { Environment } from './environment.ts'

const real: Environment = {
  WECOM_CORP_ID: 'ww0123456789abcdef',
  WECOM_APP_SECRET: 'the-app-secret',
  WECOM_AGENT_ID: '1000002',
  SESSION_SECRET: '0123456789abcdef0123456789abcdef',
}

describe('readConfig', () => {
  it('runs on the simulator, on this machine only, when nothing is set', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      account: undefined,
      simulatorPort: 4700,
      simulatorSeed: 'small-corp',
      operationsDepartmentId: undefined,
      metricsToken: undefined,
      logLevel: 'warn',
      scope: 'snsapi_base',
      sessionSecret: undefined,
      redisUrl: undefined,
      callback: undefined,
      domainVerification: {},
      unused: [],
    })
  })

  it('takes names with nothing behind them, as in .env.example, for unset', () => {
    const unused = { WECOM_CORP_ID: '', SESSION_SECRET: ' ', REDIS_URL: '', PORT: '', WECOM_SCOPE: '' }
    expect(readConfig(unused)).toEqual(readConfig({}))
  })

  it('speaks to the real WeCom on every interface with WECOM_CORP_ID', () => {
    const config = readConfig({
      ...real,
      WECOM_CONTACTS_SECRET: 'the-contacts-secret',
      WECOM_API_BASE_URL: 'https://wecom.internal/',
      BASE_URL: 'https://oa.example.com/demo/',
      PORT: '8080',
    })
    expect(config).toMatchObject({ port: 8080, host: undefined, baseUrl: 'https://oa.example.com/demo' })
    // Nobody's business until somebody says whose.
    expect(config).toMatchObject({ operationsDepartmentId: undefined, logLevel: 'info' })
    expect(config.account).toEqual({
      corpId: 'ww0123456789abcdef',
      agentId: 1_000_002,
      secret: 'the-app-secret',
      contactsSecret: 'the-contacts-secret',
      deployment: 'public',
      apiBaseUrl: 'https://wecom.internal',
    })
  })

  it('takes container names, ports and paths for hosts of a private deployment only', () => {
    const hosts = { WECOM_API_BASE_URL: 'http://simulator:4700/wecom/' }
    expect(() => readConfig({ ...real, ...hosts })).toThrow('WECOM_API_BASE_URL')
    const config = readConfig({ ...real, ...hosts, WECOM_DEPLOYMENT: 'private' })
    expect(config.account?.apiBaseUrl).toBe('http://simulator:4700/wecom')
  })

  it('knows what is left unused when WECOM_CORP_ID is missing, misspelt or switched off', () => {
    const { WECOM_CORP_ID: _off, ...rest } = real
    const config = readConfig({ ...rest, WECOM_CORPID: 'ww0123456789abcdef', WECOM_CONTACTS_SECRET: '' })
    expect(config.account).toBeUndefined()
    expect(config.unused).toEqual(['WECOM_APP_SECRET', 'WECOM_AGENT_ID'])
    expect(readConfig(real).unused).toEqual([])
  })

  it('lets a private deployment on this machine speak plain http, and Redis have a password', () => {
    const config = readConfig({
      ...real,
      WECOM_API_BASE_URL: 'http://127.0.0.1:4700/',
      WECOM_LOGIN_BASE_URL: 'http://localhost:4700',
      REDIS_URL: 'rediss://user:hunter2@redis.internal/2',
    })
    expect(config.account).toMatchObject({
      apiBaseUrl: 'http://127.0.0.1:4700',
      loginBaseUrl: 'http://localhost:4700',
    })
    expect(config.redisUrl).toBe('rediss://user:hunter2@redis.internal/2')
  })

  it('reads callbacks and the domain verification', () => {
    const config = readConfig({
      WECOM_CALLBACK_TOKEN: 'token',
      WECOM_CALLBACK_AES_KEY: 'k'.repeat(43),
      WECOM_DOMAIN_VERIFICATION: 'WW_verify_abc123.txt=abc123, WW_verify_def.txt=def',
    })
    expect(config.callback).toEqual({ token: 'token', encodingAesKey: 'k'.repeat(43) })
    expect(config.domainVerification).toEqual({
      'WW_verify_abc123.txt': 'abc123',
      'WW_verify_def.txt': 'def',
    })
  })

  it.each<[string, Environment]>([
    ['WECOM_APP_SECRET', { ...real, WECOM_APP_SECRET: undefined }],
    ['WECOM_AGENT_ID', { ...real, WECOM_AGENT_ID: undefined }],
    ['WECOM_AGENT_ID', { ...real, WECOM_AGENT_ID: 'oa' }],
    ['SESSION_SECRET', { ...real, SESSION_SECRET: undefined }],
    ['SESSION_SECRET', { SESSION_SECRET: 'too short' }],
    ['SESSION_SECRET', { SESSION_SECRET: 'x'.repeat(64) }],
    ['WECOM_SCOPE', { WECOM_SCOPE: 'snsapi_userinfo' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '3000x' }],
    ['SIMULATOR_PORT', { SIMULATOR_PORT: '-1' }],
    ['BASE_URL', { BASE_URL: 'oa.example.com' }],
    ['BASE_URL', { BASE_URL: 'https://oa.example.com/?from=mail' }],
    ['REDIS_URL', { REDIS_URL: 'http://localhost:6379' }],
    ['WECOM_API_BASE_URL', { ...real, WECOM_API_BASE_URL: 'qyapi.weixin.qq.com' }],
    ['WECOM_API_BASE_URL', { ...real, WECOM_API_BASE_URL: 'https://wecom.internal/cgi-bin' }],
    ['WECOM_API_BASE_URL', { ...real, WECOM_API_BASE_URL: 'http://wecom.internal' }],
    ['WECOM_LOGIN_BASE_URL', { ...real, WECOM_LOGIN_BASE_URL: 'https://user:hunter2@wecom.internal' }],
    ['WECOM_CORP_ID', { ...real, WECOM_CORP_ID: 'ww0123456789abcdef, the CorpID' }],
    ['BASE_URL', { BASE_URL: 'https://user:hunter2@oa.example.com' }],
    ['SIMULATOR_PORT', { PORT: '4700' }],
    ['SIMULATOR_PORT', { SIMULATOR_PORT: '3000' }],
    ['WECOM_CALLBACK_TOKEN', { WECOM_CALLBACK_TOKEN: 'my token', WECOM_CALLBACK_AES_KEY: 'k'.repeat(43) }],
    ['WECOM_CALLBACK_TOKEN', { WECOM_CALLBACK_AES_KEY: 'k'.repeat(43) }],
    ['WECOM_CALLBACK_AES_KEY', { WECOM_CALLBACK_TOKEN: 'token' }],
    ['WECOM_CALLBACK_AES_KEY', { WECOM_CALLBACK_TOKEN: 'token', WECOM_CALLBACK_AES_KEY: 'short' }],
    ['WECOM_DOMAIN_VERIFICATION', { WECOM_DOMAIN_VERIFICATION: 'verify.txt=abc' }],
    ['WECOM_DOMAIN_VERIFICATION', { WECOM_DOMAIN_VERIFICATION: 'WW_verify_abc.txt' }],
  ])('refuses to start and names %s for %j', (name, environment) => {
    const problems = problemsOf(environment)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} `))
  })

  it('lists every problem at once and repeats no secret', () => {
    const problems = problemsOf({
      WECOM_CORP_ID: 'ww0123456789abcdef',
      SESSION_SECRET: 'hunter2',
      REDIS_URL: 'https://user:hunter3@redis',
      WECOM_CALLBACK_TOKEN: 'hunter4',
    })
    expect(problems).toHaveLength(5)
    expect(problems.join('\n')).not.toContain('hunter')
  })
})

function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}
