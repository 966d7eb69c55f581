import type { Exchange } from '../http/exchange.ts'
import { type Html, html } from './html.ts'
import type { Language } from './layout.ts'

/** The same page with some parameters set, and others left out. */
export function pageLink(
  query: URLSearchParams,
  changes: Readonly<Record<string, string>>,
  without: readonly string[] = [],
): string {
  const next = new URLSearchParams(query)
  for (const name of without) next.delete(name)
  for (const [name, value] of Object.entries(changes)) next.set(name, value)
  return `?${next.toString()}`
}

/** The query of the page as hidden fields, so that a GET form keeps the login link. */
export function hiddenInputs(query: URLSearchParams, except: readonly string[]): Html[] {
  return Array.from(query)
    .filter(([name]) => !except.includes(name))
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)
}

/** `lang` in the query, else the browser's first language, else Chinese. */
export function readLanguage(exchange: Exchange): Language {
  const asked = exchange.query.get('lang') ?? exchange.headers['accept-language'] ?? ''
  return asked.toLowerCase().startsWith('en') ? 'en' : 'zh'
}
