import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import type { Environment } from '../../src/environment.ts'
import { runProgram, type RunningProgram } from 'test-support/run-program'
import { waitFor } from 'test-support/wait-for'

const folder = fileURLToPath(new URL('../..', import.meta.url))

/** Every variable, empty: a developer's own `.env` must not lead a test to the real WeCom. */
const nothingSet: Environment = Object.fromEntries(
  Object.keys(parseEnv(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'))).map((name) => [
    name,
    '',
  ]),
)

const parameters = ['--conditions=wecom-kit-source', 'src/server.ts']

/** Runs `src/server.ts` in a process of its own, on the packages' sources. */
export function runServer(environment: Environment): RunningProgram {
  return runProgram(process.execPath, parameters, {
    cwd: folder,
    environment: { ...nothingSet, ...environment },
  })
}

/**
 * Runs it two processes below one that calls itself npm, as `npx` does. Its output begins with the server's pid; ending
 * the program ends npm alone.
 */
export function runServerBelowNpm(environment: Environment): RunningProgram {
  const spawn = "require('node:child_process').spawn(process.execPath, "
  const pnpm = `const server = ${spawn}${JSON.stringify(parameters)}, { stdio: 'inherit' })
    console.log(server.pid)`
  const npm = `process.title = 'npm exec pnpm@12 demo'
    ${spawn}['--eval', ${JSON.stringify(pnpm)}], { stdio: 'inherit' })`
  return runProgram(process.execPath, ['--eval', npm], {
    cwd: folder,
    environment: { ...nothingSet, ...environment },
  })
}

/** Runs it until it answers on `PORT`. @throws Error with its output when it ends instead */
export async function startServer(
  environment: Environment & { readonly PORT: string },
): Promise<RunningProgram> {
  const server = runServer(environment)
  let exitCode: number | null | undefined
  void server.finished.then((code) => {
    exitCode = code
  })
  await waitFor('the demo', async () => {
    if (exitCode !== undefined) throw new Error(`the demo ended with ${exitCode}:\n${server.output()}`)
    return fetch(`http://127.0.0.1:${environment.PORT}/healthz`).catch(() => undefined)
  })
  return server
}
