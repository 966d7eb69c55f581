import type { Answer, Call } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { bodyNumber, bodyText, bodyTexts } from '../rules/parameters.ts'
import { isRecord } from '../shape/shape.ts'
import { Refusal } from '../wire/refusal.ts'
import type { CustomerTag, CustomerTagGroup } from '../world/customer-tags.ts'
import { randomText } from '../world/random-text.ts'

const maxName = 30

/**
 * `POST /cgi-bin/externalcontact/get_corp_tag_list`: all groups, or those asked for; with group_id the tag_id is ignored.
 *
 * How sure: official. Deleted ones are gone here.
 * @see https://developer.work.weixin.qq.com/document/path/92117
 */
const getCorpTagList: Endpoint = {
  path: '/cgi-bin/externalcontact/get_corp_tag_list',
  answer(call) {
    const groupIds = new Set(bodyTexts(call, 'group_id', 40068, []))
    const tagIds = new Set(groupIds.size > 0 ? [] : bodyTexts(call, 'tag_id', 40068, []))
    const found = call.world.customerTags.groups().flatMap((group) => {
      if (groupIds.size > 0) return groupIds.has(group.id) ? [group] : []
      const tags = group.tags.filter(({ id }) => tagIds.size === 0 || tagIds.has(id))
      return tags.length === 0 ? [] : [{ ...group, tags }]
    })
    return { tag_group: found.map(groupView) }
  },
}

/**
 * `POST /cgi-bin/externalcontact/add_corp_tag`: tags in a group, which is made when no group_id is given and the name is
 * new; a name that is there already is passed over.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/92117
 */
const addCorpTag: Endpoint = {
  path: '/cgi-bin/externalcontact/add_corp_tag',
  answer(call) {
    const names = readTags(call)
    const group = groupFor(call)
    const known = new Set(group.tags.map(({ name }) => name))
    const added = names.filter(({ name }) => !known.has(name))
    group.tags = [...group.tags, ...added]
    call.world.customerTags.put(group)
    const wanted = new Set(names.map(({ name }) => name))
    return { tag_group: groupView({ ...group, tags: group.tags.filter(({ name }) => wanted.has(name)) }) }
  },
}

function readTags(call: Call): CustomerTag[] {
  const { tag } = call.body
  const tags: unknown[] = Array.isArray(tag) ? tag : []
  if (tags.length === 0)
    throw new Refusal(
      40063,
      'parameters',
      'tag is missing or empty',
      'some parameters are empty, missing field: tag',
    )
  const read = tags.map((each) => {
    const { name, order } = isRecord(each) ? each : {}
    return {
      id: `et${randomText(30)}`,
      name: checkName(name),
      order: typeof order === 'number' ? order : 0,
      createTime: call.world.clock.seconds(),
    }
  })
  return read.filter(({ name }, index) => read.findIndex((each) => each.name === name) === index)
}

function checkName(name: unknown): string {
  if (typeof name === 'string' && name !== '' && Array.from(name).length <= maxName) return name
  throw new Refusal(40072, 'parameters', `a name has 1 to ${maxName} characters`)
}

function groupFor(call: Call): CustomerTagGroup {
  const { app, world } = call
  const id = bodyText(call, 'group_id')
  const name = bodyText(call, 'group_name')
  if (id !== undefined) return ownGroup(call, world.customerTags.group(id))
  const named = world.customerTags.groups().find((group) => group.name === name)
  if (named !== undefined) return ownGroup(call, named)
  return {
    id: `et${randomText(30)}`,
    name: checkName(name),
    order: bodyNumber(call, 'order') ?? 0,
    createTime: world.clock.seconds(),
    app: app.name,
    tags: [],
  }
}

function ownGroup({ app }: Call, group: CustomerTagGroup | undefined): CustomerTagGroup {
  if (group === undefined) throw new Refusal(40068, 'parameters', 'there is no tag or group of this id')
  if (group.app !== app.name)
    throw new Refusal(81011, 'owner', `the group was made by ${group.app}, and ${app.name} asked`)
  return group
}

/**
 * `POST /cgi-bin/externalcontact/edit_corp_tag`: name and order of a tag or a group, for the app that made it.
 *
 * How sure: official; 40071 for a name that is taken from the error table.
 * @see https://developer.work.weixin.qq.com/document/path/92117
 */
const editCorpTag: Endpoint = {
  path: '/cgi-bin/externalcontact/edit_corp_tag',
  answer(call) {
    const { customerTags } = call.world
    const id = bodyText(call, 'id') ?? ''
    const found = customerTags.find(id)
    const group = ownGroup(call, found?.group ?? customerTags.group(id))
    const target = found?.tag ?? group
    const name = bodyText(call, 'name')
    const siblings: readonly { id: string; name: string }[] =
      found === undefined ? customerTags.groups() : group.tags
    if (siblings.some((each) => each.name === name && each.id !== id))
      throw new Refusal(40071, 'state', 'another tag or group has this name')
    if (name !== undefined) target.name = checkName(name)
    target.order = bodyNumber(call, 'order') ?? target.order
    return {}
  },
}

/**
 * `POST /cgi-bin/externalcontact/del_corp_tag`: tags and groups, for the app that made them; a group goes with its last
 * tag.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/92117
 */
const delCorpTag: Endpoint = {
  path: '/cgi-bin/externalcontact/del_corp_tag',
  answer(call) {
    const { customerTags } = call.world
    const ids = [...bodyTexts(call, 'tag_id', 40068, []), ...bodyTexts(call, 'group_id', 40068, [])]
    if (ids.length === 0)
      throw new Refusal(
        40063,
        'parameters',
        'tag_id and group_id are both missing',
        'some parameters are empty, missing field: tag_id or group_id',
      )
    for (const id of ids) ownGroup(call, customerTags.find(id)?.group ?? customerTags.group(id))
    for (const id of ids) customerTags.remove(id)
    return {}
  },
}

function groupView({ createTime, id, name, order, tags }: CustomerTagGroup): Answer {
  return {
    group_id: id,
    group_name: name,
    create_time: createTime,
    order,
    tag: tags.map((tag) => ({ id: tag.id, name: tag.name, create_time: tag.createTime, order: tag.order })),
  }
}

/** Corp tags of customers. */
export const customerTagEndpoints: readonly Endpoint[] = [getCorpTagList, addCorpTag, editCorpTag, delCorpTag]
