import type { Exchange } from '../http/exchange.ts'
import type { Language } from './layout.ts'

/** `lang` in the query, else the browser's first language, else Chinese. */
export function readLanguage(exchange: Exchange): Language {
  const asked = exchange.query.get('lang') ?? exchange.headers['accept-language'] ?? ''
  return asked.toLowerCase().startsWith('en') ? 'en' : 'zh'
}
