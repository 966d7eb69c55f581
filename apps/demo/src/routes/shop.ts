import { Router } from 'express'

/**
 * A page of some other feature that happens to use `?code=`. It is here to show that the sign-in middleware leaves
 * such addresses alone: only a `state` it issued itself makes a request a callback.
 */
export function shop(): Router {
  return Router().get('/shop', (request, response) => {
    response.json({ url: request.originalUrl, coupon: request.query['code'] ?? null })
  })
}
