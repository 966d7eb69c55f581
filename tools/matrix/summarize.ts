import type { Cell } from './cell.ts'

/**
 * A row in words: each text with the columns that say it, a single column without its name. What does not apply (`-`) is
 * left out.
 */
export function summarize(columns: readonly string[], cells: readonly Cell[]): string {
  const said = new Map<string, string[]>()
  for (const [index, { text }] of cells.entries())
    if (text !== '-') said.set(text, [...(said.get(text) ?? []), columns[index] ?? ''])
  const texts = [...said]
  if (columns.length === 1) return texts.map(([text]) => text).join()
  return texts.map(([text, names]) => `${text}: ${names.join(', ')}`).join('; ')
}
