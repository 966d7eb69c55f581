import { serveVariant } from '../load/serve-variant.ts'
import { variants } from './variants.ts'

const build = variants[process.argv[2] ?? '']
if (build === undefined) throw new Error(`no such variant: ${process.argv[2]}`)
const { app, signIn } = await build()
serveVariant(app, async (origin) => ({ cookies: await signIn(origin) }))
