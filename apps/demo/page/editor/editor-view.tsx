import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { json, jsonParseLinter } from '@codemirror/lang-json'
import { linter } from '@codemirror/lint'
import { graphql } from 'cm6-graphql'
import { buildSchema } from 'graphql'
import schemaText from '@wecom-kit/graphql/schema.graphql?raw'
import type { Person } from '../directory/person.ts'
import { language, t } from '../lib/language.ts'
import { createCodeEditor, type CodeEditor } from './code-editor.ts'
import { Docs } from './docs.tsx'
import { examplesFor, personExample, type Example } from './examples.ts'
import { pastRuns, rememberDraft, rememberedDraft, rememberRun, type Draft, type PastRun } from './memory.ts'
import { operationAt, operationsOf } from './operations.ts'
import { prettify } from './prettify.ts'
import { runDraft, type Outcome } from './run.ts'
import { Toolbar } from './toolbar.tsx'
import { UpstreamLine } from './upstream-line.tsx'

const schema = buildSchema(schemaText)

/** The three editors on the screen. */
interface Editors {
  readonly query: CodeEditor
  readonly variables: CodeEditor
  readonly result: CodeEditor
}

/** Asking the directory by hand. */
export function EditorView({ me }: { readonly me: Person }) {
  const [query, variables, result] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
  ]
  const editors = useRef<Editors>(undefined)
  const outcome = useSignal<Outcome | undefined>(undefined)
  const running = useSignal(false)
  const operations = useSignal<readonly string[]>([])
  const operation = useSignal<string | undefined>(undefined)
  const runs = useSignal<readonly PastRun[]>(pastRuns())
  const docs = useSignal(false)
  const trouble = useSignal(false)
  const turn = useRef(0)

  const draft = (): Draft => ({
    query: editors.current?.query.text() ?? '',
    variables: editors.current?.variables.text() ?? '',
  })
  const noteDraft = (): void => {
    if (editors.current === undefined) return
    const found = operationsOf(draft().query)
    operations.value = found.map(({ name }) => name)
    operation.value = operationAt(found, editors.current.query.cursor())?.name
    trouble.value = false
    rememberDraft(draft())
  }
  const run = async (): Promise<void> => {
    const mine = (turn.current += 1)
    running.value = true
    runs.value = rememberRun(draft())
    const answer = await runDraft(draft(), operations.value.length > 1 ? operation.value : undefined)
    // A slow answer to an earlier query must not stand below the later one.
    if (mine !== turn.current) return
    running.value = false
    outcome.value = answer
    editors.current?.result.setText(answer.text)
  }
  const show = (next: Draft): void => {
    editors.current?.query.setText(next.query)
    editors.current?.variables.setText(next.variables)
    noteDraft()
  }

  useEffect(() => {
    const [queryBox, variablesBox, resultBox] = [query.current, variables.current, result.current]
    if (queryBox === null || variablesBox === null || resultBox === null) return
    const onRun = (): void => void run()
    const made: Editors = {
      query: createCodeEditor({ parent: queryBox, extensions: graphql(schema), onRun, onChange: noteDraft }),
      variables: createCodeEditor({
        parent: variablesBox,
        extensions: [json(), linter(lintVariables)],
        onRun,
        onChange: noteDraft,
      }),
      result: createCodeEditor({ parent: resultBox, extensions: json(), readOnly: true, onRun }),
    }
    editors.current = made
    show(firstDraft(me))
    return () => {
      editors.current = undefined
      for (const editor of Object.values(made)) editor.destroy()
    }
  }, [])
  const code = language.value
  useEffect(() => {
    editors.current?.query.setLabel(t('queryEditor'))
    editors.current?.variables.setLabel(t('variablesEditor'))
    editors.current?.result.setLabel(t('resultView'))
  }, [code])

  const tidy = async (): Promise<void> => {
    try {
      show({ ...draft(), query: await prettify(draft().query) })
    } catch {
      trouble.value = true
    }
  }
  const meta = running.value ? t('running') : outcome.value && t(outcome.value.meta, outcome.value.values)
  return (
    <section class="panel editor" aria-labelledby="editor-title">
      <h1 class="visually-hidden" id="editor-title">
        {t('editorTitle')}
      </h1>
      <Toolbar
        examples={examplesFor(me)}
        runs={runs.value}
        operations={operations.value}
        operation={operation.value}
        docs={docs.value}
        trouble={trouble.value}
        onExample={(example) => {
          show(draftOf(example))
          void run()
        }}
        onPast={show}
        onOperation={(name) => (operation.value = name)}
        onRun={() => void run()}
        onPrettify={() => void tidy()}
        onCopy={() => navigator.clipboard.writeText(draft().query)}
        onDocs={() => (docs.value = !docs.value)}
      />
      <div class={docs.value ? 'editor-body with-docs' : 'editor-body'}>
        <div class="pane query-pane">
          <h2>{t('queryLabel')}</h2>
          <div class="code" id="query-editor" ref={query} />
          <h2>{t('variablesLabel')}</h2>
          <div class="code variables" id="variables-editor" ref={variables} />
        </div>
        <div class="pane">
          <h2>
            <span>{t('resultLabel')}</span>
            <span class="result-meta" role="status">
              {meta}
            </span>
          </h2>
          <div class="code" id="result-view" ref={result} />
        </div>
        {docs.value && <Docs schema={schema} onClose={() => (docs.value = false)} />}
      </div>
      <UpstreamLine outcome={outcome.value} />
    </section>
  )
}

/** The person a card's link names, what was left here, or the first example. */
function firstDraft(me: Person): Draft {
  const person = new URLSearchParams(location.search).get('person')
  if (person !== null) return draftOf(personExample(person))
  const [example] = examplesFor(me)
  return rememberedDraft() ?? (example === undefined ? { query: '', variables: '' } : draftOf(example))
}

function draftOf({ query, variables }: Example): Draft {
  return { query, variables: variables === undefined ? '' : JSON.stringify(variables, undefined, 2) }
}

const lintJson = jsonParseLinter()

/** An empty pane means "no variables" and is fine. */
const lintVariables: typeof lintJson = (view) =>
  view.state.doc.toString().trim() === '' ? [] : lintJson(view)
