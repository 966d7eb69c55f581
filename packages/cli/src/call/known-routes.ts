import routes from './routes.json' with { type: 'json' }

/** Every internal path of WeCom's documents with its method: `GET /cgi-bin/user/get`. */
export const knownRoutes: ReadonlySet<string> = new Set(routes)
