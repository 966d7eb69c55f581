import { signal } from '@preact/signals'
import { dig, readText } from '../lib/read.ts'

/** What this installation of the demo offers this visitor. */
export interface Environment {
  /** The simulator's console; undefined on the real WeCom. */
  readonly consoleUrl: string | undefined
  readonly operations: boolean
  readonly mayForget: boolean
}

const nothing: Environment = { consoleUrl: undefined, operations: false, mayForget: false }

/** Known a moment after the start; nothing depends on it but links and buttons. */
export const environment = signal<Environment>(nothing)

/** Asks the server; who is signed in makes a difference. */
export async function readEnvironment(): Promise<void> {
  try {
    const response = await fetch('demo/environment', { headers: { accept: 'application/json' } })
    const answer: unknown = await response.json()
    environment.value = {
      consoleUrl: readText(dig(answer, 'consoleUrl')),
      operations: dig(answer, 'operations') === true,
      mayForget: dig(answer, 'mayForget') === true,
    }
  } catch {
    // Only links and buttons depend on it; the session reports a server that does not answer.
  }
}
