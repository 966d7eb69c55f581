import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { secretAdvice, systemAppOf } from './secret-advice.ts'

interface Facts {
  routes: { route: string; systemSecretEnded?: boolean }[]
}

const facts: Facts = JSON.parse(
  readFileSync(new URL('../../tools/routes/routes.json', import.meta.url), 'utf8'),
)
const pathOf = ({ route }: { route: string }): string => route.slice(route.indexOf(' ') + 1)

describe('paths of WeCom’s own apps', () => {
  it('are known as such wherever a page says that their own secret ended', () => {
    const ended = facts.routes.filter(({ systemSecretEnded }) => systemSecretEnded === true).map(pathOf)
    expect(ended.length).toBeGreaterThan(150)
    expect(ended.filter((path) => systemAppOf(path) === undefined)).toEqual([])
  })

  it.each([
    'user/get',
    'user/create',
    'message/send',
    'media/upload',
    'oa/calendar/add',
    'wedrive/file_info',
  ])('%s is none', (path) => {
    expect(systemAppOf(`/cgi-bin/${path}`)).toBeUndefined()
  })

  it('name the list to put the app on', () => {
    expect(secretAdvice(48002, '/cgi-bin/externalcontact/list')).toMatch(/可调用接口的应用 of 客户联系/)
    expect(secretAdvice(301055, '/cgi-bin/oa/getapprovaldetail')).toMatch(/of 审批/)
    expect(secretAdvice(48002, '/cgi-bin/user/create')).toBeUndefined()
    expect(secretAdvice(40029, '/cgi-bin/externalcontact/list')).toBeUndefined()
  })
})
