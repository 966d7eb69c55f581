import type { CanActivate, ExecutionContext } from '@nestjs/common'
import { requireWecomUser } from '@wecom-kit/express-middleware'
import type { Request, Response } from 'express'

const guard = requireWecomUser()

/**
 * Our guard as one of Nest's: pages are sent to the sign-in, calls get 401. Where it has answered itself, the request
 * stays with it: Nest must not answer a second time.
 */
export class WecomGuard implements CanActivate {
  canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp()
    const request = http.getRequest<Request>()
    const response = http.getResponse<Response>()
    return new Promise((resolve, reject) => {
      guard(request, response, (error?: unknown) => (error === undefined ? resolve(true) : reject(error)))
    })
  }
}
