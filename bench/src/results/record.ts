import { printTable } from 'test-support/print-table'

/** One table of results. Cells are texts, as they are printed. */
export interface ResultTable {
  readonly id: string
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The tables of this run, in the order they came. */
export const recorded: ResultTable[] = []

/** Prints a table and keeps it for the results file. */
export function record(table: ResultTable): void {
  recorded.push(table)
  printTable(table.title, table.columns, table.rows)
}
