import { listPlace, place } from '../app/router.ts'
import { t } from '../lib/language.ts'
import { Empty } from '../lib/panels.tsx'
import { DepartmentPanel } from './department-panel.tsx'
import { DepartmentTree } from './department-tree.tsx'
import { useOrganisation } from './departments.ts'
import { PersonCard } from './person-card.tsx'
import type { Person } from './person.ts'
import { SearchPanel } from './search-panel.tsx'

/** Departments, people, and the card of one of them. */
export function DirectoryView({ me }: { readonly me: Person }) {
  const resource = useOrganisation()
  const list = listPlace.value
  const here = place.value
  const selected =
    list.view === 'department' ? list.id : list.view === 'home' ? me.mainDepartmentId : undefined
  const shape = here.view === 'person' ? 'directory with-card' : `directory at-${list.view}`
  return (
    <div class={shape}>
      <nav class="panel departments" aria-label={t('treeLabel')}>
        <h2>{t('treeLabel')}</h2>
        <DepartmentTree resource={resource} selected={selected} />
      </nav>
      <div class="middle">
        {list.view === 'search' && <SearchPanel text={list.text} />}
        {list.view === 'department' && <DepartmentPanel key={list.id} id={list.id} mine={false} />}
        {list.view === 'home' && <Home me={me} />}
      </div>
      {here.view === 'person' && <PersonCard key={here.id.toLowerCase()} id={here.id} />}
    </div>
  )
}

function Home({ me }: { readonly me: Person }) {
  if (me.mainDepartmentId !== undefined) return <DepartmentPanel key="mine" id={me.mainDepartmentId} mine />
  return (
    <section class="panel people" aria-labelledby="list-title">
      <h1 id="list-title" class="visually-hidden">
        {t('myTeam')}
      </h1>
      <Empty title={t('noTeam')}>
        <p>{t('noTeamHint')}</p>
      </Empty>
    </section>
  )
}
