import { createHmac } from 'node:crypto'
import type { Directory } from './directory.ts'
import { type Member, useridKey } from './member.ts'

/** A member's WeChat id in this corp: the same for the same corp and userid. Somebody not yet active has bound none. */
export function openidOf(corpId: string, member: Member): string | undefined {
  return member.status === 4 ? undefined : `o${digest(corpId, 'openid', member.userid).slice(0, 27)}`
}

/** A member's id for one service provider's app. */
export function openUseridOf(corpId: string, userid: string): string {
  return `wo${digest(corpId, 'open_userid', userid).slice(0, 30)}`
}

/** Every member by openid and open_userid. Made on the first look-up and again after an edit. */
export class OtherIds {
  readonly #corpId: string
  readonly #directory: Directory
  #index: { version: number; members: Map<string, Member> } | undefined

  constructor(corpId: string, directory: Directory) {
    this.#corpId = corpId
    this.#directory = directory
  }

  find(id: string): Member | undefined {
    if (this.#index?.version !== this.#directory.version) {
      this.#index = { version: this.#directory.version, members: new Map(this.#pairs()) }
    }
    return this.#index.members.get(id)
  }

  *#pairs(): Generator<[string, Member]> {
    for (const member of this.#directory.members()) {
      const openid = openidOf(this.#corpId, member)
      if (openid !== undefined) yield [openid, member]
      yield [openUseridOf(this.#corpId, member.userid), member]
    }
  }
}

function digest(corpId: string, kind: string, userid: string): string {
  return createHmac('sha256', corpId)
    .update(`${kind} ${useridKey(userid)}`)
    .digest('base64url')
}
