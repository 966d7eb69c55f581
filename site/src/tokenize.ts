/**
 * Words of a text for the search. Between Chinese words there is no space, so that splitting at spaces, which the search
 * does by itself, makes one word of a sentence and finds nothing: each character and each pair of neighbours is a word.
 *
 * It is sent to the browser as its source, so it may use nothing from outside of itself.
 */
export function tokenize(text: string): string[] {
  const words: string[] = []
  for (const [piece] of text.toLowerCase().matchAll(/[\u3400-\u9fff]+|[^\s\u3400-\u9fff\p{P}\p{S}]+/gu)) {
    if (!/[\u3400-\u9fff]/.test(piece)) {
      words.push(piece)
      continue
    }
    for (let index = 0; index < piece.length; index += 1) {
      words.push(piece.slice(index, index + 1))
      if (index + 1 < piece.length) words.push(piece.slice(index, index + 2))
    }
  }
  return words
}
