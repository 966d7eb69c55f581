import { defineConfig } from 'tsdown'
import { library } from '../../tsdown.base.ts'

export default defineConfig(
  library(['src/index.ts', 'src/yoga/index.ts', 'src/apollo/index.ts', 'src/federation/index.ts']),
)
