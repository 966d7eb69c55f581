import { makeExecutableSchema } from '@graphql-tools/schema'
import type { Department, Member, Simulator } from '@wecom-kit/simulator'
import type { GraphQLSchema } from 'graphql'
import { readMember } from '@wecom-kit/core/foundation'
import { typeDefs } from '../src/index.ts'

interface Listing {
  fetchChild?: boolean | null
  filter?: { status?: string[] | null; text?: string | null; isLeader?: boolean | null } | null
}

const statuses: Readonly<Record<number, string>> = { 1: 'ACTIVE', 2: 'DISABLED', 4: 'PENDING', 5: 'LEFT' }

/** The schema answered straight from the corp's own records, one look-up per field: what any plan must agree with. */
export function naiveSchema({ contacts }: Pick<Simulator, 'contacts'>, viewerId: string): GraphQLSchema {
  const department = (id: number) => {
    const found = contacts.department(id)
    return found && presentDepartment(found)
  }
  const user = (id: string) => {
    const found = contacts.user(id)
    return found && presentUser(found)
  }
  const childrenOf = (id: number) => contacts.departments().filter(({ parentid }) => parentid === id)
  const subtree = (id: number): number[] => [id, ...childrenOf(id).flatMap((child) => subtree(child.id))]

  function list(id: number, { fetchChild, filter }: Listing) {
    const ids = fetchChild ? subtree(id) : [id]
    return contacts
      .users()
      .filter((member) => member.department.some((place) => ids.includes(place)))
      .filter((member) => matches(member, filter, id))
      .map(presentUser)
  }

  function presentUser(member: Member): Record<string, unknown> {
    return {
      ...readMember(member),
      id: member.userid,
      status: statuses[member.status ?? 1],
      departmentIds: member.department,
      mainDepartmentId: member.main_department,
      mainDepartment: () => department(member.main_department ?? 0),
      memberships: member.department.map((id, index) => ({
        department: () => department(id),
        isLeader: member.is_leader_in_dept?.[index] === 1,
        order: member.order?.[index],
      })),
      directLeaders: () => (member.direct_leader ?? []).map(user),
      isMe: member.userid === viewerId,
    }
  }

  function presentDepartment(record: Department): Record<string, unknown> {
    const parent = contacts.department(record.parentid)
    return {
      id: record.id,
      name: record.name,
      englishName: textOf(record.name_en),
      order: record.order,
      parentId: parent?.id,
      parent: () => parent && presentDepartment(parent),
      children: () => childrenOf(record.id).map(presentDepartment),
      path: () => pathTo(record).map(presentDepartment),
      leaders: () => record.department_leader.map(user),
      members: (args: Listing) => {
        const nodes = list(record.id, args)
        return { nodes, totalCount: nodes.length }
      },
    }
  }

  const pathTo = (record: Department): Department[] => {
    const parent = contacts.department(record.parentid)
    return parent ? [...pathTo(parent), record] : [record]
  }

  return makeExecutableSchema({
    typeDefs,
    resolvers: {
      Query: {
        me: () => user(viewerId),
        user: (_: unknown, { id }: { id: string }) => user(id),
        users: (_: unknown, { ids }: { ids: string[] }) => ids.map(user),
        department: (_: unknown, { id }: { id: string }) => department(Number(id)),
        departments: (
          _: unknown,
          { parentId, recursive }: { parentId?: string | null; recursive: boolean },
        ) => {
          const top = Number(parentId ?? 0)
          if (top !== 0 && !contacts.department(top)) return null
          const ids = recursive ? subtree(top).slice(1) : childrenOf(top).map(({ id }) => id)
          return ids.map(department)
        },
        departmentUsers: (_: unknown, { departmentId, ...args }: Listing & { departmentId: string }) =>
          contacts.department(Number(departmentId)) ? list(Number(departmentId), args) : null,
      },
    },
  })
}

function matches(member: Member, filter: Listing['filter'], departmentId: number): boolean {
  const names = [member.name, member.alias, member.english_name, member.userid]
  const leads = member.department.some(
    (id, index) => id === departmentId && member.is_leader_in_dept?.[index] === 1,
  )
  return (
    (filter?.status == null || filter.status.includes(statuses[member.status ?? 1] ?? '')) &&
    (filter?.text == null || names.some((name) => name?.toLowerCase().includes(String(filter.text)))) &&
    (filter?.isLeader == null || filter.isLeader === leads)
  )
}

function textOf(text: string | undefined): string | undefined {
  return text === '' ? undefined : text
}
