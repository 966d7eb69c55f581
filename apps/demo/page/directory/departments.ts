import { computed, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ask, askRoute } from '../lib/ask.ts'
import { language } from '../lib/language.ts'
import { isProblem, type Problem } from '../lib/problem.ts'
import { dig, isRecord, readList, readText } from '../lib/read.ts'
import { useResource, type Resource } from '../lib/resource.ts'
import { change, warmUp } from '../app/live.ts'
import { departmentsQuery } from './queries.ts'

/** A department of the tree. */
export interface Department {
  readonly id: string
  readonly name: string
  readonly englishName: string | undefined
  readonly parentId: string | undefined
  readonly children: readonly Department[]
}

/** All visible departments. */
export interface Organisation {
  readonly roots: readonly Department[]
  readonly byId: ReadonlyMap<string, Department>
}

/** Members of departments by id, with everything below; empty until the server has read the directory. */
export const headcounts = signal<ReadonlyMap<string, number>>(new Map())

/** The organisation as last read, for whoever needs the name of a department. */
export const organisation = signal<Organisation>({ roots: [], byId: new Map() })

/** A department's name in the visitor's language. */
export const nameOf = computed(() => (id: string | undefined) => {
  const department = organisation.value.byId.get(id ?? '')
  if (department === undefined) return undefined
  return language.value === 'en' ? (department.englishName ?? department.name) : department.name
})

/** Reads the departments, and again when one of them changes; counts heads as soon as that is possible. */
export function useOrganisation(): Resource<Organisation> {
  const resource = useResource('departments', readOrganisation)
  const news = change.value
  useEffect(() => {
    if (news?.tree === true) resource.refresh()
  }, [news])
  const ready = warmUp.value.phase === 'ready'
  useEffect(() => {
    if (ready) void countHeads()
  }, [ready, news])
  return resource
}

async function readOrganisation(signalOfLoad: AbortSignal): Promise<Organisation | Problem> {
  const data = await ask(departmentsQuery, {}, signalOfLoad)
  if (isProblem(data)) return data
  organisation.value = arrange(readList(dig(data, 'departments'), readFlat))
  return organisation.value
}

async function countHeads(): Promise<void> {
  const counts = await askRoute('demo/headcounts')
  if (isProblem(counts) || !isRecord(counts)) return
  headcounts.value = new Map(
    Object.entries(counts).flatMap(([id, count]): [string, number][] => {
      const total: unknown = Array.isArray(count) ? count[1] : undefined
      return typeof total === 'number' ? [[id, total]] : []
    }),
  )
}

interface Flat {
  readonly id: string
  readonly name: string
  readonly englishName: string | undefined
  readonly parentId: string | undefined
  readonly order: number
}

function readFlat(value: unknown): Flat | undefined {
  const id = readText(dig(value, 'id'))
  if (id === undefined) return undefined
  return {
    id,
    name: readText(dig(value, 'name')) ?? id,
    englishName: readText(dig(value, 'englishName')),
    parentId: readText(dig(value, 'parentId')),
    order: Number(dig(value, 'order') ?? 0),
  }
}

/** Larger orders come first, as WeCom shows them. */
function arrange(flat: readonly Flat[]): Organisation {
  const nodes = new Map(flat.map((item) => [item.id, { ...item, children: [] as Department[] }]))
  const roots: Department[] = []
  for (const node of [...nodes.values()].sort((one, other) => other.order - one.order)) {
    const parent = nodes.get(node.parentId ?? '')
    if (parent === undefined) roots.push(node)
    else parent.children.push(node)
  }
  return { roots, byId: nodes }
}
