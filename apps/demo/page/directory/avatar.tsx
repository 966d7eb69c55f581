import { useState } from 'preact/hooks'
import { initials } from './initials.ts'
import type { Person } from './person.ts'

const hues = 6

/** The member's picture, or initials on a colour that stays the same for the same userid. */
export function Avatar({ person, large = false }: { readonly person: Person; readonly large?: boolean }) {
  const [broken, setBroken] = useState(false)
  const size = large ? 'avatar large' : 'avatar'
  if (person.avatarUrl !== undefined && !broken) {
    return (
      <img
        class={size}
        src={person.avatarUrl}
        alt=""
        loading="lazy"
        referrerpolicy="no-referrer"
        onError={() => setBroken(true)}
      />
    )
  }
  return (
    <span class={`${size} hue-${hueOf(person.id)}`} aria-hidden="true">
      {initials(person.name)}
    </span>
  )
}

function hueOf(id: string): number {
  let hash = 2_166_136_261
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619)
  return (hash >>> 8) % hues
}
