declare module 'cookie-session' {
  import type { RequestHandler } from 'express'
  export default function cookieSession(options: { name: string; keys: string[] }): RequestHandler
}

declare module 'express-session' {
  import type { RequestHandler } from 'express'
  export default function session(options: {
    secret: string
    resave: boolean
    saveUninitialized: boolean
    store?: object
  }): RequestHandler
}
