import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { temporaryDirectory } from 'test-support/temporary-directory'
import { settingNames, type DoctorSettings } from '../src/settings/settings.ts'
import { healthy, wecom } from './support.ts'

/** Settings as the variables they are read from. */
function variables(settings: DoctorSettings): Record<string, string> {
  const pairs = Object.entries(settingNames).flatMap(([key, name]) => {
    const value: unknown = Reflect.get(settings, key)
    return typeof value === 'string' ? [[name, value]] : []
  })
  return Object.fromEntries(pairs)
}

test('wecom --version says which version it is', async () => {
  const { exitCode, stdout } = await wecom(['--version'], {})
  expect([exitCode, stdout]).toEqual([0, `${manifest.version}\n`])
})

describe('wecom doctor', () => {
  test('ends with 0 and says so when nothing is wrong', async () => {
    const { settings } = await healthy()
    const { exitCode, stdout } = await wecom(['doctor'], variables(settings))
    expect(stdout).toContain('Nothing is wrong.')
    expect(exitCode).toBe(0)
  })

  test('ends with 1 when something is, and prints JSON with --json', async () => {
    const { settings } = await healthy()
    const { exitCode, stdout } = await wecom(['doctor', '--json'], {
      ...variables(settings),
      WECOM_AGENT_ID: 'portal',
    })
    expect(exitCode).toBe(1)
    const report: unknown = JSON.parse(stdout)
    expect(report).toMatchObject({ ok: false })
    expect(report).toHaveProperty('findings[5]', {
      id: 'agent',
      level: 'error',
      message: expect.any(String),
      fix: expect.any(String),
    })
  })

  test('reads a file, prefers the environment to it and flags to both', async () => {
    const { settings } = await healthy()
    const file = join(await temporaryDirectory(), 'other.env')
    const lines = Object.entries({ ...variables(settings), WECOM_CORP_ID: 'ww0000000000000000' })
    writeFileSync(file, lines.map(([name, value]) => `${name}=${value}`).join('\n'))
    const wrong = { WECOM_CORP_ID: 'ww1111111111111111' }
    expect((await wecom(['doctor', '--env', file], {})).exitCode).toBe(1)
    expect((await wecom(['doctor', '--env', file], wrong)).exitCode).toBe(1)
    const flag = ['--corp-id', settings.corpId ?? '']
    expect((await wecom(['doctor', '--env', file, ...flag], wrong)).exitCode).toBe(0)
  })

  test('speaks the language of the terminal, or that of --lang', async () => {
    const { settings } = await healthy()
    const chinese = await wecom(['doctor'], { ...variables(settings), LANG: 'zh_CN.UTF-8' })
    expect(chinese.stdout).toContain('没有发现问题。')
    const english = await wecom(['doctor', '--lang', 'en'], { ...variables(settings), LANG: 'zh_CN.UTF-8' })
    expect(english.stdout).toContain('Nothing is wrong.')
  })

  test('refuses what it does not know, without a stack', async () => {
    for (const args of [
      ['doctor', '--secret', 'x'],
      ['doctor', 'now'],
      ['doctor', '--lang', 'fr'],
      ['cure'],
    ]) {
      const { exitCode, stderr } = await wecom(args, {})
      expect(exitCode).toBe(1)
      expect(stderr).not.toContain('    at ')
    }
  })
})

describe('wecom call', () => {
  test('prints the answer of a GET with its query', async () => {
    const { settings } = await healthy()
    const args = ['call', 'GET', '/cgi-bin/user/get', 'userid=zhangsan']
    const { exitCode, stdout } = await wecom(args, variables(settings))
    expect(JSON.parse(stdout)).toMatchObject({ userid: 'zhangsan', name: '张三' })
    expect(exitCode).toBe(0)
  })

  test('sends a POST as JSON, with the secret of contacts-sync where asked', async () => {
    const { settings } = await healthy()
    const args = ['call', 'POST', '/cgi-bin/user/list_id', 'limit:=2', '--contacts']
    const { stdout } = await wecom(args, variables(settings))
    expect(JSON.parse(stdout)).toHaveProperty('dept_user.length', 2)
  })

  test('explains a refusal and a mistyped path', async () => {
    const { settings } = await healthy()
    const refused = await wecom(['call', 'GET', '/cgi-bin/user/get', 'userid=nobody'], variables(settings))
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('60111') })
    const wrong = await wecom(['call', 'POST', '/cgi-bin/user/get'], variables(settings))
    expect(wrong.stderr).toContain('the documents know this path as GET /cgi-bin/user/get')
    const none = await wecom(['call', 'GET', '/cgi-bin/users/get'], variables(settings))
    expect(none.stderr).toContain('do not know this path; the nearest is GET /cgi-bin/user/get\n')
    expect((await wecom(['call', 'user/get'], variables(settings))).stderr).toContain('write it as')
  })
})

describe('what wecom call says of a refusal', () => {
  const args = ['call', 'GET', '/cgi-bin/user/get', 'userid=nobody']

  test('gives the advice once', async () => {
    const { settings } = await healthy()
    const { stderr } = await wecom(args, variables(settings))
    expect(stderr.split('Check the userid')).toHaveLength(2)
  })

  test('says in Chinese what the code means, where Chinese is asked for', async () => {
    const { settings } = await healthy()
    const { stderr } = await wecom([...args, '--lang', 'zh'], variables(settings))
    expect(stderr).toContain('企业微信返回 60111（UserID 不存在）')
    const unknown = await wecom(['call', 'GET', '/cgi-bin/user/gett', '--lang', 'zh'], variables(settings))
    expect(unknown.stderr).toContain('文档中没有这个路径，最接近的是 GET /cgi-bin/user/get\n')
  })
})

test('wecom simulator hands its arguments on', async () => {
  const { exitCode, stdout } = await wecom(['simulator', '--help'], {})
  expect(stdout).toContain('--seed')
  expect(exitCode).toBe(0)
})

test('no command prints the help in both languages', async () => {
  expect((await wecom([], {})).stdout).toContain('doctor [--json]')
  expect((await wecom([], { LANG: 'zh_CN.UTF-8' })).stdout).toContain('检查配置哪里有问题')
})
