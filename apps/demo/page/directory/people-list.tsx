import { useCallback, useRef } from 'preact/hooks'
import { t } from '../lib/language.ts'
import { StaleNotice, Trouble, Waiting } from '../lib/panels.tsx'
import type { PeopleSource } from './people-source.ts'
import { PersonRow } from './person-row.tsx'
import { VirtualList } from './virtual-list.tsx'

/** Height of a row in pixels, as in people.css. */
const rowHeight = 64

/** What {@link PeopleList} shows. */
export interface PeopleListProps {
  readonly source: PeopleSource
  readonly wanted?: string
  readonly showDepartment?: boolean
}

/** Members, however many: rows that are not there yet are grey until they are. */
export function PeopleList({ source, wanted = '', showDepartment = false }: PeopleListProps) {
  const latest = useRef(source)
  latest.current = source
  const onSight = useCallback((_first: number, end: number) => latest.current.need(end), [])
  const { people, total, problem, leaderIds } = source
  if (total === undefined)
    return problem === undefined ? (
      <Waiting slow={false} />
    ) : (
      <Trouble problem={problem} refresh={source.retry} />
    )
  return (
    <>
      <StaleNotice problem={problem} refresh={source.retry} />
      <VirtualList
        count={total}
        rowHeight={rowHeight}
        label={t('listLabel')}
        onSight={onSight}
        row={(index) => {
          const person = people[index]
          if (person === undefined) return <span class="person ghost" aria-busy="true" />
          const isLeader = leaderIds.has(person.id)
          return (
            <PersonRow person={person} isLeader={isLeader} wanted={wanted} showDepartment={showDepartment} />
          )
        }}
      />
    </>
  )
}
