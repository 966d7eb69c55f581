import { createWecomClient, type WecomClientOptions } from '@wecom-kit/core'
import { startSimulator } from '@wecom-kit/simulator'

/** Your app of WeCom, which 客户联系 lets in; without one, the app of a simulated corp that has a few customers. */
export async function account(): Promise<WecomClientOptions> {
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_APP_SECRET: secret } = process.env
  if (corpId !== undefined && secret !== undefined) return { corpId, agentId: Number(agentId), secret }
  const simulator = await startSimulator()
  const add = (userid: string, name: string) => simulator.customers.add({ userid, name }).externalUserid
  for (const name of ['韩先生', '沈女士', '陆先生']) add('zhangsan', name)
  const [known] = [add('zhangsan', '林女士'), add('lisi', '林女士')]
  await tag(simulator.clientOptions(), known)
  return simulator.clientOptions()
}

async function tag(options: WecomClientOptions, external_userid: string): Promise<void> {
  await using wecom = createWecomClient(options)
  const { data } = await wecom.request('POST /cgi-bin/externalcontact/add_corp_tag', {
    json: { group_name: '级别', tag: [{ name: '重要' }] },
  })
  await wecom.request('POST /cgi-bin/externalcontact/mark_tag', {
    json: { userid: 'zhangsan', external_userid, add_tag: data.tag_group.tag.map(({ id }) => id) },
  })
}
