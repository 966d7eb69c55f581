import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import { startSimulator } from '@wecom-kit/simulator'
import cors from 'cors'
import express from 'express'

const port = Number(process.env['PORT'] ?? 3000)
const baseUrl = process.env['BASE_URL'] ?? `http://localhost:${port}`
const frontEnd = process.env['FRONT_END'] ?? 'http://localhost:5173'
const sessionSecret = process.env['SESSION_SECRET'] ?? 'for localhost only, refused anywhere else'

const client = createWecomClient((await startSimulator()).clientOptions())
const directory = createDirectory(client)

const app = express()
// In front of everything else: a preflight carries no cookie, and no guard lets one pass.
app.use(cors({ origin: frontEnd, credentials: true }))
// `allowedReturnOrigins` lets a sign-in end at the front end, `trustedOrigins` lets its pages sign out.
app.use(
  wecomSSO({
    client,
    sessionSecret,
    baseUrl,
    allowedReturnOrigins: [frontEnd],
    trustedOrigins: [frontEnd],
  }),
)
app.use('/graphql', requireWecomUser(), apolloWecom({ directory }).middleware)
app.use(wecomErrorHandler())
app.listen(port, (error) => console.log(error ?? baseUrl))
