import { Refusal } from '../wire/refusal.ts'
import type { Member } from '../world/member.ts'
import type { Call } from './call.ts'
import { queryId } from './parameters.ts'
import { visibleDepartment } from './visible-range.ts'

/**
 * The members a list call asks for. `fetch_child` left the documents; the setting `fetchChild` brings it back for
 * private deployments.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90200
 */
export function departmentMembers(call: Call): Member[] {
  const id = queryId(call, 'department_id', 60003)
  if (id === undefined) throw new Refusal(40066, 'parameters', 'department_id is missing')
  visibleDepartment(call, id)
  const { directory, settings } = call.world
  const deep = settings.fetchChild === 'honoured' && call.exchange.query.get('fetch_child') === '1'
  if (!deep) return [...directory.residents(id)]
  return [...new Set(directory.subtree(id).flatMap((below) => Array.from(directory.residents(below))))]
}
