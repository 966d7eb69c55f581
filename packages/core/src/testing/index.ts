import '../supported-node.ts'

export type { ContractCase } from './contract-case.ts'
export { tokenLockContract, type TokenLockContractOptions } from './token-lock-contract.ts'
export { tokenSourceContract, type TokenSourceContractOptions } from './token-source-contract.ts'
export { tokenStoreContract, type TokenStoreContractOptions } from './token-store-contract.ts'
