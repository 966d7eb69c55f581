import { heapUsed } from 'test-support/heap-used'
import { variants } from './variants.ts'

const build = variants['wecomSSO']
if (build === undefined) throw new Error('the variant was renamed')
const { app, signIn } = await build()
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') return
  const origin = `http://127.0.0.1:${address.port}`
  void signIn(origin).then(([cookie]) => process.send?.({ origin, cookie }))
})
process.on('message', () => {
  process.send?.({ heapMb: heapUsed() / 2 ** 20 })
})
process.on('disconnect', () => process.exit(0))
