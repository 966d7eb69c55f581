import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import { startSimulator } from '@wecom-kit/simulator'
import { AppModule } from './app.module.js'

const port = Number(process.env['PORT'] ?? 3000)
const baseUrl = process.env['BASE_URL'] ?? `http://localhost:${port}`
const sessionSecret = process.env['SESSION_SECRET'] ?? 'for localhost only, refused anywhere else'

const client = createWecomClient((await startSimulator()).clientOptions())
const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] })
// In front of Nest's own routing: the sign-in has routes of its own, which no controller knows.
app.use(wecomSSO({ client, sessionSecret, baseUrl }))
app.use('/graphql', requireWecomUser(), apolloWecom({ directory: createDirectory(client) }).middleware)
await app.listen(port)
console.log(baseUrl)
