import type { WecomClient } from '@wecom-kit/core'

/** What agent/get says about the app, as far as a set-up depends on it. */
export interface AgentFacts {
  readonly name: string
  readonly closed: boolean
  /** How many members, departments and tags the visible range names. */
  readonly visible: { readonly members: number; readonly departments: number; readonly tags: number }
  /** The trusted domain, with its port; empty while there is none. */
  readonly trustedDomain: string
  readonly homeUrl: string
}

/**
 * Reads the app.
 *
 * @throws WecomError what the client throws
 * @see https://developer.work.weixin.qq.com/document/path/90227
 */
export async function readAgent(app: WecomClient, agentId: string): Promise<AgentFacts> {
  const { data } = await app.request<Record<string, unknown>>('GET /cgi-bin/agent/get', {
    query: { agentid: agentId },
  })
  const count = (outer: string, inner: string): number => {
    const list = at(at(data, outer), inner)
    return Array.isArray(list) ? list.length : 0
  }
  return {
    name: text(data['name']),
    closed: Number(data['close']) === 1,
    visible: {
      members: count('allow_userinfos', 'user'),
      departments: count('allow_partys', 'partyid'),
      tags: count('allow_tags', 'tagid'),
    },
    trustedDomain: text(data['redirect_domain']),
    homeUrl: text(data['home_url']),
  }
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
