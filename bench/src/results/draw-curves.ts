import { parse, View } from 'vega'
import { compile } from 'vega-lite'
import type { ResultTable } from './record.ts'

/** Some columns of a table as curves over its first one, each in a chart of its own, as SVG. */
export async function drawCurves(
  { columns, rows, title }: ResultTable,
  drawn: readonly string[],
): Promise<string> {
  const [over = ''] = columns
  const values = drawn.flatMap((name, order) =>
    rows.map((row) => ({ name, order, over: Number(row[0]), value: Number(row[columns.indexOf(name)]) })),
  )
  const { spec } = compile({
    title: { text: title, anchor: 'start' },
    background: 'white',
    data: { values },
    facet: { field: 'name', type: 'nominal', title: null, sort: { field: 'order', op: 'min' } },
    columns: 2,
    resolve: { scale: { y: 'independent' } },
    spec: {
      width: 260,
      height: 140,
      mark: { type: 'line', point: true, color: '#1a66d6' },
      encoding: {
        x: { field: 'over', type: 'quantitative', title: over },
        y: { field: 'value', type: 'quantitative', title: null },
      },
    },
  })
  return new View(parse(spec), { renderer: 'none' }).toSVG()
}
