import { createWecomClient, errcodeInfo, isWecomError, type AnyWecomError } from '@wecom-kit/core'
import { redact } from '../settings/redact.ts'
import { settingNames } from '../settings/settings.ts'
import { type Arguments, readArguments } from '../settings/read-arguments.ts'
import { UsageError } from '../usage-error.ts'
import type { Language } from '../words.ts'
import { parseCall, type TypedCall } from './parse-call.ts'

/** `wecom call`: prints the answer as JSON. Answers the exit code. */
export async function runCall(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args)
  const call = parseCall(parsed.words)
  const clean = (text: string): string => redact(text, [parsed.settings])
  if (call.remark !== undefined) process.stderr.write(`wecom: ${call.remark[parsed.language]}\n`)
  try {
    process.stdout.write(`${clean(JSON.stringify(await send(parsed, call), undefined, 2))}\n`)
    return 0
  } catch (error) {
    if (!isWecomError(error)) throw error
    process.stderr.write(clean(`wecom: ${explain(error, parsed.language)}\n`))
    return 1
  }
}

/** The message has the advice in it. What a code means is known in Chinese too, what to do stands on WeCom's page. */
function explain(error: AnyWecomError, language: Language): string {
  const errcode: unknown = Reflect.get(error, 'errcode')
  if (language === 'en' || typeof errcode !== 'number') return error.message
  const { zh, docUrl } = errcodeInfo(errcode)
  return `企业微信返回 ${errcode}${zh === undefined ? '' : `（${zh}）`}，说明见 ${docUrl}\n${error.message}`
}

async function send({ settings, contacts }: Arguments, call: TypedCall): Promise<unknown> {
  const key = contacts ? 'contactsSecret' : 'secret'
  const { corpId, [key]: secret } = settings
  if (corpId === undefined || secret === undefined)
    throw new UsageError(`${settingNames.corpId} and ${settingNames[key]} are needed`)
  const client = createWecomClient({
    corpId,
    secret,
    ...(settings.apiBaseUrl === undefined ? {} : { baseUrl: settings.apiBaseUrl }),
  })
  try {
    const { data } = await client.request<unknown>(call.route, {
      query: call.query,
      ...(call.json === undefined ? {} : { json: call.json }),
    })
    return data
  } finally {
    await client.close()
  }
}
