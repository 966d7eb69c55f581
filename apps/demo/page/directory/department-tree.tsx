import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { hrefOf, navigate } from '../app/router.ts'
import { t } from '../lib/language.ts'
import type { Resource } from '../lib/resource.ts'
import { Trouble, Waiting } from '../lib/panels.tsx'
import { headcounts, nameOf, type Department, type Organisation } from './departments.ts'

interface Row {
  readonly department: Department
  readonly level: number
  readonly position: number
  readonly siblings: number
  readonly open: boolean
}

/** The departments as a tree: arrow keys move and open, Enter shows the people. */
export function DepartmentTree(props: {
  readonly resource: Resource<Organisation>
  readonly selected: string | undefined
}) {
  const { resource, selected } = props
  const opened = useSignal<ReadonlySet<string>>(new Set())
  const active = useSignal<string | undefined>(undefined)
  const list = useRef<HTMLUListElement>(null)
  const { value } = resource

  // Whatever is selected is in sight: the way to it opens, and the top level does anyway.
  useEffect(() => {
    if (value === undefined) return
    const way = [...wayTo(value, selected), ...value.roots.map(({ id }) => id)]
    opened.value = new Set([...opened.value, ...way])
  }, [value, selected])

  if (value === undefined)
    return resource.problem === undefined ? (
      <Waiting slow={resource.slow} rows={6} />
    ) : (
      <Trouble {...resource} />
    )
  const rows = visible(value.roots, opened.value)
  if (rows.length === 0) return <p class="empty">{t('treeEmpty')}</p>
  const focusable = rows.find(({ department }) => department.id === (active.value ?? selected)) ?? rows[0]

  const toggle = (id: string, open: boolean): void => {
    const next = new Set(opened.value)
    if (open) next.add(id)
    else next.delete(id)
    opened.value = next
  }
  const focus = (row: Row | undefined): void => {
    if (row === undefined) return
    active.value = row.department.id
    list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(row.department.id)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = rows.findIndex((row) => row === focusable)
    const row = rows[index]
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if (!press(event.key, { rows, index, row, focus, toggle })) return
    event.preventDefault()
  }
  return (
    <ul class="tree" role="tree" aria-label={t('treeLabel')} ref={list} onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <TreeItem
          key={row.department.id}
          row={row}
          selected={row.department.id === selected}
          focusable={row === focusable}
          onFocus={() => (active.value = row.department.id)}
          onToggle={() => toggle(row.department.id, !row.open)}
        />
      ))}
    </ul>
  )
}

function TreeItem(props: {
  readonly row: Row
  readonly selected: boolean
  readonly focusable: boolean
  readonly onFocus: () => void
  readonly onToggle: () => void
}) {
  const { row, selected, focusable, onFocus, onToggle } = props
  const { department, level, open } = row
  const parent = department.children.length > 0
  const count = headcounts.value.get(department.id)
  return (
    <li
      role="treeitem"
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={selected}
      aria-expanded={parent ? open : undefined}
      tabIndex={focusable ? 0 : -1}
      data-id={department.id}
      style={{ '--level': String(level - 1) }}
      onFocus={onFocus}
      onClick={(event) => {
        const twisty = event.target instanceof Element && event.target.closest('.twisty') !== null
        if (twisty) onToggle()
        else navigate({ view: 'department', id: department.id })
      }}
    >
      <span class={parent ? `twisty${open ? ' open' : ''}` : 'twisty leaf'} aria-hidden="true" />
      <span class="tree-name">{nameOf.value(department.id) ?? department.name}</span>
      {count !== undefined && <span class="tree-count">{count.toLocaleString()}</span>}
    </li>
  )
}

interface Press {
  readonly rows: readonly Row[]
  readonly index: number
  readonly row: Row
  readonly focus: (row: Row | undefined) => void
  readonly toggle: (id: string, open: boolean) => void
}

/** What a key does in a tree, as the ARIA practices have it; false for keys that are not ours. */
function press(key: string, { rows, index, row, focus, toggle }: Press): boolean {
  const { department, open } = row
  const parent = department.children.length > 0
  if (key === 'ArrowDown') focus(rows[index + 1])
  else if (key === 'ArrowUp') focus(rows[index - 1])
  else if (key === 'Home') focus(rows[0])
  else if (key === 'End') focus(rows.at(-1))
  else if (key === 'ArrowRight' && parent && !open) toggle(department.id, true)
  else if (key === 'ArrowRight') focus(rows[index + 1]?.level === row.level + 1 ? rows[index + 1] : undefined)
  else if (key === 'ArrowLeft' && parent && open) toggle(department.id, false)
  else if (key === 'ArrowLeft') focus(rows.slice(0, index).findLast(({ level }) => level < row.level))
  else if (key === 'Enter' || key === ' ') navigate({ view: 'department', id: department.id })
  else return false
  return true
}

function visible(departments: readonly Department[], opened: ReadonlySet<string>, level = 1): Row[] {
  return departments.flatMap((department, index): Row[] => {
    const open = opened.has(department.id)
    const row = { department, level, position: index + 1, siblings: departments.length, open }
    return open ? [row, ...visible(department.children, opened, level + 1)] : [row]
  })
}

/** Ids of everything above a department. */
function wayTo({ byId }: Organisation, id: string | undefined): string[] {
  const way: string[] = []
  let at = byId.get(id ?? '')?.parentId
  while (at !== undefined && !way.includes(at)) {
    way.push(at)
    at = byId.get(at)?.parentId
  }
  return way
}

/** The way down to a department, as links. */
export function DepartmentPath({
  path,
}: {
  readonly path: readonly { readonly id: string; readonly name: string }[]
}) {
  return (
    <span class="path">
      {path.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && (
            <span class="path-mark" aria-hidden="true">
              {' '}
              /{' '}
            </span>
          )}
          <a data-page href={hrefOf({ view: 'department', id })}>
            {nameOf.value(id) ?? name}
          </a>
        </span>
      ))}
    </span>
  )
}
