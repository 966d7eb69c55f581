import { parseCallbackEvent } from '@wecom-kit/core'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { followContacts } from './follow-contacts.ts'

const invalidate = vi.fn<(change: object) => void>()
const revoke = vi.fn<(userId: string) => Promise<void>>(() => Promise.resolve())
const follow = followContacts({ directory: { invalidate }, sso: { revoke } })

const contactsEvent = (changeType: string, fields: string) =>
  parseCallbackEvent(
    `<xml><ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName><CreateTime>1700000000</CreateTime>` +
      `<MsgType>event</MsgType><Event>change_contact</Event><ChangeType>${changeType}</ChangeType>${fields}</xml>`,
  )

describe('followContacts', () => {
  beforeEach(() => {
    vi.clearAllMocks()
  })

  it('signs out a member who was deleted', async () => {
    await follow(contactsEvent('delete_user', '<UserID>lisi</UserID>'))
    expect(invalidate).toHaveBeenCalledWith(expect.objectContaining({ userId: 'lisi' }))
    expect(revoke).toHaveBeenCalledExactlyOnceWith('lisi')
  })

  it('signs out a member whose userid changed or who was disabled', async () => {
    await follow(contactsEvent('update_user', '<UserID>lisi</UserID><NewUserID>li.si</NewUserID>'))
    await follow(contactsEvent('update_user', '<UserID>wangwu</UserID><Status>2</Status>'))
    expect(revoke.mock.calls).toEqual([['lisi'], ['wangwu']])
  })

  it('only reads anew who was moved or created', async () => {
    await follow(contactsEvent('update_user', '<UserID>lisi</UserID><Department>3,5</Department>'))
    await follow(contactsEvent('create_user', '<UserID>zhaoliu</UserID><Department>3</Department>'))
    expect(invalidate).toHaveBeenCalledTimes(2)
    expect(revoke).not.toHaveBeenCalled()
  })

  it.each(['create_party', 'update_party', 'delete_party'])(
    'reads the department of %s anew',
    async (type) => {
      await follow(contactsEvent(type, '<Id>7</Id>'))
      expect(invalidate).toHaveBeenCalledExactlyOnceWith({ departmentId: 7 })
    },
  )

  it('ignores what is not about contacts', async () => {
    await follow(
      parseCallbackEvent('<xml><MsgType>text</MsgType><Content>hi</Content><MsgId>1</MsgId></xml>'),
    )
    expect(invalidate).not.toHaveBeenCalled()
    expect(revoke).not.toHaveBeenCalled()
  })
})
