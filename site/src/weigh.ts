/**
 * How much a page counts in the search. Words that people type are names in the API reference too, and there are ten of
 * its pages for each page that explains something; answers to questions come before the reasons of decisions.
 *
 * It is sent to the browser as its source, so it may use nothing from outside of itself.
 */
export function weigh(page: string): number {
  if (page.includes('/reference/')) return 0.2
  if (page.includes('/decisions/')) return 0.5
  return page.includes('/start/') ? 1.5 : 1
}
