import { wrongOption } from '../options/config-option.ts'
import { describe } from '../options/option-error.ts'
import { isRecord } from '../internal/is-record.ts'

/** A file to upload: a `File`, or bytes with the name that readers will see. Names may be Chinese. */
export type Upload = File | { bytes: Uint8Array | Blob; name: string; type?: string | undefined }

/** The form WeCom takes files in: one part `media` with a file name. */
export function uploadForm(upload: Upload): FormData {
  const form = new FormData()
  form.set('media', fileOf(upload))
  return form
}

function fileOf(upload: Upload): File {
  if (upload instanceof File && upload.name !== '') return upload
  if (isRecord(upload) && typeof upload['name'] === 'string' && upload['name'] !== '') {
    const { bytes, name, type = 'application/octet-stream' } = upload
    if (bytes instanceof Blob) return new File([bytes], name, { type })
    // A copy, because bytes may lie in memory that is shared between threads, which a Blob does not take.
    if (bytes instanceof Uint8Array) return new File([new Uint8Array(bytes)], name, { type })
  }
  throw wrongOption({
    owner: 'a call',
    option: 'the file',
    wanted: 'a File with a name, or { bytes, name } with bytes as Uint8Array or Blob',
    came: describe(upload),
    how: "For example new File([content], '会议纪要.txt')",
  })
}
