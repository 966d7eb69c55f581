import { computed, effect, signal } from '@preact/signals'
import { en } from './messages/en.ts'
import { zh, type MessageKey } from './messages/zh.ts'

/** Languages of the page. */
export type LanguageCode = 'zh' | 'en'

/** Values for the `{name}` marks of a text. */
export type MessageValues = Readonly<Record<string, string | number>>

const cookieName = 'wecom_demo_language'
const texts = { zh, en }

/** The visitor's choice, or else the language that their browser asks for. */
export const language = signal<LanguageCode>(chosen() ?? preferred())

/** Texts of the current language. */
const current = computed(() => texts[language.value])

/** A text in the current language; components that use it follow a switch. */
export function t(key: MessageKey, values: MessageValues = {}): string {
  return current.value[key].replaceAll(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))
}

/** Switches, and has the server know: its login links and error pages follow. */
export function chooseLanguage(code: LanguageCode): void {
  language.value = code
  const { pathname } = new URL(document.baseURI)
  document.cookie = `${cookieName}=${code}; path=${pathname}; max-age=31536000; samesite=lax`
}

effect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
})

function chosen(): LanguageCode | undefined {
  const [, code] = /(?:^|;\s*)wecom_demo_language=(zh|en)(?:;|$)/.exec(document.cookie) ?? []
  return code === 'zh' || code === 'en' ? code : undefined
}

function preferred(): LanguageCode {
  const first = navigator.languages.find((tag) => /^(?:zh|en)\b/i.test(tag)) ?? 'zh'
  return first.toLowerCase().startsWith('en') ? 'en' : 'zh'
}
