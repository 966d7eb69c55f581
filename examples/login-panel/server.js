import { readFileSync } from 'node:fs'
import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import { startSimulator } from '@wecom-kit/simulator'
import express from 'express'

const port = Number(process.env.PORT ?? 3000)
const baseUrl = process.env.BASE_URL ?? `http://localhost:${port}`
const sessionSecret = process.env.SESSION_SECRET ?? 'for localhost only, refused anywhere else'

const account = process.env.WECOM_CORP_ID
  ? {
      corpId: process.env.WECOM_CORP_ID,
      agentId: Number(process.env.WECOM_AGENT_ID),
      secret: process.env.WECOM_APP_SECRET,
    }
  : (await startSimulator()).clientOptions()
const client = createWecomClient(account)
const sso = wecomSSO({ client, sessionSecret, baseUrl })

// The package has WeCom's host built in; on the simulator it has to ask the simulator instead.
const sdk = readFileSync(new URL(import.meta.resolve('@wecom/jssdk/dist/wecom.global.prod.js')), 'utf8')
const wecomHost = 'https://login.work.weixin.qq.com'
const panel = sdk.replaceAll(wecomHost, account.loginBaseUrl ?? wecomHost)

const app = express()
app.use(sso)

/** What the panel needs: a state bound to this browser, and where WeCom has to come back to. */
app.get('/login-panel', (request, response) => {
  const { state, redirectUri } = sso.loginState(request, response, { returnTo: '/' })
  response.json({ appid: client.corpId, agentid: String(client.agentId), state, redirect_uri: redirectUri })
})

/** Where the page posts the code with `redirect_type: 'callback'`. */
app.post('/login-panel', express.json(), async (request, response) => {
  const { userId } = await sso.completeLogin(request, response, request.body)
  response.json({ userId })
})

app.get('/wecom-jssdk.js', (_request, response) => response.type('js').send(panel))
app.get('/me', (request, response) => response.json(request.wecomUser ?? null))
app.get(['/', '/top'], (_request, response) => response.sendFile('page.html', { root: import.meta.dirname }))
app.use('/graphql', requireWecomUser(), apolloWecom({ directory: createDirectory(client) }).middleware)
app.use(wecomErrorHandler())
app.listen(port, (error) => console.log(error ?? baseUrl))
