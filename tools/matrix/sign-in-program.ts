/** What every runtime has to manage: a server on the simulator, one visitor who signs in, one query. */
export const signInProgram = `import express from 'express'
import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import { startSimulator } from '@wecom-kit/simulator'

const simulator = await startSimulator()
const client = createWecomClient(simulator.clientOptions())
const app = express()
const server = app.listen(0)
const home = 'http://localhost:' + server.address().port + '/'
app.use(wecomSSO({ client, sessionSecret: 'for localhost only, refused anywhere else', baseUrl: home }))
app.get('/', requireWecomUser(), (request, response) => response.json(request.wecomUser))
app.use('/graphql', requireWecomUser(), apolloWecom({ directory: createDirectory(client) }).middleware)
app.use(wecomErrorHandler())

const cookies = new Map()
async function visit(url, init = {}) {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
  const headers = { accept: 'text/html', ...init.headers, ...(url.startsWith(home) ? { cookie } : {}) }
  const response = await fetch(url, { ...init, headers, redirect: 'manual' })
  for (const line of response.headers.getSetCookie()) cookies.set(...line.split(';', 1)[0].split(/=(.*)/s, 2))
  const location = response.headers.get('location')
  if (location === null) return await response.text()
  const next = new URL(location, url)
  if (next.pathname === '/wwlogin/sso/login') next.searchParams.set('simulate_user', 'zhangsan')
  return await visit(next.href)
}
const page = await visit(home + 'wecom/login?returnTo=/')
if (JSON.parse(page).userId !== 'zhangsan') throw new Error('not signed in: ' + page)
const headers = { 'content-type': 'application/json', accept: '*/*' }
const answer = await visit(home + 'graphql', { method: 'POST', headers, body: '{"query":"{ me { name } }"}' })
if (JSON.parse(answer).data.me.name !== '张三') throw new Error('no answer: ' + answer)
process.exit(0)
`
