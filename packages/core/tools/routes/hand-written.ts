/** A type written by hand, and the file that declares it as the area files see it. */
export interface HandWrittenType {
  readonly type: string
  readonly from: string
}

/**
 * Where the facts are too weak for a useful type (unions whose members differ by one field), a type written by hand
 * stands in the generated files instead.
 */
export const handWritten: Readonly<Record<string, { json?: HandWrittenType; data?: HandWrittenType }>> = {}
