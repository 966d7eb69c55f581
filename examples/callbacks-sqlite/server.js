import { once } from 'node:events'
import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomCallback, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import express from 'express'
import { openMembers } from './members.js'
import { connectSimulator, useSimulator } from './simulator.js'

const port = Number(process.env.PORT ?? 3000)
const baseUrl = process.env.BASE_URL ?? `http://localhost:${port}`
const sessionSecret = process.env.SESSION_SECRET ?? 'for localhost only, refused anywhere else'

// Of the admin console: 管理工具 → 通讯录同步 → 接收事件服务器, whose URL is /wecom/events here.
const { WECOM_CORP_ID, WECOM_AGENT_ID, WECOM_APP_SECRET, WECOM_CALLBACK_TOKEN, WECOM_CALLBACK_AES_KEY } =
  process.env
const simulated = WECOM_CORP_ID === undefined ? await useSimulator() : undefined
const account = simulated?.account ?? {
  corpId: WECOM_CORP_ID,
  agentId: Number(WECOM_AGENT_ID),
  secret: WECOM_APP_SECRET,
}
const keys = simulated?.keys ?? { token: WECOM_CALLBACK_TOKEN, encodingAesKey: WECOM_CALLBACK_AES_KEY }

const client = createWecomClient(account)
const directory = createDirectory(client)
const members = openMembers(process.env.DATABASE ?? ':memory:')
const sso = wecomSSO({ client, sessionSecret, baseUrl, profile: 'directory', directory })

// Once at the start, for what happened while nobody listened; from then on the events tell.
members.replaceAll((await directory.departmentUsers(1, { recursive: true })) ?? [])

/** One after the other: two events of one member must not overtake each other between reading and writing. */
let work = Promise.resolve()

/** An event says that something changed, perhaps late, twice or out of order; what is true now is read again. */
async function follow(event) {
  if (!['create_user', 'update_user', 'delete_user'].includes(event.type)) return
  for (const userId of [event.userId, event.newUserId ?? event.userId]) {
    const member = await directory.user(userId)
    if (member === undefined) members.remove(userId)
    else members.put(member)
  }
}

const app = express()
// Before body parsers: the signature is over the bytes. With `sso` whoever left is signed out at once.
app.use(
  '/wecom/events',
  wecomCallback({
    ...keys,
    receiveId: account.corpId,
    directory,
    sso,
    // A failed one is tried again by wecomCallback; the chain goes on without it.
    onEvent: (event) => {
      const done = work.then(() => follow(event))
      work = done.catch(() => undefined)
      return done
    },
  }),
)
app.use(sso)
app.get('/', requireWecomUser(), (_request, response) => response.json(members.all()))
app.use('/graphql', requireWecomUser(), apolloWecom({ directory }).middleware)
app.use(wecomErrorHandler())
await once(app.listen(port), 'listening')
console.log(baseUrl)
if (simulated !== undefined) await connectSimulator(simulated, `${baseUrl}/wecom/events`)
