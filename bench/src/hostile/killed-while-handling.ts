import { startSimulator } from '@wecom-kit/simulator'
import { freePort } from 'test-support/free-port'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { Visitor } from 'test-support/visitor'
import { waitFor } from 'test-support/wait-for'
import { printTable } from 'test-support/print-table'
import { callbackKeys, startProcess } from './start-process.ts'

/** SIGKILL of the only process in the middle of signing a member out who left; how long until it is done. */
export async function killedWhileHandling(): Promise<void> {
  if (!hasRedisServer()) return
  const simulator = await startSimulator()
  await using redis = await startRedisServer()
  const port = await freePort()
  const baseUrl = `http://localhost:${port}`
  const settings = { port, baseUrl, redisUrl: redis.url }
  const first = await startProcess(simulator, { ...settings, stuck: true })
  const one = new Visitor(baseUrl)
  await one.signIn('lisi')
  const statusNow = async () =>
    (await one.fetch('guarded', { headers: { accept: 'application/json' } })).status
  const before = await statusNow()
  await simulator.callbacks.register({ app: 'contacts-sync', url: `${baseUrl}/events`, ...callbackKeys })
  // It answers when the event was delivered, which it is not going to be.
  const leaving = simulator.contacts.deleteUser('lisi')
  await waitFor('the handler', async () => (first.isStuck() ? true : undefined))
  await first.kill()
  const second = await startProcess(simulator, settings)
  const restarted = performance.now()
  await waitFor('the sign-out', async () => ((await statusNow()) === 401 ? true : undefined), 90_000)
  const seconds = ((performance.now() - restarted) / 1000).toFixed(0)
  printTable(
    'SIGKILL in the middle of handling `delete_user`',
    ['before', 'signed out after the restart, s'],
    [[String(before), seconds]],
  )
  await second.kill()
  await leaving
  await simulator.close()
}
