import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkChangesets } from './check-changesets.ts'
import { fixtureTree } from './support/fixture-tree.ts'
import { runCommand } from './support/run-command.ts'

const manifest = (name: string, version: string): string =>
  JSON.stringify({ name: `@wecom-kit/${name}`, version })

test('asks for a changeset of every package that was never released', async () => {
  const root = fixtureTree({
    'packages/a/package.json': manifest('a', '0.0.0'),
    'packages/b/package.json': manifest('b', '0.0.0'),
    '.changeset/README.md': '# b',
    '.changeset/first.md': "---\n'@wecom-kit/a': minor\n'@wecom-kit/typo': patch\n---\n\nFirst.\n",
  })
  expect(await checkChangesets(root)).toEqual([
    '.changeset/first.md: names @wecom-kit/typo, which is no package',
    'packages/b/src has changed and no changeset names @wecom-kit/b: run pnpm changeset',
  ])
})

test('asks for one when sources differ from the last release, not when only tests do', async () => {
  const root = fixtureTree({
    'packages/a/package.json': manifest('a', '1.0.0'),
    'packages/a/src/a.ts': 'export {}\n',
    'packages/b/package.json': manifest('b', '1.0.0'),
    'packages/b/src/b.test.ts': '',
  })
  const git = async (...args: readonly string[]): Promise<void> => {
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'tag.gpgSign=false']
    const { exitCode, output } = await runCommand('git', [...identity, ...args], { cwd: root })
    expect(exitCode, output).toBe(0)
  }
  await git('init', '-q', '-b', 'main')
  await git('add', '.')
  await git('commit', '-q', '-m', 'release')
  await git('tag', '@wecom-kit/a@1.0.0')
  writeFileSync(`${root}/packages/a/src/a.ts`, 'export const a = 1\n')
  writeFileSync(`${root}/packages/b/src/b.test.ts`, '// more\n')
  expect(await checkChangesets(root)).toEqual([
    'packages/a/src has changed and no changeset names @wecom-kit/a: run pnpm changeset',
  ])
})
