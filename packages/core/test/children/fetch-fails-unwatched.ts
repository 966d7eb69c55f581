import { createWecomClient } from '@wecom-kit/core'

// Everybody who waited for the token has left when gettoken fails; then there is nothing to do.
const [baseUrl = ''] = process.argv.slice(2)
const wecom = createWecomClient({ corpId: 'ww0', secret: 'CANARYsecret', baseUrl, maxRetries: 0 })
const controller = new AbortController()
const waiter = wecom.auth.token({ signal: controller.signal }).catch(() => {})
controller.abort()
await waiter
process.stdout.write('done\n')
