import cluster from 'node:cluster'
import { availableParallelism } from 'node:os'
import { startSimulator } from '@wecom-kit/simulator'

const port = Number(process.env.PORT ?? 3000)
const baseUrl = process.env.BASE_URL ?? 'http://localhost:8080/oa'

if (cluster.isPrimary) await forkWorkers()
else await (await import('./worker.js')).serve({ port, baseUrl })

/** The workers share the port; nginx needs to know one address. One that ends is replaced. */
async function forkWorkers() {
  const simulator = process.env.WECOM_CORP_ID === undefined ? await startSimulator() : undefined
  const account = simulator === undefined ? {} : { SIMULATED: JSON.stringify(simulator.clientOptions()) }
  const workers = Math.max(2, Math.min(availableParallelism(), 4))
  for (let count = 0; count < workers; count += 1) cluster.fork(account)
  cluster.on('exit', () => cluster.fork(account))
  let ready = 0
  cluster.on('listening', () => {
    ready += 1
    if (ready === workers) console.log(`${workers} processes at ${baseUrl}`)
  })
}
