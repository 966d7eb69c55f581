import { hash } from 'node:crypto'
import type { DocumentNode } from 'graphql'

// Some 70 bytes of heap stand behind each character of a source, and 45 more once it is planned: 23 MB at most.
const mostCharacters = 200_000
const mostOfOne = mostCharacters / 8
// More than are kept, so that whoever uses them in turn is not new each time. 1 MB of digests.
const mostSeen = 10_000

/**
 * What was made of sources, the least recently used thrown out first. Bounded by the length of the sources: documents
 * with literals in them are all different, come from clients, and a limit by their number, or by their size as JSON,
 * keeps hundreds of megabytes of them. They come once: what is kept has come before.
 */
export class SourceCache<Value> {
  readonly #lengthOf: (key: string, value: Value) => number
  readonly #entries = new Map<string, { readonly value: Value; readonly length: number }>()
  readonly #seen = new Set<string>()
  #characters = 0

  constructor(lengthOf: (key: string, value: Value) => number = (key) => key.length) {
    this.#lengthOf = lengthOf
  }

  /** What is kept, in characters of sources. */
  get characters(): number {
    return this.#characters
  }

  /** What was kept for a key. */
  get(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  /** Keeps something that comes for the second time, unless it is too long to be kept. */
  set(key: string, value: Value): void {
    const isKnown = this.delete(key) || this.#hasSeen(key)
    const length = this.#lengthOf(key, value)
    if (!isKnown || !(length <= mostOfOne)) return
    this.#entries.set(key, { value, length })
    this.#characters += length
    for (const oldest of this.#entries.keys()) {
      if (this.#characters <= mostCharacters) break
      this.delete(oldest)
    }
  }

  /** Forgets a key; whether there was something. */
  delete(key: string): boolean {
    const entry = this.#entries.get(key)
    if (entry) this.#characters -= entry.length
    return this.#entries.delete(key)
  }

  #hasSeen(key: string): boolean {
    // A key may be a whole source.
    const digest = hash('sha256', key, 'base64url')
    if (this.#seen.has(digest)) return true
    if (this.#seen.size >= mostSeen) this.#seen.clear()
    this.#seen.add(digest)
    return false
  }
}

/** The length of the source of a document, for caches whose keys are digests. */
export function sourceLength(document: DocumentNode): number {
  return document.loc?.source.body.length ?? Infinity
}
