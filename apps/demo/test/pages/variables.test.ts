import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { startWecom } from '../support/start-wecom.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const known = new Set(
  [...read('src/config.ts').matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map(([, name]) => name ?? ''),
)

it('the account that the README lends to several processes is the first app of the simulator', async () => {
  await using wecom = await startWecom()
  const { WECOM_CORP_ID, WECOM_AGENT_ID, WECOM_APP_SECRET } = wecom.environment
  const line = `WECOM_CORP_ID=${WECOM_CORP_ID} WECOM_AGENT_ID=${WECOM_AGENT_ID} WECOM_APP_SECRET=${WECOM_APP_SECRET}\n`
  expect(read('README.md')).toContain(`export ${line}`)
})

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
