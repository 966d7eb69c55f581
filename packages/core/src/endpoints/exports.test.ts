import { createCipheriv } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBatchesApi } from './batches.ts'
import { createExportsApi, decryptExport } from './exports.ts'
import type { RequestFunction, RequestOptions } from './request.ts'

const key = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'

/** What WeCom does to an export: PKCS#7 in blocks of 32, AES-256-CBC. */
function encrypted(value: unknown): Buffer {
  const aesKey = Buffer.from(`${key}=`, 'base64')
  const text = Buffer.from(JSON.stringify(value))
  const missing = 32 - (text.length % 32)
  const cipher = createCipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([text, Buffer.alloc(missing, missing)])), cipher.final()])
}

function answering(answers: readonly object[]): {
  request: RequestFunction
  asked: [string, RequestOptions][]
} {
  const asked: [string, RequestOptions][] = []
  const request: RequestFunction = async (route, options = {}) => {
    options.signal?.throwIfAborted()
    asked.push([route, options])
    return JSON.parse(JSON.stringify({ data: answers[asked.length - 1] ?? answers.at(-1), meta: {} }))
  }
  return { request, asked }
}

describe('exports', () => {
  it('are read with their key, as bytes and as base64', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const wanted = JSON.parse(JSON.stringify(value))
        const file = encrypted(value)
        expect(decryptExport(file, key)).toEqual(wanted)
        expect(decryptExport(Buffer.from(file.toString('base64')), key)).toEqual(wanted)
      }),
    )
  })

  it('are refused with another key, cut, or when they are something else, without a word of theirs', () => {
    const file = encrypted({ userlist: [{ name: '张三' }] })
    for (const [bytes, other] of [
      [file, `a${key.slice(1)}`],
      [file.subarray(0, 16), key],
      [file.subarray(0, 20), key],
      [Buffer.from('<html>张三</html>'), key],
      [Buffer.alloc(0), key],
    ] as const) {
      expect(() => decryptExport(bytes, other)).toThrow(/^The export cannot be read/)
    }
  })

  it('begin with the key and the size of their files', async () => {
    const { request, asked } = answering([{ jobid: 'j' }])
    const api = createExportsApi(request)
    await expect(api.users({ encodingAesKey: key, blockSize: 10_000 })).resolves.toBe('j')
    await api.taggedUsers(3, { encodingAesKey: key })
    expect(asked.map(([route, { json }]) => [route, json])).toEqual([
      ['POST /cgi-bin/export/user', { encoding_aeskey: key, block_size: 10_000 }],
      ['POST /cgi-bin/export/taguser', { encoding_aeskey: key, tagid: 3 }],
    ])
  })

  it('are waited for, and so are batch jobs', async () => {
    const exported = answering([{ status: 1 }, { status: 1 }, { status: 2, data_list: [] }])
    const result = await createExportsApi(exported.request).finished('j', { everyMs: 1 })
    expect(result).toEqual({ status: 2, data_list: [] })
    expect(exported.asked).toHaveLength(3)
    const batch = answering([{ status: 2 }, { status: 3, result: [] }])
    await expect(createBatchesApi(batch.request).finished('j', { everyMs: 1 })).resolves.toMatchObject({
      status: 3,
    })
  })

  it('end the wait with the reason of an abort', async () => {
    const { request } = answering([{ status: 1 }])
    const controller = new AbortController()
    const reason = new Error('left')
    const wait = createExportsApi(request).finished('j', { everyMs: 60_000, signal: controller.signal })
    controller.abort(reason)
    await expect(wait).rejects.toBe(reason)
  })

  it.each([0, 1.5, Number.NaN, 2_147_483_648])('refuse to look every %s ms', async (everyMs) => {
    const { request } = answering([{ status: 1 }])
    await expect(createExportsApi(request).finished('j', { everyMs })).rejects.toThrow(/everyMs must be/)
  })
})
