import express, { type RequestHandler, type Router } from 'express'
import { type Directory, isWecomError, type WecomClient } from '@wecom-kit/core'

/** The client and the directory over HTTP: the answer, or `{ error }` with what a caller would have caught. */
export function coreRoutes(client: WecomClient, directory: Directory): Router {
  const router = express.Router()
  router.get(
    '/core/user/:id',
    answer(async ({ id }) => (await client.users.get(id)).userid),
  )
  router.get(
    '/core/department/:id',
    answer(async ({ id }) => (await client.users.simpleList(Number(id))).map(({ userid }) => userid)),
  )
  router.get(
    '/directory/users/:ids',
    answer(async ({ ids }) => (await directory.users(ids.split(','))).map((user) => user?.userId ?? null)),
  )
  router.get(
    '/directory/department/:id',
    answer(async ({ id }) => (await directory.departmentUsers(Number(id)))?.map(({ userId }) => userId)),
  )
  return router
}

type Parameters = { readonly id: string; readonly ids: string }

function answer(work: (parameters: Parameters) => Promise<unknown>): RequestHandler {
  return (request, response) => {
    const { id, ids } = request.params
    const parameters = { id: String(id), ids: String(ids) }
    work(parameters).then(
      (value) => response.json({ value }),
      (error: unknown) => {
        console.error('caught', error)
        response.status(502).json({ error: isWecomError(error) ? error.code : `untyped: ${String(error)}` })
      },
    )
  }
}
