import type { WecomSessionStore } from '../../src/session/session-store.ts'

/** A store that can list its entries, and fail or freeze when told to. */
export class MapStore implements WecomSessionStore {
  readonly kept: Map<string, unknown> = new Map()
  trouble: 'none' | 'throws' | 'hangs' = 'none'
  calls: number = 0

  async get(key: string): Promise<unknown> {
    await this.#check()
    // As drivers of databases say it; a Keyv says undefined.
    return this.kept.get(key) ?? null
  }

  async set(key: string, value: unknown): Promise<void> {
    await this.#check()
    this.kept.set(key, value)
  }

  async delete(key: string): Promise<void> {
    await this.#check()
    this.kept.delete(key)
  }

  async *entries(prefix: string): AsyncGenerator<readonly [string, unknown]> {
    await this.#check()
    for (const entry of this.kept) if (entry[0].startsWith(prefix)) yield entry
  }

  async #check(): Promise<void> {
    this.calls += 1
    if (this.trouble === 'throws') throw new Error('connection lost')
    if (this.trouble === 'hangs') await Promise.withResolvers<never>().promise
  }
}
