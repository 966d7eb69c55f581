import { defineConfig } from 'tsdown'
import { library } from '../../tsdown.base.ts'

export default defineConfig({
  ...library(['src/index.ts', 'src/bin.ts', 'src/vitest/index.ts']),
  // Read at run time and not imported: the console's page, and what the documents say of each path.
  copy: ['src/console/client', 'src/documented/paths.jsonl', 'src/documented/elsewhere.txt'],
})
