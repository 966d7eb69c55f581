import { argumentRules } from './argument-rules.ts'
import type { WecomLimits } from './limits.ts'

/**
 * Applies the argument rules of a field to coerced arguments.
 *
 * @throws GraphQLError BAD_USER_INPUT or OPERATION_TOO_COMPLEX
 */
export function checkArguments(coordinates: string, args: object, limits: Readonly<WecomLimits>): void {
  const problem = argumentRules[coordinates]?.({ ...args }, limits)
  if (problem) throw problem
}
