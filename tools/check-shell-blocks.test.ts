import { expect, test } from 'vitest'
import { checkShellBlocks } from './check-shell-blocks.ts'
import { fixtureTree } from './support/fixture-tree.ts'

const fence = '```'
const tree = (shell: string): string =>
  fixtureTree({
    'package.json': JSON.stringify({ name: 'root', scripts: { demo: '', test: '', vitest: '' } }),
    'apps/demo/package.json': JSON.stringify({ name: 'demo', scripts: { start: '' } }),
    'apps/demo/.env.example': '',
    'packages/core/src/lock.test.ts': "test('frees the lock', () => {})",
    'README.md': `${fence}sh\n${shell}\n${fence}\n`,
  })

test('accepts scripts, packages and files that exist', () => {
  const shell = [
    'npx -y pnpm@12 demo',
    'cp apps/demo/.env.example apps/demo/.env',
    'PORT=3001 npx -y pnpm@12 --filter demo start &',
    'pnpm add @wecom-kit/core',
    'npx -y pnpm@12 vitest run --project core',
    'npx -y pnpm@12 vitest run --project core lock -t "frees the lock"',
  ]
  expect(checkShellBlocks(tree(shell.join('\n')))).toEqual([])
})

test('finds those that do not', () => {
  const shell = ['npx -y pnpm@12 demos', 'npx -y pnpm@12 --filter demo go', 'cat apps/demo/gone.txt']
  expect(checkShellBlocks(tree(shell.join('\n')))).toEqual([
    'README.md:1: the root has no script demos',
    'README.md:1: demo has no script go',
    'README.md:1: apps/demo/gone.txt does not exist',
  ])
})

test('finds tests that are not there: by file, by name, in that project', () => {
  const shell = [
    'npx -y pnpm@12 vitest run --project core lick',
    'npx -y pnpm@12 vitest run --project core lock -t "keeps the lock"',
    'npx -y pnpm@12 vitest run --project graphql lock',
  ]
  expect(checkShellBlocks(tree(shell.join('\n')))).toEqual([
    'README.md:1: no test of core matches lick',
    'README.md:1: no test of core matches lock -t "keeps the lock"',
    'README.md:1: no test of graphql matches lock',
  ])
})
