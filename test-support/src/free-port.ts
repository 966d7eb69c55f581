import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * A port that was free a moment ago, for programs that cannot report the one they took. Not one that the system
 * hands out: between our look and the program's start the next test that listens on port 0 would get it, and so
 * would one that listens while a program is restarted. Nor one that this or another test file at the same moment was
 * given: each has ports of its own.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = first + randomInt(portsEach)
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) return port
  }
}

const portsEach = 500
const given = new Set<number>()
// Vitest numbers the processes that run at the same time.
const first = 20_000 + (Number(process.env['VITEST_POOL_ID'] ?? 0) % 24) * portsEach

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
