import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { accepts } from 'test-support/accepts'
import { findProgram } from 'test-support/find-program'
import { freePort } from 'test-support/free-port'
import { runProgram } from 'test-support/run-program'
import { temporaryDirectory } from 'test-support/temporary-directory'
import { waitFor } from 'test-support/wait-for'

const nginx = findProgram('tests behind nginx do not run', 'nginx')

/** Whether tests behind a real nginx can run. */
export const hasNginx: boolean = nginx !== undefined

/** Starts nginx with its default buffers in front of an address; gives its own. It ends with the test. */
export async function startNginx(upstream: string): Promise<string> {
  const port = await freePort()
  const folder = await temporaryDirectory()
  mkdirSync(join(folder, 'temp'))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/temp/${name};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass ${upstream};
      proxy_set_header Host $http_host;
    }
  }
}
`,
  )
  const server = runProgram(nginx ?? '', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'])
  onTestFinished(() => server[Symbol.asyncDispose]())
  await waitFor(`nginx: ${server.output()}`, () => accepts(port))
  return `http://127.0.0.1:${port}`
}
