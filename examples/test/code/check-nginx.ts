import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram } from 'test-support/find-program'
import { runShell, type ShellPlace } from '../shell/run-shell.ts'
import type { PageBlock } from '../shell/shell-blocks.ts'

const nginx = findProgram('the nginx blocks of our pages are not read by it', 'nginx')

/** What nginx says of the block where a reader puts it: locations into a server, servers beside others. */
export async function checkNginx({ code }: PageBlock, place: ShellPlace): Promise<void> {
  if (nginx === undefined) return
  const folder = mkdtempSync(join(place.folder, 'nginx-'))
  mkdirSync(join(folder, 'temp'))
  const inside = /^server \{/m.test(code) ? code : `server { listen 127.0.0.1:8080;\n${code}\n}`
  writeFileSync(join(folder, 'nginx.conf'), configurationOf(folder, inside))
  await runShell(
    { ...place, folder },
    `openssl req -x509 -newkey rsa:2048 -noenc -subj /CN=localhost -keyout key.pem -out cert.pem 2>&1
    ${nginx} -t -p . -c nginx.conf -e stderr`,
  )
}

/** Certificates stand beside the block: whose they are is not for our pages to say. */
function configurationOf(folder: string, inside: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `
pid nginx.pid;
events {}
http {
  access_log off;
  ssl_certificate ${folder}/cert.pem;
  ssl_certificate_key ${folder}/key.pem;
  ${temporary.map((name) => `${name}_temp_path ${folder}/temp/${name};`).join('\n  ')}
${inside}
}
`
}
