import { defaultSettings, type Settings } from '../settings/settings.ts'
import type { App, SensitiveField } from './app.ts'
import { Approvals } from './approvals.ts'
import { BoundedMap } from './bounded-map.ts'
import { Clock } from './clock.ts'
import { CodeBook } from './code-book.ts'
import { Concurrency } from './concurrency.ts'
import { Customers } from './customers.ts'
import { CustomerTags } from './customer-tags.ts'
import { createDepartment } from './department.ts'
import { Directory } from './directory.ts'
import type { WorldEvent } from './event.ts'
import type { GroupChat, Robot } from './group-chat.ts'
import { Jobs } from './jobs.ts'
import { MediaStore } from './media-store.ts'
import { createMember, type Member, useridKey } from './member.ts'
import { OtherIds } from './other-ids.ts'
import { randomText } from './random-text.ts'
import { Ring } from './ring.ts'
import type { SentMessage } from './sent-message.ts'
import { RateLimit } from './rate-limit.ts'
import type { Outsider } from './customers.ts'
import type { LinkedMember, Seed } from './seed.ts'
import { TicketBook } from './ticket-book.ts'
import { TokenBook } from './token-book.ts'
import { Visibility } from './visibility.ts'

/** What a user_ticket stands for. */
export interface UserTicket {
  userid: string
  agentId: number | undefined
  consented: readonly SensitiveField[]
}

/** Documented lives. */
const userTicketMs = 1_800_000
const tfaCodeMs = 300_000
const responseCodeMs = 72 * 3_600_000
const keptMessages = 1_000
const jsTicketLength = 86

/** Everything a reset throws away and makes anew: the state of one corp as plain data with indexes. */
export class World {
  readonly seed: Seed
  readonly clock: Clock = new Clock()
  readonly directory: Directory
  readonly otherIds: OtherIds
  readonly tokens: TokenBook = new TokenBook(this.clock)
  readonly codes: CodeBook = new CodeBook(this.clock)
  readonly userTickets: TicketBook<UserTicket> = new TicketBook(this.clock, userTicketMs, 107)
  readonly tfaCodes: TicketBook<string> = new TicketBook(this.clock, tfaCodeMs, 43)
  /** What members agreed to, by app and userid. */
  readonly consents: BoundedMap<string, { fields: readonly SensitiveField[]; until: number }> =
    new BoundedMap(20_000)
  readonly limits: RateLimit = new RateLimit(this.clock)
  readonly concurrency: Concurrency = new Concurrency()
  /** Userid keys of members whose userid was changed by a write call, which works once. */
  readonly renamed: Set<string> = new Set<string>()
  readonly jobs: Jobs = new Jobs()
  /** The msgid behind a response_code of a card. */
  readonly responseCodes: TicketBook<string> = new TicketBook(this.clock, responseCodeMs, 60)
  readonly customers: Customers
  readonly approvals: Approvals
  readonly customerTags: CustomerTags
  /** 联系我, by config_id. */
  readonly contactWays: Map<string, Readonly<Record<string, unknown>>>
  readonly chats: Map<string, GroupChat>
  readonly robots: readonly Robot[]
  /** Buttons by agent id. */
  readonly menus: Map<number, readonly unknown[]>
  readonly media: MediaStore = new MediaStore(this.clock)
  settings: Settings
  readonly #messages = new Ring<SentMessage>(keptMessages)
  readonly #jsTickets = new Map<string, { ticket: string; expiresAt: number }>()
  #messageSerial = 0
  #listener: ((event: WorldEvent) => void) | undefined
  readonly #apps: Map<string, App>
  readonly #visibility = new WeakMap<App, { version: number; visibility: Visibility }>()

  constructor(seed: Seed, settings: Settings = defaultSettings()) {
    this.seed = seed
    this.settings = settings
    this.robots = seed.robots ?? []
    // A copy, because what is made is changed in place, and a reset comes back to the seed.
    const made = structuredClone(seed.made ?? {})
    this.customers = new Customers(this.clock, seed.outsiders ?? [], made.customers)
    this.customerTags = new CustomerTags(made.customerTags)
    this.approvals = new Approvals(this.clock, made)
    this.contactWays = new Map(made.contactWays?.map((way) => [String(way['config_id']), way]))
    this.chats = new Map(made.chats?.map((chat) => [chat.chatid, chat]))
    this.menus = new Map(made.menus?.map(({ agentId, button }) => [agentId, button]))
    this.#apps = new Map(seed.apps.map((app) => [app.name, app]))
    this.directory = new Directory(
      seed.departments.map(createDepartment),
      seed.members.map(createMember),
      seed.tags ?? [],
    )
    this.otherIds = new OtherIds(seed.corp.id, this.directory)
  }

  get corpId(): string {
    return this.seed.corp.id
  }

  apps(): App[] {
    return [...this.#apps.values()]
  }

  app(name: string): App | undefined {
    return this.#apps.get(name)
  }

  appByAgentId(agentId: number): App | undefined {
    return this.apps().find((app) => app.agentId === agentId)
  }

  putApp(app: App): void {
    this.#apps.set(app.name, app)
  }

  /** What the app may see now. */
  visibility(app: App): Visibility {
    const { version } = this.directory
    const cached = this.#visibility.get(app)
    if (cached?.version === version) return cached.visibility
    const visibility = new Visibility(app, this.directory)
    this.#visibility.set(app, { version, visibility })
    return visibility
  }

  /** Whoever delivers events to callback URLs. */
  onEvent(listener: (event: WorldEvent) => void): void {
    this.#listener = listener
  }

  /** Something happened that callback URLs may hear of. */
  tell(event: WorldEvent): void {
    this.#listener?.(event)
  }

  messages(): SentMessage[] {
    return this.#messages.toArray()
  }

  keepMessage(message: Omit<SentMessage, 'serial'>): SentMessage {
    this.#messageSerial += 1
    const kept = { serial: this.#messageSerial, ...message }
    this.#messages.push(kept)
    return kept
  }

  clearMessages(): void {
    this.#messages.clear()
  }

  /** The JS-SDK ticket of the corp or of one app: the same until it expires. */
  jsTicket(owner: string, lifeMs: number): { ticket: string; expiresAt: number } {
    const found = this.#jsTickets.get(owner)
    if (found !== undefined && found.expiresAt > this.clock.now()) return found
    const made = { ticket: randomText(jsTicketLength), expiresAt: this.clock.now() + lifeMs }
    this.#jsTickets.set(owner, made)
    return made
  }

  linkedMember(userid: string): LinkedMember | undefined {
    const key = useridKey(userid)
    return this.seed.linkedMembers?.find((member) => useridKey(member.userid) === key)
  }

  outsider(openid: string): Outsider | undefined {
    return this.seed.outsiders?.find((outsider) => outsider.openid === openid)
  }

  /** True when the app is shown this outsider's external_userid: the owner is in its visible range. */
  seesOwner(app: App, outsider: Outsider): boolean {
    const owner: Member | undefined =
      outsider.owner === undefined ? undefined : this.directory.member(outsider.owner)
    return owner !== undefined && this.visibility(app).seesMember(owner)
  }
}
