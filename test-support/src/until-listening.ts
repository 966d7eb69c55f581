import { accepts } from './accepts.ts'
import type { RunningProgram } from './run-program.ts'
import { waitFor } from './wait-for.ts'

/**
 * Waits until a program takes connections.
 *
 * @throws Error with what it has written, when it takes too long, and at once when it ends instead
 */
export async function untilListening(program: RunningProgram, port: number): Promise<void> {
  let hasEnded = false
  const end = () => {
    hasEnded = true
  }
  program.finished.then(end, end)
  try {
    await waitFor(`a program at port ${port}`, async () => {
      if (hasEnded) throw new Error('it ended')
      return await accepts(port)
    })
  } catch (error) {
    throw new Error(`nothing listens at port ${port}: ${program.output()}`, { cause: error })
  }
}
