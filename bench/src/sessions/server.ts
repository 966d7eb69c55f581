import { variants } from './variants.ts'

/** One variant in a process of its own, which reports its own CPU: the load's CPU is not counted. */
const build = variants[process.argv[2] ?? '']
if (build === undefined) throw new Error(`no such variant: ${process.argv[2]}`)
const { app, signIn } = await build()
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') return
  const origin = `http://127.0.0.1:${address.port}`
  void signIn(origin).then((cookie) => process.send?.({ origin, cookie }))
})
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
process.on('disconnect', () => process.exit(0))
