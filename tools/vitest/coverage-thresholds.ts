interface Thresholds {
  readonly statements: number
  readonly branches: number
  readonly functions: number
  readonly lines: number
}

/** Percent of a package's source that its own tests run at least. They were measured; raise them, never lower them. */
export const coverageThresholds: Readonly<Record<string, Thresholds>> = {
  '**/packages/cli/src/**': { statements: 69, branches: 64, functions: 75, lines: 72 },
  '**/packages/core/src/**': { statements: 96, branches: 93, functions: 96, lines: 97 },
  '**/packages/express-middleware/src/**': { statements: 95, branches: 90, functions: 96, lines: 96 },
  '**/packages/graphql/src/**': { statements: 95, branches: 89, functions: 95, lines: 96 },
  '**/packages/simulator/src/**': { statements: 92, branches: 85, functions: 93, lines: 94 },
}
