import { expect, onTestFinished, test } from 'vitest'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackedProject } from './packed-project.ts'

test('a package that cannot be packed leaves no folder behind', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'packed-project-'))
  const { TMPDIR } = process.env
  process.env['TMPDIR'] = temporary
  onTestFinished(() => {
    if (TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = TMPDIR
    rmSync(temporary, { recursive: true })
  })
  const missing = { folder: 'no-such-folder', name: 'missing', manifest: {}, entries: new Map() }
  await expect(createPackedProject(temporary, [missing])).rejects.toThrow('pnpm pack')
  expect(readdirSync(temporary)).toEqual([])
})
