import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import express from 'express'
import { account } from './account.ts'
import { createCustomers } from './customers.ts'

const port = Number(process.env['PORT'] ?? 3000)
const baseUrl = process.env['BASE_URL'] ?? `http://localhost:${port}`
const sessionSecret = process.env['SESSION_SECRET'] ?? 'for localhost only, refused anywhere else'

const client = createWecomClient(await account())
const directory = createDirectory(client)
const customers = createCustomers(client)

const app = express()
app.use(wecomSSO({ client, sessionSecret, baseUrl, mode: 'required' }))
app.get('/', async (_request, response) => {
  const names = (await customers.followers()).map((userId) => `<li><a href="/of/${userId}">${userId}</a>`)
  response.send(`<!doctype html><meta charset="utf-8"><title>客户联系</title><ul>${names.join('')}</ul>`)
})
// A page of a member's customers; `next` is the cursor of the page after it, absent on the last one.
app.get('/of/:userId', async (request, response) => {
  const { cursor } = request.query
  response.json(await customers.of(request.params.userId, typeof cursor === 'string' ? cursor : undefined))
})
app.get('/customers/:id', async (request, response) => {
  response.json(await customers.detail(request.params.id))
})
app.use('/graphql', requireWecomUser(), apolloWecom({ directory }).middleware)
app.use(wecomErrorHandler())
app.listen(port, (error) => console.log(error ?? baseUrl))
