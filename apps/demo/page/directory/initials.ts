/** As WeCom does it: the last two characters of a Chinese name, the first letters of any other. What follows in brackets is a note. */
export function initials(name: string): string {
  const bare = name.replace(/[（(].*$/u, '')
  const chinese = bare.match(/\p{Script=Han}/gu)
  if (chinese !== null) return chinese.slice(-2).join('')
  const words = bare.split(/[\s._-]+/u).filter((word) => word !== '')
  return words
    .slice(0, 2)
    .map((word) => (Array.from(word)[0] ?? '').toUpperCase())
    .join('')
}
