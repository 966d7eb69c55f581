import { Kind, parse, print, visit, type FieldDefinitionNode } from 'graphql'
import { isRootField, typeNames, type SchemaNames } from './names.ts'

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
