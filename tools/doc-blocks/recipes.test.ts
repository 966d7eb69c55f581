import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { blockOf, startBlock } from './start-block.ts'
import { type Answer, createVisitor, type Visitor } from './visitor.ts'

const jwtKey = 'a key of this test'

test('hooks: every recipe of the page does what its heading says', { timeout: 60_000 }, async () => {
  // The last one continues all before it.
  const code = blockOf('docs/sso/hooks.md', -1)
  const origin = await startBlock(
    `${code}
app.get('/req-user', (request, response) => response.json(Reflect.get(request, 'user') ?? null))
`,
    { JWT_SECRET: jwtKey },
  )
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
  const visitor = createVisitor(await startBlock(blockOf('docs/production/several-corps.md', 0)))
  await signIn(visitor, '/spruce')
  expect(JSON.parse((await visitor.get('/spruce/')).body)).toEqual({ corp: 'spruce', userId: 'zhangsan' })
  expect((await visitor.get('/pine/')).status).toBe(302)
  await signIn(visitor, '/pine', 'LiSi')
  expect(JSON.parse((await visitor.get('/pine/')).body)).toEqual({ corp: 'pine', userId: 'LiSi' })
  expect(JSON.parse((await visitor.get('/spruce/')).body)).toMatchObject({ userId: 'zhangsan' })
})

/** From the sign-in below a mount to what its callback answers. */
async function signIn(visitor: Visitor, mount: string, userId = 'zhangsan'): Promise<Answer> {
  const begun = await visitor.get(`${mount === '/' ? '' : mount}/wecom/login?returnTo=/`)
  const atWecom = await visitor.get(`${begun.location}&simulate_user=${userId}`)
  return await visitor.get(atWecom.location)
}

function jwtOf(cookies: readonly string[]): string {
  return cookies.find((line) => line.startsWith('jwt=')) ?? ''
}
