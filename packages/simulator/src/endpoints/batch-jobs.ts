import { readCsv } from '../contacts/read-csv.ts'
import { runBatchJob } from '../contacts/run-batch-job.ts'
import type { Answer, Call } from '../rules/call.ts'
import type { Endpoint } from '../rules/endpoint.ts'
import { bodyText, queryText } from '../rules/parameters.ts'
import { isRecord } from '../shape/shape.ts'
import { Refusal } from '../wire/refusal.ts'
import type { Job } from '../world/jobs.ts'

/**
 * `POST /cgi-bin/batch/syncuser`, `replaceuser` and `replaceparty`: a CSV file from media/upload, done at once. The
 * result is told to the callback URL in the call, or else to the app's own.
 *
 * How sure: official; that only contacts-sync may write is its own page's word. That a job takes no time is ours.
 * @see https://developer.work.weixin.qq.com/document/path/90980
 * @see https://developer.work.weixin.qq.com/document/path/90981
 * @see https://developer.work.weixin.qq.com/document/path/90982
 */
function batchJob(name: string, type: Job['type']): Endpoint {
  return {
    path: `/cgi-bin/batch/${name}`,
    kinds: ['contacts-sync'],
    answer(call) {
      const file = call.world.media.find(bodyText(call, 'media_id') ?? '')
      if (file === undefined)
        throw new Refusal(
          40007,
          'parameters',
          'nothing was uploaded under this media_id, or its three days are over',
        )
      const result = runBatchJob(call.world, type, readCsv(file.bytes.toString('utf8')))
      const job = call.world.jobs.add({ app: call.app.name, type, result })
      announce(call, job)
      return { jobid: job.id }
    },
  }
}

function announce(call: Call, { id, type }: Job): void {
  const { callback } = call.body
  const outcome = { JobId: id, JobType: type, ErrCode: 0, ErrMsg: 'ok' }
  call.world.tell({
    to: isRecord(callback) ? { url: readCallback(callback) } : { app: call.app.name },
    fields: { Event: 'batch_job_result', BatchJob: outcome },
  })
}

function readCallback(callback: Record<string, unknown>): {
  url: string
  token: string
  encodingAesKey: string
} {
  const { encodingaeskey, token, url } = callback
  if (typeof url !== 'string' || typeof token !== 'string' || typeof encodingaeskey !== 'string')
    throw new Refusal(40058, 'parameters', 'callback needs url, token and encodingaeskey')
  if (!URL.canParse(url) || !/^[A-Za-z0-9]{43}$/.test(encodingaeskey))
    throw new Refusal(
      40058,
      'parameters',
      'callback.url must be an address, encodingaeskey 43 letters and digits',
    )
  return { url, token, encodingAesKey: encodingaeskey }
}

/**
 * `GET /cgi-bin/batch/getresult`: how a batch job went, for whoever submitted it.
 *
 * How sure: official.
 * @see https://developer.work.weixin.qq.com/document/path/90983
 */
const batchGetresult: Endpoint = {
  path: '/cgi-bin/batch/getresult',
  answer(call): Answer {
    const job = call.world.jobs.find(queryText(call, 'jobid') ?? '')
    if (job === undefined || job.app !== call.app.name)
      throw new Refusal(40088, 'owner', `${call.app.name} started no job of this jobid`)
    const { result, type } = job
    return { status: 3, type, total: result.length, percentage: 100, result }
  },
}

/** Many members or departments at once. */
export const batchJobEndpoints: readonly Endpoint[] = [
  batchJob('syncuser', 'sync_user'),
  batchJob('replaceuser', 'replace_user'),
  batchJob('replaceparty', 'replace_party'),
  batchGetresult,
]
