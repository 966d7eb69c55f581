import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Simulator } from './simulator.ts'
import type { RandomFaults } from './faults/fault.ts'
import { randomFaultsShape } from './faults/fault.ts'
import { startSimulator } from './start-simulator.ts'
import type { SettingsPatch } from './settings/settings.ts'
import { settingsShape } from './settings/settings-shape.ts'
import { isRecord, parse } from './shape/shape.ts'

const help = `wecom-simulator: a local WeCom (企业微信)

  --port <number>      port to listen on (4700)
  --host <address>     address to listen on (127.0.0.1)
  --allow-host <name>  another name this may be called by, such as that of a container; may be repeated
  --seed <seed>        small-corp, big-corp?users=12000&departments=300, or a file.json (small-corp)
  --settings <json>    settings from the start, such as '{"latencyMs":[50,200]}'
  --fault-rate <0..1>  random faults on this share of calls; prints the seed of the run
  --fault-seed <n>     repeats a run
  --version            which version this is
  --help               this text
`

const options = {
  port: { type: 'string', default: '4700' },
  host: { type: 'string', default: '127.0.0.1' },
  'allow-host': { type: 'string', multiple: true },
  seed: { type: 'string', default: 'small-corp' },
  settings: { type: 'string', default: '{}' },
  'fault-rate': { type: 'string' },
  'fault-seed': { type: 'string' },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/**
 * Runs the command line: starts a simulator, prints how to reach it and stops it on Ctrl-C.
 *
 * @throws TypeError for arguments that make no sense.
 */
export async function runCli(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  if (values.version) {
    process.stdout.write(`${readVersion()}\n`)
    return
  }
  const { host, seed } = values
  const settings = { ...reachable(host), ...readSettings(values.settings) }
  const faults = readFaults(values['fault-rate'], values['fault-seed'])
  const allowHosts = values['allow-host'] ?? []
  const port = Number(values.port)
  const simulator = await startSimulator({ port, host, allowHosts, seed, settings }).catch(
    (error: unknown) => {
      throw readable(error, port, host)
    },
  )
  introduce(simulator, seed)
  if (!isLoopback(host)) warnOf(host)
  if (faults !== undefined) startFaults(simulator, faults)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close())
}

function isLoopback(host: string): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(host)
}

/** Somebody who opens the simulator to a network wants it to be reached from there. */
function reachable(host: string): SettingsPatch {
  return isLoopback(host) ? {} : { trustedIps: ['*'] }
}

function warnOf(host: string): void {
  process.stderr.write(
    `wecom-simulator: warning: listening on ${host} without a password: whoever reaches this port reads and changes everything, app secrets included. Any IP is trusted; --settings '{"trustedIps":[…]}' names some.\n`,
  )
}

/** Beside the sources, and beside the bundle. */
function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return isRecord(manifest) ? String(manifest['version']) : 'unknown'
}

/** What a failed start means and what to do about it. */
function readable(error: unknown, port: number, host: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const what: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} is taken, perhaps by another simulator: stop that one, or take another port with --port`,
    EACCES: `port ${port} may not be used by this user: take one above 1023 with --port`,
    EADDRNOTAVAIL: `${host} is no address of this machine: leave --host out, or give 0.0.0.0 for all of them`,
    ENOTFOUND: `${host} is no address of this machine: leave --host out, or give 0.0.0.0 for all of them`,
  }
  const message = what[String(code)]
  return message === undefined ? error : new Error(message, { cause: error })
}

function readSettings(json: string): SettingsPatch {
  try {
    return parse(settingsShape, JSON.parse(json))
  } catch (error) {
    throw new TypeError(`--settings: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

function introduce(simulator: Simulator, seed: string): void {
  process.stdout.write(
    `WeCom simulator ${readVersion()}: ${simulator.url}/__simulator/ (seed ${seed}, corp ${simulator.corp.id})\n`,
  )
  for (const { agentId, kind, name, secret } of simulator.apps) {
    process.stdout.write(`  ${name} (${kind}): agentId ${agentId ?? '-'}, secret ${secret}\n`)
  }
}

/** Checked before the start, so that a wrong one leaves nothing running. */
function readFaults(rate: string | undefined, seed: string | undefined): RandomFaults | undefined {
  if (rate === undefined && seed !== undefined)
    throw new TypeError('--fault-seed repeats random faults: give the --fault-rate of that run as well')
  if (rate === undefined) return undefined
  const order = { rate: Number(rate), ...(seed === undefined ? {} : { seed: Number(seed) }) }
  return parse(randomFaultsShape, order)
}

function startFaults(simulator: Simulator, faults: RandomFaults): void {
  const { seed } = simulator.faults.random(faults)
  process.stdout.write(`  random faults on ${faults.rate} of the calls, --fault-seed ${seed}\n`)
}
