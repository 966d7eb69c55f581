import { execFile, execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '../src/index.ts'
import { appOf } from './support.ts'

const run = promisify(execFile)
const source = new URL('python/', import.meta.url)

function runs(...args: string[]): boolean {
  try {
    execFileSync('python3', args.length === 0 ? ['--version'] : args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const hasPython = runs('--version')
if (!hasPython && process.env['REQUIRE_SERVICES'] === '1') throw new Error('python3 is not on the PATH')
if (!hasPython) process.stdout.write('SKIPPED: the Python client test, python3 is not on the PATH\n')

/** A folder with the class, the driver, and `requests` if the machine has none. */
function prepare(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wecom-python-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const name of ['wxapi.py', 'sign_in.py']) copyFileSync(new URL(name, source), join(folder, name))
  if (!runs('-c', 'import requests'))
    copyFileSync(new URL('requests_stand_in.py', source), join(folder, 'requests.py'))
  return folder
}

test.skipIf(!hasPython)(
  "somebody else's Python class runs unchanged: token file, sign-in, member, id list",
  async () => {
    await using simulator = await startSimulator()
    const folder = prepare()
    const secrets = [appOf(simulator, 'portal').secret, appOf(simulator, 'contacts-sync').secret]
    const code = simulator.codes.issue({ user: 'zhangsan' })
    const args = [join(folder, 'sign_in.py'), simulator.url, simulator.corp.id, ...secrets, code, folder]
    const { stdout } = await run('python3', args, { cwd: folder })
    expect(JSON.parse(stdout)).toEqual({
      userid: 'zhangsan',
      name: '张三',
      healed: 'zhangsan',
      rows: 42,
      refused: expect.stringContaining('48002'),
    })
    // One token for the app, one after the revocation, one for contacts-sync; the second object read the file.
    expect(simulator.journal.count('/cgi-bin/gettoken')).toBe(3)
    expect(simulator.journal.requests('/cgi-bin/user/get').map(({ errcode }) => errcode)).toEqual([
      0, 0, 42001, 0,
    ])
  },
)
