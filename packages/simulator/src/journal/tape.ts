const segments = 16
const segmentBytes = 1024 * 1024

/** Where something was written. */
export interface Recorded {
  readonly segment: number
  readonly start: number
  readonly bytes: number
}

/**
 * The newest 16 MB of what is written to it. The memory is used again and again: thousands of answers that live for
 * some seconds each would keep the garbage collector busier than all the rest.
 */
export class Tape {
  readonly #segments: Buffer[] = []
  /** Counts on from 0; each takes the memory of the one so many before it. */
  #segment = 0
  #end = 0

  /** Takes 1 MB at most. */
  write(body: Buffer): Recorded {
    if (this.#end + body.length > segmentBytes) {
      this.#segment += 1
      this.#end = 0
    }
    const start = this.#end
    this.#end += body.copy(this.#memory(this.#segment), start)
    return { segment: this.#segment, start, bytes: body.length }
  }

  /** Undefined once something newer stands there. */
  read({ bytes, segment, start }: Recorded): Buffer | undefined {
    if (segment <= this.#segment - segments) return undefined
    return this.#memory(segment).subarray(start, start + bytes)
  }

  #memory(segment: number): Buffer {
    return (this.#segments[segment % segments] ??= Buffer.allocUnsafeSlow(segmentBytes))
  }
}
