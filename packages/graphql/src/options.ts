import type { Directory, WecomClient, WecomLogger } from '@wecom-kit/core'
import { createDirectory } from '@wecom-kit/core/directory'
import {
  callable,
  describe,
  flag,
  listOf,
  optionMessage,
  readOptions,
  row,
  section,
  withDefault,
  withMethods,
  type DefaultedRow,
  type OptionRow,
  type OptionRows,
  type OptionsOwner,
} from '@wecom-kit/core/foundation'
import type { WecomLimits } from './limits/limits.ts'
import type { CanSee, FieldPolicy, WecomViewer } from './policy.ts'
import { isRootField, rootFieldNames, type RootField, type SchemaNames } from './schema/names.ts'

export interface WecomGraphQLOptions<Viewer extends WecomViewer = WecomViewer> {
  /** The directory to read. Share one between GraphQL, REST routes and the SSO middleware. Or pass `client`. */
  directory?: Omit<Directory, 'forget'> | undefined
  /** A client to make a directory from, with its defaults, when there is no `directory`. */
  client?: WecomClient | undefined
  /**
   * For schemas embedded in a host's own: the viewer of a host's context value. Not needed where
   * `context(viewer)` makes the context value or is spread into it.
   */
  viewerOf?: ((contextValue: object) => Viewer | null | undefined) | undefined
  /** Hides members and departments from viewers. @default the app's visible range is everyone's */
  canSee?: CanSee<Viewer> | undefined
  /**
   * Who may read personal fields.
   * @default one's own record everything, of others avatarUrl and businessEmail
   */
  fieldPolicy?: FieldPolicy<Viewer> | undefined
  /**
   * Lets callers without a viewer read root fields other than `me`. Personal fields stay closed by the default policy.
   * @default false
   */
  allowAnonymous?: boolean | undefined
  /** Where to sign in; goes into the `loginUrl` of UNAUTHENTICATED errors. @default none */
  loginUrl?: string | undefined
  /** Ceilings; see {@link WecomLimits}. */
  limits?: { [Name in keyof WecomLimits]?: WecomLimits[Name] | undefined } | undefined
  /** Put before every type name but Query's, where a host has types of these names: `Wecom` → `WecomUser`. @default '' */
  typePrefix?: string | undefined
  /** Other names for root fields, or false to leave one out: `{ me: 'wecomMe', searchUsers: false }`. @default their own */
  rootFields?: Partial<Record<RootField, string | false | undefined>> | undefined
  /**
   * More values of `extensions.code` whose messages `formatError` lets through: those of the host's own errors, of
   * whatever class they are.
   * @default none
   */
  errorCodes?: readonly string[] | undefined
  /**
   * Which of the host's own errors keep their text and code, where a code does not tell:
   * `(error) => error instanceof HttpException` for NestJS.
   * @default none
   */
  publicErrors?: ((error: Error) => boolean) | undefined
  /** Leaves "Did you mean …?" in messages: it tells the schema to those who guess. @default false */
  suggestions?: boolean | undefined
  /** Lets masked errors through to the client. For development only. @default false */
  exposeErrors?: boolean | undefined
  /** Where masked errors go in full. @default console, because a masked error that is logged nowhere is lost */
  logger?: Pick<WecomLogger, 'error'> | undefined
  /** Milliseconds since 1970, for tests. @default Date.now */
  now?: (() => number) | undefined
}

const graphqlName = /^[A-Za-z][A-Za-z0-9_]*$/

type SharedOptions = Omit<WecomGraphQLOptions, 'viewerOf' | 'suggestions' | 'exposeErrors'>

/** A table of options of which some have a default. */
export type RowsWithDefaults<Options, Defaulted extends keyof Options> = OptionRows<Options> & {
  readonly [Name in Defaulted]: DefaultedRow<NonNullable<Options[Name]>>
}

/** The options that the servers take, too. */
export const sharedRows: RowsWithDefaults<
  SharedOptions,
  'allowAnonymous' | 'typePrefix' | 'errorCodes' | 'logger' | 'now'
