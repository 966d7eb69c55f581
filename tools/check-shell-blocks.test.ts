import { expect, test } from 'vitest'
import { checkShellBlocks } from './check-shell-blocks.ts'
import { fixtureTree } from './support/fixture-tree.ts'

const fence = '```'
const tree = (shell: string): string =>
  fixtureTree({
    'package.json': JSON.stringify({ name: 'root', scripts: { demo: '', test: '' } }),
    'apps/demo/package.json': JSON.stringify({ name: 'demo', scripts: { start: '' } }),
    'apps/demo/.env.example': '',
    'README.md': `${fence}sh\n${shell}\n${fence}\n`,
  })

test('accepts scripts, packages and files that exist', () => {
  const shell = [
    'npx -y pnpm@12 demo',
    'cp apps/demo/.env.example apps/demo/.env',
    'PORT=3001 npx -y pnpm@12 --filter demo start &',
    'pnpm add @wecom-kit/core',
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
