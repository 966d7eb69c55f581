import type { MarkdownOptions } from 'vitepress'
import { draw } from './draw.ts'
import { slugify } from './slugify.ts'

/** How pages become HTML: drawings are drawn, headings have GitHub's anchors. */
export const markdown: MarkdownOptions = {
  // The defaults are too pale in light mode.
  theme: { light: 'github-light-high-contrast', dark: 'github-dark' },
  anchor: { slugify },
  toc: { slugify },
  config(renderer) {
    const { fence } = renderer.renderer.rules
    renderer.renderer.rules.fence = (tokens, index, options, environment, self) => {
      const token = tokens[index]
      if (token?.info.trim() === 'mermaid') return draw(token.content)
      return fence?.(tokens, index, options, environment, self) ?? ''
    }
  },
}
