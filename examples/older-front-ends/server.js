import { fileURLToPath } from 'node:url'
import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomApiRouter, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import { startSimulator } from '@wecom-kit/simulator'
import express from 'express'

// The port stands in the uni-app page, which is not to be changed.
const port = Number(process.env.PORT ?? 13889)
const baseUrl = process.env.BASE_URL ?? `http://localhost:${port}`
const sessionSecret = process.env.SESSION_SECRET ?? 'for localhost only, refused anywhere else'

const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_APP_SECRET: secret } = process.env
const account =
  corpId === undefined
    ? (await startSimulator()).clientOptions()
    : { corpId, agentId: Number(agentId), secret }
const client = createWecomClient(account)
const directory = createDirectory(client)
const sso = wecomSSO({ client, sessionSecret, baseUrl, profile: 'directory', directory })

const app = express()
// In front of `sso`, which would take the code for itself: these pages read it from their address.
app.get('/uni-app', page('uni-app.html'))
app.get('/guide', page('guide.html'))
app.use('/vue', express.static(fileURLToPath(new URL('.', import.meta.resolve('vue/dist/vue.global.js')))))
app.use(express.static(fileURLToPath(new URL('public', import.meta.url))))

app.use(sso)
app.post('/wechat/getUserId/:code', async (request, response) => {
  const proof = { code: request.params.code, state: stateOf(request) ?? '' }
  const { userId } = await sso.completeLogin(request, response, proof)
  response.json({ code: 200, data: userId })
})
app.post('/api/wecom/getUserInfo', express.json(), (request, _response, next) => {
  request.body = { state: stateOf(request), ...request.body }
  next()
})
app.use('/api/wecom', wecomApiRouter(sso))
app.use('/graphql', requireWecomUser(), apolloWecom({ directory }).middleware)
app.use(wecomErrorHandler())
app.listen(port, (error) => console.log(error ?? `${baseUrl}/uni-app`))

/** A page that finds the code in its address; without one its visitor is sent to WeCom, with a state for this browser. */
function page(file) {
  return (request, response) => {
    // The browser then tells our routes the page's whole address, and other sites nothing.
    response.set('referrer-policy', 'same-origin')
    if (request.query.code !== undefined) {
      response.sendFile(fileURLToPath(new URL(`public/${file}`, import.meta.url)))
      return
    }
    const { state, redirectUri } = sso.loginState(request, response, {
      redirectUri: `${baseUrl}${request.path}`,
    })
    response.redirect(client.auth.loginUrl({ userAgent: request.get('user-agent'), redirectUri, state }))
  }
}

/**
 * The state that WeCom put beside the code. The page posts the code alone, but the browser says from which address it
 * does, and there the state stands; `sso` then checks it against the cookie of this browser, as always.
 */
function stateOf(request) {
  return URL.parse(request.get('referer') ?? '')?.searchParams.get('state') ?? undefined
}
