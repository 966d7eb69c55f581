import type { WecomClient } from '@wecom-kit/core'

/** A customer as a list shows it. */
export interface CustomerRow {
  readonly id: string
  readonly name: string
  readonly remark: string
  readonly tags: readonly string[]
}

/** A page of customers; `next` leads to the one after it. */
export interface CustomerPage {
  readonly customers: readonly CustomerRow[]
  readonly next?: string
}

/** A customer with everybody who knows them. */
export interface CustomerDetail {
  readonly name: string
  readonly knownBy: readonly {
    readonly userId: string
    readonly since: Date
    readonly tags: readonly string[]
  }[]
}

const pageSize = 2

/**
 * 客户联系 from typed routes alone: paths, parameters and answers are checked by the compiler, so a wrong name below is
 * red in the editor.
 */
export function createCustomers(wecom: WecomClient) {
  return {
    /** Who keeps in touch with customers. */
    async followers(): Promise<readonly string[]> {
      const { data } = await wecom.request('GET /cgi-bin/externalcontact/get_follow_user_list')
      return data.follow_user
    },

    /** One page of a member's customers. */
    async of(userId: string, cursor?: string): Promise<CustomerPage> {
      const tagNames = await readTagNames(wecom)
      const list = wecom.paginate('POST /cgi-bin/externalcontact/batch/get_by_user', {
        json: { userid_list: [userId], limit: pageSize },
      })
      for await (const { items, nextCursor } of list.pages({ cursor })) {
        const customers = items.map(({ external_contact, follow_info }) => ({
          id: external_contact.external_userid,
          name: external_contact.name,
          remark: follow_info.remark,
          tags: (follow_info.tag_id ?? []).map((id) => tagNames.get(id) ?? id),
        }))
        return nextCursor === undefined ? { customers } : { customers, next: String(nextCursor) }
      }
      return { customers: [] }
    },

    /** Everybody who knows a customer: of one with more than 500 this comes in pages, which are walked here. */
    async detail(external_userid: string): Promise<CustomerDetail> {
      const list = wecom.paginate('GET /cgi-bin/externalcontact/get', { query: { external_userid } })
      let name = ''
      const knownBy = []
      for await (const { items, data } of list.pages()) {
        name = data.external_contact.name
        for (const { userid, createtime, tags } of items) {
          const since = new Date(createtime * 1000)
          knownBy.push({ userId: userid, since, tags: (tags ?? []).flatMap(({ tag_name = [] }) => tag_name) })
        }
      }
      return { name, knownBy }
    },
  }
}

/** Id of a tag → `group/tag`. */
async function readTagNames(wecom: WecomClient): Promise<ReadonlyMap<string, string>> {
  const { data } = await wecom.request('POST /cgi-bin/externalcontact/get_corp_tag_list')
  const rows = data.tag_group.flatMap(({ group_name, tag }) =>
    tag.map(({ id, name }) => [id, `${group_name}/${name}`] as const),
  )
  return new Map(rows)
}
