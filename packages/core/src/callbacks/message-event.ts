import type { LocationMessageEvent, MessageBase, MessageEvent } from './callback-event.ts'
import { decimalField, textField, type CallbackBase } from './fields.ts'

/** Types a member's message; undefined when it is of a kind we do not know. A missing text is empty. */
export function messageEvent(base: CallbackBase): MessageEvent | undefined {
  const text = (name: string): string => textField(base.raw, name) ?? ''
  const message = { ...base, messageId: text('MsgId') }
  const type = text('MsgType')
  switch (type) {
    case 'text':
      return { ...message, type, content: text('Content') }
    case 'image':
      return { ...message, type, pictureUrl: text('PicUrl'), mediaId: text('MediaId') }
    case 'voice':
      return { ...message, type, mediaId: text('MediaId'), format: text('Format') }
    case 'video':
      return { ...message, type, mediaId: text('MediaId'), thumbnailMediaId: text('ThumbMediaId') }
    case 'location':
      return locationEvent(message)
    case 'link':
      return {
        ...message,
        type,
        title: text('Title'),
        description: text('Description'),
        url: text('Url'),
        pictureUrl: text('PicUrl'),
      }
    default:
      return undefined
  }
}

function locationEvent(message: MessageBase): LocationMessageEvent | undefined {
  const latitude = decimalField(message.raw, 'Location_X')
  const longitude = decimalField(message.raw, 'Location_Y')
  if (latitude === undefined || longitude === undefined) return undefined
  return { ...message, type: 'location', latitude, longitude, label: textField(message.raw, 'Label') ?? '' }
}
