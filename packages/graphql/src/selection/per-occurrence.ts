import type { FieldNode, GraphQLResolveInfo } from 'graphql'

/** A reading of the selection below the field being resolved. */
export type ReadSelection<Answer> = (occurrences: readonly FieldNode[], info: GraphQLResolveInfo) => Answer

/**
 * Reads a selection once per execution instead of once per list item: graphql-js hands all items of a list the same
 * `fieldNodes` array. The variables are part of the key because executors that compile operations reuse it.
 */
export function perOccurrence<Answer>(read: ReadSelection<Answer>): (info: GraphQLResolveInfo) => Answer {
  const memo = new WeakMap<object, { variables: object; answer: Answer }>()
  return (info) => {
    const known = memo.get(info.fieldNodes)
    if (known?.variables === info.variableValues) return known.answer
    const answer = read(info.fieldNodes, info)
    memo.set(info.fieldNodes, { variables: info.variableValues, answer })
    return answer
  }
}
