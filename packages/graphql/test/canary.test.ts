import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { post } from './post.ts'
import { startEndpoint } from './start-endpoint.ts'
import { startYoga } from './start-yoga.ts'

const canary = 'CANARY0123456789'
const names =
  'access_token suite_access_token permanent_code auth_code js_code tfa_code user_ticket user_doc_ticket response_code welcome_code key secret corpsecret aes_key'.split(
    ' ',
  )

/** What a fetch, a driver or a directory of the host's says when it fails: it quotes what it was given. */
function quoting(): Error {
  const quoted = names.flatMap((name) => [
    `https://wecom.example/x?${name}=${canary}`,
    JSON.stringify({ [name]: canary }),
    `${name}: ${canary}`,
  ])
  const cause = new Error(`ticket=${canary}`)
  return Object.assign(new Error(quoted.join(' '), { cause }), { command: { args: ['SET', canary] } })
}
const fail = () => {
  throw quoting()
}
const rejects = async () => {
  await Promise.resolve()
  throw quoting()
}

const faces = [
  ['apollo', startEndpoint, { stackTraces: true }],
  ['yoga', startYoga, { exposeErrors: true }],
] as const
const hooks = {
  viewer: { viewer: rejects },
  'viewer, at once': { viewer: fail },
  canSee: { canSee: fail },
  fieldPolicy: { fieldPolicy: fail },
  'publicErrors, about a failure': { canSee: fail, publicErrors: fail },
} as const
const query =
  '{ me { id name mobile } user(id: "lisi") { id name mobile } departmentUsers(departmentId: 1, first: 2) { id mobile } }'

describe.each(faces)('secrets in what is thrown behind %s', (_face, start, open) => {
  test.each(Object.entries(hooks))('%s: neither the log nor the answer has them', async (_hook, options) => {
    await using endpoint = await start(options)
    const { text } = await post(endpoint.url, { query })
    expect(endpoint.log).not.toEqual([])
    expect(inspect(endpoint.log, { depth: 10, showHidden: true })).toContain('REDACTED')
    expect(text + inspect(endpoint.log, { depth: 10, showHidden: true })).not.toContain(canary)
  })

  test.each([
    ['masked', {}],
    ['shown to developers', open],
  ])('a directory that fails, %s', async (_how, options) => {
    await using endpoint = await start(options)
    endpoint.directory.failures.set('lisi', quoting())
    const { text } = await post(endpoint.url, { query })
    expect(text).toContain('errors')
    expect(text + inspect(endpoint.log, { depth: 10, showHidden: true })).not.toContain(canary)
  })
})
