import { pinyin } from 'pinyin-pro'
import type { DirectoryUserFull } from '@wecom-kit/core'

/**
 * What people type for a Chinese name on a Latin keyboard: 欧阳枫 → `ouyangfeng`, `ouyang feng` is not asked for (the
 * search box drops spaces), and `oyf`. Surnames with a reading of their own (单, 仇, 解) are read as surnames.
 */
export function searchTerms({ name }: Pick<DirectoryUserFull, 'name'>): string[] {
  if (!/\p{Script=Han}/u.test(name)) return []
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    surname: 'head',
    nonZh: 'consecutive',
    v: true,
  })
  const words = syllables.map((syllable) => syllable.trim().toLowerCase()).filter((word) => word !== '')
  return [words.join(''), words.map((word) => word[0] ?? '').join('')]
}
