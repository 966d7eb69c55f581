import { Kind, type ValidationRule } from 'graphql'
import type { OperationCheck } from './check-operation.ts'

/**
 * The limits as a validation rule, for servers that know nothing else of this package. A rule never sees variables: the
 * page sizes and ids that come in them are checked by the resolvers.
 */
export function limitsRule(check: OperationCheck): ValidationRule {
  return (context) => ({
    Document(document) {
      for (const operation of document.definitions) {
        if (operation.kind !== Kind.OPERATION_DEFINITION) continue
        const errors = check.byText({ schema: context.getSchema(), document, operation })
        for (const error of errors) context.reportError(error)
      }
    },
  })
}
