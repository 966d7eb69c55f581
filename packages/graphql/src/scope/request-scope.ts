import {
  isWecomError,
  type DirectoryDepartment,
  type DirectoryLevel,
  type DirectoryUser,
  type DirectoryWant,
} from '@wecom-kit/core'
import { codedError } from '../errors/coded-error.ts'
import { oneError } from '../errors/host-hook.ts'
import { translateError } from '../errors/translate-error.ts'
import { sameUser } from '../ids/same-user.ts'
import type { PersonalField } from '../policy/field-policy.ts'
import type { VisibilityTarget } from '../policy/visibility.ts'
import { higherLevel } from '../selection/user-level.ts'
import type { WecomViewer } from '../viewer.ts'
import { createBatchTrace, type BatchTrace, type DirectoryTrace } from './batch-trace.ts'
import type { RequestFacts, ScopeSettings } from './scope-settings.ts'
import { createWantLoader, wantKey, type LoadedAnswer, type WantLoader } from './want-loader.ts'

/**
 * The directory as one request may see it: loads through this request's batches, hides what the viewer may not see and
 * translates failures. The directory below knows no viewer, so nothing of one can reach another through its cache.
 */
export class RequestScope<Viewer extends WecomViewer = WecomViewer> {
  readonly viewer: Viewer | null
  readonly requestId: string | undefined
  readonly #settings: ScopeSettings<Viewer>
  readonly #loader: WantLoader
  readonly #trace: BatchTrace | undefined
  readonly #departments = new Map<number, Promise<DirectoryDepartment | undefined>>()
  #results = 0

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
    const answer = await this.#load({ kind: 'user', userId, level: this.#levelToSee(level) })
    return answer && 'level' in answer && this.seesUser(answer) ? answer : undefined
  }

  /** A member whose id WeCom itself named: with nothing but the id wanted, there is nothing to ask. */
  async reference(userId: string, level: DirectoryLevel): Promise<DirectoryUser | undefined> {
    return this.#levelToSee(level) === 'id' ? { level: 'id', userId } : this.user(userId, level)
  }

  /** The members of a department the viewer may see; undefined when the department is not visible. */
  async list(
    departmentId: number,
    recursive: boolean,
    level: 'simple' | 'full',
  ): Promise<readonly DirectoryUser[] | undefined> {
    if (this.#settings.canSee && !(await this.department(departmentId))) return undefined
    const answer = await this.#load({ kind: 'list', departmentId, recursive, level })
    if (!answer || 'level' in answer) return undefined
    return this.#settings.canSee ? answer.filter((user) => this.seesUser(user)) : answer
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
    return found.filter((department) => this.#sees({ kind: 'department', department }))
  }

  /**
   * Of some department ids those the viewer may know. At once when nothing is hidden: a promise per member would cost a
   * list more than everything else about it.
   */
  visibleDepartmentIds(ids: readonly number[]): readonly number[] | Promise<readonly number[]> {
    return this.#settings.canSee ? this.#seenDepartmentIds(ids) : ids
  }

  async #seenDepartmentIds(ids: readonly number[]): Promise<readonly number[]> {
    const departments = await Promise.all(ids.map((id) => this.department(id)))
    return ids.filter((_id, index) => departments[index] !== undefined)
  }

  /** Members whose names match, as far as the viewer may see them. */
  async search(text: string, limit: number): Promise<DirectoryUser[]> {
    const { directory, canSee } = this.#settings
    // What is hidden takes no place: those the viewer may see can be far down among thousands of matches.
    const most = canSee ? Number.MAX_SAFE_INTEGER : limit
    const found = await this.#guard(() => directory.search(text, { limit: most }), unsearchable)
    return found.filter((user) => this.seesUser(user)).slice(0, limit)
  }

  /** Whether the viewer may know of a member. */
  seesUser(user: DirectoryUser): boolean {
    return this.isMe(user.userId) || this.#sees({ kind: 'user', user })
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

  /** Counts what goes into the answer, so that a wrong estimate cannot turn into an endless one. */
  count(results: number): void {
    this.#results += results
    const max = this.#settings.limits.results
    if (this.#results > max)
      throw codedError('RESULT_TOO_LARGE', `The answer has more than ${max} items.`, { max })
  }

  /** What this request made the directory do; undefined unless it is traced. */
  report(): DirectoryTrace | undefined {
    return this.#trace?.report()
  }

  async #load(want: DirectoryWant): Promise<LoadedAnswer> {
    if (want.kind === 'list' || !this.isMe(want.userId)) this.#charge(want)
    return this.#guard(() => this.#loader.load(want))
  }

  #charge(want: DirectoryWant): void {
    const viewerKey = this.viewer?.userId.toLowerCase() ?? ''
    const retryAfter = this.#settings.budget.take(viewerKey, wantKey({ ...want, level: 'full' }))
    if (retryAfter > 0) {
      throw codedError('RATE_LIMITED', 'You asked for too many members; try again later.', { retryAfter })
    }
  }

  async #department(id: number): Promise<DirectoryDepartment | undefined> {
    const department = await this.#guard(() => this.#settings.directory.department(id))
    return department && this.#sees({ kind: 'department', department }) ? department : undefined
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

function unsearchable(error: unknown): Error | undefined {
  return isWecomError(error) && error.code === 'ERR_WECOM_CONFIG'
    ? codedError('FEATURE_UNAVAILABLE', 'This server has no search index.', { feature: 'searchUsers' })
    : undefined
}
