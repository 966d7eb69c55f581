import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import { startSimulator } from '@wecom-kit/simulator'
import express from 'express'
import serverless from 'serverless-http'

// What the platform does not set has no default here: a function cannot know under which address it is called.
const { BASE_URL: baseUrl, SESSION_SECRET: sessionSecret } = process.env
const account = process.env.WECOM_CORP_ID
  ? {
      corpId: process.env.WECOM_CORP_ID,
      agentId: Number(process.env.WECOM_AGENT_ID),
      secret: process.env.WECOM_APP_SECRET,
    }
  : (await startSimulator()).clientOptions()

// Made once per instance of the function and kept between calls: tokens and directory stay warm.
const client = createWecomClient(account)
const directory = createDirectory(client)

const app = express()
// Sessions are sealed cookies, so that any instance knows them and no store is needed.
app.use(wecomSSO({ client, sessionSecret, baseUrl }))
app.use('/graphql', requireWecomUser(), apolloWecom({ directory }).middleware)
app.get('/', requireWecomUser(), (request, response) => {
  response.send(`<!doctype html><meta charset="utf-8"><h1>${request.wecomUser.userId}</h1>
    <form method="post" action="/wecom/logout"><button>Sign out</button></form>`)
})
app.use(wecomErrorHandler())

/** What the platform calls. */
export const handler = serverless(app)
