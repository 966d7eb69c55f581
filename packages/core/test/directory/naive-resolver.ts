import { isWecomError } from '../../src/errors/is-wecom-error.ts'
import { readMember, readSimpleMember } from '../../src/wecom/member.ts'
import type { DirectoryClient } from '../../src/directory/options.ts'
import type {
  DirectoryAnswer,
  DirectoryUser,
  DirectoryUserFull,
  DirectoryUserSimple,
  DirectoryWant,
} from '../../src/directory/types.ts'

/** The answers without any cleverness: one call after the other, nothing remembered. */
export async function resolveNaively(
  client: DirectoryClient,
  wants: readonly DirectoryWant[],
): Promise<DirectoryAnswer[]> {
  const answers: DirectoryAnswer[] = []
  for (const want of wants) {
    answers.push(
      await orUndefined(() => (want.kind === 'user' ? one(client, want.userId) : list(client, want))),
    )
  }
  return answers
}

/** A member cut down to what was asked: an answer may know more than that. */
export function atLevel(answer: DirectoryAnswer, level: string): unknown {
  if (Array.isArray(answer)) return answer.map((user) => atLevel(user, level))
  if (answer === undefined || answer instanceof Error || !('userId' in answer)) return answer
  const { userId } = answer
  if (level === 'id') return { userId }
  if (answer.level === 'id') return answer
  const { name, departmentIds } = answer
  return level === 'simple' ? { userId, name, departmentIds } : answer
}

async function one(client: DirectoryClient, userId: string): Promise<DirectoryUser | undefined> {
  return userId.includes('/') ? undefined : fullUser(await client.users.get(userId))
}

async function list(
  client: DirectoryClient,
  want: Extract<DirectoryWant, { kind: 'list' }>,
): Promise<readonly DirectoryUser[]> {
  const members = async (id: number): Promise<DirectoryUser[]> =>
    want.level === 'simple'
      ? (await client.users.simpleList(id)).map(simpleUser)
      : (await client.users.list(id)).map(fullUser)
  if (want.recursive !== true) return members(want.departmentId)
  const found = new Map<string, DirectoryUser>()
  for (const id of subtree(await client.departments.simpleList(), want.departmentId)) {
    for (const user of await members(id)) {
      if (!found.has(user.userId)) found.set(user.userId, user)
    }
  }
  if (found.size === 0) await members(want.departmentId)
  return [...found.values()]
}

function subtree(tree: readonly { id: number; parentid: number; order: number }[], root: number): number[] {
  const children = tree
    .filter((department) => department.parentid === root)
    .toSorted((a, b) => b.order - a.order || a.id - b.id)
  return [root, ...children.flatMap((child) => subtree(tree, child.id))]
}

async function orUndefined(ask: () => Promise<DirectoryAnswer>): Promise<DirectoryAnswer> {
  try {
    return await ask()
  } catch (error) {
    if (isWecomError(error) && 'errcode' in error && [60111, 60011, 60003, 40003].includes(error.errcode))
      return undefined
    return error instanceof Error ? error : new Error(String(error))
  }
}

function fullUser(wire: object): DirectoryUserFull {
  return { level: 'full', ...readMember(wire) }
}

function simpleUser(wire: object): DirectoryUserSimple {
  return { level: 'simple', ...readSimpleMember(wire) }
}
