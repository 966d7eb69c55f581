import { Kind, parse } from 'graphql'

/** One named operation of a document. */
export interface NamedOperation {
  readonly name: string
  /** Its place in the text. */
  readonly start: number
  readonly end: number
}

/** The named operations of a document; none while it does not parse. */
export function operationsOf(text: string): readonly NamedOperation[] {
  try {
    return parse(text).definitions.flatMap((definition): NamedOperation[] =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.name !== undefined &&
      definition.loc !== undefined
        ? [{ name: definition.name.value, start: definition.loc.start, end: definition.loc.end }]
        : [],
    )
  } catch {
    return []
  }
}

/** The operation that a position lies in, or the first. */
export function operationAt(
  operations: readonly NamedOperation[],
  position: number,
): NamedOperation | undefined {
  return operations.find(({ start, end }) => position >= start && position <= end) ?? operations[0]
}
