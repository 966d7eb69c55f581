/**
 * Runs turbo with its telemetry off. An inline `TURBO_TELEMETRY_DISABLED=1 turbo …` would not start in the shell that
 * Windows gives to package scripts.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'

const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo')
const child = spawn(process.execPath, [turbo, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
})
// Ctrl-C reaches the whole process group: turbo ends its tasks itself and we follow with its exit code.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code) => process.exit(code ?? 1))
