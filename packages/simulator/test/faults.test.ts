import { describe, expect, test } from 'vitest'
import { type Fault, type Simulator, startSimulator } from '../src/index.ts'
import { call, gettokenPath } from './support.ts'

const path = '/cgi-bin/gettoken'

/** `ok`, the errcode, the HTTP status, or how the call broke. */
async function outcome(simulator: Simulator, signal?: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(
      simulator.url + gettokenPath(simulator),
      signal === undefined ? {} : { signal },
    )
    if (response.status !== 200) return response.status
    const text = await response.text()
    return text.startsWith('{"errcode":0') && text.endsWith('}') ? 'ok' : text.slice(0, 13)
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'broken'
  }
}

describe('a scripted fault', () => {
  test.each<[Fault, unknown]>([
    [{ path, kind: 'errcode', errcode: -1 }, '{"errcode":-1'],
    [{ path, kind: 'http', status: 502 }, 502],
    [{ path, kind: 'delay', ms: 20 }, 'ok'],
    [{ path, kind: 'reset' }, 'broken'],
    [{ path, kind: 'truncate' }, 'broken'],
    [{ path, kind: 'html' }, '<!doctype htm'],
    [{ path, kind: 'slow-body', ms: 30 }, 'ok'],
  ])('%o is played once and then is gone', async (fault, expected) => {
    await using simulator = await startSimulator()
    simulator.faults.add(fault)
    expect(await outcome(simulator)).toBe(expected)
    expect(await outcome(simulator)).toBe('ok')
    expect(simulator.journal.requests(path).map((entry) => entry.fault)).toEqual([fault.kind, null])
  })

  test('malformed is complete by its length and does not parse', async () => {
    await using simulator = await startSimulator()
    simulator.faults.add({ path, kind: 'malformed' })
    const response = await fetch(simulator.url + gettokenPath(simulator))
    await expect(response.json()).rejects.toThrow(SyntaxError)
  })

  test('answer is whatever a test needs', async () => {
    await using simulator = await startSimulator()
    const odd = {
      status: 202,
      headers: { 'content-type': 'text/plain', 'retry-after': '7' },
      body: '\ufeff{"errcode":"0"}',
    }
    simulator.faults.add({ path, kind: 'answer', ...odd })
    const response = await fetch(simulator.url + gettokenPath(simulator))
    expect([response.status, response.headers.get('retry-after')]).toEqual([202, '7'])
    expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(odd.body)
    const bad = { path, kind: 'answer', headers: { 'x-a': 'b\r\nset-cookie: c=d' } }
    expect((await call(simulator, '/__simulator/faults', bad)).body['error']).toContain('headers.x-a')
  })

  test('hang never answers until the simulator closes', async () => {
    await using simulator = await startSimulator()
    simulator.faults.add({ path, kind: 'hang' })
    expect(await outcome(simulator, AbortSignal.timeout(60))).toBe('timeout')
    simulator.faults.add({ path, kind: 'hang' })
    const hanging = outcome(simulator)
    await simulator.close()
    expect(await hanging).toBe('broken')
  })

  test('applies to its exact path, so many times, in the order given', async () => {
    await using simulator = await startSimulator()
    simulator.faults.add({ path, kind: 'errcode', errcode: 45009, times: 2 })
    simulator.faults.add({ path, kind: 'http', status: 500 })
    simulator.faults.add({ path: '/cgi-bin/gettoke', kind: 'http', status: 500 })
    const seen = []
    for (let round = 0; round < 4; round += 1) seen.push(await outcome(simulator))
    expect(seen).toEqual(['{"errcode":45', '{"errcode":45', 500, 'ok'])
    expect(simulator.faults.list()).toEqual([
      { id: 3, path: '/cgi-bin/gettoke', kind: 'http', status: 500, times: 1 },
    ])
  })

  test('errcode carries the empty containers of its path', async () => {
    await using simulator = await startSimulator()
    simulator.faults.add({ path: '/cgi-bin/user/list', kind: 'errcode', errcode: -1 })
    const { body, headers } = await call(simulator, '/cgi-bin/user/list')
    expect(body).toMatchObject({ errcode: -1, errmsg: expect.stringContaining('system busy'), userlist: [] })
    expect(headers.get('error-code')).toBe('-1')
  })

  test.each([
    [{ path, kind: 'explode' }, 'kind: expected one of errcode'],
    [{ path, kind: 'delay' }, 'ms: is missing'],
    [{ path, kind: 'delay', ms: '5' }, 'ms: expected a number'],
    [{ path, kind: 'hang', tims: 2 }, 'tims: unknown field'],
    [{ path, kind: 'hang', times: 0 }, 'times: expected a whole number'],
    [{ kind: 'hang' }, 'path: is missing'],
    ['nonsense', 'the body is not JSON'],
    [[1], 'expected an object'],
  ])('%j is refused with the reason', async (body, reason) => {
    await using simulator = await startSimulator()
    const answer = await call(simulator, '/__simulator/faults', body)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ error: expect.stringContaining(reason) })
  })
})

describe('random faults', () => {
  const draw = async (seed: number): Promise<(string | null)[]> => {
    await using simulator = await startSimulator()
    simulator.faults.random({ rate: 0.5, seed, kinds: ['errcode', 'http', 'html'] })
    for (let round = 0; round < 30; round += 1) await outcome(simulator)
    return simulator.journal.requests(path).map((entry) => entry.fault)
  }

  test('are the same again with the same seed and differ with another', async () => {
    const first = await draw(7)
    expect(await draw(7)).toEqual(first)
    expect(await draw(8)).not.toEqual(first)
    expect(first).toContain(null)
    expect(new Set(first).size).toBeGreaterThan(2)
  })

  test('name the seed they drew themselves, and end with rate 0 or clear()', async () => {
    await using simulator = await startSimulator()
    const { seed } = simulator.faults.random({ rate: 1, kinds: ['html'] })
    const { body } = await call(simulator, '/__simulator/state')
    expect(body['faults']).toMatchObject({ random: { rate: 1, seed } })
    expect(await outcome(simulator)).not.toBe('ok')
    simulator.faults.random({ rate: 0 })
    expect(await outcome(simulator)).toBe('ok')
  })
})
