import { hrefOf, place } from '../app/router.ts'
import { t } from '../lib/language.ts'
import type { MessageKey } from '../lib/messages/zh.ts'
import { Avatar } from './avatar.tsx'
import { nameOf } from './departments.ts'
import type { Person } from './person.ts'

const statusTexts: Readonly<Record<string, MessageKey>> = {
  DISABLED: 'statusDisabled',
  PENDING: 'statusPending',
  LEFT: 'statusLeft',
}

/** What {@link PersonRow} shows. */
export interface PersonRowProps {
  readonly person: Person
  /** Leads the department whose list this is. */
  readonly isLeader?: boolean
  /** Text of a search, marked where it occurs. */
  readonly wanted?: string
  /** The department in the list says where somebody is; in a team of one department it says nothing. */
  readonly showDepartment?: boolean
}

/** One member of a list: opens their card. */
export function PersonRow({ person, isLeader = false, wanted = '', showDepartment = false }: PersonRowProps) {
  const here = place.value
  const open = here.view === 'person' && here.id.toLowerCase() === person.id.toLowerCase()
  const department = showDepartment ? nameOf.value(person.mainDepartmentId) : undefined
  const also = [person.alias, person.englishName].filter((name) => name !== undefined)
  return (
    <a
      class="person"
      data-page
      href={hrefOf({ view: 'person', id: person.id })}
      aria-current={open ? 'true' : undefined}
    >
      <Avatar person={person} />
      <span class="person-words">
        <span class="person-name">
          <Marked text={person.name} wanted={wanted} />
          {also.length > 0 && (
            <span class="person-also">
              <Marked text={also.join(' · ')} wanted={wanted} />
            </span>
          )}
          <PersonTags person={person} isLeader={isLeader} />
        </span>
        <span class="person-position">
          {[person.position ?? t('noPosition'), department].filter((text) => text !== undefined).join(' · ')}
        </span>
      </span>
      <code class="person-id">
        <Marked text={person.id} wanted={wanted} />
      </code>
    </a>
  )
}

/** Me, leader, disabled: what is special about somebody. */
export function PersonTags({ person, isLeader }: { readonly person: Person; readonly isLeader: boolean }) {
  const status = statusTexts[person.status ?? '']
  return (
    <>
      {person.isMe && <span class="tag me">{t('me')}</span>}
      {isLeader && <span class="tag">{t('leader')}</span>}
      {status !== undefined && <span class="tag muted">{t(status)}</span>}
    </>
  )
}

function Marked({ text, wanted }: { readonly text: string; readonly wanted: string }) {
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase())
  if (at === -1) return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length)}
    </>
  )
}
