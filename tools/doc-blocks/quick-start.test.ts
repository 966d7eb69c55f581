import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from 'test-support/free-port'
import { repositoryRoot } from '../support/repository.ts'
import { createBlockProject } from './block-project.ts'
import { collectBlocks } from './collect-blocks.ts'
import { createVisitor } from './visitor.ts'

test('the quick start of the README signs a member in and answers a query', { timeout: 60_000 }, async () => {
  const visitor = createVisitor(await startQuickStart(await freePort()))

  const login = await visitor.get('/')
  expect(login.status).toBe(302)
  const confirmed = await visitor.get(`${login.location}&simulate_user=zhangsan`)
  const callback = await visitor.get(confirmed.location)
  expect(callback).toMatchObject({ location: '/' })

  expect(JSON.parse((await visitor.get('/')).body)).toMatchObject({ userId: 'zhangsan' })
  const answer = await visitor.post('/graphql', { query: '{ me { id name mainDepartment { name } } }' })
  expect(JSON.parse(answer.body)).toEqual({
    data: { me: { id: 'zhangsan', name: '张三', mainDepartment: { name: '后端组' } } },
  })
})

test(
  'the quick start says so when its port is taken, instead of printing an address',
  { timeout: 60_000 },
  async () => {
    await using other = createServer().listen(0)
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect(await startQuickStart(port)).toMatch(new RegExp(`EADDRINUSE.*:${port}$`))
  },
)

/** Runs the block as it is, on a port of ours, and answers the first line it prints. */
async function startQuickStart(port: number): Promise<string> {
  const block = collectBlocks(repositoryRoot).find(({ place }) => place.startsWith('README.md:'))
  if (block === undefined) throw new Error('README.md has no quick start')
  const project = createBlockProject(repositoryRoot)
  onTestFinished(() => project[Symbol.dispose]())
  const module = project.write('quick-start.ts', block.code.replaceAll('3000', String(port)))
  const child = spawn(process.execPath, ['--conditions=wecom-kit-source', module], { cwd: project.folder })
  onTestFinished(() => void child.kill('SIGKILL'))
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  for await (const line of createInterface(child.stdout)) return line
  throw new Error(`the quick start ended without a word: ${errors}`)
}
