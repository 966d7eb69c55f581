import { useEffect } from 'preact/hooks'
import type { Person } from '../directory/person.ts'
import { askRoute } from '../lib/ask.ts'
import { language, t } from '../lib/language.ts'
import { Empty, StaleNotice, Trouble, Waiting } from '../lib/panels.tsx'
import { useResource } from '../lib/resource.ts'
import { isProblem, type Problem } from '../lib/problem.ts'
import { readStatus, type Status } from './status.ts'

/** Milliseconds between two looks. */
const interval = 5000

/** How the server is doing; for the members of one department. */
export function OperationsView(_props: { readonly me: Person }) {
  const { value, problem, slow, refresh } = useResource('operations', load)
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh()
    }, interval)
    return () => clearInterval(timer)
  }, [])
  return (
    <section class="operations" aria-labelledby="operations-title">
      <h1 id="operations-title">{t('operationsTitle')}</h1>
      {problem?.problem === 'forbidden' ? (
        <div class="panel" role="alert">
          <Empty title={t('operationsDenied')}>
            <p>{t('operationsDeniedHint')}</p>
          </Empty>
        </div>
      ) : (
        <>
          {value === undefined && problem === undefined && <Waiting slow={slow} />}
          {value === undefined && <Trouble problem={problem} refresh={refresh} />}
          {value !== undefined && <StaleNotice problem={problem} refresh={refresh} />}
          {value !== undefined && <Numbers status={value} />}
        </>
      )}
    </section>
  )
}

async function load(): Promise<Status | Problem> {
  const answer = await askRoute('demo/operations')
  return isProblem(answer) ? answer : readStatus(answer)
}

function Numbers({ status }: { readonly status: Status }) {
  const expires = status.tokenExpiresAt === undefined ? '' : ` · ${time(status.tokenExpiresAt)}`
  const tiles: readonly (readonly [string, string])[] = [
    [t('opToken'), `${status.tokenStatus}${expires}`],
    [t('opTokenRefreshes'), String(status.tokenRefreshes)],
    [t('opSignIns'), String(status.signIns)],
    [t('opPages'), String(status.openPages)],
    [t('opHits'), status.hits.toLocaleString()],
    [t('opPauses'), String(status.quotaPauses)],
    [t('opWarmUp'), `${status.warmUp.done} / ${status.warmUp.total}`],
    [t('opMemory'), `${status.memoryMb} MB`],
    [t('opUptime'), t('opMinutes', { count: Math.floor((Date.now() - status.startedAt) / 60_000) })],
  ]
  return (
    <>
      <p class="operations-note">{t('operationsProcess', { pid: status.pid })}</p>
      <dl class="tiles">
        {tiles.map(([name, value]) => (
          <div class="panel" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Table
        title={t('opUpstream')}
        empty={t('opNoCalls')}
        heads={[t('opPath'), t('opCalls'), t('opFailures'), t('opAverage')]}
        rows={status.upstream.map(({ path, calls, failures, averageMs }) => [
          path,
          String(calls),
          String(failures),
          t('opMilliseconds', { count: Math.round(averageMs) }),
        ])}
      />
      <Table
        title={t('opRecent')}
        empty={t('opNoFailures')}
        heads={[t('opTime'), t('opWhere'), t('opCode'), t('opRequestId')]}
        rows={status.failures.map(({ at, where, code, requestId }) => [
          time(at),
          where,
          code,
          requestId ?? '—',
        ])}
      />
    </>
  )
}

function Table(props: {
  readonly title: string
  readonly empty: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}) {
  return (
    <div class="panel table" tabIndex={0} role="group" aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.rows.length === 0 ? (
        <p class="empty">{props.empty}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {props.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function time(at: number): string {
  return new Date(at).toLocaleTimeString(language.value === 'zh' ? 'zh-CN' : 'en')
}
