import { documentedPaths, documentedRoute } from '../documented/documented-routes.ts'
import { isReal } from '../endpoints/endpoints.ts'
import { type Act, act } from './act.ts'

/** A path of WeCom's documents and how it answers here. */
interface PathSummary {
  path: string
  method: string
  area: string
  /** WeCom's page about it. */
  page: string
  coverage: 'real' | 'shape'
}

/** `GET /__simulator/paths`: every documented path, and whether it has behaviour or the documented shape alone. */
export const readPaths: Act<[], PathSummary[]> = act({
  http: 'GET paths',
  input: [],
  run: () => documentedPaths().flatMap(summarize),
  answer: (paths) => ({ count: paths.length, paths }),
})

function summarize(path: string): PathSummary[] {
  const route = documentedRoute(path)
  if (route === undefined) return []
  const page = `https://developer.work.weixin.qq.com/document/path/${route.page}`
  return [{ path, method: route.method, area: route.area, page, coverage: isReal(path) ? 'real' : 'shape' }]
}
