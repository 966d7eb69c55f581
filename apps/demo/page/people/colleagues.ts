import { element } from '../lib/element.ts'
import { find } from '../lib/find.ts'
import { runGraphQL, type GraphQLReply } from '../lib/graphql-client.ts'
import type { Language, Message } from '../lib/language.ts'
import { dig, readList } from '../lib/read.ts'
import { memberRow } from './member-row.ts'
import { readMember, type Member } from './member.ts'
import { colleaguesQuery } from './queries.ts'

const pageSize = 50

interface State {
  members: readonly Member[]
  departmentId: string | undefined
  hasMore: boolean
  problem: Message | undefined
  /** Counts the loads, so that a slow answer to an earlier choice is thrown away. */
  turn: number
}

/** The list of a department's members. */
export interface Colleagues {
  /** Offers the member's departments and shows the main one. */
  show(me: Member): Promise<void>
}

/** Whom {@link createColleagues} tells what happened. */
export interface ColleaguesEvents {
  /** A list came, or did not. */
  readonly onLoaded: () => void
  /** The session is gone. */
  readonly onSignedOut: () => void
}

/** Wires the department list. */
export function createColleagues(language: Language, events: ColleaguesEvents): Colleagues {
  const select = find('#department', HTMLSelectElement)
  const fetchChild = find('#fetch-child', HTMLInputElement)
  const state: State = { members: [], departmentId: undefined, hasMore: false, problem: undefined, turn: 0 }

  const load = async (after?: string): Promise<void> => {
    const turn = ++state.turn
    if (after === undefined) Object.assign(state, { members: [], hasMore: false })
    Object.assign(state, { departmentId: select.value, problem: undefined })
    const loaded = await loadPage({ departmentId: select.value, fetchChild: fetchChild.checked, after })
    if (turn !== state.turn) return
    if (loaded.signedOut) return events.onSignedOut()
    state.problem = loaded.problem
    state.members = [...state.members, ...loaded.members]
    state.hasMore = loaded.members.length === pageSize
    render(state, language)
    events.onLoaded()
  }

  select.addEventListener('change', () => void load())
  fetchChild.addEventListener('change', () => void load())
  find('#colleagues-more', HTMLButtonElement).addEventListener(
    'click',
    () => void load(state.members.at(-1)?.id),
  )
  language.watch(() => render(state, language))

  return {
    show: async (me) => {
      select.replaceChildren(...me.departments.map(({ id, name }) => element('option', { value: id }, name)))
      select.value = me.mainDepartmentId ?? me.departments[0]?.id ?? ''
      find('#colleague-controls', HTMLElement).hidden = me.departments.length === 0
      if (me.departments.length > 0) await load()
      else render(state, language)
    },
  }
}

interface Loaded {
  readonly members: readonly Member[]
  readonly problem?: Message
  readonly signedOut?: boolean
}

async function loadPage(variables: {
  departmentId: string
  fetchChild: boolean
  after: string | undefined
}): Promise<Loaded> {
  let reply: GraphQLReply
  try {
    reply = await runGraphQL({ query: colleaguesQuery, variables: { ...variables, first: pageSize } })
  } catch {
    return { members: [], problem: { key: 'networkError' } }
  }
  const [error] = reply.errors
  if (error?.code === 'UNAUTHENTICATED') return { members: [], signedOut: true }
  if (error !== undefined) {
    return { members: [], problem: { key: 'queryError', values: { message: error.message } } }
  }
  if (reply.data === undefined) {
    return { members: [], problem: { key: 'serverError', values: { status: reply.status } } }
  }
  return { members: readList(dig(reply.data, 'departmentUsers'), readMember) }
}

function render(state: State, language: Language): void {
  const { members, departmentId } = state
  const list = find('#colleagues', HTMLUListElement)
  list.replaceChildren(...members.map((member) => memberRow(member, departmentId ?? '', language)))
  const count = language.text(state.hasMore ? 'countSoFar' : 'count', { count: members.length })
  find('#colleagues-count', HTMLElement).textContent = members.length > 0 ? count : ''
  find('#colleagues-more', HTMLButtonElement).hidden = !state.hasMore
  const empty = find('#colleagues-empty', HTMLElement)
  empty.hidden = members.length > 0 && state.problem === undefined
  const absent = departmentId === undefined || departmentId === '' ? 'noDepartments' : 'noColleagues'
  const message: Message = state.problem ?? { key: absent }
  empty.textContent = language.text(message.key, message.values)
}
