import { ShapeError } from '../shape/shape-error.ts'
import type { Simulation } from '../simulation/simulation.ts'
import type { App } from '../world/app.ts'

/** The app of that name. @throws TypeError that lists the names there are. */
export function knownApp({ world }: Simulation, name: string): App {
  const app = world.app(name)
  if (app !== undefined) return app
  const names = world.apps().map((each) => each.name)
  throw new ShapeError('app', `there is no app "${name}"; there are ${names.join(', ')}`)
}
