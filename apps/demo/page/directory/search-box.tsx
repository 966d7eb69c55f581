import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { listPlace, navigate, place } from '../app/router.ts'
import { t } from '../lib/language.ts'

/** Milliseconds of silence after which what was typed is searched for. */
const silence = 120

/** The one search box: it searches while somebody types, from wherever they are. */
export function SearchBox() {
  const here = place.value
  const fromAddress = listPlace.value.view === 'search' ? listPlace.value.text : ''
  const typed = useSignal(fromAddress)
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<number>(undefined)

  // Back and forward, links and other views set the text; typing sets the address.
  useEffect(() => {
    if (document.activeElement !== input.current || here.view !== 'search') typed.value = fromAddress
  }, [fromAddress, here.view])
  useEffect(() => {
    addEventListener('keydown', focusOnSlash)
    return () => removeEventListener('keydown', focusOnSlash)
  }, [])

  const focusOnSlash = (event: KeyboardEvent): void => {
    const writing = event.composedPath().some((node) => node instanceof HTMLElement && isEditable(node))
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writing) return
    event.preventDefault()
    input.current?.focus()
  }
  const go = (text: string): void => {
    clearTimeout(timer.current)
    const wanted = text.trim()
    if (wanted === '') {
      if (place.value.view === 'search') navigate({ view: 'home' })
    } else navigate({ view: 'search', text: wanted }, { replace: place.value.view === 'search' })
  }
  const onInput = (event: InputEvent): void => {
    typed.value = input.current?.value ?? ''
    // Letters of a pinyin that is still being turned into characters are no search.
    if (event.isComposing) return
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => go(typed.value), silence)
  }
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        go(typed.value)
      }}
    >
      <input
        ref={input}
        type="search"
        name="q"
        value={typed.value}
        aria-label={t('searchLabel')}
        placeholder={t('searchPlaceholder')}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        onInput={onInput}
        onCompositionEnd={() => go(input.current?.value ?? '')}
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}

function isEditable(node: HTMLElement): boolean {
  return node.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(node.tagName)
}
