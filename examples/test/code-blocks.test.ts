import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from '../../tools/support/repository.ts'
import { checkDockerfile } from './code/check-dockerfile.ts'
import { codeRules } from './code/code-rules.ts'
import { readerFolder } from './shell/reader-folder.ts'
import { readPageBlocks } from './shell/shell-blocks.ts'

// Shell blocks have a test of their own, TypeScript is run by tools/doc-blocks.
const blocks = readPageBlocks().filter(({ language }) => !['sh', 'ts', ''].includes(language))
const ruleOf = (block: (typeof blocks)[number]) => codeRules.find(({ fits }) => fits(block))

test('every other block of our pages is run by somebody', () => {
  expect(blocks.filter((block) => ruleOf(block) === undefined).map(({ place }) => place)).toEqual([])
})

describe('blocks as they are printed, on packed packages', () => {
  const ours =
    '@wecom-kit/core @wecom-kit/express-middleware @wecom-kit/graphql @wecom-kit/simulator express graphql@16'
  // The instrumentation above 0.33 and the SDK want APIs that exclude each other.
  const theirs =
    'pm2@7 dockerfile-utils@0.16 @graphql-codegen/cli@7 @graphql-codegen/client-preset @opentelemetry/instrumentation-undici@0.33 @opentelemetry/sdk-trace-node@2'
  const folder = readerFolder(`${ours} ${theirs}`)

  test.for(blocks.filter((block) => ruleOf(block)?.run !== undefined))(
    '$place',
    { timeout: 120_000 },
    async (block) => {
      await expect(ruleOf(block)?.run?.(block, { folder, environment: {} })).resolves.toBeUndefined()
    },
  )

  test.each(['deploy/Dockerfile', 'packages/simulator/docker/Dockerfile'])('%s', async (name) => {
    const code = readFileSync(join(repositoryRoot, name), 'utf8')
    await expect(checkDockerfile(code, { folder, environment: {} })).resolves.toBeUndefined()
  })
})
