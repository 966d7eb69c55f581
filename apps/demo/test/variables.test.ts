import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const known = new Set(
  [...read('src/config.ts').matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map(([, name]) => name ?? ''),
)

describe('the variables of src/config.ts', () => {
  it('are found by this test', () => {
    expect(known.size).toBeGreaterThan(15)
  })

  it('are all in .env.example, and nothing else is', () => {
    expect(Object.keys(parseEnv(read('.env.example'))).toSorted()).toEqual([...known].toSorted())
  })

  it.each(['README.md', 'README.zh-CN.md'])('are all explained in %s', (page) => {
    const rows = read(page)
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .join('\n')
    expect([...known].filter((name) => !rows.includes(`\`${name}\``))).toEqual([])
  })
})
