import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { DirectoryView } from '../directory/directory-view.tsx'
import type { Person } from '../directory/person.ts'
import { t } from '../lib/language.ts'
import { Trouble } from '../lib/panels.tsx'
import { Header, SimulatorNotice } from './header.tsx'
import { LazyView } from './lazy-view.tsx'
import { hrefOf, place } from './router.ts'
import { look, session } from './session.ts'
import { Welcome } from './welcome.tsx'

/** The page. */
export function App() {
  const now = session.value
  useTitle()
  return (
    <>
      <button
        class="skip-link"
        type="button"
        onClick={() => document.querySelector<HTMLElement>('main')?.focus()}
      >
        {t('skip')}
      </button>
      <SimulatorNotice />
      <Header />
      <OfflineNotice />
      <main id="main" tabIndex={-1} aria-busy={now.state === 'loading'}>
        {now.state === 'loading' && <Loading />}
        {now.state === 'failed' && (
          <div class="failure">
            <h1>{t('failedTitle')}</h1>
            <Trouble problem={now.problem} refresh={() => void look()} />
          </div>
        )}
        {now.state === 'signed-out' && <Welcome ended={now.ended} />}
        {now.state === 'signed-in' && <SignedIn me={now.me} />}
      </main>
    </>
  )
}

function SignedIn({ me }: { readonly me: Person }) {
  const { view } = place.value
  if (view === 'editor')
    return (
      <LazyView
        key="editor"
        load={() => import('../editor/editor-view.tsx').then((module) => module.EditorView)}
        me={me}
      />
    )
  if (view === 'operations')
    return (
      <LazyView
        key="operations"
        load={() => import('../operations/operations-view.tsx').then((module) => module.OperationsView)}
        me={me}
      />
    )
  if (view === 'nowhere') return <Nowhere />
  return <DirectoryView me={me} />
}

function Nowhere() {
  return (
    <div class="failure">
      <h1>{t('nowhereTitle')}</h1>
      <a class="primary" data-page href={hrefOf({ view: 'home' })}>
        {t('nowhereHome')}
      </a>
    </div>
  )
}

function Loading() {
  return (
    <p class="loading" role="status">
      {t('loading')}
    </p>
  )
}

function OfflineNotice() {
  const offline = useSignal(!navigator.onLine)
  useEffect(() => {
    const note = (): void => {
      offline.value = !navigator.onLine
    }
    addEventListener('online', note)
    addEventListener('offline', note)
    return () => {
      removeEventListener('online', note)
      removeEventListener('offline', note)
    }
  }, [])
  if (!offline.value) return null
  return (
    <p class="offline" role="status">
      {t('offline')}
    </p>
  )
}

function useTitle(): void {
  const here = place.value
  const words = {
    home: undefined,
    nowhere: undefined,
    person: here.view === 'person' ? here.id : undefined,
    department: undefined,
    search: here.view === 'search' ? here.text : undefined,
    editor: t('navEditor'),
    operations: t('navOperations'),
  }[here.view]
  const title = [words, t('appName'), t('product')].filter((part) => part !== undefined).join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
