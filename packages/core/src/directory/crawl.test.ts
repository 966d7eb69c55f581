import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Survey } from './crawl.ts'
import { MembershipIndex } from './membership.ts'

function surveyOf(departments: number): { survey: Survey; index: MembershipIndex } {
  const index = new MembershipIndex()
  const ids = Array.from({ length: departments }, (_unused, at) => at + 1)
  return { index, survey: new Survey(index, () => ids.filter((id) => index.sizeOf(id) === undefined)) }
}

/** As many look-ups of a second batch. */
function lookUp(survey: Survey, times: number): void {
  survey.askers = 2
  for (let time = 0; time < times; time += 1) survey.lookedUp(true, 0)
}

function takeAll(survey: Survey, index: MembershipIndex): number[] {
  const taken: number[] = []
  for (let id = survey.next(); id !== undefined; id = survey.next()) {
    taken.push(id)
    index.learnSize(id, 1)
    survey.came(id)
  }
  return taken
}

describe('lists nobody asked for', () => {
  test('are not worth a call before the fifth member was looked up', () => {
    const { survey } = surveyOf(10)
    lookUp(survey, 4)
    expect(survey.next()).toBeUndefined()
    lookUp(survey, 1)
    expect(survey.next()).toBeDefined()
  })

  test('are not worth a call for one batch, however many it asks for', () => {
    const { survey } = surveyOf(300)
    survey.askers = 1
    for (let time = 0; time < 50; time += 1) survey.lookedUp(true, 50 - time)
    expect(survey.next()).toBeUndefined()
    survey.askers = 2
    expect(survey.next()).toBeDefined()
  })

  test('all are while each spares a look-up', () => {
    const { survey, index } = surveyOf(300)
    lookUp(survey, 6)
    expect(takeAll(survey, index)).toHaveLength(300)
  })

  test('none is when there are more departments than members are expected to be asked for', () => {
    const { survey, index } = surveyOf(3000)
    lookUp(survey, 500)
    expect(takeAll(survey, index)).toEqual([])
  })

  test('come where most members were seen first', () => {
    const { survey, index } = surveyOf(50)
    for (let member = 0; member < 40; member += 1) index.learn(`m${member}`, [33])
    lookUp(survey, 6)
    expect(survey.next()).toBe(33)
  })

  test('end early where members of several departments are known from other lists', () => {
    const one = surveyOf(200)
    const three = surveyOf(200)
    for (let member = 0; member < 20; member += 1) {
      one.index.learn(`m${member}`, [member + 1])
      three.index.learn(`m${member}`, [member + 1, member + 21, member + 41])
    }
    lookUp(one.survey, 6)
    lookUp(three.survey, 6)
    const count = takeAll(one.survey, one.index).length
    expect(takeAll(three.survey, three.index).length).toBeLessThan(0.8 * count)
  })

  test('are not fetched for ids that nobody has', () => {
    const { survey } = surveyOf(10)
    for (let waiting = 500; waiting > 400; waiting -= 1) {
      survey.waits(waiting)
      survey.lookedUp(false, waiting)
    }
    expect(survey.next()).toBeUndefined()
  })

  test('are as much worth as before when they failed', () => {
    const { survey } = surveyOf(10)
    lookUp(survey, 6)
    const before = survey.expected
    const id = survey.next() ?? 0
    expect(survey.expected).toBeLessThan(before)
    survey.failed(id)
    expect(survey.expected).toBe(before)
  })

  test('are each taken once, whatever happens meanwhile', () => {
    const steps = fc.constantFrom('ask', 'look up', 'miss', 'wait', 'take', 'come', 'list')
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 200 }), fc.integer({ min: 1, max: 40 }), (events, size) => {
        const { survey, index } = surveyOf(size)
        const taken: number[] = []
        for (const [at, event] of events.entries()) {
          if (event === 'wait') survey.waits(at)
          else if (event === 'list') survey.listed((at % size) + 1)
          else if (event === 'come') survey.came((at % size) + 1)
          else if (event === 'ask') survey.askers += 1
          else if (event !== 'take') survey.lookedUp(event === 'look up', at)
          else {
            const id = survey.next()
            if (id === undefined) continue
            taken.push(id)
            index.learnSize(id, 1)
          }
        }
        expect(new Set(taken).size).toBe(taken.length)
        expect(survey.expected).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
