import { fork } from 'node:child_process'
import { record } from '../results/record.ts'
import { median } from '../support/median.ts'
import type { Pace } from '../support/pace.ts'

const script = new URL('first-answer.ts', import.meta.url)

/** Milliseconds of imports, and from the start of a process to its first answer. */
export async function measureStarts({ quick }: Pace): Promise<void> {
  const cases: readonly [name: string, measure: () => Promise<number>][] = [
    ['import @wecom-kit/core', () => importMs('core')],
    ['import @wecom-kit/graphql', () => importMs('graphql')],
    ['start → first answer, Express alone', () => firstAnswerMs('express')],
    ['start → first answer, wecomSSO', () => firstAnswerMs('sso')],
    ['start → first answer, apolloWecom', () => firstAnswerMs('graphql')],
  ]
  const samples = cases.map((): number[] => [])
  for (let round = 0; round < (quick ? 3 : 9); round += 1)
    for (const [index, [, measure]] of cases.entries()) samples[index]?.push(await measure())
  record({
    id: 'starts',
    title: 'Starting',
    columns: ['what', 'ms'],
    rows: cases.map(([name], index) => [name, median(samples[index] ?? []).toFixed(0)]),
  })
}

async function importMs(name: string): Promise<number> {
  const child = fork(script, ['import', name])
  const { ms } = await new Promise<{ ms: number }>((resolve) => {
    child.once('message', (message: { ms: number }) => resolve(message))
  })
  child.kill()
  return ms
}

async function firstAnswerMs(name: string): Promise<number> {
  const startedAt = performance.now()
  const child = fork(script, [name])
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message))
    child.once('exit', () => reject(new Error(`${name} ended before it listened`)))
  })
  const isGraphQL = name === 'graphql'
  const headers = { 'content-type': 'application/json' }
  const question = { method: 'POST', headers, body: '{"query":"{ me { id } }"}' }
  const response = await fetch(`http://127.0.0.1:${port}/me`, isGraphQL ? question : {})
  await response.text()
  child.kill()
  return performance.now() - startedAt
}
