import { type ChildProcess, execFile } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startSimulator, type Simulator } from '../src/index.ts'
import { call, gettokenPath, patient, tokenOf } from './support.ts'

const run = promisify(execFile)
const entry = (name: string): string => new URL(`../src/${name}`, import.meta.url).href

describe('a simulator', () => {
  test('starts in under 300 ms', async () => {
    const times: number[] = []
    // The best of ten at most: what else the machine does is not the simulator's.
    while (times.length < 10 && !times.some((time) => time < 300)) {
      const startedAt = performance.now()
      await using simulator = await startSimulator()
      times.push(performance.now() - startedAt)
      expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    }
    expect(Math.min(...times)).toBeLessThan(300)
  })

  test('is not alone: several in one process know nothing of each other', async () => {
    await using first = await startSimulator()
    await using second = await startSimulator({ seed: 'big-corp?users=50&departments=4' })
    const token = await tokenOf(first)
    expect(
      (await call(second, `/cgi-bin/user/get?userid=zhangsan&access_token=${token}`)).body['errcode'],
    ).toBe(40014)
    first.faults.add({ path: '/cgi-bin/gettoken', kind: 'http', status: 500 })
    first.clock.advance(1_000_000)
    expect((await call(second, gettokenPath(second))).status).toBe(200)
    expect([first.journal.count(), second.journal.count()]).toEqual([1, 2])
    expect(second.clock.now()).toBeLessThan(first.clock.now())
  })

  test('leaves no handle behind: a process that closes one ends by itself', async () => {
    const startedAt = performance.now()
    const program = `
      import { startSimulator } from ${JSON.stringify(entry('index.ts'))}
      const simulator = await startSimulator({ settings: { latencyMs: 60_000 } })
      simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'hang' })
      simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'delay', ms: 60_000 })
      const calls = ['gettoken', 'gettoken', 'user/get', 'events'].map((path) =>
        fetch(simulator.url + (path === 'events' ? '/__simulator/events' : '/cgi-bin/' + path)).then((r) => r.text()).catch(() => 'broken'))
      while (simulator.journal.count() < 3) await new Promise((resolve) => setTimeout(resolve, 5))
      await simulator.close()
      await Promise.all(calls)
      console.log('closed')
    `
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
      timeout: 15_000,
    })
    expect(stdout.trim()).toBe('closed')
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })

  test('frees its port, can be closed twice, and ends the block of `await using`', async () => {
    const simulator = await startOnOwnPort()
    const port = Number(new URL(simulator.url).port)
    await simulator.close()
    await simulator.close()
    await using again = await startSimulator({ port })
    expect(again.url).toBe(simulator.url)
    await expect(startSimulator({ port })).rejects.toThrow('EADDRINUSE')
  })

  test('keeps the journal and everything else within bounds', async () => {
    await using simulator = await startSimulator()
    const { Ring } = await import('../src/world/ring.ts')
    const ring = new Ring<number>(3)
    for (const item of [1, 2, 3, 4, 5]) ring.push(item)
    expect([ring.toArray(), ring.size]).toEqual([[3, 4, 5], 3])
    ring.clear()
    ring.push(9)
    expect(ring.toArray()).toEqual([9])
    expect(simulator.journal.requests()).toEqual([])
  })

  test('refuses a body larger than any upload, to WeCom and to a switch', async () => {
    await using simulator = await startSimulator()
    const body = ' '.repeat(25 * 1024 * 1024)
    expect((await call(simulator, '/cgi-bin/media/upload', body)).status).toBe(413)
    const refused = await call(simulator, '/__simulator/users', body)
    expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('larger than') } })
    expect((await call(simulator, gettokenPath(simulator))).status).toBe(200)
  })
})

/** On a port the system hands out to nobody: between its two owners here another test could get one of those. */
async function startOnOwnPort(): Promise<Simulator> {
  for (;;) {
    try {
      return await startSimulator({ port: randomInt(32_000, 32_768) })
    } catch (error) {
      if (!String(error).includes('EADDRINUSE')) throw error
    }
  }
}

describe('the command line', () => {
  const bin = fileURLToPath(entry('bin.ts'))

  /** A process of its own, once it has printed its last line; gone after the test, however that ends. */
  async function start(
    args: readonly string[],
    last: string,
  ): Promise<{ child: ChildProcess; ended: Promise<unknown>; stderr: () => string; url: string }> {
    const child = execFile(process.execPath, [bin, ...args])
    onTestFinished(() => void child.kill('SIGKILL'))
    const ended = new Promise((resolve) => child.on('exit', resolve))
    let printed = ''
    child.stdout?.on('data', (chunk) => (printed += String(chunk)))
    let complaints = ''
    child.stderr?.on('data', (chunk) => (complaints += String(chunk)))
    await expect.poll(() => printed, patient).toContain(last)
    return {
      child,
      ended,
      stderr: () => complaints,
      url: /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? '',
    }
  }

  test('prints how to reach the simulator and stops on SIGTERM', async () => {
    const args = ['--port', '0', '--seed', 'big-corp?users=30&departments=3']
    const { child, ended, url } = await start(args, 'contacts-sync')
    expect(await (await fetch(`${url}/__simulator/state`)).json()).toMatchObject({ counts: { users: 30 } })
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  test('plays random faults and prints the seed that repeats them', async () => {
    const args = ['--port', '0', '--settings', '{"concurrency":9}', '--fault-rate', '1', '--fault-seed', '77']
    const { child, ended, url } = await start(args, '--fault-seed 77')
    const state: unknown = await (await fetch(`${url}/__simulator/state`)).json()
    expect(state).toMatchObject({ faults: { random: { rate: 1, seed: 77 } }, settings: { concurrency: 9 } })
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })

  test.each([
    [['--settings', '{"latency":1}'], '--settings: latency: unknown field'],
    [['--settings', '{'], '--settings: '],
    [['--port', '0', '--fault-rate', '2'], 'rate: expected a number from 0 to 1'],
    [['--port', '0', '--fault-seed', '7'], '--fault-rate'],
    [['--seed', 'nonsense'], 'seed: expected small-corp'],
    [['--port', 'many'], 'port'],
    [['--port', '0', '--allow-host', 'a:1'], 'allowHosts[0]'],
    [['--colour'], '--colour'],
  ])('%j ends with a reason and status 1', async (args, reason) => {
    await expect(run(process.execPath, [bin, ...args])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(reason),
    })
  })

  test('says what to do about a port that is taken', async () => {
    const { url } = await start(['--port', '0'], 'contacts-sync')
    const { port } = new URL(url)
    await expect(run(process.execPath, [bin, '--port', port])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`port ${port} is taken`),
    })
  })

  test('warns of a port that a network reaches', async () => {
    const { child, stderr } = await start(['--port', '0', '--host', '0.0.0.0'], 'contacts-sync')
    await expect.poll(stderr, patient).toContain('warning: listening on 0.0.0.0 without a password')
    child.kill('SIGTERM')
  })

  test('--version says which it is', async () => {
    const { stdout } = await run(process.execPath, [bin, '--version'])
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/)
  })

  test('--help explains itself', async () => {
    const { stdout } = await run(process.execPath, [bin, '--help'])
    expect(stdout).toContain('--seed')
  })
})
