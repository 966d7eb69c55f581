import { element } from '../lib/element.ts'
import type { Language } from '../lib/language.ts'
import { avatar } from './avatar.ts'
import type { Member } from './member.ts'

/** Who am I: the signed-in member as a staff badge. */
export function renderBadge(target: HTMLElement, member: Member, language: Language): void {
  const nameless = member.name === member.id && member.departments.length === 0
  target.replaceChildren(
    element('div', { class: 'badge-band', 'aria-hidden': 'true' }, element('span', { class: 'badge-slot' })),
    avatar(member, 'large'),
    element('h1', { class: 'badge-name', id: 'badge-name' }, member.name),
    element(
      'p',
      { class: 'badge-position' },
      nameless ? language.text('outOfRange') : (member.position ?? language.text('noPosition')),
    ),
    element('ul', { class: 'badge-departments' }, ...departmentLines(member, language)),
    element('p', { class: 'badge-id' }, member.id),
  )
}

function departmentLines(member: Member, language: Language): HTMLElement[] {
  return member.departments.map((department) => {
    const line = element('li', {}, department.path.join(' / '))
    if (department.isLeader) line.append(' ', element('span', { class: 'tag' }, language.text('leader')))
    return line
  })
}
