import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import { startSimulator } from '@wecom-kit/simulator'
import express from 'express'

const port = Number(process.env['PORT'] ?? 3000)
const baseUrl = process.env['BASE_URL'] ?? `http://localhost:${port}`
const sessionSecret = process.env['SESSION_SECRET'] ?? 'for localhost only, refused anywhere else'

const client = createWecomClient(await account())
const directory = createDirectory(client)

const app = express()
app.use(wecomSSO({ client, sessionSecret, baseUrl, profile: 'directory', directory }))
app.get('/', requireWecomUser(), (request, response) => {
  response.send(page(request.wecomUser?.name ?? request.wecomUser?.userId ?? ''))
})
app.use('/graphql', requireWecomUser(), apolloWecom({ directory }).middleware)
app.use(wecomErrorHandler())
app.listen(port, (error) => console.log(error ?? baseUrl))

/** Your app of WeCom; without one, the app of a simulated corp. */
async function account(): Promise<{ corpId: string; agentId?: number; secret: string; baseUrl?: string }> {
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_APP_SECRET: secret } = process.env
  if (corpId === undefined || secret === undefined) return (await startSimulator()).clientOptions()
  return { corpId, agentId: Number(agentId), secret }
}

function page(name: string): string {
  const safe = name.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
  return `<!doctype html><meta charset="utf-8"><title>${safe}</title><h1>${safe}</h1>
    <form method="post" action="/wecom/logout"><button>Sign out</button></form>`
}
