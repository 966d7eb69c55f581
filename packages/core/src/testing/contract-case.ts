/** One promise of a port, as a check for any test runner: `run` rejects with an AssertionError when it is broken. */
export interface ContractCase {
  readonly name: string
  readonly run: () => Promise<void>
}
