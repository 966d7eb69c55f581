import { useSignal } from '@preact/signals'
import { t } from '../lib/language.ts'
import type { Example } from './examples.ts'
import type { Draft, PastRun } from './memory.ts'

/** What {@link Toolbar} offers. */
export interface ToolbarProps {
  readonly examples: readonly Example[]
  readonly runs: readonly PastRun[]
  /** Names of the document's operations; there is a choice from two on. */
  readonly operations: readonly string[]
  readonly operation: string | undefined
  readonly docs: boolean
  /** The query could not be formatted. */
  readonly trouble: boolean
  readonly onExample: (example: Example) => void
  readonly onPast: (draft: Draft) => void
  readonly onOperation: (name: string) => void
  readonly onRun: () => void
  readonly onPrettify: () => void
  readonly onCopy: () => Promise<void>
  readonly onDocs: () => void
}

/** Examples, history and what can be done with the query. */
export function Toolbar(props: ToolbarProps) {
  const copied = useSignal(false)
  const copy = (): void => {
    void props.onCopy().then(() => (copied.value = true))
  }
  return (
    <div class="toolbar" role="toolbar" aria-label={t('editorTitle')}>
      <Menu
        label={t('exampleLabel')}
        first={t('examplePick')}
        items={props.examples.map(({ title }) => t(title))}
        onPick={(index) => {
          const example = props.examples[index]
          if (example !== undefined) props.onExample(example)
        }}
      />
      <Menu
        label={t('historyLabel')}
        first={t('historyPick')}
        items={props.runs.map(titleOf)}
        onPick={(index) => {
          const past = props.runs[index]
          if (past !== undefined) props.onPast(past)
        }}
      />
      {props.operations.length > 1 && (
        <label>
          <span class="visually-hidden">{t('operationLabel')}</span>
          <select value={props.operation} onChange={(event) => props.onOperation(event.currentTarget.value)}>
            {props.operations.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <button class="quiet" type="button" onClick={props.onPrettify}>
        {t('prettify')}
      </button>
      <button class="quiet" type="button" onClick={copy}>
        <span role="status">{t(copied.value ? 'copied' : 'copy')}</span>
      </button>
      <button class="quiet" type="button" aria-pressed={props.docs} onClick={props.onDocs}>
        {t('docs')}
      </button>
      {props.trouble && (
        <span class="toolbar-trouble" role="alert">
          {t('badQuery')}
        </span>
      )}
      <button
        class="primary"
        type="button"
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={props.onRun}
      >
        {t('run')} <kbd aria-hidden="true">Ctrl ↵</kbd>
      </button>
    </div>
  )
}

function Menu(props: {
  readonly label: string
  readonly first: string
  readonly items: readonly string[]
  readonly onPick: (index: number) => void
}) {
  if (props.items.length === 0) return null
  return (
    <label>
      <span class="visually-hidden">{props.label}</span>
      <select
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget
          event.currentTarget.value = ''
          if (value !== '') props.onPick(Number(value))
        }}
      >
        <option value="">{props.first}</option>
        {props.items.map((item, index) => (
          <option key={index} value={String(index)}>
            {item}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A run is known by its time and by the beginning of what it asked. */
function titleOf({ at, query }: PastRun): string {
  const words = query.replaceAll(/#.*$/gm, '').replaceAll(/\s+/g, ' ').trim()
  return `${new Date(at).toLocaleTimeString()} ${words.slice(0, 48)}`
}
