import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { smallCorp } from '../seeds/small-corp.ts'
import { defaultSettings } from '../settings/settings.ts'
import { Simulation } from '../simulation/simulation.ts'
import { serveOurs } from './serve-ours.ts'

test('a client that leaves in the middle of its request is no error', async () => {
  const simulation = new Simulation(smallCorp(), 'small-corp', defaultSettings())
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'POST', url: '/__simulator/reset' })
  const response = new ServerResponse(request)
  const served = serveOurs(simulation, request, response)
  request.destroy(new Error('aborted'))
  await expect(served).resolves.toBeUndefined()
  expect(response.headersSent).toBe(false)
})
