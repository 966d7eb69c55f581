import { rootFieldNames, typeNames, type SchemaNames } from '../schema/names.ts'
import { listSizes } from './list-sizes.ts'
import { partSizes } from './list-sizes.ts'
import { argumentRules } from './argument-rules.ts'

/** Maps `Type.field` as a host's schema names it to the name in our SDL file, for every field a rule knows. */
export function baseCoordinates(names: SchemaNames): ReadonlyMap<string, string> {
  const ruled = [...Object.keys(argumentRules), ...Object.keys(listSizes), ...Object.keys(partSizes)]
  const roots = rootFieldNames.map((field): [string, string] => [
    `Query.${names.rootField(field) ?? field}`,
    `Query.${field}`,
  ])
  const others = ruled.flatMap((coordinates): [string, string][] => {
    const [type = '', field = ''] = coordinates.split('.')
    return typeNames.includes(type) ? [[`${names.type(type)}.${field}`, coordinates]] : []
  })
  return new Map([...roots, ...others])
}
