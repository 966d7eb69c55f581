import { isRecord } from '../src/shape/shape.ts'
import type { Simulator, SimulatorApp } from '../src/index.ts'

/** For `expect.poll`, whose one second is short on a machine that is busy with other things. */
export const patient = { timeout: 10_000 } as const

/** A JSON answer with its status and headers. */
export interface Answer {
  status: number
  headers: Headers
  /** The JSON object; empty when the answer is none. */
  body: Record<string, unknown>
  text: string
}

/** Calls a path of the simulator. */
export async function call(
  simulator: Simulator,
  path: string,
  json?: unknown,
  method?: string,
): Promise<Answer> {
  const response = await fetch(simulator.url + path, {
    method: method ?? (json === undefined ? 'GET' : 'POST'),
    ...(json === undefined ? {} : { body: typeof json === 'string' ? json : JSON.stringify(json) }),
    redirect: 'manual',
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: parseObject(text),
    text,
  }
}

/** An app of the seed by its name. */
export function appOf(simulator: Simulator, name = 'portal'): SimulatorApp {
  const app = simulator.apps.find((each) => each.name === name)
  if (app === undefined) throw new Error(`no app ${name}`)
  return app
}

/** A fresh gettoken answer's token. */
export async function tokenOf(simulator: Simulator, name = 'portal'): Promise<string> {
  const { body } = await call(simulator, gettokenPath(simulator, name))
  if (typeof body['access_token'] !== 'string') throw new Error(`no token for ${name}`)
  return body['access_token']
}

/** The gettoken call of an app. */
export function gettokenPath(simulator: Simulator, name = 'portal'): string {
  return `/cgi-bin/gettoken?corpid=${simulator.corp.id}&corpsecret=${appOf(simulator, name).secret}`
}

/** Calls an API with a token of the app. */
export async function api(
  simulator: Simulator,
  path: string,
  json?: unknown,
  name = 'portal',
): Promise<Answer> {
  const token = await tokenOf(simulator, name)
  return call(simulator, `/cgi-bin/${path}${path.includes('?') ? '&' : '?'}access_token=${token}`, json)
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

/** 张三 hands in an application for leave that 李伟 decides. */
export async function applyForLeave(simulator: Simulator): Promise<void> {
  await api(simulator, 'oa/applyevent', {
    creator_userid: 'zhangsan',
    template_id: 'simulated-template-of-a-leave-0000000000001',
    use_template_approver: 0,
    process: { node_list: [{ type: 1, apv_rel: 1, userid: ['liwei'] }] },
    apply_data: { contents: [{ control: 'Text', id: 'Text-1', value: { text: '回家' } }] },
    summary_list: [{ summary_info: [{ text: '请假', lang: 'zh_CN' }] }],
  })
}
