import { createWecomClient } from '@wecom-kit/core'

// gettoken never answers; close() must leave nothing that keeps the process alive.
const [baseUrl = ''] = process.argv.slice(2)
// The first call loads it, which may take longer than the pause below: gettoken has to be under way.
await import('undici/index.js')
const wecom = createWecomClient({ corpId: 'ww0', secret: 'CANARYsecret', baseUrl })
const waiters = [wecom.auth.token(), wecom.users.get('a')].map((call) => call.catch(() => 'rejected'))
setTimeout(() => void wecom.close(), 100)
const outcomes = await Promise.all(waiters)
process.stdout.write(outcomes.every((outcome) => outcome === 'rejected') ? 'done\n' : 'not rejected\n')
