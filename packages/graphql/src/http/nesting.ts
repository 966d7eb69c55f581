// Deeper than anybody writes, and far from where graphql-js runs out of stack: it reads lists and objects by recursion,
// and 1,900 brackets, which are fewer tokens than `limits.tokens` allows, overflow it.
const deepest = 200

/** Whether a text opens more brackets inside of each other than a parser should follow. One walk, no recursion. */
export function isNestedTooDeeply(text: string): boolean {
  let depth = 0
  for (const [bracket] of text.matchAll(/[[\](){}]/g)) {
    depth += bracket === '[' || bracket === '(' || bracket === '{' ? 1 : -1
    if (depth > deepest) return true
  }
  return false
}

/** What such a text is refused with. */
export const nestedTooDeeply: string = `Brackets may be nested ${deepest} deep.`
