import { getWecomUser, isWecomSSOError } from '@wecom-kit/express-middleware'
import type { RequestHandler } from 'express'

/**
 * Lets members and strangers pass, and nobody whose session cannot be looked up right now: they would be taken for
 * strangers, and a page would tell them that they are signed out.
 */
export const knownVisitors: RequestHandler = (request, _response, next) => {
  try {
    getWecomUser(request)
    next()
  } catch (error) {
    next(isWecomSSOError(error) && error.status < 500 ? undefined : error)
  }
}
