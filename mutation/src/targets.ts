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
  /** Why mistakes may stay unnoticed, and how many for this reason: somebody has looked at each. */
  readonly survivors: Readonly<Record<string, number>>
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
  middleware('state', 'src/proof/states.ts', ['src/proof/*.test.ts', `${attacks}/a-state.test.ts`], {
    'a ring of keys is never empty: said to the compiler': 2,
    'a page of more than 64 bytes does not fit anyway: saves the work': 2,
    'no page takes exactly the room that is left': 1,
  }),
  middleware('state', 'src/proof/once.ts', ['src/proof/*.test.ts'], {
    'what cannot be opened is no session either': 1,
    'nothing from a store is undefined, never null': 1,
    'what is no text has no form of a claim: said to the compiler': 1,
    'one look more or less at the end of a wait': 1,
  }),
  middleware('state', 'src/proof/transactions.ts', ['src/proof/*.test.ts'], {
    'what cannot be opened is no JSON either': 1,
    'a name of the header has a value, and one is looked at': 1,
    'no name comes twice': 1,
  }),
  middleware('returnTo', 'src/proof/safe-return-to.ts', ['src/proof/safe-return-to.test.ts'], {
    'an address that is not http has another origin anyway': 2,
    'a path on an origin is never unreadable': 1,
  }),
  middleware('seal', 'src/session/seal.ts', ['src/session/seal.test.ts'], {
    'what is no base64url fails in the decryption, whose errors are caught': 4,
    'a short cut for the usual header': 1,
    'what is no header fails at its first field, whose error is caught': 1,
    'a block that answers undefined, emptied': 1,
    'nothing instead of false': 1,
  }),
  middleware('session', 'src/session/session.ts', sessionTests, {
    'a block that answers undefined, emptied': 1,
  }),
  middleware('session', 'src/session/sessions.ts', sessionTests, {}),
  middleware('session', 'src/session/revocations.ts', ['src/session/*.test.ts'], {
    'short cuts while nobody is revoked': 3,
    'nobody signed in before undefined: said to the compiler': 1,
    'no store loses nothing: saves the work': 1,
  }),
  middleware('limits', 'src/member/places.ts', ['src/member/places.test.ts'], {}),
  middleware('limits', 'src/http/client-address.ts', ['src/http/client-address.test.ts'], {
    'a text that was split has parts: said to the compiler': 2,
    'an address without :: has all its groups in front': 1,
  }),
  {
    name: 'token',
    package: 'core',
    file: 'src/token/cooldown.ts',
    tests: tokenTests,
    survivors: {
      'a cool-down that is over is not swept away: it takes memory and refuses nobody': 2,
    },
  },
  {
    name: 'token',
    package: 'core',
    file: 'src/token/take-turn.ts',
    tests: tokenTests,
    survivors: {
      'waiting ends at the first look after the longest wait, whichever millisecond that is': 1,
      'the error of a lock without an answer is told to nobody': 1,
    },
  },
  {
    name: 'token',
    package: 'core',
    file: 'src/token/token-cache.ts',
    tests: tokenTests,
    survivors: {
      'whether the write is waited for, where there is no store': 1,
      'a record of the same token and moment is the same': 1,
    },
  },
  {
    name: 'retry',
    package: 'core',
    file: 'src/transport/retry.ts',
    tests: ['src/transport/*.test.ts', 'test/faults/{errcodes,pacing}.test.ts'],
    survivors: {
      'the empty case of three that answer alike': 1,
      'the ends of names of errors that no library has with more text': 4,
      'a cause without a code, tested as the text "undefined"': 3,
      'the way out of a full bucket, which stays full': 1,
    },
  },
  {
    name: 'limits',
    package: 'graphql',
    file: 'src/limits/check-operation.ts',
    tests: limitTests,
    survivors: {
      'mistakes in variables are never told here: how many are looked for': 1,
      'a list of mistakes that is there is never empty': 2,
      'a graphql that answers neither values nor mistakes, which no layer is made with': 2,
    },
  },
  {
    name: 'limits',
    package: 'graphql',
    file: 'src/limits/operation-meter.ts',
    tests: limitTests,
    survivors: {
      'what is over the limit of root fields already is not counted further: saves the work': 1,
      'a fragment on a type without fields is not valid anyway': 1,
    },
  },
  {
    name: 'planner',
    package: 'core',
    file: 'src/directory/plan.ts',
    tests: ['src/directory/plan.test.ts', 'test/directory/call-counts.test.ts'],
    survivors: {
      'nothing planned covers nothing': 2,
      'a list whose price is exactly that of the single calls': 1,
      'which of two lists of almost the same worth comes first': 4,
    },
  },
]

function middleware(
  name: string,
  file: string,
  tests: readonly string[],
  survivors: Readonly<Record<string, number>>,
): Target {
  return { name, package: 'express-middleware', file, tests, survivors }
}
