import type { App } from '../world/app.ts'
import type { Robot } from '../world/group-chat.ts'
import type { Outsider } from '../world/customers.ts'
import type { LinkedMember } from '../world/seed.ts'

/** Constants, so that a configuration file written once keeps working. None of them opens anything real. */
export const corpId = 'ww5109f0a7c2d84b16'

const linkedCorpId = 'ww9a1c0b2d3e4f5061'

/** The apps of both seeds; the narrow one's range differs. */
export function seedApps(narrow: App['visible']): App[] {
  return [
    {
      name: 'portal',
      kind: 'app',
      agentId: 1000002,
      secret: 'simulated-secret-of-the-portal-app-000000001',
      visible: 'all',
      trustedDomains: ['portal.example.com'],
    },
    {
      name: 'narrow',
      kind: 'app',
      agentId: 1000003,
      secret: 'simulated-secret-of-the-narrow-app-000000002',
      visible: narrow,
      trustedDomains: ['narrow.example.com:8443'],
    },
    {
      name: 'legacy',
      kind: 'legacy-app',
      agentId: 1000001,
      secret: 'simulated-secret-of-the-legacy-app-000000003',
      visible: 'all',
      trustedDomains: ['legacy.example.com'],
    },
    {
      name: 'contacts-sync',
      kind: 'contacts-sync',
      secret: 'simulated-secret-of-contacts-sync-0000000004',
      visible: 'all',
    },
    {
      name: 'approval',
      kind: 'basic',
      basic: 'approval',
      agentId: 3010040,
      secret: 'simulated-secret-of-the-approval-app-0000005',
      visible: 'all',
    },
    {
      name: 'checkin',
      kind: 'basic',
      basic: 'checkin',
      agentId: 3010011,
      secret: 'simulated-secret-of-the-checkin-app-00000006',
      visible: 'all',
    },
    {
      name: 'external-contact',
      kind: 'external-contact',
      secret: 'simulated-secret-of-external-contact-0000007',
      visible: 'all',
    },
  ]
}

/** A robot of a group chat; a key in the place of a token. */
export const seedRobots: readonly Robot[] = [
  { name: 'release-robot', key: '51317a7e-0000-4000-8000-000000000001' },
]

/** A member of a linked corp who may use our apps. */
export const seedLinkedMembers: readonly LinkedMember[] = [
  { userid: `${linkedCorpId}/luyao`, name: '陆遥（长河供应链）' },
]

/** A visitor and a customer of 张三. */
export const seedOutsiders: readonly Outsider[] = [
  { name: '访客小顾', openid: 'oSimVisitor00000000000000001' },
  {
    name: '客户程女士',
    openid: 'oSimCustomer0000000000000002',
    externalUserid: 'wmSimCustomer000000000000000000002',
    owner: 'zhangsan',
  },
]
