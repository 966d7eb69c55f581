import { dig, isRecord, readList, readText } from '../lib/read.ts'

/** A member as lists show them. */
export interface Person {
  readonly id: string
  /** The userid where the app may not see the name. */
  readonly name: string
  readonly alias: string | undefined
  readonly englishName: string | undefined
  readonly position: string | undefined
  readonly avatarUrl: string | undefined
  readonly status: string | undefined
  readonly isMe: boolean
  readonly mainDepartmentId: string | undefined
}

/** A step of the way from the top down to a department. */
export interface Step {
  readonly id: string
  readonly name: string
}

/** One of a person's departments. */
export interface Membership {
  readonly path: readonly Step[]
  readonly isLeader: boolean
}

/** An attribute that the company has added. */
export interface Attribute {
  readonly name: string
  readonly value: string
  readonly url: string | undefined
}

/** A member as the card shows them. */
export interface PersonDetails extends Person {
  readonly externalPosition: string | undefined
  readonly mobile: string | undefined
  readonly telephone: string | undefined
  readonly email: string | undefined
  readonly businessEmail: string | undefined
  readonly address: string | undefined
  readonly attributes: readonly Attribute[]
  readonly memberships: readonly Membership[]
  readonly leaders: readonly Person[]
  /** Leaders of the leaders, two levels of them, nearest first. */
  readonly leadersAbove: readonly Person[]
  readonly reports: readonly Person[]
}

/** Reads a member out of an answer; undefined for null and for anything without an id. */
export function readPerson(value: unknown): Person | undefined {
  const id = isRecord(value) ? readText(value['id']) : undefined
  if (!isRecord(value) || id === undefined) return undefined
  return {
    id,
    name: readText(value['name']) ?? id,
    alias: readText(value['alias']),
    englishName: readText(value['englishName']),
    position: readText(value['position']),
    avatarUrl: readText(value['avatarUrl']),
    status: readText(value['status']),
    isMe: value['isMe'] === true,
    mainDepartmentId: readText(value['mainDepartmentId']),
  }
}

/** Reads a member with everything the card shows. */
export function readPersonDetails(value: unknown): PersonDetails | undefined {
  const person = readPerson(value)
  if (person === undefined || !isRecord(value)) return undefined
  return {
    ...person,
    externalPosition: readText(value['externalPosition']),
    mobile: readText(value['mobile']),
    telephone: readText(value['telephone']),
    email: readText(value['email']),
    businessEmail: readText(value['businessEmail']),
    address: readText(value['address']),
    attributes: readList(value['attributes'], readAttribute),
    memberships: readList(value['memberships'], readMembership),
    leaders: readList(value['directLeaders'], readPerson),
    leadersAbove: readLeadersAbove(person, value['directLeaders']),
    reports: readList(value['directReports'], readPerson),
  }
}

/** Each person once: in a small company leaders of leaders are soon the same, or lead each other. */
function readLeadersAbove(person: Person, direct: unknown): readonly Person[] {
  const leadersOf = (value: unknown): readonly unknown[] =>
    readList(dig(value, 'directLeaders'), (each) => each)
  const first = readList(direct, (each) => each)
  const second = first.flatMap(leadersOf)
  const third = second.flatMap(leadersOf)
  const seen = new Set([person.id, ...readList(direct, readPerson).map(({ id }) => id)])
  return readList([...second, ...third], readPerson).filter(({ id }) => {
    const isNew = !seen.has(id)
    seen.add(id)
    return isNew
  })
}

function readAttribute(value: unknown): Attribute | undefined {
  const name = readText(dig(value, 'name'))
  const text = readText(dig(value, 'value')) ?? readText(dig(value, 'url'))
  if (name === undefined || text === undefined) return undefined
  const url = readText(dig(value, 'url'))
  // An attribute is what somebody typed: only addresses of the web become links.
  return { name, value: text, url: url !== undefined && /^https?:\/\//.test(url) ? url : undefined }
}

function readMembership(value: unknown): Membership | undefined {
  const path = readList(dig(value, 'department', 'path'), readStep)
  return path.length === 0 ? undefined : { path, isLeader: dig(value, 'isLeader') === true }
}

function readStep(value: unknown): Step | undefined {
  const id = readText(dig(value, 'id'))
  return id === undefined ? undefined : { id, name: readText(dig(value, 'name')) ?? id }
}
