// CommonJS: Node 22.12 and newer can require() our ES modules.
const { randomBytes } = require('node:crypto')
const express = require('express')
const jwt = require('jsonwebtoken')
const passport = require('passport')
const { Strategy } = require('passport-jwt')
const { createDirectory, createWecomClient } = require('@wecom-kit/core')
const { wecomErrorHandler, wecomSSO } = require('@wecom-kit/express-middleware')
const { apolloWecom } = require('@wecom-kit/graphql')
const { startSimulator } = require('@wecom-kit/simulator')

const port = Number(process.env.PORT ?? 3000)
const baseUrl = process.env.BASE_URL ?? `http://localhost:${port}`
const sessionSecret = process.env.SESSION_SECRET ?? 'for localhost only, refused anywhere else'
const jwtSecret = process.env.JWT_SECRET ?? randomBytes(32).toString('hex')

/** Your own table of users: found by the WeCom userid, made at the first sign-in. */
const users = new Map()
function findOrCreateUser(wecomUserId) {
  const user = users.get(wecomUserId) ?? { id: users.size + 1, wecomUserId, roles: ['staff'] }
  users.set(wecomUserId, user)
  return user
}

async function main() {
  const account = process.env.WECOM_CORP_ID
    ? {
        corpId: process.env.WECOM_CORP_ID,
        agentId: Number(process.env.WECOM_AGENT_ID),
        secret: process.env.WECOM_APP_SECRET,
      }
    : (await startSimulator()).clientOptions()

  const client = createWecomClient(account)
  const app = express()
  app.use(
    wecomSSO({
      client,
      sessionSecret,
      baseUrl,
      mode: 'required',
      publicPaths: ['/api'],
      // WeCom says who it is; from here on your own user and your own token count.
      onLogin: (wecomUser, _request, response) => {
        const { id, roles } = findOrCreateUser(wecomUser.userId)
        const token = jwt.sign({ sub: String(id), roles }, jwtSecret, { expiresIn: '8h' })
        const secure = baseUrl.startsWith('https:') ? '; Secure' : ''
        response.appendHeader('set-cookie', `token=${token}; Path=/api; HttpOnly; SameSite=Lax${secure}`)
      },
    }),
  )

  passport.use(
    new Strategy(
      { jwtFromRequest: tokenOf, secretOrKey: jwtSecret, algorithms: ['HS256'] },
      (payload, done) => {
        const user = [...users.values()].find(({ id }) => String(id) === payload.sub)
        done(null, user ?? false)
      },
    ),
  )
  const api = passport.authenticate('jwt', { session: false })
  app.get('/api/me', api, (request, response) => response.json(request.user))

  app.get('/', (request, response) =>
    response.send(`<h1>${request.wecomUser.userId}</h1><a href="/api/me">me</a>`),
  )
  app.use('/graphql', apolloWecom({ directory: createDirectory(client) }).middleware)
  app.use(wecomErrorHandler())
  app.listen(port, () => console.log(baseUrl))
}

function tokenOf(request) {
  return /(?:^|; )token=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? null
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
