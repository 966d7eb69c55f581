import { formOf, type Form, object, parse, type Shape } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'
import type { Simulation } from '../simulation/simulation.ts'

/** A request to a switch. */
export interface ActRequest {
  /** The last part of the path where the route has `:id`. */
  readonly id: string
  readonly query: URLSearchParams
  /** The JSON body; `{}` when there was none. */
  readonly body: unknown
}

/**
 * One thing that can be done to a simulator, written once: a method of the typed handle, a switch over HTTP and a form
 * on the console derive from it.
 */
export interface Act<Args extends readonly unknown[] = readonly unknown[], Out = unknown> {
  /** `POST faults`, `PATCH users/:id`; absent where the typed handle alone has it. */
  readonly http: string | undefined
  /** The checks of its arguments. */
  readonly input: Shapes<Args>
  /** Checks the arguments and does it. Throws a TypeError, or rejects with it, that names the wrong place. */
  run(simulation: Simulation, args: readonly unknown[]): Out
  /** The same for a switch. */
  answer(simulation: Simulation, request: ActRequest): Promise<object>
}

export interface ActDefinition<Args extends readonly unknown[], Out> {
  http?: string
  input: Shapes<Args>
  run: (simulation: Simulation, ...args: Args) => Out
  /** Arguments out of a request. @default the id of the path, then the body */
  take?: (request: ActRequest) => readonly unknown[]
  /** The JSON object a switch answers. @default `{ ok: true }` */
  answer?: (out: Awaited<Out>, request: ActRequest) => object
}

type Shapes<Args extends readonly unknown[]> = { readonly [I in keyof Args]-?: Shape<Args[I]> }

/** The acts of an API: one per method, with its arguments and its result, so that none can be missing or too many. */
export type ActsOf<Api> = {
  readonly [Method in keyof Api]: Api[Method] extends (...args: infer Args) => infer Out
    ? Act<Args, Out>
    : never
}

/** An act that ends at once. */
export function act<Args extends readonly unknown[], Out>(
  definition: ActDefinition<Args, Out>,
): Act<Args, Out> {
  return complete(definition, (simulation, args) =>
    definition.run(simulation, ...checked(definition.input, args)),
  )
}

/** An act that takes its time: what is wrong with its arguments rejects the promise. */
export function slowAct<Args extends readonly unknown[], Out>(
  definition: ActDefinition<Args, Promise<Out>>,
): Act<Args, Promise<Out>> {
  return complete(definition, async (simulation, args) =>
    definition.run(simulation, ...checked(definition.input, args)),
  )
}

/** The methods of an API out of its acts. The first signature says what the loop makes, which the compiler cannot see. */
export function bind<Api extends object>(acts: ActsOf<Api>, simulation: Simulation): Api
export function bind(acts: Readonly<Record<string, Act>>, simulation: Simulation): object {
  const methods = Object.entries(acts).map(([name, each]) => [
    name,
    (...args: readonly unknown[]) => each.run(simulation, args),
  ])
  return Object.fromEntries(methods)
}

/** How a page asks for the body of this act. */
export function bodyForm({ http = '', input }: Act): Form {
  const shape = /^(?:POST|PATCH) /.test(http) ? input[http.includes(':id') ? 1 : 0] : undefined
  return shape === undefined ? { kind: 'object', fields: {} } : formOf(shape)
}

function complete<Args extends readonly unknown[], Out>(
  { answer = () => ({ ok: true }), http, input, take = argumentsFor(http, input) }: ActDefinition<Args, Out>,
  run: Act<Args, Out>['run'],
): Act<Args, Out> {
  const changes = http?.startsWith('GET ') !== true
  return {
    http,
    input,
    run(simulation, args) {
      const out = run(simulation, args)
      if (changes) simulation.touch()
      return out
    },
    answer: async (simulation, request) => answer(await run(simulation, take(request)), request),
  }
}

const nothing = object<object>({})

/** The id of the path, then the body. A body that nothing asks for is most often meant for another switch. */
function argumentsFor(
  http: string | undefined,
  input: readonly Shape<unknown>[],
): (request: ActRequest) => readonly unknown[] {
  const withId = http?.includes(':id') === true
  const numeric = input[0] !== undefined && formOf(input[0]).kind === 'number'
  const withBody = input.length > (withId ? 1 : 0)
  return ({ body, id }) => {
    if (!withBody) parse(nothing, body)
    return [...(withId ? [numeric ? wholeNumber(id) : id] : []), ...(withBody ? [body] : [])]
  }
}

function wholeNumber(id: string): number {
  if (/^\d{1,10}$/.test(id)) return Number(id)
  throw new ShapeError('path', 'a whole number is expected at its end')
}

function checked<Args extends readonly unknown[]>(shapes: Shapes<Args>, args: readonly unknown[]): Args {
  const given = args.slice(0, shapes.length)
  if (fit(shapes, given)) return given
  throw new ShapeError('', 'does not fit')
}

function fit<Args extends readonly unknown[]>(shapes: Shapes<Args>, args: readonly unknown[]): args is Args {
  return shapes.every((shape, index) => shape(args[index], ''))
}
