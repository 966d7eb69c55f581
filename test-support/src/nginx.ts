import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from './run-program.ts'
import type { Certificate } from './self-sign.ts'
import { untilListening } from './until-listening.ts'

/** What {@link startNginx} starts. */
export interface NginxOptions {
  readonly nginx: string
  readonly port: number
  /** Ports on this machine, used in turn. */
  readonly upstreams: readonly number[]
  /** A path that it takes off, such as `/oa`. @default '' */
  readonly prefix?: string
  /** Ends TLS with it. @default plain HTTP */
  readonly tls?: Certificate
}

/**
 * Starts a real nginx with its default buffers in front of the upstreams. Its answers say in `x-upstream` who gave them.
 */
export async function startNginx(options: NginxOptions): Promise<AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'))
  await mkdir(join(folder, 'temp'))
  await writeFile(join(folder, 'key.pem'), options.tls?.key ?? '')
  await writeFile(join(folder, 'cert.pem'), options.tls?.certificate ?? '')
  await writeFile(join(folder, 'nginx.conf'), configuration(options, folder))
  const server = runProgram(options.nginx, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'])
  const stop = async () => {
    await server[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await untilListening(server, options.port)
  } catch (error) {
    await stop()
    throw error
  }
  return { [Symbol.asyncDispose]: stop }
}

function configuration({ port, prefix = '', tls, upstreams }: NginxOptions, folder: string): string {
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
    listen 127.0.0.1:${port}${tls === undefined ? '' : ' ssl'};
    ${tls === undefined ? '' : `ssl_certificate ${folder}/cert.pem; ssl_certificate_key ${folder}/key.pem;`}
    location ${prefix}/ {
      proxy_pass http://apps${prefix === '' ? '' : '/'};
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Proto $scheme;
      add_header x-upstream $upstream_addr always;
    }
  }
}
`
}
