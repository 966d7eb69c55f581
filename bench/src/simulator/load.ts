import { fork, type ChildProcess } from 'node:child_process'
import autocannon from 'autocannon'
import { printTable } from 'test-support/print-table'

const totalSeconds = Number(process.env['LOAD_SECONDS'] ?? 120)
const slices = 8

interface Started {
  url: string
  corpId: string
  secret: string
  startMs: number
}

/** Throughput and memory of the simulator with 12,000 members, under load for two minutes. */
export async function load(): Promise<void> {
  const child = fork(new URL('serve-big-corp.ts', import.meta.url))
  const started = await message<Started>(child)
  const token = await tokenOf(started)
  const requests = [
    `/cgi-bin/user/get?access_token=${token}&userid=zhangsan`,
    `/cgi-bin/user/list?access_token=${token}&department_id=8`,
    `/cgi-bin/user/simplelist?access_token=${token}&department_id=20`,
    `/cgi-bin/department/simplelist?access_token=${token}`,
  ].map((path) => ({ method: 'GET' as const, path }))
  const rows: string[][] = []
  for (let slice = 1; slice <= slices; slice += 1) {
    const duration = totalSeconds / slices
    const result = await autocannon({ url: started.url, connections: 20, duration, requests })
    child.send('memory')
    const { heapMb, rssMb } = await message<{ heapMb: number; rssMb: number }>(child)
    const rate = result.requests.total / duration
    rows.push([
      `${slice * duration} s`,
      rate.toFixed(0),
      String(result.non2xx + result.errors),
      heapMb.toFixed(0),
      rssMb.toFixed(0),
    ])
  }
  console.log(`\n12,000 members and 300 departments were ready after ${started.startMs.toFixed(0)} ms`)
  printTable(
    'Simulator under load, 20 connections',
    ['after', 'requests/s', 'failed', 'heap MB', 'RSS MB'],
    rows,
  )
  child.disconnect()
}

async function tokenOf({ url, corpId, secret }: Started): Promise<string> {
  const response = await fetch(`${url}/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${secret}`)
  const answer: unknown = await response.json()
  if (typeof answer === 'object' && answer !== null && 'access_token' in answer)
    return String(answer.access_token)
  throw new Error('no token')
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve) => {
    child.once('message', (received: T) => resolve(received))
  })
}
