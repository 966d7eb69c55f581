import { createDecipheriv } from 'node:crypto'
import { matching } from '../options/option-row.ts'
import { WecomInvalidResponseError } from '../errors/errors.ts'
import { checkArgument, checkId, checkText } from './checks.ts'
import type { CallOptions, RequestFunction, Route, RouteAnswer } from './request.ts'
import { untilDone, type FinishedOptions } from './until-done.ts'

export interface ExportOptions extends CallOptions {
  /** 43 letters and digits that the files will be encrypted with: make them by chance, and keep them secret. */
  encodingAesKey: string
  /** Rows per file, 10,000 to 1,000,000. @default 1_000_000 */
  blockSize?: number | undefined
}

/** How far an export is (0 begun, 1 under way, 2 done, 3 failed), and where its encrypted files are for two hours. */
export type ExportResult = RouteAnswer<'GET /cgi-bin/export/get_result'>

/**
 * Exports of the contacts into encrypted files, for corps too large to list. `decryptExport` reads the files. The event
 * `batch_job_result` tells the end.
 */
export interface ExportsApi {
  /**
   * Userid, name and departments of all members in the visible range.
   *
   * @returns the job's id
   * @see https://developer.work.weixin.qq.com/document/path/94849
   */
  simpleUsers(options: ExportOptions): Promise<string>
  /**
   * Members with all fields the app may see.
   *
   * @see https://developer.work.weixin.qq.com/document/path/94851
   */
  users(options: ExportOptions): Promise<string>
  /**
   * Departments.
   *
   * @see https://developer.work.weixin.qq.com/document/path/94852
   */
  departments(options: ExportOptions): Promise<string>
  /**
   * Members and departments of a tag.
   *
   * @see https://developer.work.weixin.qq.com/document/path/94853
   */
  taggedUsers(tagId: number, options: ExportOptions): Promise<string>
  /**
   * How far an export is.
   *
   * @see https://developer.work.weixin.qq.com/document/path/94854
   */
  result(jobId: string, options?: CallOptions): Promise<ExportResult>
  /**
   * Looks until an export is done or has failed; `signal` ends the wait.
   *
   * @example
   * ```ts
   * const { data_list } = await wecom.exports.finished(await wecom.exports.users({ encodingAesKey }))
   * for (const { url } of data_list) {
   *   const file = await fetch(url)
   *   console.log(decryptExport(await file.bytes(), encodingAesKey))
   * }
   * ```
   */
  finished(jobId: string, options?: FinishedOptions): Promise<ExportResult>
}

/** Binds the endpoints of exports to a client's `request`. */
export function createExportsApi(request: RequestFunction): ExportsApi {
  const begin = async (route: Route, settings: ExportOptions, more: object = {}): Promise<string> => {
    const { encodingAesKey, blockSize, ...options } = settings
    keyOf(encodingAesKey)
    const size = blockSize === undefined ? {} : { block_size: blockSize }
    const json = { encoding_aeskey: encodingAesKey, ...size, ...more }
    return (await request<{ jobid: string }>(route, { ...options, json })).data.jobid
  }
  const result: ExportsApi['result'] = async (jobId, options) => {
    const query = { jobid: checkText(jobId, 'jobId') }
    return (await request<ExportResult>('GET /cgi-bin/export/get_result', { ...options, query })).data
  }
  return {
    simpleUsers: async (options) => begin('POST /cgi-bin/export/simple_user', options),
    users: async (options) => begin('POST /cgi-bin/export/user', options),
    departments: async (options) => begin('POST /cgi-bin/export/department', options),
    taggedUsers: async (tagId, options) =>
      begin('POST /cgi-bin/export/taguser', options, { tagid: checkId(tagId, 'tagId') }),
    result,
    finished: (jobId, options) =>
      untilDone(
        (callOptions) => result(jobId, callOptions),
        ({ status }) => status > 1,
        options,
      ),
  }
}

/**
 * Reads a file of an export: AES-256-CBC, PKCS#7 in blocks of 32, JSON inside.
 *
 * @throws WecomInvalidResponseError when the key is another one, or the file is none of WeCom's
 * @see https://developer.work.weixin.qq.com/document/path/94849
 */
export function decryptExport(file: Uint8Array, encodingAesKey: string): unknown {
  const key = keyOf(encodingAesKey)
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const plain = Buffer.concat([decipher.update(bytesOf(file)), decipher.final()])
    return JSON.parse(plain.toString('utf8', 0, plain.length - (plain.at(-1) ?? 0)))
  } catch {
    // What the cipher and the parser say quotes the contacts.
    throw new WecomInvalidResponseError('The export cannot be read: was it made with this encodingAesKey?', {
      reason: 'schema',
      attempts: 1,
    })
  }
}

/** The page leaves open whether the bytes come in base64. */
function bytesOf(file: Uint8Array): Buffer {
  const text = Buffer.from(file)
  return /^[\w+/=\s]+$/.test(text.toString('latin1')) ? Buffer.from(text.toString('latin1'), 'base64') : text
}

function keyOf(encodingAesKey: string): Buffer {
  return Buffer.from(`${checkArgument('encodingAesKey', aesKeyText, encodingAesKey)}=`, 'base64')
}

const aesKeyText = matching('43 letters and digits', /^[\dA-Za-z]{43}$/, { secret: true })
