import { parseCallbackEvent } from '@wecom-kit/core'
import { expect, it, vi } from 'vitest'
import { forgetChange } from './apply-event.ts'

const event = (name: string, fields: string) =>
  parseCallbackEvent(`<xml><MsgType>event</MsgType><Event>${name}</Event>${fields}</xml>`)

it.each([
  ['change_contact', '<ChangeType>update_user</ChangeType><UserID>zhangsan</UserID>', 1],
  ['change_contact', '<ChangeType>update_party</ChangeType><Id>2</Id>', 1],
  ['change_contact', '<ChangeType>update_tag</ChangeType><TagId>2</TagId>', 0],
  [
    'change_external_contact',
    '<ChangeType>del_follow_user</ChangeType><UserID>zhangsan</UserID><ExternalUserID>wm1</ExternalUserID>',
    0,
  ],
  ['enter_agent', '', 0],
])('%s %s forgets %d of the directory', (name, fields, times) => {
  const invalidate = vi.fn<() => void>()
  forgetChange(event(name, fields), { invalidate })
  expect(invalidate).toHaveBeenCalledTimes(times)
})
