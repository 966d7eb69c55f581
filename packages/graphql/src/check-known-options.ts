import { checkSwitches } from './check-switches.ts'

const layer = [
  'directory',
  'client',
  'viewerOf',
  'canSee',
  'fieldPolicy',
  'allowAnonymous',
  'loginUrl',
  'limits',
  'typePrefix',
  'rootFields',
  'errorCodes',
  'suggestions',
  'exposeErrors',
  'logger',
  'now',
]

const server = ['viewer', 'requireViewer', 'introspection', 'trace', 'bodyLimit', 'schema']

type Caller = 'createWecomGraphQL' | 'apolloWecom' | 'wecomYoga'

const known: Readonly<Record<Caller, ReadonlySet<string>>> = {
  createWecomGraphQL: new Set(layer),
  apolloWecom: new Set([
    ...layer,
    ...server,
    'stackTraces',
    'maxBatch',
    'drainTimeout',
    'context',
    'plugins',
  ]),
  wecomYoga: new Set([...layer, ...server]),
}

const functions = ['viewerOf', 'viewer', 'canSee', 'fieldPolicy', 'now', 'schema', 'context']

/**
 * Refuses options nobody reads and hooks that cannot be called: a misspelt `canSee` would show everybody everything, and
 * nobody would notice.
 *
 * @throws TypeError naming the option, what came and the fix
 */
export function checkKnownOptions(caller: Caller, options: unknown): void {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(
      `${caller}: expected an options object, got ${options === null ? 'null' : typeof options}.`,
    )
  }
  for (const name of Object.keys(options)) {
    if (!known[caller].has(name)) {
      throw new TypeError(`${caller}: there is no option \`${name}\`; use ${[...known[caller]].join(', ')}.`)
    }
  }
  const limits: unknown = Reflect.get(options, 'limits')
  if (limits !== undefined && (typeof limits !== 'object' || limits === null)) {
    throw new TypeError(`${caller}: option \`limits\`: ${typeof limits}; pass an object of limits.`)
  }
  checkSwitches(caller, options)
  checkLogging(caller, options)
  for (const name of functions) {
    const value: unknown = Reflect.get(options, name)
    if (value !== undefined && typeof value !== 'function') {
      throw new TypeError(`${caller}: option \`${name}\`: ${typeof value}; pass a function.`)
    }
  }
}

// Read for the first time when something has gone wrong already, which is too late to learn that they are wrong too.
function checkLogging(caller: Caller, options: object): void {
  const logger: unknown = Reflect.get(options, 'logger')
  const canLog =
    typeof logger === 'object' && logger !== null && typeof Reflect.get(logger, 'error') === 'function'
  if (logger !== undefined && !canLog) {
    throw new TypeError(
      `${caller}: option \`logger\`: ${typeof logger} without error(); pass { error(fields, message) {} }.`,
    )
  }
  const codes: unknown = Reflect.get(options, 'errorCodes')
  if (codes !== undefined && !(Array.isArray(codes) && codes.every((code) => typeof code === 'string'))) {
    throw new TypeError(`${caller}: option \`errorCodes\`: ${typeof codes}; pass a list of codes.`)
  }
}
