import { parseArgs } from 'node:util'
import { startSimulator } from './start-simulator.ts'

const help = `wecom-simulator: a local WeCom (企业微信)

  --port <number>   port to listen on (4700)
  --host <address>  address to listen on (127.0.0.1)
  --seed <seed>     small-corp, big-corp?users=12000&departments=300, or a file.json (small-corp)
  --help            this text
`

/** Runs the command line: starts a simulator, prints how to reach it and stops it on Ctrl-C. */
export async function runCli(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4700' },
      host: { type: 'string', default: '127.0.0.1' },
      seed: { type: 'string', default: 'small-corp' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const { host, seed } = values
  // Somebody who opens the simulator to a network wants it to be reached from there.
  const settings = host === '127.0.0.1' || host === 'localhost' || host === '::1' ? {} : { trustedIps: ['*'] }
  const simulator = await startSimulator({ port: Number(values.port), host, seed, settings })
  process.stdout.write(
    `WeCom simulator: ${simulator.url}/__simulator/ (seed ${seed}, corp ${simulator.corp.id})\n`,
  )
  for (const { agentId, kind, name, secret } of simulator.apps) {
    process.stdout.write(`  ${name} (${kind}): agentId ${agentId ?? '-'}, secret ${secret}\n`)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close())
}
