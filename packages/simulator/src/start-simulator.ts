import { hostName, refuseForeignHost } from './http/gatekeeper.ts'
import { listen } from './http/http-server.ts'
import { refusal } from './http/reply.ts'
import { sendReply } from './http/send-reply.ts'
import type { Recording } from './seeds/recording.ts'
import { loadSeed } from './seeds/load-seed.ts'
import { applySettings, defaultSettings, type Settings, type SettingsPatch } from './settings/settings.ts'
import { settingsShape } from './settings/settings-shape.ts'
import { anything, integer, listOf, maybe, object, parse, type Shape, text } from './shape/shape.ts'
import { createSimulator, type Simulator } from './simulator.ts'
import { handleRequest } from './simulation/handle-request.ts'
import { Simulation } from './simulation/simulation.ts'
import { serveOurs } from './switches/serve-ours.ts'

/** How to start a simulator. */
export interface SimulatorOptions {
  /** 0 takes any free one. @default 0 */
  port?: number | undefined
  /** @default '127.0.0.1' */
  host?: string | undefined
  /**
   * Names besides `host`, loopback names and IP addresses that requests may be addressed to, without a port: the name
   * of a container, say. Anything else is answered 403, so that no web page can reach the simulator by a name of its own.
   *
   * @default []
   */
  allowHosts?: readonly string[] | undefined
  /**
   * `small-corp`, `big-corp?users=12000&departments=300`, the path of a JSON file, or a seed or recording of your own.
   *
   * @default 'small-corp'
   */
  seed?: string | Recording | undefined
  /** Settings from the start on, laid over those of the seed; a reset brings these back. @default {} */
  settings?: SettingsPatch | undefined
}

/**
 * Starts a local WeCom: the API, both login pages and the switches on one origin. Several may run in one process.
 *
 * @throws TypeError for wrong options, naming the option; the server's own error when the port is taken.
 * @example
 * ```ts
 * import { startSimulator } from '@wecom-kit/simulator'
 *
 * await using simulator = await startSimulator({ seed: 'small-corp' })
 * console.log(simulator.url, simulator.corp.id, simulator.apps)
 * ```
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const {
    allowHosts = [],
    host = '127.0.0.1',
    port = 0,
    seed = 'small-corp',
    settings = {},
  } = parse(optionsShape, options)
  const loaded = loadSeed(seed)
  const name = typeof seed === 'string' ? seed : `a seed of ${loaded.members.length} members`
  const simulation = new Simulation(loaded, name, applySettings(seedSettings(loaded), settings))
  const names = new Set([host, ...allowHosts].map((each) => each.toLowerCase()))
  const server = await listen(port, host, async (request, response) => {
    const foreign = refuseForeignHost(request.headers, names)
    if (foreign !== undefined) return sendReply(response, refusal(foreign), undefined, simulation.timers)
    if (isOurs(request.url)) return serveOurs(simulation, request, response)
    return handleRequest(simulation, request, response)
  })
  simulation.url = server.url
  return createSimulator(simulation, () => server.close())
}

function seedSettings({ settings = {} }: Recording): Settings {
  return applySettings(defaultSettings(), settings)
}

/** Here the simulator speaks for itself and not for WeCom; `/` leads to the console. */
function isOurs(url: string | undefined): boolean {
  return /^\/(?:$|\?|__simulator(?:[/?]|$))/.test(url ?? '')
}

const seedSource: Shape<string | Recording> = (value, at): value is string | Recording =>
  typeof value === 'string' ? text(value, at) : anything(value, at)

const optionsShape: Shape<SimulatorOptions> = object<SimulatorOptions>({
  port: maybe(integer(0, 65_535)),
  host: maybe(text),
  allowHosts: maybe(listOf(hostName)),
  seed: maybe(seedSource),
  settings: maybe(settingsShape),
})
