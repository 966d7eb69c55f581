import type { ComponentChildren } from 'preact'
import { t } from './language.ts'
import type { Problem } from './problem.ts'

/** A panel that cannot show anything: why, by which number the server knows it, and a way to try again. */
export function Trouble({
  problem,
  refresh,
}: {
  readonly problem: Problem | undefined
  readonly refresh: () => void
}) {
  // The end of a session is said once, by the page.
  if (problem === undefined || problem.problem === 'sessionEnded') return null
  return (
    <div class="trouble" role="alert">
      <p>{t(problem.problem, problem.values)}</p>
      <button class="quiet" type="button" onClick={refresh}>
        {t('retry')}
      </button>
      {problem.requestId !== undefined && (
        <p class="request-id">{t('requestId', { id: problem.requestId })}</p>
      )}
    </div>
  )
}

/** The same above something that was read before. */
export function StaleNotice({
  problem,
  refresh,
}: {
  readonly problem: Problem | undefined
  readonly refresh: () => void
}) {
  if (problem === undefined || problem.problem === 'sessionEnded') return null
  return (
    <div class="stale" role="alert">
      <p>
        {t('staleNotice')} {t(problem.problem, problem.values)}
        {problem.requestId !== undefined && (
          <span class="request-id"> {t('requestId', { id: problem.requestId })}</span>
        )}
      </p>
      <button class="quiet" type="button" onClick={refresh}>
        {t('retry')}
      </button>
    </div>
  )
}

/** Grey bars where something will be; a word when it takes long. */
export function Waiting({ slow, rows = 5 }: { readonly slow: boolean; readonly rows?: number }) {
  return (
    <div class="waiting" role="status">
      <span class="visually-hidden">{t('loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span class="bone" key={index} aria-hidden="true" />
      ))}
      {slow && <p>{t('stillLoading')}</p>}
    </div>
  )
}

/** Nothing to show, and that is the answer. */
export function Empty({
  title,
  children,
}: {
  readonly title: string
  readonly children?: ComponentChildren
}) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}
