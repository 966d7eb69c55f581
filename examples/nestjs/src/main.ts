import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { requireWecomUser, wecomSSO } from '@wecom-kit/express-middleware'
import { AppModule } from './app.module.js'
import { client } from './wecom.js'

const port = Number(process.env['PORT'] ?? 3000)
const baseUrl = process.env['BASE_URL'] ?? `http://localhost:${port}`
const sessionSecret = process.env['SESSION_SECRET'] ?? 'for localhost only, refused anywhere else'

const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] })
// In front of Nest's own routing: the sign-in has routes of its own, which no controller knows.
app.use(wecomSSO({ client, sessionSecret, baseUrl }))
app.use('/graphql', requireWecomUser())
await app.listen(port)
console.log(baseUrl)
