import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runShell, type ShellPlace } from '../shell/run-shell.ts'
import type { PageBlock } from '../shell/shell-blocks.ts'

const program = `
import { startSimulator } from '@wecom-kit/simulator'
await using simulator = await startSimulator({ seed: process.argv[2] })
console.log(simulator.contacts.users().map(({ userid }) => userid).join())
`

/** Starts a simulator with the seed, which refuses what it does not understand. */
export async function startFromSeed({ code }: PageBlock, place: ShellPlace): Promise<void> {
  writeFileSync(join(place.folder, 'start-from-seed.mjs'), program)
  writeFileSync(join(place.folder, 'printed.json'), code)
  const output = await runShell(place, 'node start-from-seed.mjs printed.json')
  if (output.trim() !== 'zhangsan') throw new Error(`the seed has the members ${output}`)
}
