import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { freePort } from 'test-support/free-port'
import { type RunningProgram, runProgram } from 'test-support/run-program'
import { waitFor } from 'test-support/wait-for'
import { timeFirstSteps } from './first-steps-time.ts'
import { installPacked, packedFolder } from './install-packed.ts'

/** An example that has said its address. */
export interface RunningExample {
  readonly port: number
  /** Such as `http://localhost:40123`. */
  readonly origin: string
  /** Where it runs, for its other programs. */
  readonly folder: string
  /** What it has printed so far. */
  readonly output: () => string
}

/** Environment for an example that is told its port. */
type Settings = (port: number) => Readonly<Record<string, string>>

/**
 * Starts an example as its README tells and waits for its address. It runs in this repository, on the built packages; with
 * EXAMPLES_TARBALLS in a copy that npm has installed, like a reader's.
 */
export async function startExample(name: string, settings: Settings = () => ({})): Promise<RunningExample> {
  timeFirstSteps(name)
  const here = join(import.meta.dirname, '..', name)
  const folder = packedFolder() === undefined ? here : await installPacked(here)
  if (scriptOf(folder, 'prestart') === 'tsc') await runToEnd(folder, 'tsc')
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const environment: Readonly<Record<string, string>> = { PORT: String(port), ...settings(port) }
  const { output } = await runUntil(folder, startFile(folder), environment, environment['BASE_URL'] ?? origin)
  return { port, origin, folder, output }
}

/** Runs a program of an example's own until it has ended. */
export async function runToEnd(
  folder: string,
  program: string,
  parameters: readonly string[] = [],
): Promise<void> {
  await using running = runProgram(join(folder, 'node_modules/.bin', program), parameters, { cwd: folder })
  const exitCode = await running.finished
  expect(exitCode, running.output()).toBe(0)
}

/** Starts a program of Node that ends with the test, and waits for a text in its output. */
export async function runUntil(
  folder: string,
  file: string,
  environment: Readonly<Record<string, string>>,
  text: string,
): Promise<{ readonly output: () => string }> {
  const server = runProgram(process.execPath, [file], { cwd: folder, environment })
  onTestFinished(() => server[Symbol.asyncDispose]())
  await waitFor(`${file} to print ${text}`, async () => {
    if (!server.output().includes(text)) return await endedEarly(file, server)
    return true
  })
  return { output: () => server.output() }
}

/** A server that has ended will never say its address: its last words are the failure. */
async function endedEarly(file: string, server: RunningProgram): Promise<undefined> {
  const running = Symbol('running')
  const exitCode = await Promise.race([server.exitCode, Promise.resolve(running)])
  if (exitCode !== running) throw new Error(`${file} ended: ${server.output()}`)
}

/** What `npm start` runs, without npm between us and it. */
function startFile(folder: string): string {
  const [, file] = /^node (\S+)$/.exec(scriptOf(folder, 'start') ?? '') ?? []
  if (file === undefined) throw new Error(`${folder} has no start script`)
  return file
}

function scriptOf(folder: string, name: string): string | undefined {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return undefined
  const { scripts }: { scripts?: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(manifest, 'utf8'),
  )
  return scripts?.[name]
}
