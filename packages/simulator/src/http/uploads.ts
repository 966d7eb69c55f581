/** One file of a multipart form. */
export interface UploadedFile {
  field: string
  filename: string
  contentType: string
  bytes: Buffer
}

/** The files of a multipart/form-data body; none when it is something else, or broken. */
export async function readUploads(contentType: string, body: Buffer): Promise<UploadedFile[]> {
  if (!/^multipart\/form-data\b/i.test(contentType)) return []
  try {
    const response = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    const fields = await response.formData()
    return await Promise.all(
      [...fields].flatMap(([field, value]) => (typeof value === 'string' ? [] : [readFile(field, value)])),
    )
  } catch {
    return []
  }
}

async function readFile(field: string, file: File): Promise<UploadedFile> {
  const bytes = Buffer.from(await file.arrayBuffer())
  return { field, filename: file.name, contentType: file.type, bytes }
}
