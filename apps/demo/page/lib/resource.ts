import { useEffect, useRef, useState } from 'preact/hooks'
import { isProblem, type Problem } from './problem.ts'

/** Something read from the server: what is known of it, and what keeps us from knowing more. */
export interface Resource<Value> {
  readonly value: Value | undefined
  readonly problem: Problem | undefined
  readonly loading: boolean
  /** It takes longer than people expect. */
  readonly slow: boolean
  /** Reads again; what is known stays on the screen meanwhile. */
  readonly refresh: () => void
}

interface State<Value> {
  readonly key: string
  readonly value: Value | undefined
  readonly problem: Problem | undefined
  readonly loading: boolean
}

/** Milliseconds after which waiting deserves a word. */
const long = 4000

/**
 * Reads something whenever `key` changes. A value is kept while it is read again, a failed reading included, and a late
 * answer to an earlier key is thrown away.
 */
export function useResource<Value>(
  key: string,
  load: (signal: AbortSignal) => Promise<Value | Problem>,
): Resource<Value> {
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<State<Value>>({
    key,
    value: undefined,
    problem: undefined,
    loading: true,
  })
  const latest = useRef(load)
  latest.current = load

  useEffect(() => {
    const abort = new AbortController()
    setState((before) => ({
      key,
      value: before.key === key ? before.value : undefined,
      problem: undefined,
      loading: true,
    }))
    void latest.current(abort.signal).then((answer) => {
      if (abort.signal.aborted) return
      setState((before) =>
        isProblem(answer)
          ? { ...before, problem: answer, loading: false }
          : { key, value: answer, problem: undefined, loading: false },
      )
    })
    return () => abort.abort()
  }, [key, turn])

  const refresh = (): void => setTurn((before) => before + 1)
  useOnline(state.problem?.offline === true, refresh)
  const current = state.key === key ? state : { value: undefined, problem: undefined, loading: true }
  const slow = useSlow(current.loading && current.value === undefined)
  return { value: current.value, problem: current.problem, loading: current.loading, slow, refresh }
}

function useOnline(waiting: boolean, refresh: () => void): void {
  const latest = useRef(refresh)
  latest.current = refresh
  useEffect(() => {
    if (!waiting) return
    const again = (): void => latest.current()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [waiting])
}

function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!waiting) return
    const timer = setTimeout(() => setSlow(true), long)
    return () => clearTimeout(timer)
  }, [waiting])
  return slow
}
