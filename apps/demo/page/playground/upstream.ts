import { find } from '../lib/find.ts'
import type { Language } from '../lib/language.ts'
import { dig, isRecord } from '../lib/read.ts'

/** Shows how few directory calls the server has made; `refresh` reads the numbers again. */
export function createUpstream(language: Language): { refresh: () => void } {
  let calls = ''
  let hits = 0
  const line = find('#upstream', HTMLElement)
  const render = (): void => {
    line.textContent =
      calls === '' ? language.text('upstreamNone') : language.text('upstream', { calls, hits })
  }
  language.watch(render)
  const refresh = async (): Promise<void> => {
    const stats = await readStats()
    if (stats === undefined) return
    calls = formatCalls(dig(stats, 'calls'))
    hits = countHits(stats)
    render()
  }
  return { refresh: () => void refresh() }
}

async function readStats(): Promise<unknown> {
  try {
    const response = await fetch('./demo/stats', { headers: { accept: 'application/json' } })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}

function formatCalls(calls: unknown): string {
  if (!isRecord(calls)) return ''
  return Object.entries(calls)
    .filter(([, count]) => count !== 0)
    .map(([path, count]) => `${path.replace('/cgi-bin/', '')} × ${String(count)}`)
    .join(' · ')
}

function countHits(stats: unknown): number {
  return ['hits', 'staleHits', 'negativeHits'].reduce((sum, key) => {
    const value = dig(stats, key)
    return sum + (typeof value === 'number' ? value : 0)
  }, 0)
}
