import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mutations } from './mutations.ts'
import { mutate } from './run.ts'

const core = new URL('../../', import.meta.url)

describe('the list of mutations', () => {
  it.each(mutations)('$name: still fits the code, and its tests exist', (mutation) => {
    const source = readFileSync(new URL(mutation.file, core), 'utf8')
    expect(mutate(source, mutation)).not.toBe(source)
    for (const test of mutation.tests) expect(existsSync(new URL(test, core))).toBe(true)
  })

  it('has no two of the same name', () => {
    expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length)
  })
})
