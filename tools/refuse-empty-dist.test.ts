import { expect, test } from 'vitest'
import { join } from 'node:path'
import { fixtureTree } from './support/fixture-tree.ts'
import { repositoryRoot } from './support/repository.ts'
import { runCommand } from './support/run-command.ts'

const manifest = {
  name: 'a',
  main: './dist/index.js',
  exports: {
    '.': { 'wecom-kit-source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
  },
}

const refuse = (files: Readonly<Record<string, string>>) =>
  runCommand(process.execPath, [join(repositoryRoot, 'tools/refuse-empty-dist.ts')], {
    cwd: fixtureTree({ 'package.json': JSON.stringify(manifest), ...files }),
  })

test('a package without its build is not packed, and the message says what to run', async () => {
  const { exitCode, output } = await refuse({ 'dist/index.js': '' })
  expect(exitCode).toBe(1)
  expect(output).toContain(
    'a cannot be packed, dist/index.d.ts is not there: run "npx -y pnpm@12 build" first',
  )
})

test('a built package is packed', async () => {
  expect(await refuse({ 'dist/index.js': '', 'dist/index.d.ts': '' })).toEqual({ exitCode: 0, output: '' })
})
