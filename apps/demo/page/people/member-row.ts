import { element } from '../lib/element.ts'
import type { Language } from '../lib/language.ts'
import type { MessageKey } from '../lib/messages.ts'
import { avatar } from './avatar.ts'
import type { Member } from './member.ts'

const statusTexts: Readonly<Record<string, MessageKey>> = {
  DISABLED: 'statusDisabled',
  PENDING: 'statusPending',
  LEFT: 'statusLeft',
}

/** One colleague of the list; `departmentId` decides who is shown as its leader. */
export function memberRow(member: Member, departmentId: string, language: Language): HTMLLIElement {
  const tags: HTMLElement[] = []
  if (member.isMe) tags.push(element('span', { class: 'tag me' }, language.text('me')))
  if (member.leads.includes(departmentId))
    tags.push(element('span', { class: 'tag' }, language.text('leader')))
  const status = statusTexts[member.status ?? '']
  if (status !== undefined) tags.push(element('span', { class: 'tag muted' }, language.text(status)))
  return element(
    'li',
    { class: 'member' },
    avatar(member),
    element(
      'span',
      { class: 'member-words' },
      element('span', { class: 'member-name' }, member.name, ...tags.flatMap((tag) => [' ', tag])),
      element('span', { class: 'member-position' }, member.position ?? language.text('noPosition')),
    ),
    element('code', { class: 'member-id' }, member.id),
  )
}
