import type { DirectoryAttribute, DirectoryUserStatus } from '@wecom-kit/core'

/** UserStatus as the schema spells it. */
export const userStatus: Readonly<Record<DirectoryUserStatus, string>> = {
  active: 'ACTIVE',
  disabled: 'DISABLED',
  pending: 'PENDING',
  left: 'LEFT',
  unknown: 'UNKNOWN',
}

/** UserAttributeType as the schema spells it. */
export const attributeType: Readonly<Record<DirectoryAttribute['type'], string>> = {
  text: 'TEXT',
  link: 'LINK',
  'mini-program': 'MINI_PROGRAM',
}

/**
 * Gender as the schema spells it. Withheld and "not recorded" look alike in the directory, both are null; only a
 * profile the member consented to can say that nothing is recorded.
 */
export function genderName(gender: string | undefined): string | undefined {
  if (gender === undefined) return undefined
  if (gender === 'male' || gender === '1') return 'MALE'
  return gender === 'female' || gender === '2' ? 'FEMALE' : 'UNSPECIFIED'
}
