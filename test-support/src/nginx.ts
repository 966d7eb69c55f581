import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runProgram } from './run-program.ts'
import { accepts } from './accepts.ts'
import { waitFor } from './wait-for.ts'

/** A real nginx that ends TLS and takes a path prefix off. */
export interface RunningNginx extends AsyncDisposable {
  /** Its self-signed certificate, to be trusted by the test. */
  readonly certificate: string
}

/** Programs and places of {@link startNginx}. */
export interface NginxOptions {
  readonly nginx: string
  readonly openssl: string
  readonly port: number
  /** Such as `/oa`. */
  readonly prefix: string
  /** Ports on this machine, used in turn. */
  readonly upstreams: readonly number[]
}

/** Starts nginx in front of the upstreams. Its answers say in `x-upstream` who gave them. */
export async function startNginx(options: NginxOptions): Promise<RunningNginx> {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'))
  const certificate = await selfSign(options.openssl, folder)
  await mkdir(join(folder, 'temp'))
  await writeFile(join(folder, 'nginx.conf'), configuration(options, folder))
  const server = runProgram(options.nginx, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'])
  await waitFor(`nginx: ${server.output()}`, () => accepts(options.port))
  return {
    certificate,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function selfSign(openssl: string, folder: string): Promise<string> {
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')]
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc']
  await promisify(execFile)(openssl, ['req', '-x509', '-days', '2', ...key, ...files, ...names])
  return readFile(join(folder, 'cert.pem'), 'utf8')
}

function configuration({ port, prefix, upstreams }: NginxOptions, folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/temp/${name};`).join('\n  ')}
  upstream apps {
    ${upstreams.map((upstream) => `server 127.0.0.1:${upstream} max_fails=0;`).join('\n    ')}
  }
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${folder}/cert.pem;
    ssl_certificate_key ${folder}/key.pem;
    location ${prefix}/ {
      proxy_pass http://apps/;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Proto $scheme;
      add_header x-upstream $upstream_addr always;
    }
  }
}
`
}
