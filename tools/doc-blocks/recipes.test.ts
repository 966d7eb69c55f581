import { createHmac } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { accepts } from 'test-support/accepts'
import { freePort } from 'test-support/free-port'
import { runProgram } from 'test-support/run-program'
import { waitFor } from 'test-support/wait-for'
import { repositoryRoot } from '../support/repository.ts'
import { createBlockProject } from './block-project.ts'
import { collectBlocks } from './collect-blocks.ts'
import { type Answer, createVisitor, type Visitor } from './visitor.ts'

const jwtKey = 'a key of this test'

test('hooks: every recipe of the page does what its heading says', { timeout: 60_000 }, async () => {
  // The last one continues all before it.
  const code = blockOf('docs/sso/hooks.md', -1)
  const origin = await start(`${code}
app.get('/req-user', (request, response) => response.json(Reflect.get(request, 'user') ?? null))
`)
  const [zhang, li] = [createVisitor(origin), createVisitor(origin)]

  await signIn(zhang, '/')
  await signIn(li, '/', 'LiSi')
  expect(JSON.parse((await zhang.get('/')).body)).toEqual({ userId: 'zhangsan', accountId: 1 })
  expect(JSON.parse((await li.get('/')).body)).toEqual({ userId: 'LiSi', accountId: 2 })
  await signIn(zhang, '/')
  expect(JSON.parse((await zhang.get('/')).body)).toMatchObject({ accountId: 1 })

  expect(JSON.parse((await zhang.get('/req-user')).body)).toMatchObject({ userId: 'zhangsan' })
  expect((await createVisitor(origin).get('/req-user')).body).toBe('null')

  const { cookies } = await signIn(createVisitor(origin), '/legacy')
  const [head = '', claims = '', signature] = (/^jwt=([^;]+)/.exec(jwtOf(cookies))?.[1] ?? '').split('.')
  expect(createHmac('sha256', jwtKey).update(`${head}.${claims}`).digest('base64url')).toBe(signature)
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ sub: 'zhangsan' })

  const stranger = createVisitor(origin)
  const refused = await signIn(stranger, '/strict', 'LiSi')
  expect([refused.status, refused.body]).toEqual([403, expect.stringContaining('No account yet')])
  expect((await stranger.get('/req-user')).body).toBe('null')
  expect((await signIn(createVisitor(origin), '/strict')).status).toBe(302)
})

test('several corps: a member of one is a stranger at the other', { timeout: 60_000 }, async () => {
  const visitor = createVisitor(await start(blockOf('docs/production/several-corps.md', 0)))
  await signIn(visitor, '/spruce')
  expect(JSON.parse((await visitor.get('/spruce/')).body)).toEqual({ corp: 'spruce', userId: 'zhangsan' })
  expect((await visitor.get('/pine/')).status).toBe(302)
  await signIn(visitor, '/pine', 'LiSi')
  expect(JSON.parse((await visitor.get('/pine/')).body)).toEqual({ corp: 'pine', userId: 'LiSi' })
  expect(JSON.parse((await visitor.get('/spruce/')).body)).toMatchObject({ userId: 'zhangsan' })
})

function blockOf(page: string, index: number): string {
  const block = collectBlocks(repositoryRoot)
    .filter(({ place }) => place.startsWith(`${page}:`))
    .at(index)
  if (block === undefined) throw new Error(`${page} has no such block`)
  return block.code
}

/** Runs a program of a page on a free port and gives its origin. */
async function start(code: string): Promise<string> {
  const port = await freePort()
  const project = createBlockProject(repositoryRoot)
  onTestFinished(() => project[Symbol.dispose]())
  const module = project.write('recipe.ts', code.replaceAll(/\b3000\b/g, String(port)))
  const server = runProgram(process.execPath, ['--conditions=wecom-kit-source', module], {
    cwd: project.folder,
    environment: { JWT_SECRET: jwtKey },
  })
  onTestFinished(() => server[Symbol.asyncDispose]())
  await waitFor(`the recipe: ${server.output()}`, () => accepts(port))
  return `http://localhost:${port}`
}

/** From the sign-in below a mount to what its callback answers. */
async function signIn(visitor: Visitor, mount: string, userId = 'zhangsan'): Promise<Answer> {
  const begun = await visitor.get(`${mount === '/' ? '' : mount}/wecom/login?returnTo=/`)
  const atWecom = await visitor.get(`${begun.location}&simulate_user=${userId}`)
  return await visitor.get(atWecom.location)
}

function jwtOf(cookies: readonly string[]): string {
  return cookies.find((line) => line.startsWith('jwt=')) ?? ''
}
