import { createWecomClient, type WecomClient } from '@wecom-kit/core'
import { asTypeError } from '../errors/as-type-error.ts'
import { optionError } from '../errors/option-error.ts'
import { isRecord } from '../internal/is-record.ts'
import type { WecomSSOOptions } from './options.ts'

/** The client that was given, or one made from `corpId`, `agentId` and `secret`. */
export function resolveClient(options: WecomSSOOptions): WecomClient {
  const { client, corpId, agentId, secret } = options
  if (client === undefined) return clientFor(corpId, agentId, secret)
  if (!isRecord(client) || typeof client.auth?.identify !== 'function') {
    throw optionError('client', 'a client from createWecomClient()', client)
  }
  if (corpId === undefined && agentId === undefined && secret === undefined) return client
  throw optionError('client', 'given alone, or corpId, agentId and secret instead of it', 'both')
}

function clientFor(
  corpId: WecomSSOOptions['corpId'],
  agentId: WecomSSOOptions['agentId'],
  secret: WecomSSOOptions['secret'],
): WecomClient {
  if (typeof corpId !== 'string' || corpId === '') {
    throw optionError('client', 'a client from createWecomClient(), or corpId, agentId and secret', undefined)
  }
  if (agentId === undefined || !Number.isSafeInteger(agentId)) {
    throw optionError('agentId', 'the AgentId of the app, a whole number (应用管理 → the app)', agentId)
  }
  if (secret === undefined) throw optionError('secret', 'the Secret of the app (应用管理 → the app)', secret)
  return asTypeError(() => createWecomClient({ corpId, agentId, secret }))
}
