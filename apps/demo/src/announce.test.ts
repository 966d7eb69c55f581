import { expect, it } from 'vitest'
import { announce } from './announce.ts'

it('prints the three addresses on the simulator', () => {
  const text = announce({
    baseUrl: 'http://localhost:3000',
    consoleUrl: 'http://127.0.0.1:4700/__simulator/',
  })
  expect(text).toContain('http://localhost:3000/\n')
  expect(text).toContain('http://localhost:3000/graphql\n')
  expect(text).toContain('http://127.0.0.1:4700/__simulator/\n')
})

it('mentions no simulator on the real WeCom', () => {
  const text = announce({ baseUrl: 'https://oa.example.com/demo', consoleUrl: undefined })
  expect(text).toContain('https://oa.example.com/demo/graphql\n')
  expect(text).not.toContain('imulator')
  expect(text).toContain('the real one')
})

it('names the private deployment instead of calling it the real one', () => {
  const apiBaseUrl = 'https://wecom.internal'
  const text = announce({ baseUrl: 'https://oa.example.com', consoleUrl: undefined, apiBaseUrl })
  expect(text).toContain(`${apiBaseUrl}\n`)
  expect(text).not.toContain('the real one')
})
