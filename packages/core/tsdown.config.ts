import { defineConfig } from 'tsdown'
import { library } from '../../tsdown.base.ts'

export default defineConfig(
  library([
    'src/index.ts',
    'src/callbacks/index.ts',
    'src/directory/index.ts',
    'src/foundation/index.ts',
    'src/testing/index.ts',
    'src/supported-node.ts',
  ]),
)
