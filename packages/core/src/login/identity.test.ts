import { expect, it } from 'vitest'
import { readIdentity } from './identity.ts'

it.each([
  [{ userid: 'zhangsan' }, { kind: 'member', corpId: 'ww1', userId: 'zhangsan' }],
  [
    { userid: 'zhangsan', user_ticket: 't', user_doc_ticket: 'd' },
    { kind: 'member', corpId: 'ww1', userId: 'zhangsan', userTicket: 't', userDocTicket: 'd' },
  ],
  [
    { userid: 'zhangsan', user_ticket: '', user_doc_ticket: '' },
    { kind: 'member', corpId: 'ww1', userId: 'zhangsan' },
  ],
  [
    { userid: 'ww2/lisi', user_ticket: 't' },
    { kind: 'linked-member', corpId: 'ww2', userId: 'ww2/lisi' },
  ],
  [{ openid: 'o' }, { kind: 'external', openId: 'o' }],
  [
    { openid: 'o', external_userid: 'w' },
    { kind: 'external', openId: 'o', externalUserId: 'w' },
  ],
  [{}, undefined],
  [{ userid: '', openid: '' }, undefined],
])('%j names %j', (info, identity) => {
  expect(readIdentity(info, 'ww1')).toEqual(identity)
})
