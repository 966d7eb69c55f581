import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { freePort } from 'test-support/free-port'
import { repositoryRoot } from '../support/repository.ts'
import { runCommand } from '../support/run-command.ts'
import { hasRedisServer, startRedisServer } from 'test-support/redis-server'
import { createBlockProject } from './block-project.ts'
import { collectBlocks, type DocBlock } from './collect-blocks.ts'

const project = createBlockProject(repositoryRoot)
afterAll(() => project[Symbol.dispose]())

const blocks = collectBlocks(repositoryRoot)
const fileOf = new Map(blocks.map((block, index) => [block, `block-${index}.ts`]))
const runner = join(import.meta.dirname, 'run-block.ts')
const redisIsMissing = !hasRedisServer()

/** What the environment of a reader holds. */
const settings = {
  SESSION_SECRET: randomBytes(32).toString('hex'),
  TOKEN_STORE_KEY: randomBytes(32).toString('base64'),
  WECOM_CORP_ID: 'ww1234567890abcdef',
  WECOM_APP_SECRET: 'the-secret-of-the-app',
  CORP_ID: 'ww1234567890abcdef',
  CALLBACK_TOKEN: 'QDG6eK',
  CALLBACK_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}

test('every block compiles as a reader would compile it', { timeout: 120_000 }, async () => {
  for (const [block, file] of fileOf) project.write(file, `${block.code}\nexport {}\n`)
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin',
    'tsc',
  )
  const { output } = await runCommand(process.execPath, [compiler, '--pretty', 'false'], {
    cwd: project.folder,
  })
  expect(withPlaces(output)).toBe('')
})

describe.concurrent('blocks that run', () => {
  const running = blocks.filter(({ mode }) => mode === 'run')
  test.for(running)('$place', { timeout: 120_000 }, async (block, { skip }) => {
    skip(needsRedis(block) && redisIsMissing, 'redis-server is missing')
    const module = project.write(`run-${fileOf.get(block)}`, await withFreePorts(block.code))
    await using redis = needsRedis(block) ? await startRedisServer() : undefined
    const result = await runCommand(process.execPath, ['--conditions=wecom-kit-source', runner, module], {
      cwd: project.folder,
      timeoutMs: 110_000,
      env: { ...settings, REDIS_URL: redis?.url, NODE_OPTIONS: undefined },
    })
    expect(result.exitCode, result.output).toBe(0)
  })
})

function needsRedis(block: DocBlock): boolean {
  return block.code.includes('REDIS_URL')
}

/** 3000 and 4700, the ports that our pages use, may be taken here. */
async function withFreePorts(code: string): Promise<string> {
  const [app, simulator] = [await freePort(), await freePort()]
  return code.replaceAll(/\b3000\b/g, String(app)).replaceAll(/\b4700\b/g, String(simulator))
}

/**
 * Compiler errors with `block-3.ts(5,1)` replaced by the page and the line in it. Errors inside of the packages are left
 * to their own type check, which is stricter.
 */
function withPlaces(output: string): string {
  const places = new Map([...fileOf].map(([block, file]) => [file, block.place]))
  const errors = output.split(/\n(?=\S)/).filter((error) => error.startsWith('block-'))
  return errors
    .join('\n')
    .replace(/^(block-\d+\.ts)\((\d+),\d+\)/gm, (_match, file: string, line: string) => {
      const [page, fence] = (places.get(file) ?? file).split(':')
      return `${page}:${Number(fence) + Number(line)}`
    })
}
