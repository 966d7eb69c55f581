import { createServer } from 'node:http'
import { createWecomClient } from '@wecom-kit/core'
import express, { type Request, type RequestHandler } from 'express'
import { getWecomUser, requireWecomUser, wecomSSO, type WecomUser } from '@wecom-kit/express-middleware'
import { expect, expectTypeOf, it } from 'vitest'
import { secret } from './support/test-app.ts'

const client = createWecomClient({ corpId: 'ww0123456789abcdef', agentId: 1, secret: 'app-secret' })

it("fits Express's own types, also with a check on its Request", () => {
  const sso = wecomSSO({ client, sessionSecret: secret })
  const app = express()
  app.use(sso)
  const isSelf = (user: WecomUser, request: Request) => request.params['id'] === user.userId
  app.get('/of/:id', requireWecomUser(isSelf), (request, response) => {
    expectTypeOf(request.wecomUser).toEqualTypeOf<WecomUser | undefined>()
    response.json(getWecomUser(request))
  })
  const handlers: RequestHandler[] = [sso, requireWecomUser(), requireWecomUser({ departmentIds: [1] })]
  app.use(handlers)
  expect(handlers).toHaveLength(3)
})

it('fits node:http', () => {
  const sso = wecomSSO({ client, sessionSecret: secret })
  const guard = requireWecomUser()
  const server = createServer((request, response) => {
    sso(request, response, () => {
      guard(request, response, () => response.end())
    })
  })
  expect(server.listening).toBe(false)
})
