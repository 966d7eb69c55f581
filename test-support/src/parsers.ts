import * as fc from 'fast-check'
import { growth, linear } from './growth.ts'

/** Something that reads text from outside, and what its own syntax is made of, in any order. */
export type Parser = readonly [name: string, tokens: readonly string[], parse: (text: string) => unknown]

/** One of 25 texts of its syntax that takes more time, repeated, than it grows by; undefined when none does. */
export function slowPiece(tokens: readonly string[], parse: (text: string) => unknown): string | undefined {
  const piece = fc.array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 4 }).map(joined)
  return fc.sample(piece, 25).find((text) => growth(parse, text) >= linear)
}

/** Gives 500 texts of its syntax and of anything else to a check. */
export function withHostileTexts(tokens: readonly string[], check: (text: string) => void): void {
  const text = fc.array(fc.oneof(fc.constantFrom(...tokens), fc.string())).map(joined)
  fc.assert(fc.property(text, check), { numRuns: 500 })
}

const joined = (pieces: readonly string[]): string => pieces.join('')
