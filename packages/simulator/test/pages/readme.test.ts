import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { findTool } from 'test-support/find-program'
import { documentedPaths, documentedRoute } from '../../src/documented/documented-routes.ts'
import { realEndpoints } from '../../src/endpoints/endpoints.ts'
import { startSimulator } from '../../src/index.ts'
import { isRecord } from '../../src/shape/shape.ts'
import { clicksOfJobs } from '../clicks-of-jobs.ts'
import { call } from '../support.ts'

const run = promisify(execFile)
const python = findTool("the README's Python example runs in it", 'python3')
const curl = findTool("the README's curl lines need it", 'curl')
const read = (page: string): string => readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8')

test.skipIf(python === undefined)('the Python example of the README runs as printed', async () => {
  await using simulator = await startSimulator()
  const block = /```py\n(.*?)```/s.exec(read('README.md'))?.[1] ?? ''
  const code = block.replace('http://127.0.0.1:4700', simulator.url)
  const { stdout } = await run(python ?? '', ['-c', code])
  expect(stdout.split('\n')).toEqual(['zhangsan', '45009', '1', ''])
})

test.skipIf(curl === undefined)('the curl example of the README runs as printed', async () => {
  await using simulator = await startSimulator()
  const block = /```sh\n(curl.*?)```/s.exec(read('README.md'))?.[1] ?? ''
  const { stdout } = await run('sh', ['-ec', block.replaceAll('http://127.0.0.1:4700', simulator.url)])
  expect(stdout).not.toContain('"error"')
  expect(simulator.contacts.user('zhangsan')?.position).toBe('CTO')
  expect(simulator.settings.get().latencyMs).toEqual([50, 200])
})

test("the route of the README leads the host of Tencent's panel to the simulator", async () => {
  await using simulator = await startSimulator()
  const block = /```js\n(.*?)```/s.exec(read('README.md'))?.[1] ?? ''
  const { answered, page } = pageWithRoute(
    `https://login.work.weixin.qq.com/wwlogin/sso/login?${panelQuery(simulator.corp.id)}`,
  )
  const code = `export default async (page, simulator) => {\n${block}\n}`
  const printed: { default: (on: typeof page, to: typeof simulator) => Promise<void> } = await import(
    `data:text/javascript,${encodeURIComponent(code)}`
  )
  await printed.default(page, simulator)
  expect(answered).toEqual([302])
})

test('the README has every switch of GET /__simulator/acts', async () => {
  await using simulator = await startSimulator()
  const { body } = await call(simulator, '/__simulator/acts')
  const acts = Array.isArray(body['acts']) ? body['acts'].filter(isRecord) : []
  expect(acts.length).toBeGreaterThan(30)
  const [, section = ''] = read('README.md').split('## Switches')
  const rows = section.split('\n').filter((line) => line.startsWith('| `'))
  const missing = acts.filter(({ route }) => {
    const [method = '', path = ''] = String(route).split(' ')
    const [root = ''] = path.split('/')
    return !rows.some((row) => row.includes(method) && row.includes(root))
  })
  expect(missing).toEqual([])
})

test.each(['README.md', 'README.zh-CN.md'])('%s says how many paths of each chapter behave', (name) => {
  const page = read(name)
  const real = new Set(realEndpoints.map(({ path }) => path))
  const counts = new Map<string, [real: number, shape: number]>()
  for (const { area, path } of documentedPaths().flatMap((each) => documentedRoute(each) ?? [])) {
    const [behaving, shaped] = counts.get(area) ?? [0, 0]
    counts.set(area, real.has(path) ? [behaving + 1, shaped] : [behaving, shaped + 1])
  }
  const rows = Array.from(counts, ([area, [behaving, shaped]]) => `| \`${area}\` | ${behaving} | ${shaped} |`)
  expect(rows.filter((row) => !page.includes(row))).toEqual([])
})

test('the clicks of each job in the console, which a browser counts', () => {
  const rows = [...read('README.md').matchAll(/^\| ([a-z ]+) \| (\d+) \|/gm)]
  const told = rows.map(([, name = '', clicks]): [string, number] => [name, Number(clicks)])
  expect(told.filter(([name]) => name in clicksOfJobs)).toEqual(Object.entries(clicksOfJobs))
})

function panelQuery(corpId: string): string {
  const redirect = { redirect_uri: 'http://localhost:3000/callback', state: 'abc', simulate_user: 'zhangsan' }
  return new URLSearchParams({ appid: corpId, agentid: '1000002', ...redirect }).toString()
}

/** A page of Playwright as far as the README's route knows it: it asks for this address as soon as it is routed. */
function pageWithRoute(url: string) {
  const answered: number[] = []
  const route = {
    request: () => ({ url: () => url }),
    fetch: (options: { readonly url: string }) => fetch(options.url, { redirect: 'manual' }),
    fulfill: ({ response }: { readonly response: Response }) => answered.push(response.status),
  }
  const page = { route: (_pattern: string, handle: (on: typeof route) => Promise<void>) => handle(route) }
  return { answered, page }
}
