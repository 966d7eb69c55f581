import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A certificate for `localhost`, with its key, in PEM. */
export interface Certificate {
  /** To be trusted by the test. */
  readonly certificate: string
  readonly key: string
}

/** Makes one that nobody else trusts. */
export async function selfSign(openssl: string): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'certificate-'))
  const files = { key: join(folder, 'key.pem'), certificate: join(folder, 'cert.pem') }
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc']
  const places = ['-keyout', files.key, '-out', files.certificate]
  try {
    await promisify(execFile)(openssl, ['req', '-x509', '-days', '2', ...curve, ...places, ...names])
    return {
      key: await readFile(files.key, 'utf8'),
      certificate: await readFile(files.certificate, 'utf8'),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
