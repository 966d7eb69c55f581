import { WecomConfigError } from '../errors/errors.ts'
import { describe, describeKind, optionMessage, type OptionProblem } from './option-error.ts'
import type { OptionRow } from './option-row.ts'
import type { OptionsOwner } from './read-options.ts'

/** Whose options a table of core describes: what is wrong with them is a WecomConfigError. */
export function ownedBy(owner: string): OptionsOwner {
  return { owner, refuse: (message) => new WecomConfigError(message) }
}

/** One argument by one row, without a table around it: allocates nothing when it is right. */
export function readArgument<Value>(
  owner: string,
  name: string,
  row: OptionRow<Value>,
  given: unknown,
): Value {
  if (row.accepts(given)) return given
  if (given === undefined && row.fallback !== undefined) return row.fallback
  const { wanted, how } = row
  throw wrongOption({
    owner,
    option: name,
    wanted,
    came: row.secret === true ? describeKind(given) : describe(given),
    how,
  })
}

/** The refusal itself, for what no row can tell: what contradicts something else, or depends on it. */
export function wrongOption(problem: OptionProblem): WecomConfigError {
  return new WecomConfigError(optionMessage(problem))
}

/** What needs the app's AgentId, which a client for contacts has no use for and may lack. */
export function agentIdMissing(owner: string): WecomConfigError {
  return wrongOption({
    owner,
    option: "the client's agentId",
    wanted: 'the AgentId of the app',
    came: 'undefined',
    how: 'It stands under 应用管理 → the app → AgentId: give it to createWecomClient',
  })
}
