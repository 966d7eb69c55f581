import { request as send } from 'node:http'
import { printTable } from 'test-support/print-table'
import { hostileApp } from './app.ts'
import { type Place, places, seeds } from './places.ts'

const sizes = [10_000, 100_000, 1_000_000]

/**
 * What a stranger's request costs by its size, for the worst of some texts. Linear work is a ratio of about ten from
 * column to column; quadratic work would be a hundred.
 */
export async function costBySize(): Promise<void> {
  await using app = await hostileApp()
  const rows: string[][] = []
  for (const place of places) {
    await worst(app.url, place, sizes[0] ?? 0)
    const measured: number[] = []
    for (const size of sizes) measured.push(await worst(app.url, place, size))
    const [, middle = 0, large = 0] = measured
    rows.push([place.name, ...measured.map((ms) => ms.toFixed(1)), (large / middle).toFixed(1)])
  }
  printTable(
    'CPU of a hostile request (sender and server together)',
    ['where', '10 kB, ms', '100 kB, ms', '1 MB, ms', '1 MB ÷ 100 kB'],
    rows,
  )
}

async function worst(url: string, place: Place, size: number): Promise<number> {
  const costs: number[] = []
  for (const seed of seeds) {
    const text = seed.repeat(Math.ceil(size / seed.length)).slice(0, size)
    costs.push(Math.min(await cost(url, place, text), await cost(url, place, text)))
  }
  return Math.max(...costs)
}

async function cost(url: string, { path, request }: Place, text: string): Promise<number> {
  const { query = '', headers = {}, body } = request(text)
  const before = process.cpuUsage()
  await answered(`${url}${path}${query === '' ? '' : `?${query}`}`, headers, body)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

// Not fetch: it refuses long heads.
function answered(url: string, headers: Record<string, string>, body: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const sent = send(url, { method, headers, agent: false }, (response) => {
      response.resume()
      response.on('end', resolve)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
