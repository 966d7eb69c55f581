import { Router } from 'express'
import type { Directory, WecomClient } from '@wecom-kit/core'
import { requireWecomUser } from '@wecom-kit/express-middleware'
import type { WarmUp } from '../directory/warm-up.ts'
import type { LivePages } from '../live/live-pages.ts'
import type { Ledger } from '../operations/ledger.ts'

/** What the operations view shows, and to whom. */
export interface OperationsSources {
  /** The department whose members may look; undefined for nobody. */
  readonly departmentId: number | undefined
  readonly client: Pick<WecomClient, 'auth'>
  readonly directory: Pick<Directory, 'stats'>
  readonly ledger: Ledger
  readonly pages: LivePages
  readonly warmUp: WarmUp
}

/** How this process is doing, for the members of one department. */
export function operations(sources: OperationsSources): Router {
  const { departmentId, client, directory, ledger, pages, warmUp } = sources
  const guard = requireWecomUser(
    ({ departmentIds }) => departmentId !== undefined && (departmentIds?.includes(departmentId) ?? false),
  )
  return Router().get('/demo/operations', guard, (_request, response) => {
    const { status, expiresAt } = client.auth.state()
    response.set('Cache-Control', 'no-store').json({
      process: {
        pid: process.pid,
        startedAt: ledger.startedAt,
        memoryMb: megabytes(process.memoryUsage.rss()),
      },
      token: { status, expiresAt, refreshes: ledger.tokenRefreshes },
      upstream: [...ledger.upstream.values()],
      directory: directory.stats(),
      quotaPauses: ledger.quotaPauses,
      signIns: ledger.signIns,
      openPages: pages.size,
      warmUp: warmUp.state,
      failures: ledger.failures,
    })
  })
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
