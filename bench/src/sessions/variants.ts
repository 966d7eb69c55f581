import KeyvRedis from '@keyv/redis'
import { createClient } from '@redis/client'
import { createWecomClient } from '@wecom-kit/core'
import { type WecomSSO, wecomSSO, type WecomSSOOptions } from '@wecom-kit/express-middleware'
import { createTestSession } from '@wecom-kit/express-middleware/testing'
import { RedisStore } from 'connect-redis'
import cookieSession from 'cookie-session'
import express, { type Express, type Request } from 'express'
import { auth } from 'express-openid-connect'
import session from 'express-session'
import { getIronSession } from 'iron-session'
import { Keyv } from 'keyv'

/** An app that answers GET /me for a signed-in visitor, and the cookie that makes one. */
export interface Variant {
  app: Express
  /** The `Cookie` headers of its visitors, or how to get one with a request to the running app. */
  signIn: (origin: string) => Promise<readonly string[]>
}

const secret = 'a secret of this benchmark, 32 characters and more'

/** Visitors of those variants that are measured with many. */
const manyVisitors = 5000

/** What every variant answers, byte for byte. */
const user = {
  corpId: 'ww1234567890abcdef',
  agentId: 1000002,
  userId: 'visitor-00000',
  loginAt: Date.now(),
  name: '张三',
  departmentIds: [1, 7],
}

/** Every variant answers the same JSON; all are built the way their READMEs say. */
export const variants: Record<string, () => Promise<Variant>> = {
  'bare Express': async () => {
    const app = express()
    app.get('/me', (_request, response) => void response.json({ user }))
    // The same cookies as ours: a longer head costs Node a little, whoever reads it.
    return { app, signIn: async () => cookiesOf(createSSO({})) }
  },
  wecomSSO: () => ours({}),
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
  'express-session, connect-redis': async () => {
    const app = express()
    const client = createClient({ url: process.env['BENCH_REDIS_URL'] ?? '' })
    await client.connect()
    const store = new RedisStore({ client })
    app.use(session({ secret, store, resave: false, saveUninitialized: false }))
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
  'express-openid-connect, not rolling': async () => {
    const app = express()
    app.use(
      auth({
        baseURL: 'http://localhost:3000',
        issuerBaseURL: 'https://issuer.example',
        clientID: 'client',
        secret,
        authRequired: false,
        session: { rolling: false },
      }),
    )
    app.get('/login-for-bench', (request, response) => {
      // What a finished login leaves: an ID token of the usual size.
      const claims = Buffer.from(JSON.stringify({ ...user, sub: user.userId, iss: 'https://issuer.example' }))
      const header = Buffer.from('{"alg":"RS256"}').toString('base64url')
      const idToken = `${header}.${claims.toString('base64url')}.${'s'.repeat(342)}`
      Reflect.set(bag(request, 'appSession'), 'id_token', idToken)
      response.end()
    })
    app.get('/me', (request, response) => {
      const { iss: _iss, sub: _sub, ...claims } = request.oidc.user ?? {}
      response.json({ user: claims })
    })
    return { app, signIn: async (origin) => [await visit(`${origin}/login-for-bench`)] }
  },
}

async function ours(options: Partial<WecomSSOOptions>): Promise<Variant> {
  const sso = createSSO(options)
  const app = express()
  app.use(sso)
  app.get('/me', (request, response) => void response.json({ user: request.wecomUser }))
  return { app, signIn: async () => cookiesOf(sso) }
}

function createSSO(options: Partial<WecomSSOOptions>): WecomSSO {
  const { agentId, corpId } = user
  const client = createWecomClient({ corpId, agentId, secret: 'never used here' })
  return wecomSSO({ client, sessionSecret: secret, baseUrl: 'http://localhost:3000', ...options })
}

async function cookiesOf(sso: WecomSSO): Promise<readonly string[]> {
  const cookies: string[] = []
  // One after another: thousands of writes at once are more than a store answers in its time.
  for (let index = 0; index < manyVisitors; index += 1) {
    const userId = `visitor-${String(index).padStart(5, '0')}`
    const { cookie, ready } = createTestSession({ ...user, userId }, sso)
    await ready
    cookies.push(cookie)
  }
  return cookies
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

const visitLogin = async (origin: string): Promise<readonly string[]> => [await visit(`${origin}/login`)]

async function visit(url: string): Promise<string> {
  const response = await fetch(url)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}
