import { subscribe } from 'node:diagnostics_channel'
import { isRecord } from '@wecom-kit/core/foundation'
import { heapUsed } from 'test-support/heap-used'
import type { Survey } from '../order.ts'

/** Tells every access token that goes to WeCom, so that the driver can search for it. */
export function watchTokens(onToken: (token: string) => void): void {
  const known = new Set<string>()
  subscribe('undici:request:create', (message) => {
    if (!isRecord(message) || !isRecord(message['request'])) return
    const token = /access_token=([^&]+)/.exec(String(message['request']['path']))?.[1]
    if (token === undefined || known.has(token)) return
    known.add(token)
    onToken(token)
  })
}

/** What this process holds now. */
export function survey(): Survey {
  const heapMb = heapUsed() / 2 ** 20
  const handles: Record<string, number> = {}
  for (const type of process.getActiveResourcesInfo()) handles[type] = (handles[type] ?? 0) + 1
  return { heapMb, handles }
}
