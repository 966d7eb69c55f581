import type { DirectoryDepartment, DirectoryLevel, DirectoryUser, DirectoryWant } from '@wecom-kit/core'
import { sameUser, userKey } from '@wecom-kit/core/foundation'
import { codedError } from '../errors/codes.ts'
import { oneError } from '../errors/host-code.ts'
import { searchProblem, translateError } from '../errors/upstream.ts'
import type { PersonalField, VisibilityTarget, WecomViewer } from '../policy.ts'
import { higherLevel } from './level.ts'
import {
  createBatchTrace,
  createWantLoader,
  wantKey,
  type BatchTrace,
  type DirectoryTrace,
  type LoadedAnswer,
  type WantLoader,
} from './loader.ts'
import type { RequestFacts, ScopeSettings } from './settings.ts'

// An id that leads nowhere may cost a call of WeCom's, and is what someone has who guesses ids.
const weightOfNothing = 10
// Members looked through (by filters, rules and searches) for each that may be answered.
const looksPerResult = 20

/**
 * The directory as one request may see it: loads through this request's batches, hides what the viewer may not see,
 * counts what is shown and translates failures. The directory below knows no viewer, so nothing of one can reach another
 * through its cache.
 */
export class RequestScope<Viewer extends WecomViewer = WecomViewer> {
  readonly viewer: Viewer | null
  readonly requestId: string | undefined
  readonly #settings: ScopeSettings<Viewer>
  readonly #loader: WantLoader
  readonly #trace: BatchTrace | undefined
  readonly #departments = new Map<number, Promise<DirectoryDepartment | undefined>>()
  readonly #knownDepartments = new Map<number, DirectoryDepartment | undefined>()
  readonly #visibleLists = new Map<readonly DirectoryUser[], readonly DirectoryUser[]>()
  #everybody: Promise<readonly (readonly DirectoryUser[])[]> | undefined
  #tooLarge: Error | undefined
  #results = 0
  #looks = 0

