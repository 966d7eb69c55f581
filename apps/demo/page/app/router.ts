import { computed, signal } from '@preact/signals'

/** Where in the page somebody is. */
export type Place =
  | { readonly view: 'home' }
  | { readonly view: 'person'; readonly id: string }
  | { readonly view: 'department'; readonly id: string }
  | { readonly view: 'search'; readonly text: string }
  | { readonly view: 'editor' }
  | { readonly view: 'operations' }
  | { readonly view: 'nowhere' }

/** Path at which the demo is mounted, with a slash at its end: the server writes it into `<base>`. */
const base = new URL(document.baseURI).pathname

const address = signal(relativeAddress())

/** Where we are. */
export const place = computed<Place>(() => readPlace(address.value))

/** The list that stands beside a person's card: the one they were opened from. */
export const listPlace = computed<Place>(() =>
  place.value.view === 'person' ? listBehind.value : place.value,
)

const listBehind = signal<Place>({ view: 'home' })

/** The address of a place, for `href`. */
export function hrefOf(to: Place): string {
  return base + pathOf(to)
}

/** Goes there; `replace` leaves no trace in the history, for every letter of a search. */
export function navigate(to: Place, { replace = false } = {}): void {
  const state = { scrollY: 0 }
  rememberScroll()
  if (replace) history.replaceState(state, '', hrefOf(to))
  else history.pushState(state, '', hrefOf(to))
  arrive()
  if (!replace) scrollTo({ top: 0 })
}

/** Follows links and the browser's buttons from now on. */
export function startRouter(): void {
  history.scrollRestoration = 'manual'
  noteList()
  addEventListener('popstate', (event: PopStateEvent) => {
    arrive()
    const { scrollY = 0 } = isScrollState(event.state) ? event.state : {}
    requestAnimationFrame(() => scrollTo({ top: scrollY }))
  })
  document.addEventListener('click', followLink)
}

function arrive(): void {
  address.value = relativeAddress()
  noteList()
}

function noteList(): void {
  if (['home', 'department', 'search'].includes(place.value.view)) listBehind.value = place.value
}

function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a[data-page]') : null
  if (!(link instanceof HTMLAnchorElement)) return
  event.preventDefault()
  navigate(readPlace(link.pathname.slice(base.length - 1) + link.search))
}

function rememberScroll(): void {
  history.replaceState({ scrollY }, '')
}

function isScrollState(state: unknown): state is { scrollY: number } {
  return (
    typeof state === 'object' && state !== null && 'scrollY' in state && typeof state.scrollY === 'number'
  )
}

function relativeAddress(): string {
  return location.pathname.slice(base.length - 1) + location.search
}

function pathOf(to: Place): string {
  switch (to.view) {
    case 'person':
      return `people/${encodeURIComponent(to.id)}`
    case 'department':
      return `departments/${encodeURIComponent(to.id)}`
    case 'search':
      return `search?${new URLSearchParams({ q: to.text }).toString()}`
    case 'editor':
    case 'operations':
      return to.view
    case 'home':
    case 'nowhere':
      return ''
  }
}

function readPlace(relative: string): Place {
  const { pathname, searchParams } = new URL(relative, 'http://page')
  const [, first = '', second = ''] = pathname.split('/')
  if (first === 'people' && second !== '') return { view: 'person', id: decode(second) }
  if (first === 'departments' && second !== '') return { view: 'department', id: decode(second) }
  if (first === 'search') return { view: 'search', text: searchParams.get('q') ?? '' }
  if (first === 'editor' || first === 'operations') return { view: first }
  return { view: first === '' ? 'home' : 'nowhere' }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
