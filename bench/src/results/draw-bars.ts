import { parse, View } from 'vega'
import { compile } from 'vega-lite'
import type { ResultTable } from './record.ts'

/** A table as bars of one of its columns, the shortest first, as SVG. */
export async function drawBars({ columns, rows, title }: ResultTable, column: string): Promise<string> {
  const at = columns.indexOf(column)
  const values = rows.map((row) => ({ name: row[0], value: Number(row[at]) }))
  const { spec } = compile({
    title: { text: title, anchor: 'start' },
    width: 520,
    background: 'white',
    data: { values },
    encoding: {
      y: { field: 'name', type: 'nominal', sort: 'x', title: null, axis: { labelLimit: 260 } },
      x: { field: 'value', type: 'quantitative', title: column },
    },
    layer: [
      {
        mark: 'bar',
        encoding: {
          color: {
            condition: { test: "indexof(lower(datum.name), 'wecom') >= 0", value: '#1a66d6' },
            value: '#b8c0cc',
          },
        },
      },
      { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { field: 'value' } } },
    ],
  })
  return new View(parse(spec), { renderer: 'none' }).toSVG()
}
