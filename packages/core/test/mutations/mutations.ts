/** A deliberate mistake, and the tests that must notice it. */
export interface Mutation {
  name: string
  /** The file under `packages/core` and a piece of it that occurs once. */
  file: string
  find: string
  replace: string
  tests: readonly string[]
}

const laws = 'test/token-laws'

/** One mistake for each thing that is easy to get wrong, most of them made by clients in the wild. */
export const mutations: readonly Mutation[] = [
  {
    name: 'two flights at once',
    file: 'src/token/token-cache.ts',
    find: 'if (this.#flight !== undefined) return this.#flight',
    replace: '',
    tests: ['test/faults/lock.test.ts', laws],
  },
  {
    name: 'invalidate without comparing',
    file: 'src/token/token-cache.ts',
    find: 'held !== refused',
    replace: 'false',
    tests: ['test/faults/errcodes.test.ts'],
  },
  {
    name: 'the monotonic clock is not asked',
    file: 'src/token/token-cache.ts',
    find: '&& monotonic() < held.monotonicEnd',
    replace: '',
    tests: ['test/faults/clock.test.ts', laws],
  },
  {
    name: 'a rejected token is taken from the store again',
    file: 'src/token/token-cache.ts',
    find: '|| this.#isRejected(record.token) ',
    replace: '',
    tests: [laws],
  },
  {
    name: 'the lock is released before the token is written',
    file: 'src/token/token-cache.ts',
    find: 'if (awaitStore) await written',
    replace: 'void written',
    tests: ['test/faults/lock.test.ts'],
  },
  {
    name: 'the ticket cools down anew after its token did',
    file: 'src/token/token-cache.ts',
    find: 'error instanceof WecomAuthError && error.until !== undefined',
    replace: 'false',
    tests: ['test/faults/errcodes.test.ts'],
  },
  {
    name: 'no cool-down',
    file: 'src/token/cooldown.ts',
    find: 'const cooldownMs = 60_000',
    replace: 'const cooldownMs = 0',
    tests: ['test/faults/errcodes.test.ts', 'src/token/cooldown.test.ts'],
  },
  {
    name: 'a repeated token gains time',
    file: 'src/token/token-record.ts',
    find: 'if (previous?.token !== token) return fresh',
    replace: 'return fresh',
    tests: ['test/token-laws/day.test.ts', 'src/token/token-record.test.ts'],
  },
  {
    name: 'records from the future are believed',
    file: 'src/token/token-record.ts',
    find: 'obtainedAt > now + clockSkewMs || ',
    replace: '',
    tests: ['src/token/token-record.test.ts', 'test/faults/store.test.ts'],
  },
  {
    name: 'a store may hang for ever',
    file: 'src/stores/store-guard.ts',
    find: 'setTimeout(late, Math.min(limitMs ?? operationMs, operationMs))',
    replace: 'setTimeout(late, 60_000)',
    tests: ['src/stores/store-guard.test.ts'],
  },
  {
    name: 'a store in trouble is asked every time',
    file: 'src/stores/store-guard.ts',
    find: 'bypassMs = 5000',
    replace: 'bypassMs = 0',
    tests: ['src/stores/store-guard.test.ts', 'test/faults/store.test.ts'],
  },
  {
    name: 'no second look after the lock was got',
    file: 'src/token/take-turn.ts',
    find: '    const done = await reread()\n    if (done !== undefined) {\n',
    replace: '    const done = undefined\n    if (done !== undefined) {\n',
    tests: ['src/token/take-turn.test.ts', laws],
  },
  {
    name: 'one key for all secrets',
    file: 'src/client/token-sources.ts',
    find: 'fingerprint(`${baseUrl}\\0${secret}`, 16)',
    replace: 'fingerprint(baseUrl, 16)',
    tests: ['test/faults/errcodes.test.ts'],
  },
  {
    name: '40001 refreshes the token',
    file: 'src/client/perform-call.ts',
    find: "error.reason === 'token-rejected'",
    replace: 'true',
    tests: ['test/faults/errcodes.test.ts'],
  },
  {
    name: 'writes are repeated after they perhaps ran',
    file: 'src/transport/retry.ts',
    find: "(error.sent === 'no' || idempotent)",
    replace: 'true',
    tests: ['src/transport/retry-policy.test.ts', 'test/faults/broken-connection.test.ts'],
  },
  {
    name: 'a lost connection counts as not sent',
    file: 'src/transport/failures.ts',
    find: "? 'no' : 'maybe'",
    replace: "? 'no' : 'no'",
    tests: ['test/faults/broken-connection.test.ts'],
  },
  {
    name: 'retries without a budget',
    file: 'src/transport/retry.ts',
    find: 'if (this.#tokens < cost) return false',
    replace: '',
    tests: ['src/transport/retry-budget.test.ts', 'test/faults/pacing.test.ts'],
  },
  {
    name: 'the deadline does not count the wait for a place',
    file: 'src/client/attempt-call.ts',
    find: 'timeoutMs: Math.min(call.timeout, timeLeftMs)',
    replace: 'timeoutMs: call.timeout',
    tests: ['test/faults/slow.test.ts'],
  },
  {
    name: 'a wait that was given up keeps its place',
    file: 'src/transport/concurrency-limit.ts',
    find: 'void (queue.delete(resolve) || this.leave())',
    replace: 'void this.#waiting.delete(resolve)',
    tests: ['src/transport/concurrency-limit.test.ts'],
  },
  {
    name: 'answers of any size',
    file: 'src/transport/read-answer.ts',
    find: 'this.#bytes > this.#maxBytes',
    replace: 'false',
    tests: ['test/faults/oversized.test.ts'],
  },
  {
    name: 'the errmsg is cut before secrets are searched',
    file: 'src/transport/failures.ts',
    find: 'let hidden = text\n',
    replace: 'let hidden = text.slice(0, 1000)\n',
    tests: ['src/transport/api-failure.test.ts'],
  },
  {
    name: 'a login code may be quoted',
    file: 'src/wecom/secrets.ts',
    find: "'code auth_code ",
    replace: "'auth_code ",
    tests: ['test/faults/canary.test.ts'],
  },
]
