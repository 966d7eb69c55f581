/** What users write with the main entry, read by `tsc`. */
import type { WecomClient } from '@wecom-kit/core'
import {
  getWecomUser,
  isWecomSSOError,
  requireWecomUser,
  wecomApiRouter,
  wecomErrorHandler,
  wecomSSO,
  type WecomSSO,
  type WecomSSOErrorCode,
  type WecomUser,
} from '@wecom-kit/express-middleware'
import express from 'express'
import { expectTypeOf } from 'vitest'

declare const client: WecomClient
declare const environment: Readonly<Record<string, string | undefined>>
declare const failure: unknown

// Options may be variables of the environment as they are.
const sso = wecomSSO({
  client,
  sessionSecret: environment['SESSION_SECRET'] ?? '',
  baseUrl: environment['BASE_URL'],
  appName: environment['APP_NAME'],
  session: { cookie: { domain: environment['DOMAIN'] } },
})
expectTypeOf(sso).toEqualTypeOf<WecomSSO>()
// @ts-expect-error a session needs a secret
wecomSSO({ client })
// @ts-expect-error an option that does not exist
wecomSSO({ client, sessionSecret: 'x', cookieName: 'x' })
// @ts-expect-error a word that is none of the known ones
wecomSSO({ client, sessionSecret: 'x', mode: 'always' })

const app = express()
app.use(sso)
app.use('/api/wecom', wecomApiRouter(sso, { permission: async (userId, caller) => userId === caller.userId }))
app.get('/', requireWecomUser(), (request, response) => {
  // Express's own request knows who is signed in.
  expectTypeOf(request.wecomUser).toEqualTypeOf<WecomUser | undefined>()
  expectTypeOf(getWecomUser(request)).toEqualTypeOf<WecomUser>()
  response.json(sso.sessionData(request))
})
app.get(
  '/hr',
  requireWecomUser({ departmentIds: [2] }),
  requireWecomUser((user) => user.userId === 'zhangsan'),
)
// @ts-expect-error a rule that does not exist
requireWecomUser({ departments: [2] })
app.use(wecomErrorHandler())

expectTypeOf(sso.revoke('zhangsan')).resolves.toEqualTypeOf<void>()
expectTypeOf<WecomSSO['completeLogin']>().returns.resolves.toEqualTypeOf<WecomUser>()
if (isWecomSSOError(failure)) expectTypeOf(failure.code).toEqualTypeOf<WecomSSOErrorCode>()
// Nobody changes who is signed in.
// @ts-expect-error
getWecomUser(express.request).userId = 'lisi'
