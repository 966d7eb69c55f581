import { randomText } from './random-text.ts'

/** A batch job that ran to its end: nothing here takes long enough to be asked for in between. */
export interface Job {
  readonly id: string
  /** Name of the app that submitted it and alone may ask for it. */
  readonly app: string
  readonly type: 'sync_user' | 'replace_user' | 'replace_party'
  /** One entry per line of the file. */
  readonly result: readonly object[]
}

/** The batch jobs of one world. */
export class Jobs {
  readonly #jobs = new Map<string, Job>()

  add(job: Omit<Job, 'id'>): Job {
    const kept = { id: randomText(43), ...job }
    this.#jobs.set(kept.id, kept)
    return kept
  }

  find(id: string): Job | undefined {
    return this.#jobs.get(id)
  }
}
