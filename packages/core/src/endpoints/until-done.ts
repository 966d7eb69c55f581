import { setTimeout as sleep } from 'node:timers/promises'
import { milliseconds } from '../options/option-row.ts'
import { checkArgument } from './checks.ts'
import type { CallOptions } from './request.ts'

/** Options of waiting for a job. */
export interface FinishedOptions extends CallOptions {
  /** Milliseconds between two looks. @default 2000 */
  everyMs?: number | undefined
}

const pauseLength = milliseconds()

/** Asks again until an answer says that the job is done. */
export async function untilDone<T>(
  ask: (options: CallOptions) => Promise<T>,
  isDone: (answer: T) => boolean,
  { everyMs = 2000, ...options }: FinishedOptions = {},
): Promise<T> {
  checkArgument('everyMs', pauseLength, everyMs)
  for (;;) {
    const answer = await ask(options)
    if (isDone(answer)) return answer
    await pause(everyMs, options.signal)
  }
}

/** Rejects with the reason itself, as calls do; Node's timer would wrap it. */
async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(ms, undefined, signal === undefined ? {} : { signal })
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : error
  }
}
