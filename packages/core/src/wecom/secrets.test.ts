import { describe, expect, it } from 'vitest'
import { isSecretName, redactSecrets } from './secrets.ts'

const names = [
  'access_token',
  'suite_access_token',
  'provider_access_token',
  'corpsecret',
  'secret',
  'code',
  'auth_code',
  'permanent_code',
  'tfa_code',
  'js_code',
  'welcome_code',
  'response_code',
  'ticket',
  'user_ticket',
  'user_doc_ticket',
  'suite_ticket',
  'jsapi_ticket',
  'key',
  'EncodingAESKey',
  'encodingAesKey',
  'msg_signature',
  'host_key',
  'upload_key',
  'echostr',
  'sessionSecret',
  'Token',
]

describe('isSecretName', () => {
  it.each(names)('%s is one', (name) => {
    expect(isSecretName(name)).toBe(true)
  })

  it.each([
    'userid',
    'errcode',
    'errmsg',
    'department',
    'name',
    'mobile',
    'cursor',
    'keyword',
    'tokens',
    'zipcode',
  ])('%s is none', (name) => {
    expect(isSecretName(name)).toBe(false)
  })
})

describe('redactSecrets', () => {
  it.each(names)('blanks %s in queries, JSON, JSON inside JSON, XML and prose', (name) => {
    const json = JSON.stringify({ errcode: 1, [name]: 'CANARY-1' })
    const texts = [
      `GET https://qyapi.weixin.qq.com/cgi-bin/x?${name}=CANARY-1&userid=zhangsan`,
      json,
      JSON.stringify({ body: json }),
      `<xml><${name}><![CDATA[CANARY-1]]></${name}></xml>`,
      `${name}: CANARY-1, and more`,
      `next=%2Flogin%3F${name}%3DCANARY-1`,
    ]
    for (const text of texts) expect(redactSecrets(text)).not.toContain('CANARY-1')
  })

  it('blanks the whole value of a header', () => {
    expect(redactSecrets('authorization: Bearer CANARY-1 CANARY-2')).toBe('authorization: REDACTED')
    expect(redactSecrets('{"cookie":"a=CANARY-1; b=CANARY-2","userid":"zhangsan"}')).toBe(
      '{"cookie":"REDACTED","userid":"zhangsan"}',
    )
  })

  it('leaves what is no secret', () => {
    const text = 'user/get?userid=zhangsan answered 60111: "name":"张三", department: 7'
    expect(redactSecrets(text)).toBe(text)
  })

  it.each(['a', 'token=', 'token: ', '%3D', '<![CDATA[', '\\": \\"', 'token"   =   "'])(
    'takes time in proportion to a text of %j',
    (piece) => {
      const steps = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length))
        const startedAt = process.cpuUsage().user
        redactSecrets(text, Infinity)
        return process.cpuUsage().user - startedAt
      }
      steps(10_000)
      // Quadratic work would be a hundredfold. A generous bound: the machine may be busy.
      expect(steps(1_000_000)).toBeLessThan(40 * Math.max(steps(100_000), 5_000))
    },
  )

  it('reads no more than it was told', () => {
    expect(redactSecrets('x'.repeat(50))).toHaveLength(50)
    expect(redactSecrets('x'.repeat(50), 10)).toHaveLength(11)
  })
})
