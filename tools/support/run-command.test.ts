import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

test('answers the exit code and both streams', async () => {
  const code = "console.log('out'); console.error('err'); process.exit(3)"
  const { exitCode, output } = await runCommand(process.execPath, ['--eval', code])
  expect([exitCode, output.split('\n').toSorted()]).toEqual([3, ['', 'err', 'out']])
})

test('kills a command that takes too long', async () => {
  const { exitCode } = await runCommand(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], {
    timeoutMs: 100,
  })
  expect(exitCode).toBe(1)
})

test('says that a program cannot be started, and keeps no process alive for it', async () => {
  const module = join(import.meta.dirname, 'run-command.ts')
  const code = `import { runCommand } from ${JSON.stringify(module)}
    console.log(JSON.stringify(await runCommand('no-such-program', [])))`
  const { exitCode, output } = await runCommand(process.execPath, ['--input-type=module', '--eval', code], {
    timeoutMs: 15_000,
  })
  expect(JSON.parse(output)).toEqual({ exitCode: 1, output: expect.stringContaining('ENOENT') })
  expect(exitCode).toBe(0)
})
