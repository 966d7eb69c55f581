import { codedError } from '../errors/coded-error.ts'

/** A place in a list: the member there, and how many came before it. */
export interface Place {
  userId: string
  index: number
}

const cursorPattern = /^([0-9]{1,7}):(.{1,130})$/s

/** An opaque cursor. */
export function writeCursor({ userId, index }: Place): string {
  return Buffer.from(`${index}:${userId}`).toString('base64url')
}

/**
 * What a cursor stands for.
 *
 * @throws GraphQLError BAD_USER_INPUT when it is not one of ours
 */
export function readCursor(cursor: string): Place {
  const match = cursorPattern.exec(Buffer.from(cursor, 'base64url').toString())
  const [, index, userId] = match ?? []
  if (index === undefined || userId === undefined) {
    throw codedError('BAD_USER_INPUT', 'The cursor is not one of this server.', { argument: 'after' })
  }
  return { userId, index: Number(index) }
}
