/** The languages our pages speak. */
export type Language = 'zh' | 'en'

/** The language of a visitor: whichever of the two Accept-Language names first; Chinese without one. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = /(?:^|[,\s])(zh|en)\b/i.exec(acceptLanguage ?? '')?.[1]
  return first?.toLowerCase() === 'en' ? 'en' : 'zh'
}
