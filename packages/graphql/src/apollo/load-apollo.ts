import { createRequire } from 'node:module'
import type * as server from '@apollo/server'
import type * as disabled from '@apollo/server/plugin/disabled'
import { isRecord } from '@wecom-kit/core/foundation'

/** What this package uses of `@apollo/server`. */
export type ApolloModules = Pick<typeof server, 'ApolloServer' | 'HeaderMap'> &
  Pick<
    typeof disabled,
    | 'ApolloServerPluginCacheControlDisabled'
    | 'ApolloServerPluginInlineTraceDisabled'
    | 'ApolloServerPluginLandingPageDisabled'
    | 'ApolloServerPluginSchemaReportingDisabled'
    | 'ApolloServerPluginUsageReportingDisabled'
  >

/**
 * Loads `@apollo/server`, an optional peer: who serves by yoga, or merges the schema into a server of their own, neither
 * installs nor loads it. Loaded at once, because `apolloWecom` answers at once.
 *
 * @throws TypeError that says what to install
 */
export function loadApollo(caller: string): ApolloModules {
  const require = createRequire(import.meta.url)
  const modules: unknown = {
    ...found(caller, require, '@apollo/server'),
    ...found(caller, require, '@apollo/server/plugin/disabled'),
  }
  if (isApollo(modules)) return modules
  throw new TypeError(missing(caller, 'something else than Apollo Server 5'))
}

function found(caller: string, require: NodeJS.Require, name: string): object {
  try {
    const loaded: unknown = require(name)
    return isRecord(loaded) ? loaded : {}
  } catch (cause) {
    throw new TypeError(missing(caller, 'none'), { cause })
  }
}

function isApollo(modules: unknown): modules is ApolloModules {
  return (
    isRecord(modules) &&
    typeof modules['ApolloServer'] === 'function' &&
    typeof modules['ApolloServerPluginCacheControlDisabled'] === 'function'
  )
}

function missing(caller: string, came: string): string {
  return (
    `${caller}: @apollo/server ^5.5.0 must be installed beside @wecom-kit/graphql; got ${came}. ` +
    'Run `npm install @apollo/server` (or `pnpm add @apollo/server`); a bundle takes apolloWecom from @wecom-kit/graphql/apollo'
  )
}
