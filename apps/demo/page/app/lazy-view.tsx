import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Person } from '../directory/person.ts'
import { t } from '../lib/language.ts'
import { Trouble, Waiting } from '../lib/panels.tsx'

type View = ComponentType<{ readonly me: Person }>

/** A part of the page that is only fetched when somebody goes there, and can be fetched again when that failed. */
export function LazyView({ load, me }: { readonly load: () => Promise<View>; readonly me: Person }) {
  const [view, setView] = useState<{ readonly View: View } | undefined>()
  const [failed, setFailed] = useState(false)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    setFailed(false)
    void load().then(
      (View) => setView({ View }),
      () => setFailed(true),
    )
  }, [turn])
  if (view !== undefined) return <view.View me={me} />
  if (failed) return <Trouble problem={{ problem: 'editorLoadFailed' }} refresh={() => setTurn(turn + 1)} />
  return (
    <div class="panel lazy" aria-label={t('editorLoading')}>
      <Waiting slow rows={8} />
    </div>
  )
}
