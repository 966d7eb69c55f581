// The reference of the schema, in both languages, is written from the SDL file: the English from its descriptions, the
// Chinese from the table beside this file, which must know every name. `--check` fails when a page is not up to date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
} from 'graphql'

interface Words {
  page: string
  title: string
  switch: string
  intro: string
  headings: Readonly<Record<'Query' | 'objects' | 'inputs' | 'enums', string>>
  columns: Readonly<Record<'field' | 'argument' | 'value' | 'type' | 'default' | 'meaning', string>>
  describe(coordinates: string, english: string): string
}

const schema = buildSchema(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'))
const chinese = chineseDescriptions()
const types = Object.values(schema.getTypeMap()).filter(({ name, astNode }) => astNode && name !== 'Query')
const outdated: string[] = []

write({
  page: 'docs/graphql/schema.md',
  title: 'The schema',
  switch: '[English](schema.md) · [简体中文](zh-CN/schema.md)',
  intro:
    'Written from the SDL file `packages/graphql/schema.graphql`, which is also what `@wecom-kit/graphql/schema.graphql` leads to.',
  headings: { Query: 'Root fields', objects: 'Types', inputs: 'Inputs', enums: 'Enums' },
  columns: {
    field: 'field',
    argument: 'argument',
    value: 'value',
    type: 'type',
    default: 'default',
    meaning: 'meaning',
  },
  describe: (_coordinates, english) => english,
})
write({
  page: 'docs/graphql/zh-CN/schema.md',
  title: 'schema 参考',
  switch: '[English](../schema.md) · [简体中文](schema.md)',
  intro:
    '由 SDL 文件 `packages/graphql/schema.graphql` 生成，`@wecom-kit/graphql/schema.graphql` 就是这个文件。',
  headings: { Query: '根字段', objects: '类型', inputs: '输入', enums: '枚举' },
  columns: { field: '字段', argument: '参数', value: '值', type: '类型', default: '默认', meaning: '含义' },
  describe: translated,
})

for (const page of outdated)
  process.stderr.write(`${page} is not up to date: run tools/write-schema-reference.ts\n`)
if (outdated.length > 0) process.exitCode = 1

function write(words: Words): void {
  const file = new URL(`../../../${words.page}`, import.meta.url)
  const text = pageOf(words)
  if (process.argv.includes('--check')) {
    if (readFileSync(file, 'utf8') !== text) outdated.push(words.page)
    return
  }
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, text)
}

function pageOf(words: Words): string {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {})
  const { headings } = words
  return [
    `# ${words.title}`,
    words.switch,
    words.intro,
    `## ${headings.Query}`,
    ...roots.flatMap((field) => rootSection(field, words)),
    `## ${headings.objects}`,
    ...types
      .filter(isObjectType)
      .flatMap((type) => fieldsSection(type, Object.values(type.getFields()), words)),
    `## ${headings.inputs}`,
    ...types
      .filter(isInputObjectType)
      .flatMap((type) => fieldsSection(type, Object.values(type.getFields()), words)),
    `## ${headings.enums}`,
    ...types.filter(isEnumType).flatMap((type) => enumSection(type, words)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

function rootSection(field: GraphQLField<unknown, unknown>, words: Words): string[] {
  return [
    `### ${field.name}`,
    `\`${field.name}: ${String(field.type)}\``,
    words.describe(`Query.${field.name}`, field.description ?? ''),
    ...(field.args.length > 0 ? [argumentTable(`Query.${field.name}`, field.args, words)] : []),
  ]
}

function fieldsSection(
  type: GraphQLNamedType,
  fields: readonly (GraphQLField<unknown, unknown> | GraphQLInputField)[],
  words: Words,
): string[] {
  const { field, type: typeColumn, meaning } = words.columns
  const rows = fields.map((item) => [
    `\`${item.name}\``,
    `\`${String(item.type)}\``,
    words.describe(`${type.name}.${item.name}`, item.description ?? ''),
  ])
  const withArguments = fields.flatMap((item) => ('args' in item && item.args.length > 0 ? [item] : []))
  return [
    ...typeHead(type, words),
    table([field, typeColumn, meaning], rows),
    ...withArguments.flatMap((item) => [
      `\`${type.name}.${item.name}\``,
      argumentTable(`${type.name}.${item.name}`, item.args, words),
    ]),
  ]
}

function enumSection(type: GraphQLEnumType, words: Words): string[] {
  const rows = type
    .getValues()
    .map(({ name, description }) => [
      `\`${name}\``,
      words.describe(`${type.name}.${name}`, description ?? ''),
    ])
  return [...typeHead(type, words), table([words.columns.value, words.columns.meaning], rows)]
}

function typeHead(type: GraphQLNamedType, words: Words): string[] {
  return [`### ${type.name}`, words.describe(type.name, type.description ?? '')]
}

function argumentTable(owner: string, args: readonly GraphQLArgument[], words: Words): string {
  const { argument, type, default: defaultColumn, meaning } = words.columns
  return table(
    [argument, type, defaultColumn, meaning],
    args.map((item) => [
      `\`${item.name}\``,
      `\`${String(item.type)}\``,
      item.defaultValue === undefined ? '' : `\`${JSON.stringify(item.defaultValue)}\``,
      words.describe(`${owner}.${item.name}`, item.description ?? ''),
    ]),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function translated(coordinates: string): string {
  const text = chinese.get(coordinates)
  if (text === undefined)
    throw new Error(`tools/schema-descriptions.zh-CN.json does not know ${coordinates}.`)
  return text
}

function chineseDescriptions(): ReadonlyMap<string, string> {
  const parsed: unknown = JSON.parse(
    readFileSync(new URL('schema-descriptions.zh-CN.json', import.meta.url), 'utf8'),
  )
  if (typeof parsed !== 'object' || parsed === null)
    throw new Error('The Chinese descriptions are no object.')
  return new Map(Object.entries(parsed).map(([coordinates, text]) => [coordinates, String(text)]))
}
