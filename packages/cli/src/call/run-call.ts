import { createWecomClient, isWecomError } from '@wecom-kit/core'
import { redact } from '../settings/redact.ts'
import { settingNames } from '../settings/settings.ts'
import { type Arguments, readArguments } from '../settings/read-arguments.ts'
import { UsageError } from '../usage-error.ts'
import { parseCall, type TypedCall } from './parse-call.ts'

/** `wecom call`: prints the answer as JSON. Answers the exit code. */
export async function runCall(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args)
  const call = parseCall(parsed.words)
  const clean = (text: string): string => redact(text, [parsed.settings])
  if (call.remark !== undefined) process.stderr.write(`wecom: ${call.remark}\n`)
  try {
    process.stdout.write(`${clean(JSON.stringify(await send(parsed, call), undefined, 2))}\n`)
    return 0
  } catch (error) {
    if (!isWecomError(error)) throw error
    const advice = 'advice' in error && typeof error.advice === 'string' ? `\n${error.advice}` : ''
    process.stderr.write(clean(`wecom: ${error.message}${advice}\n`))
    return 1
  }
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
