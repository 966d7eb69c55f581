import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runShell, type ShellPlace } from '../shell/run-shell.ts'
import type { PageBlock } from '../shell/shell-blocks.ts'

const program = `
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import { createWecomClient } from '@wecom-kit/core'
import { startSimulator } from '@wecom-kit/simulator'
import { instrumentations } from './instrumentations.mjs'

const exporter = new InMemorySpanExporter()
const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
for (const each of instrumentations) each.setTracerProvider(tracerProvider)
await using simulator = await startSimulator()
await using client = createWecomClient(simulator.clientOptions())
await client.users.get('zhangsan')
console.log(exporter.getFinishedSpans().map(({ attributes }) => JSON.stringify(attributes)).join('\\n'))
`

/** Traces two calls with OpenTelemetry's own instrumentation and looks at what its spans hold. */
export async function traceCalls({ code }: PageBlock, place: ShellPlace): Promise<void> {
  writeFileSync(join(place.folder, 'instrumentations.mjs'), code)
  writeFileSync(join(place.folder, 'trace-calls.mjs'), program)
  const spans = (await runShell(place, 'node trace-calls.mjs')).trim().split('\n')
  const [gettoken = '', get = ''] = spans
  if (!gettoken.includes('corpsecret=REDACTED') || !get.includes('access_token=REDACTED&userid=REDACTED'))
    throw new Error(`the spans are:\n${spans.join('\n')}`)
}
