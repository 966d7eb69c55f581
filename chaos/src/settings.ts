import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'

/** How long a campaign lasts and from which seed it is drawn. */
export interface ChaosSettings {
  readonly seconds: number
  readonly seed: number
}

const quickSeconds = 60
const fullSeconds = 1800

/**
 * Reads `--seconds 60`, `--full` and CHAOS_SEED.
 *
 * @throws Error that says what was expected
 */
export function readSettings(argv: readonly string[], environment: NodeJS.ProcessEnv): ChaosSettings {
  const { values } = parseArgs({
    args: [...argv],
    options: { seconds: { type: 'string' }, full: { type: 'boolean', default: false } },
  })
  const seconds = Number(values.seconds ?? (values.full ? fullSeconds : quickSeconds))
  if (!(seconds >= 10)) throw new Error(`--seconds: expected 10 or more, got ${values.seconds}`)
  const { CHAOS_SEED: given } = environment
  const seed = given === undefined || given === '' ? randomInt(2 ** 31) : Number(given)
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new Error(`CHAOS_SEED: expected a whole number, got ${given}`)
  return { seconds, seed }
}
