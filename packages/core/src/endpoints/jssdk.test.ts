import { describe, expect, it, vi } from 'vitest'
import { createJsSdkApi, signPage } from './jssdk.ts'

// The example of WeCom's JS-SDK signature appendix (document/path/90506).
const published = {
  noncestr: 'Wm3WZYTPz0wzccnW',
  jsapi_ticket: 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
  timestamp: 1414587457,
  url: 'http://mp.weixin.qq.com?params=value',
  signature: '0f9de62fce790f9a083d5c99e95740ceb90c27ed',
}

describe('signPage', () => {
  it('gives the published signature', () => {
    const { jsapi_ticket, url, timestamp, noncestr, signature } = published
    expect(signPage(jsapi_ticket, url, timestamp, noncestr)).toEqual({
      timestamp,
      nonceStr: noncestr,
      signature,
    })
  })
})

describe('createJsSdkApi', () => {
  const corp = vi.fn<() => Promise<string>>(async () => 'corp-ticket')
  const agent = vi.fn<() => Promise<string>>(async () => 'agent-ticket')
  const api = createJsSdkApi(corp, agent, () => 1_414_587_457_999)

  it('signs with the corp’s ticket or the app’s, in seconds, with a new nonce each time', async () => {
    const url = 'https://oa.example.com/a?b=中'
    const config = await api.configSignature(url)
    expect(config).toEqual(signPage('corp-ticket', url, 1_414_587_457, config.nonceStr))
    const agentConfig = await api.agentConfigSignature(url)
    expect(agentConfig).toEqual(signPage('agent-ticket', url, 1_414_587_457, agentConfig.nonceStr))
    expect(config.nonceStr).toMatch(/^[0-9a-f]{16}$/)
    expect((await api.configSignature(url)).nonceStr).not.toBe(config.nonceStr)
  })

  it('ignores everything from # on', async () => {
    const signed = await api.configSignature('https://oa.example.com/a?b=1#/route#more')
    expect(signed).toEqual(
      signPage('corp-ticket', 'https://oa.example.com/a?b=1', signed.timestamp, signed.nonceStr),
    )
  })

  it.each(['', '/page', 'oa.example.com', 'javascript:alert(1)', 'file:///etc/passwd'])(
    'refuses the address %j before it fetches a ticket',
    async (url) => {
      corp.mockClear()
      await expect(api.configSignature(url)).rejects.toThrow(/absolute http/)
      expect(corp).not.toHaveBeenCalled()
    },
  )
})
