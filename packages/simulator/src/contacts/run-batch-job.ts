import { errmsg } from '../wire/errmsg.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Job } from '../world/jobs.ts'
import { useridKey } from '../world/member.ts'
import type { World } from '../world/world.ts'
import { createParty, deleteParty, updateParty } from './edit-departments.ts'
import { EditError } from './edit-error.ts'
import { createUser, deleteUser, updateUser } from './edit-members.ts'
import { placeMember } from './pending-department.ts'
import { readMemberFields, refuseTaken } from './write-member.ts'

type Row = Readonly<Record<string, string>>

/**
 * Does what a file for a batch job says, line by line; a line that is wrong does not stop the others.
 *
 * How sure: what each kind of job does official; the names of the columns from WeCom's templates, seen through mirrors.
 * @see https://developer.work.weixin.qq.com/document/path/90979
 */
export function runBatchJob(world: World, type: Job['type'], rows: readonly Row[]): object[] {
  if (type === 'replace_party') return replaceParties(world, rows)
  const named = new Set(rows.map((row) => useridKey(column(row, '帐号', '账号'))))
  const result = rows.map((row) => {
    const userid = column(row, '帐号', '账号')
    return { userid, ...outcome(() => putMember(world, userid, row)) }
  })
  if (type === 'replace_user') deleteOthers(world, named)
  return result
}

function deleteOthers(world: World, named: ReadonlySet<string>): void {
  const others = [...world.directory.members()].filter(({ userid }) => !named.has(useridKey(userid)))
  for (const { userid } of others) deleteUser(world, userid)
}

function putMember(world: World, userid: string, row: Row): void {
  const before = world.directory.member(userid)
  const body = memberBody(userid, row)
  const fields = readMemberFields(body, before)
  refuseTaken(world, fields, before)
  if (before !== undefined) {
    updateUser(
      world,
      userid,
      fields.department?.length === 0 ? { ...fields, department: before.department } : fields,
    )
    return
  }
  if (!fields.mobile && !fields.email)
    throw new Refusal(60129, 'parameters', 'the row has neither mobile nor email')
  const { department } = placeMember(world, fields.department)
  createUser(world, { status: 4, ...fields, userid, name: fields.name ?? '', department })
}

/** Cells that are empty say nothing. */
function memberBody(userid: string, row: Row): Record<string, unknown> {
  const departments = column(row, '所在部门').split(/[;；]/).filter(Boolean).map(Number)
  const genders: Readonly<Record<string, string>> = { 男: '1', 女: '2' }
  const texts = {
    name: column(row, '姓名'),
    mobile: column(row, '手机号'),
    email: column(row, '邮箱'),
    position: column(row, '职位'),
    alias: column(row, '别名'),
    address: column(row, '地址'),
    telephone: column(row, '座机'),
    gender: genders[column(row, '性别')] ?? '',
  }
  const given = Object.entries(texts).filter(([, value]) => value !== '')
  return {
    userid,
    ...Object.fromEntries(given),
    ...(departments.length === 0 ? {} : { department: departments }),
    ...(column(row, '禁用') === '' ? {} : { enable: column(row, '禁用') === '1' ? 0 : 1 }),
  }
}

/** Which of its parts a line about a department changed, as bits. */
const actions = { create: 1, rename: 2, move: 4, reorder: 8 }

function replaceParties(world: World, rows: readonly Row[]): object[] {
  const named = new Set(rows.map((row) => Number(column(row, '部门ID', '部门id'))))
  const result = rows.map((row) => putParty(world, row))
  // Deepest first, and only empty ones, as documented.
  for (const id of world.directory.subtree(1).toReversed()) {
    const empty = world.directory.residentCount(id) === 0 && world.directory.childCount(id) === 0
    if (!named.has(id) && empty && id !== 1) deleteParty(world, id)
  }
  return result
}

function putParty(world: World, row: Row): object {
  const id = Number(column(row, '部门ID', '部门id'))
  const name = column(row, '部门名称')
  const parentid = Number(column(row, '父部门ID', '父部门id') || 1)
  const order = Number(column(row, '排序') || 0)
  const before = world.directory.department(id)
  if (before === undefined)
    return {
      action: actions.create,
      partyid: id,
      ...outcome(() => createParty(world, { id, name, parentid, order })),
    }
  const action =
    (before.name === name ? 0 : actions.rename) +
    (before.parentid === parentid || id === 1 ? 0 : actions.move) +
    (before.order === order ? 0 : actions.reorder)
  const patch = id === 1 ? { name, order } : { name, parentid, order }
  return { action, partyid: id, ...outcome(() => updateParty(world, id, patch)) }
}

function column(row: Row, ...names: string[]): string {
  const found = Object.keys(row).find((key) => names.some((name) => key.startsWith(name)))
  return found === undefined ? '' : (row[found] ?? '')
}

function outcome(work: () => unknown): { errcode: number; errmsg: string } {
  try {
    work()
    return { errcode: 0, errmsg: 'ok' }
  } catch (error) {
    if (error instanceof Refusal || error instanceof EditError)
      return { errcode: error.errcode, errmsg: error.message }
    if (error instanceof TypeError) return { errcode: 40058, errmsg: `${errmsg(40058)}, ${error.message}` }
    throw error
  }
}
