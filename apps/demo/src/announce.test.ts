import { expect, it } from 'vitest'
import { announce } from './announce.ts'

it('prints the three addresses on the simulator', () => {
  const text = announce({ baseUrl: 'http://localhost:3000', simulatorUrl: 'http://127.0.0.1:4700' })
  expect(text).toContain('http://localhost:3000/\n')
  expect(text).toContain('http://localhost:3000/graphql\n')
  expect(text).toContain('http://127.0.0.1:4700/\n')
})

it('mentions no simulator on the real WeCom', () => {
  const text = announce({ baseUrl: 'https://oa.example.com/demo', simulatorUrl: undefined })
  expect(text).toContain('https://oa.example.com/demo/graphql\n')
  expect(text).not.toContain('imulator')
})