> = {
  directory: withMethods('what createDirectory(client) answers', ['resolve', 'department']),
  client: withMethods('what createWecomClient(options) answers', ['request']),
  canSee: callable('(viewer, target) => true'),
  fieldPolicy: callable("(viewer, owner, field) => 'null'"),
  allowAnonymous: withDefault(false, flag()),
  loginUrl: row('a text', isText),
  limits: section(),
  typePrefix: withDefault('', row("letters and digits, as in 'Wecom'", isPrefix)),
  rootFields: section(),
  errorCodes: withDefault([], listOf('a list of codes', isText)),
  publicErrors: callable('(error) => error instanceof HttpException'),
  logger: withDefault(console, withMethods('an object with error(fields, message)', ['error'])),
  now: withDefault(Date.now, callable('() => Date.now()')),
}

const layerRows = {
  ...sharedRows,
  viewerOf: callable<NonNullable<WecomGraphQLOptions['viewerOf']>>('(context) => context.user'),
  suggestions: withDefault(false, flag()),
  exposeErrors: withDefault(false, flag()),
} satisfies OptionRows<WecomGraphQLOptions>

type LimitRows = RowsWithDefaults<WecomLimits, keyof WecomLimits>

const limit: OptionRow<number> = row('a number from 1, or Infinity to switch it off', isLimit)

/** The ceilings of an operation that runs on the schema, without a server of ours. */
const limitRows: LimitRows = {
  depth: withDefault(10, limit),
  nodes: withDefault(5000, limit),
  fields: withDefault(2000, limit),
  aliases: withDefault(30, limit),
  rootFields: withDefault(20, limit),
  tokens: withDefault(2000, limit),
  errors: withDefault(5, limit),
  ids: withDefault(200, limit),
  departmentUsers: withDefault(10_000, limit),
  results: withDefault(50_000, limit),
  keysPerMinute: withDefault(Number.POSITIVE_INFINITY, limit),
}

// Behind a server, where anybody who is signed in may ask.
const servedLimitRows: LimitRows = { ...limitRows, keysPerMinute: withDefault(10_000, limit) }

/** Where wrong options are refused: the function that was called. */
export function ownerOf(owner: string, sectionName?: string): OptionsOwner {
  const refuse = (message: string): TypeError => new TypeError(message)
  return sectionName === undefined ? { owner, refuse } : { owner, refuse, section: sectionName }
}

/** What of a layer's options no type parameter is in: the hooks are taken from the options themselves. */
type PlainOptions = Omit<WecomGraphQLOptions, 'viewerOf' | 'canSee' | 'fieldPolicy'>

/** A layer's options, checked and with their defaults. */
export interface LayerSettings {
  readonly directory: Omit<Directory, 'forget'>
  readonly limits: Readonly<WecomLimits>
  readonly names: SchemaNames
  readonly isRenamed: boolean
  readonly allowAnonymous: boolean
  readonly loginUrl: string | undefined
  readonly errorCodes: readonly string[]
  readonly publicErrors: ((error: Error) => boolean) | undefined
  readonly suggestions: boolean
  readonly exposeErrors: boolean
  readonly logger: Pick<WecomLogger, 'error'>
  readonly now: () => number
}

/**
 * Reads the options of `createWecomGraphQL`.
 *
 * @throws TypeError for wrong ones, naming the option, what came and the fix
 */
export function readLayerOptions<Viewer extends WecomViewer>(
  owner: string,
  options: WecomGraphQLOptions<Viewer>,
): LayerSettings {
  const read = readOptions<PlainOptions, typeof layerRows>(ownerOf(owner), layerRows, options)
  return { ...read, ...combined(owner, read, limitRows) }
}

/** What both servers take besides, with the same defaults. */
export interface ServedSettings {
  readonly requireViewer: boolean
  readonly introspection: boolean
  readonly trace: boolean
}

