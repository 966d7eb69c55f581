import { createDirectory, type Directory } from '@wecom-kit/core'
import { defaultLimits, type WecomLimits } from './limits/limits.ts'
import type { WecomGraphQLOptions } from './options.ts'
import { isRootField, rootFieldNames, type RootField, type SchemaNames } from './schema/names.ts'

type Source = Pick<WecomGraphQLOptions, 'directory' | 'client'>
type Renaming = Pick<WecomGraphQLOptions, 'typePrefix' | 'rootFields'>

const graphqlName = /^[A-Za-z][A-Za-z0-9_]*$/

/**
 * The directory of the options.
 *
 * @throws TypeError when there is none
 */
export function directoryOf({ directory, client }: Source): Directory {
  if (directory && client) wrong('directory', 'both `directory` and `client`', 'pass one of them')
  if (directory) {
    if (typeof directory.resolve === 'function') return directory
    wrong('directory', typeof directory, 'pass what createDirectory(client) answers')
  }
  if (!client)
    wrong('directory', 'neither `directory` nor `client`', 'pass createDirectory(client), or the client')
  if (typeof client.request === 'function') return createDirectory(client)
  return wrong('client', 'something else than a client', 'pass what createWecomClient(options) answers')
}

/**
 * The limits with their defaults.
 *
 * @throws TypeError for one that is unknown or no positive number
 */
export function limitsOf(limits: Partial<WecomLimits> = {}): Readonly<WecomLimits> {
  if (typeof limits !== 'object' || limits === null)
    wrong('limits', typeof limits, 'pass an object of limits')
  for (const [name, value] of Object.entries(limits)) {
    if (!Object.hasOwn(defaultLimits, name))
      wrong(`limits.${name}`, 'an unknown limit', `use ${Object.keys(defaultLimits).join(', ')}`)
    if (typeof value !== 'number' || Number.isNaN(value) || value < 1) {
      wrong(`limits.${name}`, String(value), 'pass a number from 1, or Infinity to switch it off')
    }
  }
  return { ...defaultLimits, ...limits }
}

/**
 * The names of the schema under `typePrefix` and `rootFields`.
 *
 * @throws TypeError for what is no GraphQL name, unknown, or twice the same
 */
export function namesOf({ typePrefix = '', rootFields = {} }: Renaming): SchemaNames {
  if (typePrefix !== '' && !isName(typePrefix))
    wrong('typePrefix', show(typePrefix), 'pass letters and digits')
  for (const [field, name] of Object.entries(rootFields)) checkRootField(field, name)
  const rootField = (field: RootField): string | undefined => {
    const name = rootFields[field] ?? field
    return name === false ? undefined : name
  }
  const shown = rootFieldNames.map(rootField).filter((name) => name !== undefined)
  if (shown.length === 0) wrong('rootFields', 'nothing but false', 'leave at least one root field in')
  const twice = shown.find((name, index) => shown.indexOf(name) !== index)
  if (twice !== undefined)
    wrong('rootFields', `${show(twice)} twice`, 'give every root field a name of its own')
  return { type: (name) => `${typePrefix}${name}`, rootField }
}

function checkRootField(field: string, name: unknown): void {
  if (!isRootField(field))
    wrong(`rootFields.${field}`, 'an unknown field', `use ${rootFieldNames.join(', ')}`)
  if (name !== false && name !== undefined && !isName(name)) {
    wrong(`rootFields.${field}`, show(name), 'pass a GraphQL name, or false to leave the field out')
  }
}

// Names with two underscores in front are reserved for introspection.
function isName(value: unknown): boolean {
  return typeof value === 'string' && graphqlName.test(value)
}

function show(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : typeof value
}

function wrong(option: string, came: string, fix: string): never {
  throw new TypeError(`createWecomGraphQL: option \`${option}\`: ${came}; ${fix}.`)
}
