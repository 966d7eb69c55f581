import { globSync, readFileSync } from 'node:fs'
import { createWecomClient } from '@wecom-kit/core'
import { expect, it } from 'vitest'
import { wecomSSO } from '@wecom-kit/express-middleware'

const client = createWecomClient({ corpId: 'ww0123456789abcdef', agentId: 1_000_002, secret: 'app-secret' })

it('no page of ours shows a secret that would be taken', () => {
  const root = new URL('../../../../', import.meta.url)
  const pages = globSync('{*.md,docs/**/*.md,packages/*/*.md,apps/*/*.md,examples/**/*.md}', {
    cwd: root,
    exclude: ['**/node_modules/**'],
  })
  expect(pages.length).toBeGreaterThan(20)
  const literal = /(?:sessionSecret|SESSION_SECRET)(?: =|:| \?\?|=) ?['"]?([^'"\n$`]{32,})['"\n]/g
  const shown = pages.flatMap((page) =>
    [...readFileSync(new URL(page, root), 'utf8').matchAll(literal)].map(
      ([, secretOfPage = '']) => secretOfPage,
    ),
  )
  expect(new Set(shown)).toEqual(new Set(['for localhost only, refused anywhere else']))
  for (const sessionSecret of shown)
    expect(() => wecomSSO({ client, sessionSecret, baseUrl: 'https://oa.example.com' })).toThrow(
      /WECOM_SETUP_/,
    )
})
