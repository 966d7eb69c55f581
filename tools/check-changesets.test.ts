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

const missing = ['packages/a/src has changed and no changeset names @wecom-kit/a: run pnpm changeset']

test('asks for one when sources differ from the last release, not when only tests do', async () => {
  const { root } = await released()
  writeFileSync(`${root}/packages/a/src/a.ts`, 'export const a = 1\n')
  writeFileSync(`${root}/packages/b/src/b.test.ts`, '// more\n')
  expect(await checkChangesets(root)).toEqual(missing)
})

test('asks for one of a committed change too, whatever tags and branches there are', async () => {
  const { root, git } = await released()
  await git('tag', '@wecom-kit/b@1.0.0')
  await change(root, git)
  await git('tag', '@wecom-kit/b@1.0.1')
  expect(await checkChangesets(root)).toEqual(missing)
})

test('asks for none after "changeset version", neither before its commit nor after', async () => {
  const { root, git } = await released()
  await change(root, git)
  writeFileSync(`${root}/packages/a/package.json`, manifest('a', '1.0.1'))
  expect(await checkChangesets(root)).toEqual([])
  await git('commit', '-qam', 'version')
  expect(await checkChangesets(root)).toEqual([])
})

test('blames a shallow clone for nothing that happened before it begins', async () => {
  const { root, git } = await released()
  await change(root, git)
  const clone = fixtureTree({})
  await runCommand('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone])
  expect(await checkChangesets(clone)).toEqual([])
  writeFileSync(`${clone}/packages/a/src/a.ts`, 'export const a = 2\n')
  expect(await checkChangesets(clone)).toEqual(missing)
})

type Git = (...args: readonly string[]) => Promise<void>

/** A repository in which both packages were released as 1.0.0. */
async function released(): Promise<{ root: string; git: Git }> {
  const root = fixtureTree({
    'packages/a/package.json': manifest('a', '1.0.0'),
    'packages/a/src/a.ts': 'export {}\n',
    'packages/b/package.json': manifest('b', '1.0.0'),
    'packages/b/src/b.test.ts': '',
  })
  const git: Git = async (...args) => {
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'tag.gpgSign=false']
    const { exitCode, output } = await runCommand('git', [...identity, ...args], { cwd: root })
    expect(exitCode, output).toBe(0)
  }
  await git('init', '-q', '-b', 'main')
  await git('add', '.')
  await git('commit', '-q', '-m', 'release')
  return { root, git }
}

async function change(root: string, git: Git): Promise<void> {
  writeFileSync(`${root}/packages/a/src/a.ts`, 'export const a = 1\n')
  await git('commit', '-qam', 'change')
}
