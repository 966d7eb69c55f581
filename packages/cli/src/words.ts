/** The languages of everything that this program prints. */
export type Language = 'en' | 'zh'

/** A sentence in both. */
export interface Words {
  readonly en: string
  readonly zh: string
}

/** The language of a terminal: Chinese where its locale says so, else English. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}
