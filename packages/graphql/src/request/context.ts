import type { WecomViewer } from '../policy.ts'
import { RequestScope } from './request-scope.ts'
import type { RequestFacts, ScopeSettings } from './settings.ts'

/** A context value for the resolvers; spread it into your own context, or use it as it is. */
export interface WecomContext<Viewer extends WecomViewer = WecomViewer> {
  /** Who asks; null when nobody is signed in. */
  readonly viewer: Viewer | null
}

/** How the resolvers of one layer find the scope of the request they run in. */
export interface ContextBinding<Viewer extends WecomViewer> {
  readonly context: (viewer: Viewer | null | undefined, facts?: RequestFacts) => WecomContext<Viewer>
  readonly scopeOf: (contextValue: unknown) => RequestScope<Viewer>
  /** The scope of a context value that has one already; for what must not fail on others. */
  readonly knownScopeOf: (contextValue: unknown) => RequestScope<Viewer> | undefined
}

/**
 * Keeps loaders off the host's context: they hang on a symbol of this layer (which survives spreading and Apollo's
 * copies for batched operations, so that an array of operations shares its batches), or, where the host only tells the
 * viewer, in a WeakMap beside its context objects.
 */
export function bindContext<Viewer extends WecomViewer>(
  settings: ScopeSettings<Viewer>,
  viewerOf: ((contextValue: object) => Viewer | null | undefined) | undefined,
): ContextBinding<Viewer> {
  const scopeSymbol = Symbol('wecom-kit.scope')
  const scopes = new WeakMap<object, RequestScope<Viewer>>()

  function knownScopeOf(contextValue: unknown): RequestScope<Viewer> | undefined {
    if (typeof contextValue !== 'object' || contextValue === null) return undefined
    const scope: unknown = Reflect.get(contextValue, scopeSymbol)
    return isScope<Viewer>(scope) ? scope : scopes.get(contextValue)
  }

  function adopt(contextValue: unknown): RequestScope<Viewer> {
    if (typeof contextValue !== 'object' || contextValue === null || !viewerOf)
      throw new TypeError(missingViewer)
    const scope = new RequestScope(settings, checkViewer(viewerOf(contextValue)), {})
    scopes.set(contextValue, scope)
    return scope
  }

  return {
    context(viewer, facts = {}) {
      const scope = new RequestScope(settings, checkViewer(viewer), facts)
      return { viewer: scope.viewer, [scopeSymbol]: scope }
    },
    knownScopeOf,
    scopeOf: (contextValue) => knownScopeOf(contextValue) ?? adopt(contextValue),
  }
}

const missingViewer =
  'The WeCom resolvers were called with a context they do not know. Spread `...wecom.context(viewer)` into the context ' +
  'value, or pass createWecomGraphQL the option `viewerOf: (context) => …`.'

// Only this layer's own context() writes under its symbol, so the type parameter follows from the class.
function isScope<Viewer extends WecomViewer>(value: unknown): value is RequestScope<Viewer> {
  return value instanceof RequestScope
}

// A viewer without a userId is a mistake of the host's that must not pass for an anonymous, or any, member.
function checkViewer<Viewer extends WecomViewer>(viewer: Viewer | null | undefined): Viewer | null {
  if (viewer === null || viewer === undefined) return null
  if (typeof viewer.userId === 'string' && viewer.userId !== '') return viewer
  throw new TypeError('The viewer must be null or an object with a non-empty `userId`.')
}
