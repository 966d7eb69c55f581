import { createGroupRobot, type GroupRobot } from '@wecom-kit/core'
import { startSimulator, type Simulator } from '@wecom-kit/simulator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canaryMark } from './support/canaries.ts'
import { openSecretWatch, type SecretWatch } from './support/secret-watch.ts'

const key = `${canaryMark}-robot-key`

describe('a group robot', () => {
  let simulator: Simulator
  let watch: SecretWatch
  let robot: GroupRobot

  beforeEach(async () => {
    simulator = await startSimulator()
    watch = openSecretWatch()
    const { logger, onEvent } = watch
    robot = createGroupRobot({
      key: await knownKey(),
      baseUrl: simulator.url,
      logger,
      onEvent,
      maxRetries: 0,
    })
  })
  afterEach(async () => {
    watch.close()
    await robot.close()
    await simulator.close()
  })

  /** The key of a robot that the simulated corp has. */
  const knownKey = async (): Promise<string> => {
    const response = await fetch(`${simulator.url}/__simulator/state`)
    const { robots }: { robots: { key: string }[] } = JSON.parse(await response.text())
    return robots[0]!.key
  }

  it('speaks without a token', async () => {
    await robot.send({ msgtype: 'text', text: { content: '构建失败', mentioned_list: ['@all'] } })
    await robot.send({ msgtype: 'markdown_v2', markdown_v2: { content: '# 构建' } })
    const paths = simulator.journal.requests().map(({ path }) => path)
    expect(paths).toEqual(['/cgi-bin/webhook/send', '/cgi-bin/webhook/send'])
  })

  it('sends what it uploaded', async () => {
    const { media_id } = await robot.upload('file', new File(['123456'], '会议纪要.txt'))
    await robot.send({ msgtype: 'file', file: { media_id } })
    expect(media_id).not.toBe('')
  })

  it('tells of texts that WeCom will cut', async () => {
    watch.takeEvents()
    await robot.send({
      msgtype: 'news',
      news: { articles: [{ title: 'x'.repeat(129), url: 'https://a.cn' }] },
    })
    expect(watch.takeEvents()).toContainEqual(
      expect.objectContaining({ type: 'message-too-long', bytes: 129 }),
    )
  })

  it('shows its key nowhere, however it fails', async () => {
    const path = '/cgi-bin/webhook/send'
    const { logger, onEvent } = watch
    const secretive = createGroupRobot({ key, baseUrl: simulator.url, logger, onEvent, maxRetries: 0 })
    const failures = [
      { kind: 'errcode', errcode: 93000 },
      { kind: 'errcode', errcode: 45009 },
      { kind: 'http', status: 502 },
      { kind: 'reset' },
      { kind: 'html' },
      { kind: 'malformed' },
    ] as const
    for (const failure of failures) {
      simulator.faults.add({ path, times: 1, ...failure })
      const error: unknown = await secretive
        .send({ msgtype: 'text', text: { content: 'x' } })
        .catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: expect.stringMatching(/^ERR_WECOM_/) })
      watch.look(error, failure.kind)
    }
    watch.look(secretive, 'the robot')
    await secretive.close()
    expect(watch.leaks).toEqual([])
    expect(watch.searched).toBeGreaterThan(12)
  })

  it.each([
    undefined,
    {},
    { key: '' },
    { key: 5 },
    { key: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}` },
  ])('refuses %j, without quoting it', (options) => {
    const make = (): unknown => Reflect.apply(createGroupRobot, undefined, [options])
    expect(make).toThrow(/what stands behind key=/)
    expect(make).not.toThrow(canaryMark)
  })

  it('refuses what is no message', async () => {
    const call: unknown = Reflect.apply(Reflect.get(robot, 'send'), undefined, ['text'])
    await expect(call).rejects.toThrow(/its argument must be an object; got/)
  })
})
