import { find } from './find.ts'
import { messages, type LanguageCode, type MessageKey } from './messages.ts'

const storageKey = 'wecom-kit-demo-language'

/** Values for the `{name}` marks of a text. */
export type MessageValues = Readonly<Record<string, string | number>>

/** A text with its values, kept so that it can be said again in the other language. */
export interface Message {
  readonly key: MessageKey
  readonly values?: MessageValues
}

/** The page's language: Chinese unless the visitor chose English before. */
export interface Language {
  /** A text in the current language. */
  text(key: MessageKey, values?: MessageValues): string
  /** Runs now and after every switch. */
  watch(render: () => void): void
  /** Chinese to English and back, remembered for the next visit. */
  toggle(): void
}

/** Reads the remembered language and translates everything marked `data-text` or `data-label` in the HTML. */
export function createLanguage(): Language {
  let code: LanguageCode = remembered()
  const renderers: (() => void)[] = []
  const text = (key: MessageKey, values: MessageValues = {}): string =>
    messages[code][key].replaceAll(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))

  const watch = (render: () => void): void => {
    renderers.push(render)
    render()
  }
  watch(() => translateDocument(code, text))
  return {
    text,
    watch,
    toggle: () => {
      code = code === 'zh' ? 'en' : 'zh'
      remember(code)
      for (const render of renderers) render()
    },
  }
}

function translateDocument(code: LanguageCode, text: (key: MessageKey) => string): void {
  document.documentElement.lang = code === 'zh' ? 'zh-CN' : 'en'
  document.title = text('title')
  const toggle = find('#language', HTMLButtonElement)
  toggle.textContent = text('otherLanguage')
  toggle.lang = code === 'zh' ? 'en' : 'zh-CN'
  for (const node of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const key = node.dataset['text']
    if (isMessageKey(key)) node.textContent = text(key)
  }
  for (const node of document.querySelectorAll<HTMLElement>('[data-label]')) {
    const key = node.dataset['label']
    if (isMessageKey(key)) node.setAttribute('aria-label', text(key))
  }
}

function isMessageKey(key: string | undefined): key is MessageKey {
  return key !== undefined && Object.hasOwn(messages.zh, key)
}

/** Storage throws where the visitor blocks it; the page then forgets, nothing more. */
function remembered(): LanguageCode {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'
  } catch {
    return 'zh'
  }
}

function remember(code: LanguageCode): void {
  try {
    localStorage.setItem(storageKey, code)
  } catch {
    // see `remembered`
  }
}
