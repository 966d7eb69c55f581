import { type ChildProcess, fork } from 'node:child_process'
import { on, once } from 'node:events'
import { freePort } from 'test-support/free-port'
import type { Demand, Report, ServerOrder, Survey } from './order.ts'
import type { SecretSearch } from './secrets.ts'
import type { Tally } from './tally.ts'

/** A process under attack, through all its lives. */
export interface Target {
  readonly name: string
  /** Where its two hosts listen, in every life. */
  readonly origins: { readonly sealed: string; readonly stored: string }
  /** How often it was killed. */
  readonly deaths: number
  /** False from a kill until it listens again. */
  readonly lives: boolean
  kill(): Promise<void>
  /** Starts it again after a kill. */
  start(): Promise<void>
  moveClock(offsetMs: number): void
  /** Ends the silence that follows a refused gettoken. */
  thaw(): void
  /** Searches what it has printed since the last time. */
  searchOutput(): void
  survey(): Promise<Survey>
  stop(): Promise<void>
}

/** What all targets need. */
export interface TargetOptions {
  readonly order: Omit<ServerOrder, 'ports'>
  readonly secrets: SecretSearch
  readonly tally: Tally
  readonly onEvent: (key: string) => void
}

/** Starts a process under attack. One that ends by itself breaks a promise. */
export async function startTarget(name: string, options: TargetOptions): Promise<Target> {
  const ports = { sealed: await freePort(), stored: await freePort() }
  const output: Output = { text: '' }
  const begin = () => launch(name, { ...options.order, ports }, output, options)
  let deaths = 0
  let lives = true
  let child = await begin()
  return {
    name,
    origins: { sealed: `http://127.0.0.1:${ports.sealed}`, stored: `http://127.0.0.1:${ports.stored}` },
    get deaths() {
      return deaths
    },
    get lives() {
      return lives
    },
    async kill() {
      deaths += 1
      lives = false
      await end(child)
    },
    async start() {
      child = await begin()
      lives = true
    },
    thaw: () => ask(child, { ask: 'thaw' }),
    searchOutput() {
      options.secrets.look(output.text, `the output of process ${name}`)
      // A secret may be cut in two by the end of what has come so far.
      output.text = output.text.slice(-longestSecret)
    },
    moveClock: (offsetMs) => ask(child, { ask: 'clock', offsetMs }),
    async survey() {
      const survey = child.connected ? await askSurvey(child) : undefined
      if (survey !== undefined) return survey
      throw new Error(`process ${name} has ended by itself: ${output.text.slice(-2000)}`)
    },
    stop: () => end(child),
  }
}

interface Output {
  text: string
}

const longestSecret = 1000
const wanted = new WeakSet<ChildProcess>()

async function launch(
  name: string,
  order: ServerOrder,
  output: Output,
  { onEvent, secrets, tally }: TargetOptions,
): Promise<ChildProcess> {
  const child = fork(new URL('server/serve.ts', import.meta.url), { silent: true })
  watchOutput(child, output)
  child.once('exit', (code, signal) => {
    if (!wanted.has(child)) tally.break(`process ${name} ended by itself (${code ?? signal})`)
  })
  const listening = new Promise<void>((resolve, reject) => {
    child.on('message', (report: Report) => {
      if (report.told === 'listening') resolve()
      if (report.told === 'event') onEvent(report.key)
      if (report.told === 'token') secrets.add('an access token', report.token)
    })
    child.once('exit', () =>
      reject(new Error(`process ${name} ended before it listened: ${output.text.slice(-2000)}`)),
    )
  })
  child.send(order)
  await listening
  return child
}

function watchOutput(child: ChildProcess, output: Output): void {
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output.text += text
    })
}

/** Undefined when it ends instead. */
async function askSurvey(child: ChildProcess): Promise<Survey | undefined> {
  ask(child, { ask: 'survey' })
  for await (const [report] of on(child, 'message', { close: ['exit'] })) {
    const told: Report = report
    if (told.told === 'survey') return told.survey
  }
  return undefined
}

function ask(child: ChildProcess, demand: Demand): void {
  if (child.connected) child.send(demand)
}

async function end(child: ChildProcess): Promise<void> {
  wanted.add(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
