/** One file in which mistakes are made, and the tests that must notice them. */
export interface Target {
  /** What a mistake there would cost. */
  readonly name: string
  /** `core`, below `packages`. */
  readonly package: string
  /** The file, from the package. */
  readonly file: string
  /** Globs of test files, from the package. */
  readonly tests: readonly string[]
  /** Why each mistake that stays unnoticed may: somebody has looked at it. */
  readonly survivors: readonly string[]
}

const attacks = 'test/attacks'
const tokenTests = [
  'src/token/*.test.ts',
  'test/token-laws/state-machine.test.ts',
  'test/faults/{clock,errcodes,lock,store,waiters}.test.ts',
]
const limitTests = ['src/limits/*.test.ts', 'test/abuse.test.ts', 'test/bounded-work.test.ts']
const sessionTests = ['src/session/*.test.ts', `${attacks}/d-session.test.ts`, `${attacks}/e-store.test.ts`]

/** What an attacker would aim at, and what decides how often WeCom is asked. */
export const targets: readonly Target[] = [
  middleware('state', 'src/proof/states.ts', ['src/proof/*.test.ts', `${attacks}/a-state.test.ts`], []),
  middleware('returnTo', 'src/proof/safe-return-to.ts', ['src/proof/safe-return-to.test.ts'], []),
  middleware('seal', 'src/session/seal.ts', ['src/session/seal.test.ts'], []),
  middleware('session', 'src/session/session.ts', sessionTests, []),
  middleware('session', 'src/session/sessions.ts', sessionTests, []),
  { name: 'token', package: 'core', file: 'src/token/cooldown.ts', tests: tokenTests, survivors: [] },
  { name: 'token', package: 'core', file: 'src/token/take-turn.ts', tests: tokenTests, survivors: [] },
  { name: 'token', package: 'core', file: 'src/token/token-cache.ts', tests: tokenTests, survivors: [] },
  {
    name: 'retry',
    package: 'core',
    file: 'src/transport/retry.ts',
    tests: ['src/transport/*.test.ts', 'test/faults/{errcodes,pacing}.test.ts'],
    survivors: [],
  },
  {
    name: 'limits',
    package: 'graphql',
    file: 'src/limits/check-operation.ts',
    tests: limitTests,
    survivors: [],
  },
  {
    name: 'limits',
    package: 'graphql',
    file: 'src/limits/operation-meter.ts',
    tests: limitTests,
    survivors: [],
  },
  {
    name: 'planner',
    package: 'core',
    file: 'src/directory/plan.ts',
    tests: ['src/directory/plan.test.ts', 'test/directory/call-counts.test.ts'],
    survivors: [],
  },
]

function middleware(
  name: string,
  file: string,
  tests: readonly string[],
  survivors: readonly string[],
): Target {
  return { name, package: 'express-middleware', file, tests, survivors }
}
