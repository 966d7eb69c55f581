import { createHash } from 'node:crypto'
import type { Clock } from './clock.ts'
import { useridKey } from './member.ts'
import { TicketBook } from './ticket-book.ts'

/** Somebody in WeChat who is no member: a visitor, perhaps a customer of one of our members. */
export interface Outsider {
  name: string
  /** Unique in the corp, 64 bytes at most. */
  openid: string
  externalUserid?: string
  /** Userid of the member whose customer this is; an app that sees that member is told the `externalUserid`. */
  owner?: string
}

/** What a member and a customer are to each other. */
export interface Follow {
  readonly userid: string
  remark: string
  description: string
  /** Unix seconds. */
  readonly createtime: number
  /** Ids of corp tags. */
  tagIds: readonly string[]
  remarkCompany: string
  remarkMobiles: readonly string[]
  /** 1 by scanning a code, 3 by a card, 16 by a link of the corp; the documents have more. */
  readonly addWay: number
  /** Of the contact way that led here. */
  readonly state: string | undefined
}

/** A customer with everybody who serves them. */
export interface MadeCustomer {
  externalUserid: string
  name: string
  follows: readonly Follow[]
}

/** Somebody outside of the corp whom at least one member serves or served. */
export interface Customer {
  readonly externalUserid: string
  readonly name: string
  /** By userid key. */
  readonly follows: ReadonlyMap<string, Follow>
}

/** How a customer came to a member. */
export interface NewFollow {
  externalUserid: string
  name: string
  userid: string
  addWay?: number
  state?: string | undefined
}

/** Documented: a welcome_code lives 20 seconds. */
const welcomeMs = 20_000

/** The customers of one world and who serves them. */
export class Customers {
  readonly #clock: Clock
  readonly #customers = new Map<string, { name: string; follows: Map<string, Follow> }>()
  /** Who may be welcomed, by welcome_code. */
  readonly welcomes: TicketBook<{ userid: string; externalUserid: string }>

  /** `made` are recorded ones; without them customers begin as the outsiders that have an owner. */
  constructor(clock: Clock, outsiders: readonly Outsider[], made?: readonly MadeCustomer[]) {
    this.#clock = clock
    this.welcomes = new TicketBook(clock, welcomeMs, 43)
    for (const { externalUserid, follows, name } of made ?? []) {
      const byMember = new Map(follows.map((follow) => [useridKey(follow.userid), follow]))
      this.#customers.set(externalUserid, { name, follows: byMember })
    }
    if (made !== undefined) return
    for (const { externalUserid, name, owner } of outsiders)
      if (externalUserid !== undefined && owner !== undefined)
        this.follow({ externalUserid, name, userid: owner })
  }

  find(externalUserid: string): Customer | undefined {
    const found = this.#customers.get(externalUserid)
    return found && { externalUserid, ...found }
  }

  all(): Customer[] {
    return Array.from(this.#customers, ([externalUserid, customer]) => ({ externalUserid, ...customer }))
  }

  /** Customers of a member, in the order they came. */
  of(userid: string): Customer[] {
    return this.all().filter(({ follows }) => follows.has(useridKey(userid)))
  }

  followOf(externalUserid: string, userid: string): Follow | undefined {
    return this.#customers.get(externalUserid)?.follows.get(useridKey(userid))
  }

  follow({ addWay = 1, externalUserid, name, state, userid }: NewFollow): Follow {
    const customer = this.#customers.get(externalUserid) ?? { name, follows: new Map<string, Follow>() }
    this.#customers.set(externalUserid, customer)
    const follow: Follow = {
      userid,
      remark: name,
      description: '',
      createtime: this.#clock.seconds(),
      tagIds: [],
      remarkCompany: '',
      remarkMobiles: [],
      addWay,
      state,
    }
    customer.follows.set(useridKey(userid), follow)
    return follow
  }

  unfollow(externalUserid: string, userid: string): boolean {
    return this.#customers.get(externalUserid)?.follows.delete(useridKey(userid)) ?? false
  }
}

/** An id such as WeCom gives, the same for the same text. */
export function likeExternalId(prefix: string, text: string): string {
  return prefix + createHash('sha256').update(text).digest('base64url').slice(0, 30)
}
