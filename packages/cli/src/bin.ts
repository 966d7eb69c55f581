#!/usr/bin/env node
import { checkNode } from './doctor/checks/check-node.ts'

const { level, message, fix } = checkNode(process.versions.node)
if (level === 'error') {
  // The packages would not load. `--json` is kept: a script may be reading.
  const finding = { id: 'node', level, message: message.en, fix: fix?.en }
  const json = JSON.stringify({ ok: false, findings: [finding] }, undefined, 2)
  process.stdout.write(
    process.argv.includes('--json') ? `${json}\n` : `${message.en} ${fix?.en}\n${message.zh}${fix?.zh}\n`,
  )
  process.exitCode = 1
} else {
  const { runCli } = await import('./cli.ts')
  process.exitCode = await runCli(process.argv.slice(2))
}