/** A row for each of {@link ServedSettings}. */
export const servedRows: OptionRows<ServedSettings, keyof ServedSettings> = {
  requireViewer: withDefault(false, flag()),
  introspection: withDefault(false, flag()),
  trace: withDefault(false, flag()),
}

/** What {@link servedSettings} makes settings of: options read by {@link sharedRows}. */
type ReadShared = Pick<
  LayerSettings,
  'allowAnonymous' | 'loginUrl' | 'errorCodes' | 'publicErrors' | 'logger' | 'now'
> &
  CombinedOptions

/** The layer's settings behind a server, which has read its options by rows of its own. */
export function servedSettings(
  owner: string,
  read: ReadShared,
  development: Pick<LayerSettings, 'suggestions' | 'exposeErrors'>,
): LayerSettings {
  return { ...read, ...development, ...combined(owner, read, servedLimitRows) }
}

type CombinedOptions = Pick<
  WecomGraphQLOptions,
  'directory' | 'client' | 'limits' | 'typePrefix' | 'rootFields'
>

// Options that mean something together, or hold options of their own.
function combined(
  owner: string,
  options: CombinedOptions,
  rows: LimitRows,
): Pick<LayerSettings, 'directory' | 'limits' | 'names' | 'isRenamed'> {
  const { typePrefix = '', rootFields = {} } = options
  return {
    directory: directoryOf(owner, options),
    limits: limitsOf(owner, options.limits, rows),
    names: namesOf(owner, typePrefix, rootFields),
    isRenamed: typePrefix !== '' || Object.keys(rootFields).length > 0,
  }
}

type LimitOptions = NonNullable<WecomGraphQLOptions['limits']>

function limitsOf(owner: string, limits: LimitOptions = {}, rows: LimitRows): Readonly<WecomLimits> {
  return readOptions<LimitOptions, LimitRows>(ownerOf(owner, 'limits'), rows, limits)
}

function directoryOf(owner: string, { directory, client }: CombinedOptions): Omit<Directory, 'forget'> {
  if (directory && client) throw wrong(owner, 'directory', 'given without client', 'both')
  const made = directory ?? (client && createDirectory(client))
  if (!made)
    throw wrong(owner, 'directory', 'what createDirectory(client) answers, or client given', 'neither')
  return made
}

function namesOf(
  owner: string,
  typePrefix: string,
  rootFields: NonNullable<WecomGraphQLOptions['rootFields']>,
): SchemaNames {
  for (const [field, name] of Object.entries(rootFields)) checkRootField(owner, field, name)
  const rootField = (field: RootField): string | undefined => {
    const name = rootFields[field] ?? field
    return name === false ? undefined : name
  }
  const shown = rootFieldNames.map(rootField).filter((name) => name !== undefined)
  if (shown.length === 0)
    throw wrong(owner, 'rootFields', 'names for some of the fields', 'nothing but false')
  const twice = shown.find((name, index) => shown.indexOf(name) !== index)
  if (twice !== undefined)
    throw wrong(owner, 'rootFields', 'a name of its own for each field', `${describe(twice)} twice`)
  return { type: (name) => `${typePrefix}${name}`, rootField }
}

function checkRootField(owner: string, field: string, name: unknown): void {
  if (!isRootField(field))
    throw wrong(owner, `rootFields.${field}`, `one of ${rootFieldNames.join(', ')}`, 'an unknown field')
  if (name !== false && name !== undefined && !isName(name))
    throw wrong(
      owner,
      `rootFields.${field}`,
      'a GraphQL name, or false to leave the field out',
      describe(name),
    )
}

function wrong(owner: string, option: string, wanted: string, came: string): TypeError {
  return new TypeError(optionMessage({ owner, option, wanted, came }))
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

// Names with two underscores in front are reserved for introspection.
function isName(value: unknown): value is string {
  return typeof value === 'string' && graphqlName.test(value)
}

function isPrefix(value: unknown): value is string {
  return value === '' || isName(value)
}

function isLimit(value: unknown): value is number {
  return typeof value === 'number' && value >= 1
}
