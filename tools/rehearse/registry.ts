import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from 'test-support/free-port'
import { succeed } from '../support/succeed.ts'

/** A registry on loopback that knows our packages alone and hands every other request on. */
export interface Registry extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string
}

// Not a dependency of the workspace: 321 packages that every clone would install for a command that few run.
const verdaccio = {
  dependencies: { verdaccio: '6.10.4' },
  // It asks for the tag `cjs`, which mirrors tend to lack.
  overrides: { 'node-fetch': '2.7.0' },
}

/** Installs verdaccio below `folder` and starts it there. Whoever reaches it may publish; it listens on loopback only. */
export async function startRegistry(folder: string): Promise<Registry> {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify(verdaccio))
  await succeed('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder })
  const upstream = (await succeed('npm', ['config', 'get', 'registry'], { cwd: folder })).trim()
  writeFileSync(join(folder, 'config.yaml'), configuration(upstream))
  const url = `http://127.0.0.1:${await freePort()}/`
  const program = join(folder, 'node_modules/verdaccio/bin/verdaccio')
  const child = spawn(process.execPath, [program, '--config', 'config.yaml', '--listen', new URL(url).host], {
    cwd: folder,
    stdio: 'ignore',
  })
  process.once('exit', () => child.kill('SIGKILL'))
  await answers(url, () => child.exitCode)
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

function configuration(upstream: string): string {
  return `storage: ./storage
uplinks:
  upstream:
    url: ${upstream}
packages:
  '@wecom-kit/*':
    access: $all
    publish: $all
  '**':
    access: $all
    proxy: upstream
log: { type: stdout, level: error }
`
}

async function answers(url: string, exitCode: () => number | null): Promise<void> {
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline && exitCode() === null) {
    const answer = await fetch(`${url}-/ping`).catch(() => undefined)
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the registry at ${url} does not answer`)
}
