import { fork } from 'node:child_process'
import { createWecomClient, type WecomClient } from '@wecom-kit/core'
import { Agent, request } from 'undici'
import { cpuPerRun } from '../support/cpu-per-run.ts'
import { median } from '../support/median.ts'

const rounds = 9
const callsPerRound = 8000

/** CPU of a warm call against a bare undici.request of the same answer, alternating in one process. */
export async function warmCall(): Promise<void> {
  const server = fork(new URL('answer-server.ts', import.meta.url))
  const port = await new Promise<number>((resolve) => {
    server.once('message', (message: { port: number }) => resolve(message.port))
  })
  const baseUrl = `http://127.0.0.1:${port}`
  const wecom = createWecomClient({ corpId: 'ww1', secret: 'secret', agentId: 1000002, baseUrl })
  const agent = new Agent({ connections: 64 })
  const token = await wecom.auth.token()
  const url = `${baseUrl}/cgi-bin/user/get?access_token=${token}&userid=zhangsan`
  const bare = async (): Promise<void> => {
    const { body } = await request(url, { dispatcher: agent })
    await body.json()
  }
  const ours = async (): Promise<void> => {
    await wecom.users.get('zhangsan')
  }
  for (const concurrency of [1, 32]) {
    await cpuPerRun(bare, 2000, concurrency)
    await cpuPerRun(ours, 2000, concurrency)
    const samples = { bare: [] as number[], ours: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      samples.bare.push(await cpuPerRun(bare, callsPerRound, concurrency))
      samples.ours.push(await cpuPerRun(ours, callsPerRound, concurrency))
    }
    const [b, o] = [median(samples.bare), median(samples.ours)]
    console.log(
      `warm users.get, ${concurrency} at once: ${o.toFixed(1)} µs CPU, bare undici.request ${b.toFixed(1)} µs, ratio ${(o / b).toFixed(2)} (promise: at most 1.5)`,
    )
  }
  await tokenReads(wecom.auth)
  await agent.close()
  await wecom.close()
  server.disconnect()
}

async function tokenReads(auth: WecomClient['auth']): Promise<void> {
  const reads = 1_000_000
  const rates: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now()
    for (let read = 0; read < reads; read += 1) await auth.token()
    rates.push(reads / ((performance.now() - startedAt) / 1000))
  }
  console.log(`warm auth.token(): ${(median(rates) / 1e6).toFixed(2)} M awaits/s (promise: above 1 M)`)
}
