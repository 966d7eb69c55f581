import { Router } from 'express'

/** What differs from one installation of the demo to the next. */
export interface EnvironmentSources {
  /** Where the simulator's console is; undefined on the real WeCom. */
  readonly consoleUrl: string | undefined
  /** Department whose members see the operations view. */
  readonly operationsDepartmentId: number | undefined
  /** Whether members may have the directory forget what it knows. */
  readonly mayForget: boolean
}

/** Tells the page whether it runs on the simulator, and what this visitor may open. */
export function environment(sources: EnvironmentSources): Router {
  const { consoleUrl, operationsDepartmentId, mayForget } = sources
  return Router().get('/demo/environment', (request, response) => {
    const { departmentIds = [] } = request.wecomUser ?? {}
    response.set('Cache-Control', 'no-store').json({
      consoleUrl: consoleUrl ?? null,
      operations: departmentIds.includes(operationsDepartmentId ?? Number.NaN),
      mayForget,
    })
  })
}
