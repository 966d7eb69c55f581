/** The environment cannot be used; the message lists every problem, one per line, by the variable's name. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  /** One sentence per problem: the variable, what is wrong, what to do. Never the value of a secret. */
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `The demo cannot start with this environment:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    )
    this.problems = problems
  }
}
