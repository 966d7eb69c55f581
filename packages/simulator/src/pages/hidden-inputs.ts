import { type Html, html } from './html.ts'

/** The query of the page as hidden fields, so that a GET form keeps the login link. */
export function hiddenInputs(query: URLSearchParams, except: readonly string[]): Html[] {
  return Array.from(query)
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)
}
