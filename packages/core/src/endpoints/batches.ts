import { checkText } from './checks.ts'
import type { CallOptions, RequestFunction, Route, RouteAnswer } from './request.ts'
import { untilDone, type FinishedOptions } from './until-done.ts'

/** Options of the jobs that write many members. */
export interface BatchOptions extends CallOptions {
  /** Whether new members are invited to WeCom. @default true */
  invite?: boolean | undefined
}

/** How far a job is, and what became of each row. */
export type BatchResult = RouteAnswer<'GET /cgi-bin/batch/getresult'>

/**
 * Jobs that write many members or departments from a CSV file, for which WeCom has a template (通讯录 → 批量导入). All need
 * the contacts-sync secret; one of a kind runs at a time. The event `batch_job_result` tells the end.
 */
export interface BatchesApi {
  /**
   * Creates and changes the members of the file; others stay.
   *
   * @param mediaId of a CSV file that was uploaded with `media.upload('file', …)`
   * @returns the job's id
   * @see https://developer.work.weixin.qq.com/document/path/90980
   * @example
   * ```ts
   * const { media_id } = await contacts.media.upload('file', new File([csv], 'members.csv'))
   * const { result } = await contacts.batches.finished(await contacts.batches.syncUsers(media_id))
   * ```
   */
  syncUsers(mediaId: string, options?: BatchOptions): Promise<string>
  /**
   * Makes the members of the corp those of the file: **who is not in it is deleted**. Below half of them is refused.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90981
   */
  replaceUsers(mediaId: string, options?: BatchOptions): Promise<string>
  /**
   * Makes the departments of the corp those of the file: **those that are not in it are deleted**.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90982
   */
  replaceDepartments(mediaId: string, options?: CallOptions): Promise<string>
  /**
   * How far a job is: status 1 begun, 2 under way, 3 done.
   *
   * @see https://developer.work.weixin.qq.com/document/path/90983
   */
  result(jobId: string, options?: CallOptions): Promise<BatchResult>
  /** Looks until a job is done, however long that takes; `signal` ends the wait. */
  finished(jobId: string, options?: FinishedOptions): Promise<BatchResult>
}

/** Binds the endpoints of batch jobs to a client's `request`. */
export function createBatchesApi(request: RequestFunction): BatchesApi {
  const begin = async (route: Route, json: object, options: CallOptions | undefined): Promise<string> =>
    (await request<{ jobid: string }>(route, { ...options, json })).data.jobid
  const withFile = (mediaId: string) => ({ media_id: checkText(mediaId, 'mediaId') })
  const withMembers = (mediaId: string, invite: boolean | undefined) =>
    invite === undefined ? withFile(mediaId) : { ...withFile(mediaId), to_invite: invite }
  const result: BatchesApi['result'] = async (jobId, options) => {
    const query = { jobid: checkText(jobId, 'jobId') }
    return (await request<BatchResult>('GET /cgi-bin/batch/getresult', { ...options, query })).data
  }
  return {
    syncUsers: async (mediaId, { invite, ...options } = {}) =>
      begin('POST /cgi-bin/batch/syncuser', withMembers(mediaId, invite), options),
    replaceUsers: async (mediaId, { invite, ...options } = {}) =>
      begin('POST /cgi-bin/batch/replaceuser', withMembers(mediaId, invite), options),
    replaceDepartments: async (mediaId, options) =>
      begin('POST /cgi-bin/batch/replaceparty', withFile(mediaId), options),
    result,
    finished: (jobId, options) =>
      untilDone(
        (callOptions) => result(jobId, callOptions),
        ({ status }) => status === 3,
        options,
      ),
  }
}
