import { fork, type ChildProcess } from 'node:child_process'
import autocannon from 'autocannon'
import { printTable } from 'test-support/print-table'

const requests = Number(process.env['HEAP_REQUESTS'] ?? 1_000_000)
const steps = 5

/** What a million authenticated requests leave behind: the heap after a collection, before, between and after. */
export async function measureHeap(): Promise<void> {
  const child = fork(new URL('heap-server.ts', import.meta.url), {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const { origin, cookie } = await answerOf<{ origin: string; cookie: string }>(child)
  await autocannon({ url: `${origin}/me`, connections: 32, amount: 20_000, headers: { cookie } })
  const rows = [['0', (await heapOf(child)).toFixed(1)]]
  for (let step = 1; step <= steps; step += 1) {
    const amount = requests / steps
    const { non2xx, errors } = await autocannon({
      url: `${origin}/me`,
      connections: 32,
      amount,
      headers: { cookie },
    })
    if (non2xx + errors > 0) throw new Error(`${non2xx} bad answers, ${errors} errors`)
    rows.push([String(step * amount), (await heapOf(child)).toFixed(1)])
  }
  printTable('Heap of an app with wecomSSO', ['authenticated requests', 'heap MB after a collection'], rows)
  child.disconnect()
}

async function heapOf(child: ChildProcess): Promise<number> {
  child.send('heap')
  return (await answerOf<{ heapMb: number }>(child)).heapMb
}

function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve) => {
    child.once('message', (message: T) => resolve(message))
  })
}
