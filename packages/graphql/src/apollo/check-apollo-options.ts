import type { ApolloWecomOptions } from './options.ts'

type Checked = Pick<ApolloWecomOptions, 'bodyLimit' | 'maxBatch' | 'drainTimeout'> & { plugins?: unknown }

/**
 * Refuses numbers and plugins that are none.
 *
 * @throws TypeError naming the option, what came and the fix
 */
export function checkApolloOptions(options: Checked): void {
  for (const name of ['bodyLimit', 'maxBatch', 'drainTimeout'] as const) {
    const value: unknown = options[name]
    if (value !== undefined && !(typeof value === 'number' && Number.isInteger(value) && value >= 1)) {
      wrong(name, value, 'pass a whole number from 1')
    }
  }
  const { plugins } = options
  if (plugins !== undefined && !Array.isArray(plugins))
    wrong('plugins', plugins, 'pass a list of Apollo plugins')
}

function wrong(option: string, value: unknown, fix: string): never {
  const came = typeof value === 'string' ? `'${value}'` : String(value)
  throw new TypeError(`apolloWecom: option \`${option}\`: ${came} (${typeof value}); ${fix}.`)
}
