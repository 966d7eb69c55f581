import { Lexer, Source, TokenKind } from 'graphql'

// Deeper than anybody writes, and far from where graphql-js runs out of stack: it reads lists and objects by recursion,
// and 1,900 brackets, which are fewer tokens than `limits.tokens` allows, overflow it.
const deepest = 200

const steps: ReadonlyMap<string, number> = new Map([
  [TokenKind.BRACKET_L, 1],
  [TokenKind.BRACE_L, 1],
  [TokenKind.PAREN_L, 1],
  [TokenKind.BRACKET_R, -1],
  [TokenKind.BRACE_R, -1],
  [TokenKind.PAREN_R, -1],
])

/** Whether a text opens more brackets inside of each other than a parser should follow. One walk, no recursion. */
export function isNestedTooDeeply(text: string): boolean {
  return opensMany(text) && depthOf(text) > deepest
}

// All that most texts are asked.
function opensMany(text: string): boolean {
  let opened = 0
  for (const _bracket of text.matchAll(/[[({]/g)) if (++opened > deepest) return true
  return false
}

/** As far as it matters. By graphql-js's own lexer, because a bracket in a text or a comment closes nothing. */
function depthOf(text: string): number {
  const lexer = new Lexer(new Source(text))
  let depth = 0
  try {
    while (depth <= deepest && lexer.advance().kind !== TokenKind.EOF)
      depth += steps.get(lexer.token.kind) ?? 0
  } catch {
    // No token: the parser gets no further either, and says so.
  }
  return depth
}

/** What such a text is refused with. */
export const nestedTooDeeply: string = `Brackets may be nested ${deepest} deep.`
