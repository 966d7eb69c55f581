import { Kind, parse, print, visit, type FieldDefinitionNode } from 'graphql'
import { typeDefs } from './type-defs.ts'

/** The root fields of the schema, by their own names. */
export type RootField =
  | 'me'
  | 'user'
  | 'users'
  | 'department'
  | 'departments'
  | 'departmentUsers'
  | 'searchUsers'

/** Every root field, in the schema's order. */
export const rootFieldNames: readonly RootField[] = [
  'me',
  'user',
  'users',
  'department',
  'departments',
  'departmentUsers',
  'searchUsers',
]

/** Whether a text names one of our root fields. */
export function isRootField(name: string): name is RootField {
  return rootFieldNames.some((known) => known === name)
}

/** The types of the schema besides Query: what `typePrefix` renames. */
const typeNames: readonly string[] = [...typeDefs.matchAll(/^(?:type|input|enum) (\w+)/gm)]
  .map((match) => match[1] ?? '')
  .filter((name) => name !== 'Query')

/** How the schema's names appear in a host's schema. */
export interface SchemaNames {
  /** The name a type of ours has there. */
  readonly type: (name: string) => string
  /** The name a root field of ours has there; undefined when it is left out. */
  readonly rootField: (name: RootField) => string | undefined
}

/** Names as they are in the SDL file. */
export const plainNames: SchemaNames = { type: (name) => name, rootField: (name) => name }

/** The SDL under other names: types with a prefix, root fields renamed or left out. Descriptions stay. */
export function renameSchema(sdl: string, names: SchemaNames): string {
  const ours = new Set(typeNames)
  const document = visit(parse(sdl, { noLocation: true }), {
    Name: (node, _key, parent) => {
      const namesType = parent !== undefined && 'kind' in parent && kindsNamedByType.has(parent.kind)
      return namesType && ours.has(node.value) ? { ...node, value: names.type(node.value) } : undefined
    },
    ObjectTypeDefinition: {
      leave: (node) =>
        node.name.value === 'Query'
          ? { ...node, fields: renamedFields(node.fields ?? [], names) }
          : undefined,
    },
  })
  return `${print(document)}\n`
}

const kindsNamedByType: ReadonlySet<string> = new Set([
  Kind.NAMED_TYPE,
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
])

function renamedFields(fields: readonly FieldDefinitionNode[], names: SchemaNames): FieldDefinitionNode[] {
  return fields.flatMap((field) => {
    const name = isRootField(field.name.value) ? names.rootField(field.name.value) : field.name.value
    return name === undefined ? [] : [{ ...field, name: { ...field.name, value: name } }]
  })
}
