import { renderMermaidSVG } from 'beautiful-mermaid'

// The colours of the page, so that a drawing is light and dark with it.
const colors = {
  bg: 'var(--vp-c-bg)',
  fg: 'var(--vp-c-text-1)',
  muted: 'var(--vp-c-text-1)',
  line: 'var(--vp-c-text-3)',
  border: 'var(--vp-c-border)',
  surface: 'var(--vp-c-bg-soft)',
}

/**
 * A Mermaid drawing as SVG, made while the site is built: the page loads no renderer and asks nobody for a font. Its
 * `accTitle` is what a screen reader says.
 *
 * @throws Error for a drawing without one
 */
export function draw(source: string): string {
  const title = /^\s*accTitle:\s*(.+)$/m.exec(source)?.[1]?.trim()
  if (title === undefined) throw new Error(`A drawing needs a line "accTitle: …":\n${source}`)
  const svg = renderMermaidSVG(source.replace(/^\s*accTitle:.*\n/m, ''), { ...colors, transparent: true })
  // Its style sheet is part of the theme's: Vue takes none inside of a page, and this one loads a font from Google.
  const bare = svg.replace(/<style>[^]*?<\/style>\s*/, '')
  return `<figure class="drawing" role="img" aria-label="${escape(title)}" v-pre>${bare}</figure>\n`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
