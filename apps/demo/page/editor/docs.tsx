import { useSignal } from '@preact/signals'
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql'
import { t } from '../lib/language.ts'

interface Entry {
  readonly name: string
  readonly type: string
  /** The type to look at next; undefined for an enum's value. */
  readonly leadsTo: string | undefined
  readonly description: string | null | undefined
}

/** The schema to walk through: a type, its fields, their types. */
export function Docs({ schema, onClose }: { readonly schema: GraphQLSchema; readonly onClose: () => void }) {
  const shown = useSignal('Query')
  const types = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'))
  const description = schema.getType(shown.value)?.description
  return (
    <aside class="docs" aria-label={t('docsTitle')}>
      <div class="docs-head">
        <label>
          <span class="visually-hidden">{t('docsRoot')}</span>
          <select value={shown.value} onChange={(event) => (shown.value = event.currentTarget.value)}>
            {types.toSorted().map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button class="quiet" type="button" onClick={onClose}>
          {t('docsClose')}
        </button>
      </div>
      {/* A box that scrolls has to be reachable for keyboards. */}
      <div class="docs-body" tabIndex={0} role="group" aria-label={shown.value}>
        {description !== undefined && description !== null && <p class="docs-words">{description}</p>}
        <dl>
          {entriesOf(schema, shown.value).map(({ name, type, leadsTo, description: words }) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
                {leadsTo !== undefined && (
                  <button class="link" type="button" onClick={() => (shown.value = leadsTo)}>
                    {type}
                  </button>
                )}
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </div>
    </aside>
  )
}

function entriesOf(schema: GraphQLSchema, name: string): Entry[] {
  const type = schema.getType(name)
  if (isEnumType(type)) {
    return type
      .getValues()
      .map((value) => ({ name: value.name, type: '', leadsTo: undefined, description: value.description }))
  }
  if (isObjectType(type)) {
    return Object.values(type.getFields()).map((field) =>
      entryOf(`${field.name}${argumentsOf(field.args)}`, field.type, field.description),
    )
  }
  if (!isInputObjectType(type)) return []
  return Object.values(type.getFields()).map((field) => entryOf(field.name, field.type, field.description))
}

function entryOf(name: string, type: GraphQLType, description: string | null | undefined): Entry {
  return { name, type: String(type), leadsTo: getNamedType(type).name, description }
}

function argumentsOf(list: readonly GraphQLArgument[]): string {
  return list.length === 0 ? '' : `(${list.map(({ name, type }) => `${name}: ${String(type)}`).join(', ')})`
}
