import { maybe, object, type Shape, text } from '../shape/shape.ts'
import type { Simulation } from '../simulation/simulation.ts'
import { type Follow, likeExternalId } from '../world/customers.ts'
import { act, type ActsOf } from './act.ts'

/** A customer who comes to a member. */
export interface NewCustomer {
  /** Userid of the member. */
  userid: string
  name: string
  /** @default made from the name */
  externalUserid?: string | undefined
  /** Of the contact way (联系我) that led here. */
  state?: string | undefined
}

/** Who serves a customer. */
export interface CustomerSummary {
  externalUserid: string
  name: string
  follows: readonly Follow[]
}

export interface CustomerOfMember {
  userid: string
  externalUserid: string
}

/**
 * Customers and the members who serve them, as people in WeCom and WeChat make and end that. Each act sends the event
 * `change_external_contact` to the callback URL of 客户联系, or, while that has none, to every app that has one. Calls
 * of the API send no event, as the documents say.
 */
export interface CustomersApi {
  /** All of them, with the members who added them. */
  list(): CustomerSummary[]
  /** A customer adds a member (add_external_contact, with a welcome_code of 20 seconds). @throws TypeError for an unknown member. */
  add(customer: NewCustomer): CustomerSummary
  /** The member edits remarks or tags on the phone (edit_external_contact). @throws TypeError when they do not know each other. */
  edit(customer: CustomerOfMember): void
  /** The member deletes the customer (del_external_contact). @throws TypeError when they do not know each other. */
  remove(customer: CustomerOfMember): void
  /** The customer deletes the member (del_follow_user). @throws TypeError when they do not know each other. */
  leave(customer: CustomerOfMember): void
}

const newCustomer: Shape<NewCustomer> = object<NewCustomer>({
  userid: text,
  name: text,
  externalUserid: maybe(text),
  state: maybe(text),
})
const ofMember: Shape<CustomerOfMember> = object<CustomerOfMember>({ userid: text, externalUserid: text })

/** The acts behind {@link CustomersApi}. */
export const customerActs: ActsOf<CustomersApi> = {
  list: act({
    http: 'GET customers',
    input: [],
    run: ({ world }) => world.customers.all().map((customer) => summaryOf(customer)),
    answer: (customers) => ({ count: customers.length, customers }),
  }),
  add: act({
    http: 'POST customers',
    input: [newCustomer],
    run: addCustomer,
    answer: (customer) => ({ customer }),
  }),
  edit: act({
    http: 'POST customers/edit',
    input: [ofMember],
    run: (simulation, customer) => tell(simulation, 'edit_external_contact', known(simulation, customer), {}),
  }),
  remove: act({
    http: 'POST customers/remove',
    input: [ofMember],
    run: (simulation, customer) => endFollow(simulation, 'del_external_contact', known(simulation, customer)),
  }),
  leave: act({
    http: 'POST customers/leave',
    input: [ofMember],
    run: (simulation, customer) => endFollow(simulation, 'del_follow_user', known(simulation, customer)),
  }),
}

function summaryOf({
  externalUserid,
  follows,
  name,
}: {
  externalUserid: string
  name: string
  follows: ReadonlyMap<string, Follow>
}): CustomerSummary {
  return { externalUserid, name, follows: [...follows.values()] }
}

function addCustomer(
  simulation: Simulation,
  { externalUserid, name, state, userid }: NewCustomer,
): CustomerSummary {
  const { customers, directory } = simulation.world
  const member = directory.member(userid)
  if (member === undefined) throw new TypeError(`userid: there is no member ${userid}`)
  const id = externalUserid ?? likeExternalId('wm', name)
  customers.follow({ externalUserid: id, name, userid: member.userid, state })
  const welcome = customers.welcomes.issue({ userid: member.userid, externalUserid: id })
  tell(
    simulation,
    'add_external_contact',
    { userid: member.userid, externalUserid: id },
    {
      ...(state === undefined ? {} : { State: state }),
      WelcomeCode: welcome,
    },
  )
  return summaryOf(customers.find(id) ?? { externalUserid: id, name, follows: new Map<string, Follow>() })
}

function known({ world }: Simulation, { externalUserid, userid }: CustomerOfMember): CustomerOfMember {
  const follow = world.customers.followOf(externalUserid, userid)
  if (follow === undefined) throw new TypeError(`externalUserid: ${userid} does not serve ${externalUserid}`)
  return { externalUserid, userid: follow.userid }
}

function endFollow(simulation: Simulation, change: string, customer: CustomerOfMember): void {
  simulation.world.customers.unfollow(customer.externalUserid, customer.userid)
  tell(simulation, change, customer, {})
}

function tell(
  { world }: Simulation,
  change: string,
  { externalUserid, userid }: CustomerOfMember,
  more: Readonly<Record<string, string>>,
): void {
  world.tell({
    to: { kind: 'external-contact' },
    fields: {
      Event: 'change_external_contact',
      ChangeType: change,
      UserID: userid,
      ExternalUserID: externalUserid,
      ...more,
    },
  })
}
