import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/create-directory.ts'
import type { Directory, DirectoryAnswer, DirectoryWant } from '../../src/directory/types.ts'
import { FakeCorp } from './fake-corp.ts'
import { idle } from './idle.ts'
import { resolveNaively } from './naive-resolver.ts'

const lifetimes = {
  user: 1000,
  list: 1000,
  tree: 5000,
  index: 5000,
  missing: 100,
  stale: 500,
  staleIfError: 0,
}
const longest = lifetimes.user + lifetimes.stale

type Step =
  | { do: 'wait'; ms: number }
  | { do: 'read'; wants: DirectoryWant[] }
  | { do: 'edit'; user: number; departments: number[]; told: boolean }
  | { do: 'remove'; user: number; told: boolean }

const user = fc.integer({ min: 0, max: 7 })
const department = fc.integer({ min: 1, max: 4 })
const want: fc.Arbitrary<DirectoryWant> = fc.oneof(
  fc.record({ kind: fc.constant('user'), userId: user.map((id) => `user${id}`) }),
  fc.record({ kind: fc.constant('list'), departmentId: department, recursive: fc.boolean() }),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.constantFrom(1, 99, 500, 999, 1500) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('read'), wants: fc.array(want, { minLength: 1, maxLength: 5 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit'),
      user,
      departments: fc.uniqueArray(department, { minLength: 1, maxLength: 2 }),
      told: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove'), user, told: fc.boolean() }) },
)

/** A corp that changes over time, with the truth of every moment. */
class Story {
  readonly corp = new FakeCorp().department(1).department(2, 1).department(3, 1).department(4, 2)
  now = 1_000_000
  #version = 0
  readonly #past: { from: number; corp: FakeCorp }[] = []
  readonly #told = new Map<string, number>()

  constructor() {
    for (let index = 0; index < 6; index += 1) this.corp.user(`user${index}`, [(index % 4) + 1])
    this.#remember()
  }

  play(change: Exclude<Step, { do: 'wait' | 'read' }>, directory: Directory): void {
    const userId = `user${change.user}`
    const before = this.corp.users.get(userId)?.department ?? []
    const after = change.do === 'edit' ? change.departments : []
    this.#version += 1
    if (change.do === 'remove') this.corp.users.delete(userId)
    else this.corp.user(userId, after, { position: `version ${this.#version}` })
    this.#remember()
    if (!change.told) return
    const departmentIds = [...new Set([...before, ...after])]
    directory.invalidate({ userId, departmentIds })
    for (const key of [userId, ...departmentIds]) this.#told.set(String(key), this.now)
  }

  /** Whether the answer was the truth at a moment that still counts. */
  async allows(asked: DirectoryWant, answer: DirectoryAnswer): Promise<boolean> {
    const absent = asked.kind === 'user' && answer === undefined
    const oldest = this.now - (absent ? lifetimes.missing : longest)
    const since = Math.max(
      oldest,
      this.#told.get(asked.kind === 'user' ? asked.userId : `${asked.departmentId}`) ?? 0,
    )
    for (const [index, { corp }] of this.#past.entries()) {
      const until = this.#past[index + 1]?.from ?? Infinity
      if (until <= since) continue
      const [truth] = await resolveNaively(corp.client(), [asked])
      if (isDeepStrictEqual(structuredClone(truth), structuredClone(answer))) return true
    }
    return false
  }

  #remember(): void {
    const corp = new FakeCorp()
    for (const [id, { parentid, name }] of this.corp.departments) corp.department(id, parentid, name)
    for (const [key, value] of this.corp.users) corp.users.set(key, structuredClone(value))
    this.#past.push({ from: this.now, corp })
  }
}

describe('whatever is read, changed and told in whatever order', () => {
  test.each([
    ['small departments as a whole', 200, false],
    ['only what pays as a list', 0, false],
    ['with the index', 200, true],
  ])(
    'no answer is older than its lifetime, or than what was told: %s',
    async (_name, wholeListUpTo, withIndex) => {
      const law = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
        const story = new Story()
        const directory = createDirectory(story.corp.client(), {
          ttl: lifetimes,
          now: () => story.now,
          wholeListUpTo,
          ...(withIndex && { contactsClient: story.corp.contactsClient() }),
        })
        for (const next of steps) {
          // Every step takes a moment, as it does in life.
          story.now += 1
          if (next.do === 'wait') story.now += next.ms
          else if (next.do === 'read') await readAndJudge(story, directory, next.wants)
          else story.play(next, directory)
          await idle()
        }
      })
      await expect(fc.assert(law, { numRuns: 150 })).resolves.toBeUndefined()
    },
  )
})

async function readAndJudge(
  story: Story,
  directory: Directory,
  wants: readonly DirectoryWant[],
): Promise<void> {
  const answers = await directory.resolve(wants)
  for (const [index, asked] of wants.entries()) {
    // A subtree is put together from lists of several moments: each of them is judged when it is read alone.
    if (asked.kind === 'list' && asked.recursive === true) continue
    const answer = answers[index]
    if (!(await story.allows(asked, answer))) {
      throw new Error(`too old: ${JSON.stringify({ asked, answer })}`)
    }
  }
}
