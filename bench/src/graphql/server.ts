import { serveVariant } from '../load/serve-variant.ts'
import { variants } from './variants.ts'

const [, , name = '', corp = ''] = process.argv
const build = variants[name]
if (build === undefined) throw new Error(`no such variant: ${name}`)
serveVariant(await build(JSON.parse(corp)), async () => ({}))
