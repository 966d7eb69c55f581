import { describe, expect, test } from 'vitest'
import { findingIds } from '../src/doctor/finding.ts'
import { runDoctor } from '../src/doctor/run-doctor.ts'
import { settingNames } from '../src/settings/settings.ts'
import { healthy } from './support.ts'

const nonsense = [
  'x',
  'a b',
  'oa.example.com',
  '://',
  'http://',
  '/a',
  '%zz',
  '名',
  'a\0b',
  'WW_verify_a.txt=b=c',
  'a'.repeat(43),
  'a'.repeat(5000),
  'redis://:p%zzw@127.0.0.1:1',
  'http://someone:geheim@127.0.0.1:1/a?b=geheim#c',
]

describe.each(Object.keys(settingNames))('whatever %s is', (name) => {
  test.each(nonsense)('the doctor reports all it looks at: %j', async (value) => {
    const { settings } = await healthy()
    const { findings } = await runDoctor({ ...settings, [name]: value })
    expect(findings.map(({ id }) => id)).toEqual([...findingIds])
    expect(JSON.stringify(findings)).not.toContain('geheim')
  })
})
