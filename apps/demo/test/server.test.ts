import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { freePort } from 'test-support/free-port'
import { runServer, runServerBelowNpm, startServer } from './support/run-server.ts'
import { waitFor } from 'test-support/wait-for'
import { Visitor } from 'test-support/visitor'

describe('node src/server.ts', { timeout: 60_000 }, () => {
  it('runs on a simulator of its own with nothing set but ports, and stops cleanly on SIGTERM', async () => {
    const [PORT, SIMULATOR_PORT] = [String(await freePort()), String(await freePort())]
    await using server = await startServer({ PORT, SIMULATOR_PORT })
    const output = await waitFor('the addresses', async () => {
      const text = server.output()
      return text.includes('/graphql') && text.includes('SESSION_SECRET') ? text : undefined
    })
    expect(output).toContain(`http://localhost:${PORT}/`)
    expect(output).toContain(`http://localhost:${PORT}/graphql`)
    expect(output).toContain('SESSION_SECRET is not set')

    const visitor = new Visitor(`http://localhost:${PORT}`)
    await visitor.signIn('zhangsan')
    expect(await visitor.query('{ me { name } }')).toEqual({ data: { me: { name: '张三' } } })
    const consoleUrl = `http://127.0.0.1:${SIMULATOR_PORT}/__simulator/`
    expect(output).toContain(consoleUrl)
    expect(await (await visitor.fetch('demo/environment')).json()).toMatchObject({ consoleUrl })
    const simulatorConsole = await fetch(consoleUrl)
    expect(simulatorConsole.status).toBe(200)
    expect(simulatorConsole.headers.get('content-type')).toContain('text/html')

    await fetch(`http://127.0.0.1:${SIMULATOR_PORT}/__simulator/users/zhangsan`, { method: 'DELETE' })
    await waitFor('the deleted member to be signed out', async () => {
      const answer = JSON.stringify(await visitor.query('{ me { name } }'))
      return answer === '{"data":{"me":null}}' ? true : undefined
    })

    // An open page must not hold the process back.
    await visitor.signIn('lisi')
    const stream = await visitor.fetch('demo/live')
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    server.kill('SIGTERM')
    expect(await server.exitCode).toBe(0)
    expect(await stream.text()).toContain('event: warm-up')
  })

  // A list instead of `runIf`: a skipped test stands for a missing program, and fails a run where none is missing.
  const signals = process.platform === 'linux' ? (['SIGTERM', 'SIGKILL'] as const) : []
  it.for(signals)('ends when the npx above it alone gets %s', async (signal) => {
    const [PORT, SIMULATOR_PORT] = [String(await freePort()), String(await freePort())]
    await using npx = runServerBelowNpm({ PORT, SIMULATOR_PORT })
    await waitFor('the addresses', async () => (npx.output().includes('/graphql') ? true : undefined))
    const server = Number.parseInt(npx.output(), 10)
    expect(isRunning(server)).toBe(true)
    npx.kill(signal)
    await npx.exitCode
    try {
      await waitFor('the server to end', async () => (isRunning(server) ? undefined : true))
    } finally {
      if (isRunning(server)) process.kill(server, 'SIGKILL')
    }
  })

  it('names the variable when a port is taken', async () => {
    const taken = String(await freePort())
    const blocker = createServer().listen(Number(taken), '127.0.0.1')
    await once(blocker, 'listening')
    const attempts = [
      { variable: 'PORT', environment: { PORT: taken, SIMULATOR_PORT: '0' } },
      { variable: 'SIMULATOR_PORT', environment: { PORT: String(await freePort()), SIMULATOR_PORT: taken } },
    ]
    const outcomes = attempts.map(async ({ variable, environment }) => {
      await using server = runServer(environment)
      expect(await server.finished).toBe(1)
      expect(server.output()).toContain(`Port ${taken} is taken by another program`)
      expect(server.output()).toContain(`${variable}=${Number(taken) + 1}`)
    })
    await Promise.all(outcomes)
    blocker.close()
  })

  it('lists what is wrong with the environment, without a stack', async () => {
    await using server = runServer({ WECOM_CORP_ID: 'ww1', PORT: 'http', SESSION_SECRET: 'short' })
    expect(await server.finished).toBe(1)
    for (const name of ['WECOM_APP_SECRET', 'WECOM_AGENT_ID', 'PORT', 'SESSION_SECRET']) {
      expect(server.output()).toContain(`  - ${name} `)
    }
    expect(server.output()).not.toMatch(/^\s+at /m)
  })
})

/** A process that has ended may stay in the table until its new parent looks, which in a container may be never. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
