import { appendFileSync } from 'node:fs'
import { onTestFinished } from 'vitest'

/**
 * Writes how long a reader would have waited, from `npm install` to the end of what the test tries, as a line of JSON to
 * the file EXAMPLES_TIMES. Nothing without it, and nothing for a test that fails.
 */
export function timeFirstSteps(name: string): void {
  const file = process.env['EXAMPLES_TIMES']
  if (file === undefined) return
  const started = performance.now()
  onTestFinished(({ task }) => {
    if (task.result?.state !== 'fail')
      appendFileSync(file, `${JSON.stringify({ name, seconds: (performance.now() - started) / 1000 })}\n`)
  })
}
