import KeyvRedis from '@keyv/redis'
import { createWecomClient } from '@wecom-kit/core'
import { wecomSSO, type WecomSSOOptions } from '@wecom-kit/express-middleware'
import { createTestSession } from '@wecom-kit/express-middleware/testing'
import cookieSession from 'cookie-session'
import express, { type Express, type Request } from 'express'
import { auth } from 'express-openid-connect'
import session from 'express-session'
import { getIronSession } from 'iron-session'
import { Keyv } from 'keyv'

/** An app that answers GET /me for a signed-in visitor, and the cookie that makes one. */
export interface Variant {
  app: Express
  /** A `Cookie` header, or how to get one with a request to the running app. */
  signIn: (origin: string) => Promise<string>
}

const secret = 'a secret of this benchmark, 32 characters and more'
const user = { userId: 'zhangsan', name: '张三', departmentIds: [1, 7] }

/** Every variant answers the same JSON; all are built the way their READMEs say. */
export const variants: Record<string, () => Promise<Variant>> = {
  'bare Express': async () => {
    const app = express()
    app.get('/me', (_request, response) => void response.json({ user }))
    return { app, signIn: async () => '' }
  },
  'wecomSSO, memo on': () => ours({}),
  'wecomSSO, memo off': () => ours({ session: { memo: false } }),
  'wecomSSO, Redis sessions': () => ours({ session: { store: redisStore() } }),
  'cookie-session': async () => {
    const app = express()
    app.use(cookieSession({ name: 'session', keys: [secret] }))
    return withLogin(app)
  },
  'express-session': async () => {
    const app = express()
    app.use(session({ secret, resave: false, saveUninitialized: false }))
    return withLogin(app)
  },
  'iron-session': async () => {
    const app = express()
    const options = { password: secret, cookieName: 'session', cookieOptions: { secure: false } }
    app.get('/login', async (request, response) => {
      const sealed = await getIronSession<{ user?: unknown }>(request, response, options)
      sealed.user = user
      await sealed.save()
      response.end()
    })
    app.get('/me', async (request, response) => {
      const sealed = await getIronSession<{ user?: unknown }>(request, response, options)
      response.json({ user: sealed.user })
    })
    return { app, signIn: visitLogin }
  },
  'express-openid-connect': async () => {
    const app = express()
    app.use(
      auth({
        baseURL: 'http://localhost:3000',
        issuerBaseURL: 'https://issuer.example',
        clientID: 'client',
        secret,
        authRequired: false,
      }),
    )
    app.get('/login-for-bench', (request, response) => {
      // What a finished login leaves: an ID token of the usual size.
      const claims = Buffer.from(
        JSON.stringify({ sub: 'zhangsan', iss: 'https://issuer.example', name: '张三' }),
      )
      const header = Buffer.from('{"alg":"RS256"}').toString('base64url')
      const idToken = `${header}.${claims.toString('base64url')}.${'s'.repeat(342)}`
      Reflect.set(bag(request, 'appSession'), 'id_token', idToken)
      response.end()
    })
    app.get('/me', (request, response) => void response.json({ user: request.oidc.user }))
    return { app, signIn: (origin) => visit(`${origin}/login-for-bench`) }
  },
}

async function ours(options: Partial<WecomSSOOptions>): Promise<Variant> {
  const client = createWecomClient({
    corpId: 'ww1234567890abcdef',
    agentId: 1000002,
    secret: 'never used here',
  })
  const sso = wecomSSO({ client, sessionSecret: secret, baseUrl: 'http://localhost:3000', ...options })
  const app = express()
  app.use(sso)
  app.get('/me', (request, response) => void response.json({ user: request.wecomUser }))
  const { cookie, ready } = createTestSession(user, sso)
  await ready
  return { app, signIn: async () => cookie }
}

function redisStore(): Keyv {
  return new Keyv({ store: new KeyvRedis(process.env['BENCH_REDIS_URL']) })
}

function withLogin(app: Express): Variant {
  app.get('/login', (request, response) => {
    Reflect.set(bag(request, 'session'), 'user', user)
    response.end()
  })
  app.get('/me', (request, response) => {
    response.json({ user: Reflect.get(bag(request, 'session'), 'user') })
  })
  return { app, signIn: visitLogin }
}

/** Where a middleware keeps its session; each declares it in its own way. */
function bag(request: Request, name: string): object {
  const value: unknown = Reflect.get(request, name)
  if (typeof value === 'object' && value !== null) return value
  throw new Error(`the middleware set no request.${name}`)
}

const visitLogin = (origin: string): Promise<string> => visit(`${origin}/login`)

async function visit(url: string): Promise<string> {
  const response = await fetch(url)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}
