import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WecomUser } from '../user.ts'

/**
 * What we need of a request. It is node:http's own, plus the few properties Express adds: typed like this, the same
 * middleware fits Express 4, Express 5 and a bare `http.createServer`.
 */
export interface SsoRequest extends IncomingMessage {
  wecomUser?: WecomUser | undefined
  originalUrl?: string
  baseUrl?: string
  body?: unknown
  app?: { get(name: string): unknown }
}

/** Continues with the next handler, or with the error handlers. */
export type Next = (error?: unknown) => void

/** A middleware for Express 4, Express 5 and anything that calls `(request, response, next)`. */
export type SsoHandler = (request: SsoRequest, response: ServerResponse, next: Next) => void

declare global {
  // eslint-disable-next-line typescript/no-namespace -- the name Express's own types look for
  namespace Express {
    interface Request {
      /** Who is signed in; undefined for everybody else. Set by `wecomSSO()`, frozen. */
      wecomUser?: WecomUser | undefined
    }
  }
}
