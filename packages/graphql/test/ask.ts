import { graphql, type ExecutionResult } from 'graphql'
import type { WecomGraphQL } from '../src/index.ts'

type Json = Record<string, unknown>

/** Runs an operation on the schema as a viewer; the answer as a client would read it. */
export async function ask(
  wecom: WecomGraphQL,
  source: string,
  {
    as = 'zhangsan',
    variables,
    contextValue,
  }: { as?: string | null; variables?: Json; contextValue?: unknown } = {},
): Promise<ExecutionResult<Json>> {
  const answer = await graphql({
    schema: wecom.schema,
    source,
    ...(variables && { variableValues: variables }),
    contextValue: contextValue ?? wecom.context(as === null ? null : { userId: as }),
  })
  return JSON.parse(JSON.stringify(answer))
}
