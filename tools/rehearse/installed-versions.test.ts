import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fixtureTree } from '../support/fixture-tree.ts'
import { installedVersions } from './installed-versions.ts'

const core = (version: string): string => JSON.stringify({ name: '@wecom-kit/core', version })

test('counts a copy that lies below another package', () => {
  const folder = fixtureTree({
    'node_modules/@wecom-kit/core/package.json': core('0.2.0'),
    'node_modules/@wecom-kit/graphql/package.json': '{"version":"0.1.0"}',
    'node_modules/@wecom-kit/graphql/node_modules/@wecom-kit/core/package.json': core('0.1.0'),
  })
  expect(Object.fromEntries(installedVersions(folder))).toEqual({
    core: ['0.1.0', '0.2.0'],
    graphql: ['0.1.0'],
  })
})

test('counts a package once however many links lead to it, and what lies beside it as pnpm puts it', () => {
  const folder = fixtureTree({
    'store/core/node_modules/@wecom-kit/core/package.json': core('0.2.0'),
    'store/graphql/node_modules/@wecom-kit/graphql/package.json': '{"version":"0.1.0"}',
    'node_modules/@wecom-kit/.keep': '',
  })
  const link = (target: string, place: string): void =>
    symlinkSync(join(folder, 'store', target), join(folder, place), 'dir')
  link('core/node_modules/@wecom-kit/core', 'node_modules/@wecom-kit/core')
  link('graphql/node_modules/@wecom-kit/graphql', 'node_modules/@wecom-kit/graphql')
  link('core/node_modules/@wecom-kit/core', 'store/graphql/node_modules/@wecom-kit/core')
  expect(Object.fromEntries(installedVersions(folder))).toEqual({ core: ['0.2.0'], graphql: ['0.1.0'] })
})
