import { expect, test } from 'vitest'
import { readUploads } from './uploads.ts'

const upload = (head: string, boundary = 'b'): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`),
    Buffer.from([0, 255, 13, 10]),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])

test.each([
  ['boundary=b', 'Content-Disposition: form-data; name="media"; filename="a.bin"; filelength=4'],
  ['charset=utf-8; boundary="b"', 'content-disposition: form-data; name=media; filename=a.bin'],
  ['boundary=b', 'Content-Length: 4\r\nContent-Disposition: form-data; name="media";filename="a.bin"'],
])('reads the bytes of a file as they are: %s, %s', async (parameters, head) => {
  const [file] = await readUploads(`multipart/form-data; ${parameters}`, upload(head))
  expect(file).toMatchObject({ field: 'media', filename: 'a.bin', bytes: Buffer.from([0, 255, 13, 10]) })
})

test('reads Chinese names, and fields as no files', async () => {
  const head =
    'Content-Disposition: form-data; name="media"; filename="合同.pdf"\r\nContent-Type: application/pdf'
  expect(await readUploads('multipart/form-data; boundary=b', upload(head))).toMatchObject([
    { filename: '合同.pdf', contentType: 'application/pdf' },
  ])
  const field = upload('Content-Disposition: form-data; name="type"')
  expect(await readUploads('multipart/form-data; boundary=b', field)).toEqual([])
})

test.each([
  ['application/json', '{}'],
  ['multipart/form-data', 'x'],
  ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition'],
  ['multipart/form-data; boundary=b', ''],
])('finds none in %s %j', async (contentType, body) => {
  expect(await readUploads(contentType, Buffer.from(body))).toEqual([])
})
