import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from 'test-support/free-port'
import { waitFor } from 'test-support/wait-for'
import { runShell, type ShellPlace } from '../shell/run-shell.ts'
import { type PageBlock, readPageBlocks } from '../shell/shell-blocks.ts'

/** Starts the server of the same page under pm2, asks for its health and stops it: nothing may be killed. */
export async function runUnderPm2({ page, code }: PageBlock, place: ShellPlace): Promise<void> {
  const server = readPageBlocks().find((block) => block.page === page && block.language === 'ts')
  const port = String(await freePort())
  const home = mkdtempSync(join(place.folder, 'pm2-'))
  writeFileSync(join(place.folder, 'server.js'), server?.code.replaceAll('3000', port) ?? '')
  writeFileSync(join(place.folder, 'ecosystem.config.cjs'), code)
  const there = { ...place, environment: { ...place.environment, PM2_HOME: home } }
  await runShell(there, 'npx pm2 start ecosystem.config.cjs')
  try {
    await waitFor('the server under pm2', async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
      return answer?.ok === true ? true : undefined
    })
    await runShell(there, 'npx pm2 stop oa')
  } finally {
    await runShell(there, 'npx pm2 kill')
  }
  const ends = readFileSync(join(home, 'pm2.log'), 'utf8').match(
    /exited with code \[\d+\] via signal \[\w+\]/g,
  )
  const gentle = 'exited with code [0] via signal [SIGINT]'
  if (ends?.length !== 2 || ends.some((end) => end !== gentle)) throw new Error(`they ${String(ends)}`)
}
