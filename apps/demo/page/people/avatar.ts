import { element } from '../lib/element.ts'
import { initials } from './initials.ts'
import type { Member } from './member.ts'

const hues = 6

/** The member's picture, or initials on a colour that stays the same for the same userid. */
export function avatar(member: Member, size: 'small' | 'large' = 'small'): HTMLElement {
  const initialsTile = element(
    'span',
    { class: `avatar ${size} hue-${hueOf(member.id)}`, 'aria-hidden': 'true' },
    initials(member.name),
  )
  if (member.avatarUrl === undefined) return initialsTile
  const image = element('img', {
    class: `avatar ${size}`,
    src: member.avatarUrl,
    alt: '',
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
  })
  image.addEventListener('error', () => image.replaceWith(initialsTile), { once: true })
  return image
}

function hueOf(id: string): number {
  let hash = 2_166_136_261
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619)
  return (hash >>> 8) % hues
}
