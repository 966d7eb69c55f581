import { randomText } from './random-text.ts'
import type { Clock } from './clock.ts'

/** An uploaded file. */
export interface MediaFile {
  type: string
  filename: string
  contentType: string
  bytes: Buffer
  expiresAt: number
}

/** Documented: three days. */
const lifeMs = 259_200_000
/** All files together; the oldest go first. */
const maxBytes = 64 * 1024 * 1024

/** Temporary media by media_id, shared by the apps of the corp. */
export class MediaStore {
  readonly #clock: Clock
  readonly #files = new Map<string, MediaFile>()
  #bytes = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  add(file: Omit<MediaFile, 'expiresAt'>): string {
    const id = `3${randomText(63)}`
    this.#files.set(id, { ...file, expiresAt: this.#clock.now() + lifeMs })
    this.#bytes += file.bytes.length
    for (const [oldest, { bytes }] of this.#files) {
      if (this.#bytes <= maxBytes || oldest === id) break
      this.#files.delete(oldest)
      this.#bytes -= bytes.length
    }
    return id
  }

  /** Undefined when there is none or its three days are over. */
  find(id: string): MediaFile | undefined {
    const file = this.#files.get(id)
    return file !== undefined && file.expiresAt > this.#clock.now() ? file : undefined
  }
}
