/**
 * The element of the page's own HTML that the selector names.
 *
 * @throws Error when the HTML and the script have drifted apart
 */
export function find<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector)
  if (found instanceof kind) return found
  throw new Error(`The page has no ${kind.name} at ${selector}`)
}
