import assert from 'node:assert/strict'
import type { IssuedToken, TokenSource } from '../token/token-source.ts'
import type { ContractCase } from './contract-case.ts'

export interface TokenSourceContractOptions {
  /** Makes a source whose upstream answers. */
  create: () => TokenSource | Promise<TokenSource>
  /** A source of another app, whose `id` must differ. */
  createOther?: (() => TokenSource | Promise<TokenSource>) | undefined
  /** Secrets the source was made with: they must not be part of its `id`, which is written into store keys. */
  secrets?: readonly string[] | undefined
}

/**
 * What the client relies on in a {@link TokenSource}. Run every case with your test runner.
 *
 * @example
 * ```ts
 * import type { TokenSource } from '@wecom-kit/core'
 * import { tokenSourceContract } from '@wecom-kit/core/testing'
 * import { test } from 'node:test'
 *
 * const source: TokenSource = { id: 'fixed', fetch: async ({ signal }) => {
 *   signal.throwIfAborted()
 *   return { token: 'abc', expiresIn: 7200 }
 * } }
 * for (const { name, run } of tokenSourceContract({ create: () => source })) test(name, run)
 * ```
 */
export function tokenSourceContract(options: TokenSourceContractOptions): ContractCase[] {
  const { create, createOther, secrets = [] } = options
  const cases: ContractCase[] = [
    {
      name: 'the id is a short text, the same every time, without a secret',
      run: async () => {
        const [{ id }, again] = [await create(), await create()]
        assert.match(id, /^[\x21-\x7E]{1,200}$/)
        assert.equal(again.id, id)
        for (const secret of secrets) assert.ok(!id.includes(secret), 'the id holds a secret')
      },
    },
    {
      name: 'a token is printable ASCII with a lifetime in seconds',
      run: async () => checkToken(await fetchFrom(await create())),
    },
    {
      name: 'two fetches at once both answer',
      run: async () => {
        const source = await create()
        for (const token of await Promise.all([fetchFrom(source), fetchFrom(source)])) checkToken(token)
      },
    },
    {
      name: 'an aborted signal rejects',
      run: async () => {
        const source = await create()
        await assert.rejects(async () => source.fetch({ signal: AbortSignal.abort(new Error('gave up')) }))
      },
    },
  ]
  if (createOther === undefined) return cases
  const differs = async (): Promise<void> => assert.notEqual((await createOther()).id, (await create()).id)
  return [...cases, { name: 'another app has another id', run: differs }]
}

function fetchFrom(source: TokenSource): Promise<IssuedToken> {
  return source.fetch({ signal: AbortSignal.timeout(60_000) })
}

function checkToken({ token, expiresIn }: IssuedToken): void {
  assert.match(token, /^[\x21-\x7E]{1,2048}$/)
  assert.ok(Number.isFinite(expiresIn) && expiresIn > 0, `expiresIn is ${expiresIn}`)
}
