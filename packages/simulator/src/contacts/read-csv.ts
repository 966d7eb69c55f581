/**
 * The rows of a CSV file by the names in its first line. Cells may stand in quotes; a byte order mark is passed over.
 */
export function readCsv(text: string): Record<string, string>[] {
  const [head = [], ...rows] = readRows(text.replace(/^\uFEFF/, '')).filter((row) =>
    row.some((cell) => cell !== ''),
  )
  return rows.map((row) =>
    Object.fromEntries(head.map((name, index) => [name.trim(), (row[index] ?? '').trim()])),
  )
}

function readRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',' && end !== '') rows.push([])
  }
  return rows
}
