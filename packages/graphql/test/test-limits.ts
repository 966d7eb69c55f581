import { createWecomGraphQL, type WecomLimits } from '../src/index.ts'
import { memoryDirectory } from './memory-directory.ts'

/** The limits that a schema has without any option. */
export const testLimits: Readonly<WecomLimits> = createWecomGraphQL({
  directory: memoryDirectory({ users: [], departments: [] }),
}).limits
