import { tokenParameter } from '../wecom/secrets.ts'
import { createAppchatsApi } from '../endpoints/appchats.ts'
import { createBatchesApi } from '../endpoints/batches.ts'
import { createExportsApi } from '../endpoints/exports.ts'
import { createLoginApi } from '../endpoints/auth.ts'
import { createDepartmentsApi } from '../endpoints/departments.ts'
import { createJsSdkApi } from '../endpoints/jssdk.ts'
import { createMediaApi } from '../endpoints/media.ts'
import { createMessagesApi } from '../endpoints/messages.ts'
import { createNetworkApi } from '../endpoints/network.ts'
import { createPaginate } from '../endpoints/paginate.ts'
import { createTagsApi } from '../endpoints/tags.ts'
import { createUsersApi } from '../endpoints/users.ts'
import { authorizeUrl, type LoginApp, loginUrl, webLoginUrl } from '../login/login-url.ts'
import { createTelemetry } from '../telemetry/telemetry.ts'
import { gettokenSource, hostSource, createTicket, createTokenApi } from './token-sources.ts'
import { TokenCache } from '../token/token-cache.ts'
import type { TokenSource } from '../token/token-source.ts'
import { createEngine, shareEngine, type Engine } from './engine.ts'
import type { WecomClientOptions } from './options.ts'
import { createRequest } from './create-request.ts'
import { checkCredentials, resolveOptions } from './resolve-options.ts'
import { setContactWrites } from '../internal/contact-writes.ts'
import { systemRuntime, type Runtime } from '../internal/runtime.ts'
import type { WecomClient } from './wecom-client.ts'

/**
 * Makes a client for one app of a corp. It keeps the access_token, refreshes it when WeCom takes it away, retries what
 * may be retried and reports typed errors; it reads no environment variables and opens no connection until the first
 * call.
 *
 * @throws WecomConfigError when an option is missing or wrong
 * @example
 * ```ts
 * import { createWecomClient } from '@wecom-kit/core'
 *
 * const wecom = createWecomClient({ corpId: 'ww1234567890abcdef', agentId: 1000002, secret: 'the-secret-of-the-app' })
 * const user = await wecom.users.get('zhangsan')
 * await wecom.close()
 * ```
 * @see https://developer.work.weixin.qq.com/document/path/91039
 */
export function createWecomClient(options: WecomClientOptions): WecomClient {
  return createClientWith(options, systemRuntime(options?.now ?? (() => Date.now())))
}

/** The same with time and chance from outside: for tests. */
export function createClientWith(options: WecomClientOptions, runtime: Runtime): WecomClient {
  const resolved = resolveOptions(options)
  const telemetry = createTelemetry(resolved.onEvent, resolved.logger)
  const engine = createEngine(resolved, runtime, telemetry)
  const { tokenSource, secret, agentId } = resolved
  return tokenSource === undefined
    ? createApp(engine, agentId, gettokenSource(engine, secret ?? ''))
    : createApp(engine, agentId, hostSource(engine, tokenSource), tokenSource.parameter)
}

function createApp(
  engine: Engine,
  agentId: number | undefined,
  source: () => TokenSource | Promise<TokenSource>,
  parameter = tokenParameter,
): WecomClient {
  const { options, store, lock, runtime, telemetry, closed } = engine
  const { corpId, authorizeBaseUrl, loginBaseUrl } = options
  const host = options.baseUrl.replace(/^https?:\/\//, '')
  const app: LoginApp = { corpId, agentId, authorizeBaseUrl, loginBaseUrl }
  const cacheOptions = { source, store, lock, runtime, emit: telemetry.emit, closed: closed.signal }
  const cache = new TokenCache({ ...cacheOptions, kind: 'app', keyPrefix: `wecom:1:token:${corpId}` })
  const request = createRequest(engine, { cache, parameter })
  const corpTicket = createTicket('jsapi', request, cacheOptions, corpId, options.deadline)
  const agentTicket = createTicket('agent_config', request, cacheOptions, corpId, options.deadline)
  const close = async (): Promise<void> => {
    closed.abort()
    if (!engine.isShared) await engine.connections.close()
  }
  const client: WecomClient = {
    corpId,
    agentId,
    host,
    auth: {
      ...createTokenApi(cache, [corpTicket, agentTicket], options.deadline),
      ...createLoginApi(request, corpId),
      authorizeUrl: (urlOptions) => authorizeUrl(app, urlOptions),
      webLoginUrl: (urlOptions) => webLoginUrl(app, urlOptions),
      loginUrl: (urlOptions) => loginUrl(app, urlOptions),
    },
    users: createUsersApi(request),
    departments: createDepartmentsApi(request),
    tags: createTagsApi(request),
    messages: createMessagesApi(request, agentId, telemetry.emit),
    batches: createBatchesApi(request),
    exports: createExportsApi(request),
    appchats: createAppchatsApi(request, telemetry.emit),
    media: createMediaApi(request),
    jssdk: createJsSdkApi(corpTicket.get, agentTicket.get, runtime.now),
    network: createNetworkApi(request),
    request,
    paginate: createPaginate(request),
    with: (credentials) => {
      checkCredentials(credentials)
      const shared = shareEngine(engine)
      return createApp(shared, credentials.agentId, gettokenSource(shared, credentials.secret))
    },
    close,
    [Symbol.asyncDispose]: close,
  }
  setContactWrites(client, engine.writes)
  return client
}
