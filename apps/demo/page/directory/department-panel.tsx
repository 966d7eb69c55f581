import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { change } from '../app/live.ts'
import { ask } from '../lib/ask.ts'
import { t } from '../lib/language.ts'
import { Empty } from '../lib/panels.tsx'
import { isProblem } from '../lib/problem.ts'
import { dig, readList, readText } from '../lib/read.ts'
import { nameOf, organisation } from './departments.ts'
import { DepartmentPath } from './department-tree.tsx'
import { PeopleList } from './people-list.tsx'
import { usePeople, type ReadPiece } from './people-source.ts'
import { readPerson, type Step } from './person.ts'
import { departmentQuery, moreMembersQuery } from './queries.ts'

/** Members of the first piece of a list, and of those that scrolling asks for. */
const [firstPiece, furtherPiece] = [100, 1000]

/** The people of a department; `mine` when it is the visitor's own team. */
export function DepartmentPanel({ id, mine }: { readonly id: string; readonly mine: boolean }) {
  const all = useSignal(false)
  const source = usePeople(`${id} ${all.value}`, readerOf(id, all.value))
  const news = change.value
  useEffect(() => {
    if (news === undefined) return
    const concerns =
      news.everything ||
      news.departments.has(id) ||
      source.people.some((person) => news.users.has(person.id.toLowerCase()))
    if (concerns || (all.value && news.users.size > 0)) source.refresh()
  }, [news])

  if (source.missing) return <Empty title={t('departmentGone')} />
  const path = pathTo(id)
  const hasChildren = (organisation.value.byId.get(id)?.children.length ?? 0) > 0
  return (
    <section class="panel people" aria-labelledby="list-title">
      <div class="panel-head">
        <div class="panel-words">
          <h1 id="list-title">{mine ? t('myTeam') : (nameOf.value(id) ?? '…')}</h1>
          <p class="panel-path">{path.length > (mine ? 0 : 1) && <DepartmentPath path={path} />}</p>
        </div>
        <span class="count" role="status">
          {source.total !== undefined &&
            t(source.total === 1 ? 'peopleOne' : 'people', { count: source.total.toLocaleString() })}
        </span>
        {hasChildren && (
          <label class="check">
            <input type="checkbox" checked={all.value} onChange={() => (all.value = !all.value)} />
            {t('allPeople')}
          </label>
        )}
      </div>
      {source.total === 0 && source.problem === undefined ? (
        <Empty title={t('departmentEmpty')}>
          {hasChildren && !all.value && <p>{t('departmentEmptyHint')}</p>}
        </Empty>
      ) : (
        <PeopleList source={source} showDepartment={all.value} />
      )}
    </section>
  )
}

function readerOf(id: string, all: boolean): ReadPiece {
  return async (after, signal) => {
    const query = after === undefined ? departmentQuery : moreMembersQuery
    const first = after === undefined ? firstPiece : furtherPiece
    const data = await ask(query, { id, all, first, after }, signal)
    if (isProblem(data)) return data
    const people = readList(dig(data, 'departmentUsers'), readPerson)
    const next = people.length === first ? people.at(-1)?.id : undefined
    if (after !== undefined) return { people, next }
    const department = dig(data, 'department')
    if (department === null) return undefined
    const total = dig(department, 'members', 'totalCount')
    const leaders = readList(dig(department, 'leaders'), (leader) => readText(dig(leader, 'id')))
    return {
      people,
      next,
      total: typeof total === 'number' ? total : people.length,
      leaderIds: new Set(leaders),
    }
  }
}

function pathTo(id: string): Step[] {
  const path: Step[] = []
  let at = organisation.value.byId.get(id)
  while (at !== undefined && path.length < 20) {
    path.unshift({ id: at.id, name: at.name })
    at = organisation.value.byId.get(at.parentId ?? '')
  }
  return path
}
