import { readMarkdown } from './read-markdown.ts'

/** Anchors of a page's headings, made the way GitHub makes them; a repeated heading gets `-1`, `-2`, … */
export function headingSlugs(text: string): ReadonlySet<string> {
  const slugs = new Set<string>()
  for (const heading of readMarkdown(text).headings) {
    const slug = slugOf(heading.text)
    let candidate = slug
    for (let repeat = 1; slugs.has(candidate); repeat += 1) candidate = `${slug}-${repeat}`
    slugs.add(candidate)
  }
  return slugs
}

function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}\p{Connector_Punctuation} -]/gu, '')
    .replaceAll(' ', '-')
}
