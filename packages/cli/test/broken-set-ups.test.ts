import { describe, expect, test, vi } from 'vitest'
import { findingIds } from '../src/doctor/finding.ts'
import { printReport } from '../src/doctor/print-report.ts'
import { runDoctor } from '../src/doctor/run-doctor.ts'
import { type BrokenSetUp, brokenSetUps } from './broken-set-ups.ts'
import { healthy } from './support.ts'

test('there is a broken set-up for every finding', () => {
  expect(brokenSetUps.map(({ finding }) => finding)).toEqual([...findingIds])
})

describe.each(['en', 'zh'] as const)('what the doctor prints (%s)', (language) => {
  test.for(brokenSetUps)('$mistake is found under $finding', async (setUp) => {
    const { wrong } = await examine(setUp, language)
    expect(wrong).toContain(setUp.finding)
  })

  test('is recorded', async () => {
    const chapters: string[] = []
    for (const setUp of brokenSetUps)
      chapters.push(`# ${setUp.mistake}\n\n${(await examine(setUp, language)).lines}`)
    await expect(chapters.join('\n')).toMatchFileSnapshot(`recorded/broken-set-ups.${language}.txt`)
  })
})

/** What is not well in one set-up, and which findings that are. What differs from run to run is written in capitals. */
async function examine(
  { make }: BrokenSetUp,
  language: 'en' | 'zh',
): Promise<{ lines: string; wrong: readonly string[] }> {
  const { fetch } = globalThis
  vi.spyOn(globalThis, 'fetch').mockImplementation(publicAddress(fetch))
  const { settings, options } = await make()
  const report = await runDoctor(settings, { ...options, language })
  const troubles = report.findings.filter(({ level }) => level === 'error' || level === 'warn')
  const text = printReport({ ...report, findings: troubles }, language)
  vi.restoreAllMocks()
  return {
    // Dates in HTTP have whole seconds.
    lines: text
      .replaceAll(/\b(?:599|601)(?= s |\s?秒)/g, '600')
      .replaceAll(/(localhost|127\.0\.0\.1):\d+/g, '$1:PORT'),
    wrong: troubles.map(({ id }) => id),
  }
}

/** `https://oa.example.com` answers as an application behind a certificate does; everything else is asked for real. */
function publicAddress(real: typeof fetch): typeof fetch {
  return async (input, init) => {
    const address = String(input instanceof Request ? input.url : input)
    if (!address.startsWith('https://oa.example.com/')) return real(input, init)
    const { pathname } = new URL(address)
    if (pathname !== '/wecom/login') return new Response('abcdef123456', { status: 200 })
    const back = encodeURIComponent('https://oa.example.com/wecom/callback')
    return new Response(null, {
      status: 302,
      headers: { location: `https://login.work.weixin.qq.com/wwlogin/sso/login?redirect_uri=${back}` },
    })
  }
}

test('a set-up that works has nothing to record', async () => {
  const { settings } = await healthy()
  expect(printReport(await runDoctor(settings), 'en')).toMatch(/Nothing is wrong\.\n$/)
})
