import { startSimulator } from '@wecom-kit/simulator'
import { driveVariants, type Load, medianRows, startVariant, type Running } from '../load/drive-variants.ts'
import { record } from '../results/record.ts'
import type { Pace } from '../support/pace.ts'
import { everybody, freshLiterals, type Question, sameDocument, withVariables } from './documents.ts'
import { variants } from './variants.ts'

const columns = ['server', 'µs CPU per request', 'of bare', 'added', 'requests/s', 'of bare']

/** CPU of one GraphQL request for members, all servers interleaved; JSON and a JIT are what no server can go below. */
export async function compareServers({ quick, rounds, seconds }: Pace): Promise<void> {
  const simulator = await startSimulator({ seed: 'big-corp?users=12000&departments=300' })
  const { agentId, baseUrl, corpId, secret } = simulator.clientOptions()
  const corp = JSON.stringify({ baseUrl, corpId, agentId, secret })
  const script = new URL('server.ts', import.meta.url)
  const running = await Promise.all(Object.keys(variants).map((name) => startVariant(script, name, corp)))
  const measure = async (id: string, question: Question, connections: number, some: readonly Running[]) => {
    for (const one of some) await checkAnswer(one, question)
    await driveVariants(some, (one) => loadOf(one, question), { rounds, seconds, connections })
    const what = question === everybody ? question.name : `100 members × 8 fields, ${question.name}`
    const title = `GraphQL, ${what}, ${connections} at once`
    record({ id, title, columns, rows: medianRows(some) })
  }
  for (const connections of quick ? [10] : [1, 32, 200])
    await measure(`graphql-same-${connections}`, sameDocument, connections, running)
  if (!quick) await measure('graphql-variables', withVariables, 32, running)
  const readers = running.filter((one) => (quick ? isFirstChoice(one) : !/JSON|jit/.test(one.name)))
  await measure('graphql-literals', freshLiterals, 10, readers)
  await recordHeaps(readers)
  await measure('graphql-everybody', everybody, 4, running.filter(isFirstChoice))
  for (const { child } of running) child.disconnect()
  await simulator.close()
}

function isFirstChoice({ name }: Running): boolean {
  return ['bare graphql-js + Express', 'Apollo Server', 'apolloWecom'].includes(name)
}

function loadOf({ origin }: Running, { requests }: Question): Load {
  return { url: `${origin}/graphql`, requests }
}

async function recordHeaps(running: readonly Running[]): Promise<void> {
  const rows: string[][] = []
  for (const { child, name } of running) {
    const answer = new Promise<number>((resolve) => {
      child.once('message', ({ heapMb }: { heapMb: number }) => resolve(heapMb))
    })
    child.send('heap')
    rows.push([name, (await answer).toFixed(0)])
  }
  const title = 'Heap after thousands of documents with a literal of their own'
  record({ id: 'graphql-heap', title, columns: ['server', 'MB after a collection'], rows })
}

async function checkAnswer({ name, origin }: Running, { name: question, requests }: Question): Promise<void> {
  const [request] = requests
  if (request === undefined) return
  const response = await fetch(`${origin}/graphql`, { ...request })
  const text = await response.text()
  const members = text.split('"position"').length - 1
  const expected = question === everybody.name ? 12_000 : 100
  if (members !== expected)
    throw new Error(`${name}: ${members} members instead of ${expected}: ${text.slice(0, 300)}`)
}
