/** What came of one call. */
export type Outcome =
  /** The right answer. */
  | { readonly kind: 'answer' }
  /** An error with a code of ours, or the status our pages promise. */
  | { readonly kind: 'typed'; readonly code: string }
  /** The process it went to was killed before it answered. */
  | { readonly kind: 'cut' }
  /** An error nobody promised. */
  | { readonly kind: 'untyped'; readonly detail: string }
  /** A wrong answer, no answer from a process that lives, or somebody signed out for no reason. */
  | { readonly kind: 'lost'; readonly detail: string }
  /** No answer within the driver's patience. */
  | { readonly kind: 'stuck'; readonly detail: string }

/** Counts of one face. */
export type Counts = Record<Outcome['kind'], number> & { codes: Map<string, number> }

/** All that happened, face by face, and every broken promise. */
export class Tally {
  readonly faces: Map<string, Counts> = new Map()
  readonly broken: string[] = []
  #round = 'the calm before'

  /** Later breaks belong to this round. */
  enter(round: string): void {
    this.#round = round
  }

  /** Counts an outcome; anything but an answer, a typed error or a cut call breaks a promise. */
  add(face: string, outcome: Outcome): void {
    const counts = this.#of(face)
    counts[outcome.kind] += 1
    if (outcome.kind === 'typed') counts.codes.set(outcome.code, (counts.codes.get(outcome.code) ?? 0) + 1)
    if ('detail' in outcome) this.break(`${face}: ${outcome.kind}: ${outcome.detail}`)
  }

  /** A broken promise that is no call's. */
  break(what: string): void {
    this.broken.push(`${what} [${this.#round}]`)
  }

  #of(face: string): Counts {
    let counts = this.faces.get(face)
    if (counts === undefined) {
      counts = { answer: 0, typed: 0, cut: 0, untyped: 0, lost: 0, stuck: 0, codes: new Map() }
      this.faces.set(face, counts)
    }
    return counts
  }
}