  constructor(
    settings: ScopeSettings<Viewer>,
    viewer: Viewer | null,
    { requestId, signal, trace }: RequestFacts,
  ) {
    this.viewer = viewer
    this.requestId = requestId
    this.#settings = settings
    this.#trace = trace ? createBatchTrace(settings.directory) : undefined
    this.#loader = createWantLoader(settings.directory, (wants) => {
      // Nobody reads this; it is a coded error so that a closed browser tab is no entry in the error log.
      if (signal?.aborted) throw codedError('WECOM_UPSTREAM', 'The client has gone.', { transient: true })
      this.#trace?.add(wants)
    })
  }

  /** Refuses anonymous callers, unless the layer is open to them. */
  requireViewer(): void {
    if (this.viewer || this.#settings.allowAnonymous) return
    const { loginUrl } = this.#settings
    throw codedError('UNAUTHENTICATED', 'Sign in first.', loginUrl === undefined ? {} : { loginUrl })
  }

  /** Whether a userid is the viewer's. */
  isMe(userId: string): boolean {
    return this.viewer !== null && sameUser(this.viewer.userId, userId)
  }

  /** A member the viewer may see. */
  async user(userId: string, level: DirectoryLevel): Promise<DirectoryUser | undefined> {
    const isMe = this.isMe(userId)
    if (!isMe) this.#chargeMember(userId, 1)
    const answer = await this.#load({ kind: 'user', userId, level: this.#levelToSee(level) })
    if (answer && 'level' in answer && this.seesUser(answer)) return answer
    if (!isMe) this.#chargeMember(userId, weightOfNothing)
    return undefined
  }

  /** A member whose id WeCom itself named: with nothing but the id wanted, there is nothing to ask. */
  async reference(userId: string, level: DirectoryLevel): Promise<DirectoryUser | undefined> {
    if (this.#levelToSee(level) !== 'id') return this.user(userId, level)
    if (!this.isMe(userId)) this.#chargeMember(userId, 1)
    return { level: 'id', userId }
  }

  /** The members of a department the viewer may see; undefined when the department is not visible. */
  async list(
    departmentId: number,
    recursive: boolean,
    level: 'simple' | 'full',
  ): Promise<readonly DirectoryUser[] | undefined> {
    const want: DirectoryWant = { kind: 'list', departmentId, recursive, level }
    this.#charge(listKey(want), 1)
    if (this.#settings.canSee && !(await this.department(departmentId))) return undefined
    const answer = await this.#load(want)
    if (!answer || 'level' in answer) return undefined
    this.countLooks(answer.length)
    return this.#visible(answer)
  }

  /** A department the viewer may see. */
  department(id: number): Promise<DirectoryDepartment | undefined> {
    const known = this.#departments.get(id)
    if (known) return known
    const found = this.#department(id)
    this.#departments.set(id, found)
    return found
  }

  /** The visible departments below one, or the topmost ones. */
  async departments(parentId: number | undefined, recursive: boolean): Promise<DirectoryDepartment[]> {
    const found = await this.#guard(() => this.#settings.directory.departments(parentId, { recursive }))
    this.countLooks(found.length)
    return found.filter((department) => this.#sees({ kind: 'department', department }))
  }

  /**
   * Of some department ids those the viewer may know. At once when nothing is hidden or all of them were met before: a
   * promise per member would cost a list more than everything else about it.
   */
  visibleDepartmentIds(ids: readonly number[]): readonly number[] | Promise<readonly number[]> {
    if (!this.#settings.canSee) return ids
    const known = this.#knownDepartments
    if (ids.every((id) => known.has(id))) return ids.filter((id) => known.get(id) !== undefined)
    return this.#seenDepartmentIds(ids)
  }

  /** Looks up the departments of some members together, where each of them would be asked about with every member. */
  async meetDepartments(members: readonly DirectoryUser[]): Promise<void> {
    if (!this.#settings.canSee) return
    const ids = new Set(members.flatMap((user) => (user.level === 'id' ? [] : user.departmentIds)))
    // A failure is told by the fields that need the department.
    await Promise.allSettled([...ids].map((id) => this.department(id)))
  }

  /** Members whose names match, as far as the viewer may see them. */
  async search(text: string, limit: number): Promise<DirectoryUser[]> {
    const { directory, canSee } = this.#settings
    // What is hidden takes no place: those the viewer may see can be far down among thousands of matches.
    const most = canSee ? Number.MAX_SAFE_INTEGER : limit
    const found = await this.#guard(
      () => directory.search(text, { limit: most }),
      (error) => searchProblem(error, 'searchUsers'),
    )
    this.countLooks(found.length)
    return found.filter((user) => this.seesUser(user)).slice(0, limit)
  }

  /**
   * The lists of all members the viewer may see.
   *
   * @throws GraphQLError FEATURE_UNAVAILABLE before `directory.warm({ search: true })`: only then are they at hand
   */
  everybody(feature: string): Promise<readonly (readonly DirectoryUser[])[]> {
    return (this.#everybody ??= this.#loadEverybody(feature))
  }

  /** Whether the viewer may know of a member. */
  seesUser(user: DirectoryUser): boolean {
    return !this.#settings.canSee || this.isMe(user.userId) || this.#sees({ kind: 'user', user })
  }

  /**
   * Whether the viewer may read a personal field.
   *
   * @throws GraphQLError FORBIDDEN when the policy says so
   */
  allows(owner: DirectoryUser, field: PersonalField): boolean {
    const verdict = this.#settings.fieldPolicy(this.viewer, owner, field)
    if (verdict === 'error')
      throw codedError('FORBIDDEN', `You may not read ${field} of this member.`, { field })
    return verdict === 'allow'
  }

  /** Whether anything is hidden from some viewers: then even an id must be looked up before it is shown. */
  get hidesAnything(): boolean {
    return this.#settings.canSee !== undefined
  }

  /**
   * Counts members and departments that go into the answer, so that a wrong estimate cannot turn into an endless one.
   *
   * @throws GraphQLError RESULT_TOO_LARGE, from then on for every further count, 0 included
   */
  count(results: number): void {
    this.#results += results
    const max = this.#settings.limits.results
    if (this.#results <= max) return
    // One error for all: tens of thousands of fields may run into it, and each new one records its stack.
    throw (this.#tooLarge ??= codedError('RESULT_TOO_LARGE', `The answer has more than ${max} items.`, {
      max,
    }))
  }

  /** Counts a page of members into the answer and against the viewer's budget; `page` tells it from others. */
  countPage(members: readonly DirectoryUser[], page: string): void {
    this.count(members.length)
    this.#charge(page, members.length)
  }

  /**
   * Counts members that are looked through, whether or not they are answered: a filter may go over a whole company to
   * find one.
   *
   * @throws GraphQLError RESULT_TOO_LARGE
   */
  countLooks(members: number): void {
    this.#looks += members
    const max = looksPerResult * this.#settings.limits.results
    if (this.#looks > max)
      throw codedError('RESULT_TOO_LARGE', `The operation looks through more than ${max} items.`, { max })
  }

  /** What this request made the directory do; undefined unless it is traced. */
  report(): DirectoryTrace | undefined {
    return this.#trace?.report()
  }

  async #loadEverybody(feature: string): Promise<readonly (readonly DirectoryUser[])[]> {
    // A directory has no other way to say whether it was warmed for searching.
    const anything = (): Promise<unknown> => this.#settings.directory.search('aa', { limit: 1 })
    await this.#guard(anything, (error) => searchProblem(error, feature))
    const tops = await this.departments(undefined, false)
    const lists = await Promise.all(tops.map(({ id }) => this.list(id, true, 'full')))
    return lists.filter((list) => list !== undefined)
  }

  async #seenDepartmentIds(ids: readonly number[]): Promise<readonly number[]> {
    const departments = await Promise.all(ids.map((id) => this.department(id)))
    return ids.filter((_id, index) => departments[index] !== undefined)
  }

  // Once per list and request: the aliases of a field share it.
  #visible(list: readonly DirectoryUser[]): readonly DirectoryUser[] {
    if (!this.#settings.canSee) return list
    const known = this.#visibleLists.get(list) ?? list.filter((user) => this.seesUser(user))
    this.#visibleLists.set(list, known)
    return known
  }

  #load(want: DirectoryWant): Promise<LoadedAnswer> {
    return this.#guard(() => this.#loader.load(want))
  }

  #chargeMember(userId: string, weight: number): void {
    this.#charge(`u:${userKey(userId)}`, weight)
  }

  #charge(key: string, weight: number): void {
    const viewerKey = this.viewer ? userKey(this.viewer.userId) : ''
    const retryAfter = this.#settings.budget.take(viewerKey, key, weight)
    if (retryAfter > 0)
      throw codedError('RATE_LIMITED', 'You asked for too many members; try again later.', { retryAfter })
  }

  async #department(id: number): Promise<DirectoryDepartment | undefined> {
    const department = await this.#guard(() => this.#settings.directory.department(id))
    const seen = department && this.#sees({ kind: 'department', department }) ? department : undefined
    this.#knownDepartments.set(id, seen)
    return seen
  }

  // Only `true` shows: a rule that forgets to answer, or answers a promise, must not show everybody everything.
  #sees(target: VisibilityTarget): boolean {
    const verdict: unknown = this.#settings.canSee?.(this.viewer, target) ?? !this.hidesAnything
    return verdict === true
  }

  // A visibility rule needs something to judge by: an id alone says nothing about departments.
  #levelToSee(level: DirectoryLevel): DirectoryLevel {
    return this.#settings.canSee ? higherLevel(level, 'simple') : level
  }

  async #guard<Answer>(
    ask: () => Promise<Answer>,
    translate: (error: unknown) => Error | undefined = () => undefined,
  ): Promise<Answer> {
    try {
      return await ask()
    } catch (error) {
      throw translate(error) ?? translateError(error, this.requestId) ?? oneError(error)
    }
  }
}

function listKey(want: DirectoryWant): string {
  return wantKey({ ...want, level: 'full' })
}
