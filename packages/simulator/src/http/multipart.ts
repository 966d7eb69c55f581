/** One file of a multipart form. */
export interface UploadedFile {
  field: string
  filename: string
  contentType: string
  bytes: Buffer
}

/** The files of a multipart/form-data body; undefined when it is none. Boundaries are matched as bytes. */
export function readMultipart(contentType: string, body: Buffer): UploadedFile[] | undefined {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const name = boundary?.[1] ?? boundary?.[2]
  if (name === undefined) return undefined
  return splitParts(Buffer.concat([Buffer.from('\r\n'), body]), Buffer.from(`\r\n--${name}`)).flatMap(
    readPart,
  )
}

function splitParts(body: Buffer, delimiter: Buffer): Buffer[] {
  const parts: Buffer[] = []
  let start = body.indexOf(delimiter)
  while (start !== -1) {
    const next = body.indexOf(delimiter, start + delimiter.length)
    if (next === -1) break
    parts.push(body.subarray(start + delimiter.length + 2, next))
    start = next
  }
  return parts
}

function readPart(part: Buffer): UploadedFile[] {
  const end = part.indexOf('\r\n\r\n')
  const head = end === -1 ? '' : part.toString('utf8', 0, end)
  const field = /\bname="([^"]*)"/i.exec(head)?.[1]
  const filename = /\bfilename="([^"]*)"/i.exec(head)?.[1]
  if (field === undefined || filename === undefined) return []
  const contentType = /^content-type:\s*([^\r\n]+)/im.exec(head)?.[1] ?? 'application/octet-stream'
  return [{ field, filename, contentType, bytes: part.subarray(end + 4) }]
}
