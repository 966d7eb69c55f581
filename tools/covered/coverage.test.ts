import { expect, test } from 'vitest'
import { repositoryRoot } from '../support/repository.ts'
import { printCoverage } from './print-coverage.ts'
import { printSecrets } from './print-secrets.ts'
import { readAreaNames, readCoverage, type CoveredRoute } from './read-coverage.ts'

const routes = readCoverage(repositoryRoot)
const at = (path: string): CoveredRoute | undefined =>
  routes.find((route) => route.path === `/cgi-bin/${path}`)

test('counts the paths that the client has a method for, however the method spells them', () => {
  const withMethod = [
    'user/get',
    'user/getuserid',
    'message/send',
    'tag/addtagusers',
    'webhook/send',
    'gettoken',
  ]
  expect(withMethod.filter((path) => at(path)?.hasMethod !== true)).toEqual([])
  expect(at('kf/sync_msg')?.hasMethod).toBe(false)
})

test('tells what the simulator plays from what it answers in shape', () => {
  expect(at('user/get')?.isSimulated).toBe(true)
  expect(at('meeting/rooms/list')?.isSimulated).toBe(false)
})

test('every area has a name in both languages, and the pages say the same', () => {
  const names = readAreaNames(repositoryRoot)
  for (const { area } of routes)
    expect(names[area]).toEqual({ en: expect.any(String), zh: expect.any(String) })
  const numbers = (page: string): string[] => page.match(/\d+/g) ?? []
  const english = printCoverage(routes, names, 'en')
  expect(numbers(printCoverage(routes, names, 'zh'))).toEqual(numbers(english))
  expect(english).toContain(`| **all** | ${routes.length} | ${routes.length} |`)
  expect(printSecrets(routes, names, 'en')).toContain('`user/list_id`')
})
