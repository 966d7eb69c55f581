import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { environment } from '../app/environment.ts'
import { askRoute } from '../lib/ask.ts'
import { t } from '../lib/language.ts'
import { isProblem } from '../lib/problem.ts'
import type { Outcome } from './run.ts'

/** Which calls to WeCom the last query took, what the cache spared, and a way to have no cache. */
export function UpstreamLine({ outcome }: { readonly outcome: Outcome | undefined }) {
  const forgotten = useSignal(false)
  useEffect(() => {
    forgotten.value = false
  }, [outcome])
  const forget = async (): Promise<void> => {
    const answer = await askRoute('demo/forget', { method: 'POST' })
    if (!isProblem(answer)) forgotten.value = true
  }
  return (
    <div class="upstream">
      <p role="status">{forgotten.value ? t('forgotten') : wordsFor(outcome)}</p>
      {outcome?.requestId !== undefined && (
        <p class="request-id">{t('requestId', { id: outcome.requestId })}</p>
      )}
      {environment.value.mayForget && (
        <button class="quiet" type="button" onClick={() => void forget()}>
          {t('forget')}
        </button>
      )}
    </div>
  )
}

function wordsFor(outcome: Outcome | undefined): string {
  if (outcome === undefined) return t('traceNone')
  const { trace } = outcome
  if (trace === undefined) return outcome.text === '' ? t('traceNone') : t('traceUnknown')
  if (trace.calls.length === 0) return t('traceSpared', { hits: trace.hits })
  const calls = trace.calls.map(([path, count]) => `${path} × ${count}`).join(' · ')
  return t('traceCalls', { calls, hits: trace.hits })
}
