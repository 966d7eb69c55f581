import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { freePort } from 'test-support/free-port'
import { runProgram } from 'test-support/run-program'
import { waitFor } from 'test-support/wait-for'

/** Environment for an example that is told its port. */
type Settings = (port: number) => Readonly<Record<string, string>>

/** Compiles an example where it has to be, starts it as `npm start` does, and gives its port once it says its address. */
export async function startExample(name: string, settings: Settings = () => ({})): Promise<number> {
  const folder = join(import.meta.dirname, name)
  if (scriptOf(folder, 'prestart') === 'tsc') await runToEnd(folder, 'tsc')
  const port = await freePort()
  const environment = { PORT: String(port), ...settings(port) }
  await runUntil(
    folder,
    startFile(folder),
    environment,
    environment['BASE_URL'] ?? `http://localhost:${port}`,
  )
  return port
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
): Promise<void> {
  const server = runProgram(process.execPath, [file], { cwd: folder, environment })
  onTestFinished(() => server[Symbol.asyncDispose]())
  await waitFor(`${file} in ${folder}: ${server.output()}`, async () =>
    server.output().includes(text) ? true : undefined,
  )
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
