import { randomBytes } from 'node:crypto'
import { startSimulator } from '@wecom-kit/simulator'

/** A simulated corp, with a token and a key as the admin console would make them. */
export async function useSimulator() {
  const simulator = await startSimulator()
  const keys = {
    token: randomBytes(8).toString('hex'),
    encodingAesKey: randomBytes(22).toString('hex').slice(1),
  }
  return { simulator, keys, account: simulator.clientOptions() }
}

/** What somebody does in the admin console: saves the URL, which WeCom then verifies. */
export async function connectSimulator({ simulator, keys }, url) {
  const { verified, error } = await simulator.callbacks.register({ app: 'contacts-sync', url, ...keys })
  console.log(
    verified ? `edit members at ${simulator.url}/__simulator/` : `the callback URL was refused: ${error}`,
  )
}
