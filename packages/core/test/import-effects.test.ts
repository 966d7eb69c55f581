import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

// proper-lockfile brings signal-exit, which listens to every signal and replaces process.emit as soon as it is loaded.
test('importing the package listens to nothing, replaces nothing and lets the process end', () => {
  const script = `
    const { emit, exit } = process
    const before = process.eventNames().join()
    await import('@wecom-kit/core')
    await import('@wecom-kit/core/testing')
    process.stdout.write(JSON.stringify([before === process.eventNames().join(), emit === process.emit, exit === process.exit]))
  `
  const args = ['--conditions=wecom-kit-source', '--input-type=module', '--eval', script]
  const output = execFileSync(process.execPath, args, { cwd: import.meta.dirname, timeout: 10_000 })
  expect(output.toString()).toBe('[true,true,true]')
})
