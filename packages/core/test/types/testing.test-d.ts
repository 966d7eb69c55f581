/** What users write with `@wecom-kit/core/testing`, read by `tsc`. */
import { createMemoryStore, type TokenStore } from '@wecom-kit/core'
import {
  tokenLockContract,
  tokenSourceContract,
  tokenStoreContract,
  type ContractCase,
} from '@wecom-kit/core/testing'
import { expectTypeOf } from 'vitest'

const cases = tokenStoreContract({ create: (): TokenStore => createMemoryStore() })
expectTypeOf(cases).toExtend<readonly ContractCase[]>()
// A case is what every runner takes: a name and a function.
expectTypeOf<ContractCase['name']>().toEqualTypeOf<string>()
expectTypeOf<ContractCase['run']>().toEqualTypeOf<() => Promise<void>>()
expectTypeOf(tokenLockContract).returns.toExtend<readonly ContractCase[]>()
expectTypeOf(tokenSourceContract).returns.toExtend<readonly ContractCase[]>()
// @ts-expect-error a contract needs something to hold
tokenStoreContract({})
