import { find } from './find.ts'

const views = ['#loading', '#failure', '#signed-out', '#signed-in'] as const

/** Shows one of the page's views and hides the others. */
export function showOnly(view: (typeof views)[number]): void {
  for (const selector of views) find(selector, HTMLElement).hidden = selector !== view
  find('#main', HTMLElement).setAttribute('aria-busy', String(view === '#loading'))
}
