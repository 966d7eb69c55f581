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

// A receiver of callbacks in front of a queue, or a function that starts cold, has no use for a client.
test('the entry for callbacks loads no HTTP client', () => {
  const script = `
    const { registerHooks } = await import('node:module')
    const loaded = []
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) })
    await import('@wecom-kit/core/callbacks')
    process.stdout.write(JSON.stringify(loaded.filter((url) => /undici|\\/src\\/(?:client|transport|directory)\\//.test(url))))
  `
  const args = ['--conditions=wecom-kit-source', '--input-type=module', '--eval', script]
  const output = execFileSync(process.execPath, args, { cwd: import.meta.dirname, timeout: 10_000 })
  expect(output.toString()).toBe('[]')
})

// Two thirds of the time to load this package were undici's, before a server had answered anything.
test('a client that has called nobody has loaded no HTTP client', () => {
  const script = `
    const { registerHooks } = await import('node:module')
    const loaded = []
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) })
    const { createDirectory, createWecomClient } = await import('@wecom-kit/core')
    const client = createWecomClient({ corpId: 'ww1', secret: 's', baseUrl: 'http://127.0.0.1:1', maxRetries: 0 })
    createDirectory(client)
    const has = () => loaded.some((url) => url.includes('/undici/'))
    const before = has()
    await client.users.get('zhangsan').catch(() => {})
    process.stdout.write(JSON.stringify([before, has()]))
    await client.close()
  `
  const args = ['--conditions=wecom-kit-source', '--input-type=module', '--eval', script]
  const output = execFileSync(process.execPath, args, { cwd: import.meta.dirname, timeout: 10_000 })
  expect(output.toString()).toBe('[false,true]')
})
