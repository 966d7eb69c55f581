import type { Made } from '../world/made.ts'
import type { World } from '../world/world.ts'

/**
 * What apps and people made so far. Customers are there even when nobody is left: a seed without the list would begin
 * with those among the outsiders.
 */
export function recordMade({ approvals, chats, contactWays, customers, customerTags, menus }: World): Made {
  return {
    customers: customers
      .all()
      .map(({ externalUserid, follows, name }) => ({ externalUserid, name, follows: [...follows.values()] })),
    ...unlessEmpty('customerTags', customerTags.groups()),
    ...unlessEmpty('contactWays', [...contactWays.values()]),
    ...unlessEmpty(
      'approvalTemplates',
      approvals.templates().filter(({ app }) => app !== undefined),
    ),
    ...unlessEmpty('approvals', approvals.all()),
    ...unlessEmpty('chats', [...chats.values()]),
    ...unlessEmpty(
      'menus',
      Array.from(menus, ([agentId, button]) => ({ agentId, button })),
    ),
  }
}

function unlessEmpty<Name extends keyof Made>(
  name: Name,
  list: NonNullable<Made[Name]>,
): Pick<Made, Name> | object {
  return list.length === 0 ? {} : { [name]: list }
}
