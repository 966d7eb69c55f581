import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findProgram } from 'test-support/find-program'
import { freePort } from 'test-support/free-port'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { runProgram } from 'test-support/run-program'
import { untilListening } from 'test-support/until-listening'
import { Visitor } from 'test-support/visitor'
import { waitFor } from 'test-support/wait-for'
import { meOf } from './me-of.ts'
import { startExample } from './start-example.ts'

const nginx = findProgram('the cluster behind nginx is not tried', 'nginx')
const isComplete = hasRedisServer() && nginx !== undefined

test.runIf(isComplete)('cluster-nginx: signed in on one process, known and forgotten on all', async () => {
  const [front, port] = [await freePort(), String(await freePort())]
  const baseUrl = `http://localhost:${front}/oa`
  const redis = await startRedisServer()
  onTestFinished(() => redis.stop())
  await startExample('cluster-nginx', () => ({ PORT: port, BASE_URL: baseUrl, REDIS_URL: redis.url }))
  await startNginx(front, port)

  const visitor = new Visitor(baseUrl)
  const { url, response } = await visitor.signIn('zhangsan')
  expect(url).toBe(`${baseUrl}/`)
  expect(await response.json()).toMatchObject({ userId: 'zhangsan' })
  expect(await eachProcess(visitor)).toEqual([200, 200])
  expect(await meOf(visitor)).toBe('张三')

  await visitor.fetch('wecom/logout', { method: 'POST', headers: { origin: new URL(baseUrl).origin } })
  expect(await eachProcess(visitor)).toEqual([401, 401])
})

/** The status of `/oa/` from each of two processes. */
async function eachProcess(visitor: Visitor): Promise<readonly number[]> {
  const statuses = new Map<string, number>()
  return await waitFor('two processes to answer', async () => {
    const response = await visitor.fetch('')
    statuses.set(response.headers.get('x-process') ?? '', response.status)
    return statuses.size >= 2 ? [...statuses.values()].slice(0, 2) : undefined
  })
}

/** What the README prints, on ports of ours. */
async function startNginx(front: number, port: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cluster-nginx-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'temp'))
  const printed = await readFile(join(import.meta.dirname, '../cluster-nginx/nginx.conf'), 'utf8')
  const text = printed
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${front}`)
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${port}`)
  await writeFile(join(folder, 'nginx.conf'), text)
  const server = runProgram(nginx ?? '', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], { cwd: folder })
  onTestFinished(async () => {
    // Its worker would outlive a master that is killed.
    server.kill('SIGTERM')
    await server.exitCode
  })
  await untilListening(server, front)
}
