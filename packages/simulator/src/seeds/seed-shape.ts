import { appShape } from '../contacts/app-shapes.ts'
import { departmentShape, memberShape } from '../contacts/contact-shapes.ts'
import {
  anyText,
  integer,
  listOf,
  matching,
  maybe,
  object,
  type Shape,
  text,
  unsigned,
} from '../shape/shape.ts'
import { faultShape, randomFaultsShape } from '../faults/fault.ts'
import { settingsShape } from '../settings/settings-shape.ts'
import { stubShape } from '../stubs/stubs.ts'
import { madeShape } from './made-shape.ts'
import type { Recording } from './recording.ts'
import type { Robot } from '../world/group-chat.ts'
import type { Outsider } from '../world/customers.ts'
import type { LinkedMember, Seed } from '../world/seed.ts'
import type { Tag } from '../world/tag.ts'

const id = unsigned

const corp: Shape<Seed['corp']> = object<Seed['corp']>({
  id: text,
  name: text,
  memberQuota: maybe(integer(1)),
  verificationUrl: maybe(text),
  verificationUsers: maybe(listOf(text)),
})

const tag: Shape<Tag> = object<Tag>({
  tagid: id,
  tagname: text,
  userlist: listOf(text),
  partylist: listOf(id),
  owner: maybe(text),
})

const linkedMember: Shape<LinkedMember> = object<LinkedMember>({
  userid: matching(/^[^/]+\/[^/]+$/, 'CorpId/userid'),
  name: text,
})

const outsider: Shape<Outsider> = object<Outsider>({
  name: text,
  openid: text,
  externalUserid: maybe(text),
  owner: maybe(text),
})

/** A file may name its JSON Schema, for editors. */
type SeedFile = Recording & { $schema?: string }

/** Checks the form of a seed, not whether its parts fit together. */
export const seedShape: Shape<SeedFile> = object<SeedFile>({
  $schema: maybe(anyText),
  corp,
  apps: listOf(appShape),
  departments: listOf(departmentShape),
  members: listOf(memberShape),
  tags: maybe(listOf(tag)),
  linkedMembers: maybe(listOf(linkedMember)),
  outsiders: maybe(listOf(outsider)),
  robots: maybe(listOf(object<Robot>({ name: text, key: text }))),
  made: maybe(madeShape),
  settings: maybe(settingsShape),
  faults: maybe(listOf(faultShape)),
  randomFaults: maybe(randomFaultsShape),
  stubs: maybe(listOf(stubShape)),
})
