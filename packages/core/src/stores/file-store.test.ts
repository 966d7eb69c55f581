import { chmod, mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runInChild } from '../../test/support/run-in-child.ts'
import { sharedDirectory, temporaryDirectory } from 'test-support/temporary-directory'
import { tokenStoreContract } from '../testing/token-store-contract.ts'
import type { TokenStore } from './ports.ts'
import { createFileStore } from './file-store.ts'

const minute = 60_000

async function temporaryFile(): Promise<string> {
  return join(await temporaryDirectory(), 'tokens.json')
}

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777
}

describe('createFileStore', () => {
  const shared = join(sharedDirectory(), 'tokens.json')
  const create = (): TokenStore => createFileStore(shared)
  test.each(tokenStoreContract({ create, createSecond: create }))('$name', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined()
  })

  test('a new store on the same path remembers', async () => {
    const file = await temporaryFile()
    await createFileStore(file).set('a', { token: 't' }, minute)
    expect(await createFileStore(file).get('a')).toEqual({ token: 't' })
  })

  test('the file is for its owner only, even where a looser one was before, and so is a new directory', async () => {
    const directory = join(await temporaryDirectory(), 'new', 'deeper')
    const file = join(directory, 'tokens.json')
    await createFileStore(file).set('a', 1, minute)
    expect([await modeOf(file), await modeOf(directory)]).toEqual([0o600, 0o700])
    await chmod(file, 0o644)
    await createFileStore(file).set('b', 2, minute)
    expect(await modeOf(file)).toBe(0o600)
  })

  test('a write leaves nothing but the file', async () => {
    const file = await temporaryFile()
    await createFileStore(file).set('a', 1, minute)
    expect(await readdir(join(file, '..'))).toEqual(['tokens.json'])
  })

  test('a write removes what has expired', async () => {
    const file = await temporaryFile()
    const store = createFileStore(file)
    await store.set('old', 'CANARY', 1)
    while ((await store.get('old')) !== undefined) await new Promise(setImmediate)
    await store.set('new', 1, minute)
    expect(await readFile(file, 'utf8')).not.toContain('CANARY')
  })

  test.each([
    ['nothing', ''],
    ['half a file', '{"version":1,"entries":{"a":{"value":1,"expi'],
    ['binary', '\u0000\u0001\uFFFD'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another version', '{"version":2,"entries":{"a":{"value":1,"expiresAt":9999999999999}}}'],
    ['entries that are none', '{"version":1,"entries":[1]}'],
    ['an entry that is none', '{"version":1,"entries":{"a":7,"b":null}}'],
    ['an entry without end', '{"version":1,"entries":{"a":{"value":1}}}'],
    ['an end that is no number', '{"version":1,"entries":{"a":{"value":1,"expiresAt":"9999999999999"}}}'],
  ])('#49 a file of %s is a miss and is replaced', async (_name, content) => {
    const file = await temporaryFile()
    await writeFile(file, content)
    const store = createFileStore(file)
    expect(await store.get('a')).toBeUndefined()
    await store.set('a', 2, minute)
    expect(await store.get('a')).toBe(2)
  })

  test('one bad entry does not cost the others', async () => {
    const file = await temporaryFile()
    const good = { value: 1, expiresAt: Date.now() + minute }
    await writeFile(file, JSON.stringify({ version: 1, entries: { bad: 7, good } }))
    expect(await createFileStore(file).get('good')).toBe(1)
  })

  test('a draft left by a killed writer does not hinder, and a link in its place is not followed', async () => {
    const file = await temporaryFile()
    const victim = `${file}.victim`
    await writeFile(victim, 'untouched')
    await symlink(victim, `${file}.tmp`)
    await createFileStore(file).set('a', 1, minute)
    expect(await readFile(victim, 'utf8')).toBe('untouched')
    expect(await createFileStore(file).get('a')).toBe(1)
  })

  test('#56 a lock left by a killed writer is taken over', async () => {
    const file = await temporaryFile()
    const longAgo = new Date(Date.now() - 60_000)
    await mkdir(`${file}.lock`)
    await utimes(`${file}.lock`, longAgo, longAgo)
    await createFileStore(file).set('a', 1, minute)
    expect(await createFileStore(file).get('a')).toBe(1)
  })

  test('a path that cannot be written rejects, and so does reading a directory', async () => {
    const directory = await temporaryDirectory()
    await writeFile(join(directory, 'file'), '')
    const store = createFileStore(join(directory, 'file', 'tokens.json'))
    await expect(store.set('a', 1, minute)).rejects.toThrow(/ENOTDIR|EEXIST/)
    await expect(createFileStore(directory).get('a')).rejects.toThrow('EISDIR')
  })

  test('a failed write does not stop later ones', async () => {
    const file = await temporaryFile()
    const store = createFileStore(file)
    await mkdir(file)
    await expect(store.set('a', 1, minute)).rejects.toThrow('EISDIR')
    await rm(file, { recursive: true })
    await store.set('a', 1, minute)
    expect(await store.get('a')).toBe(1)
  })

  test('an empty path fails at construction', () => {
    expect(() => createFileStore('')).toThrow(/createFileStore: path must be a file path/)
    expect(() => Reflect.apply(createFileStore, undefined, [])).toThrow(/got undefined/)
  })

  test('three processes writing 20 keys each lose none', async () => {
    const file = await temporaryFile()
    const names = ['a', 'b', 'c']
    await Promise.all(names.map((name) => runInChild('write-file-store', file, name, '20').end()))
    const store = createFileStore(file)
    const keys = names.flatMap((name) => Array.from({ length: 20 }, (_, index) => `${name}:${index}`))
    const missing = []
    for (const key of keys) if ((await store.get(key)) === undefined) missing.push(key)
    expect(missing).toEqual([])
  })
})
