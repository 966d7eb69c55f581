import { json, jsonParseLinter } from '@codemirror/lang-json'
import { linter } from '@codemirror/lint'
import { graphql } from 'cm6-graphql'
import { buildSchema } from 'graphql'
import schemaText from '@wecom-kit/graphql/schema.graphql?raw'
import { element } from '../lib/element.ts'
import { find } from '../lib/find.ts'
import { parseJson, runGraphQL } from '../lib/graphql-client.ts'
import type { Language, MessageValues } from '../lib/language.ts'
import type { MessageKey } from '../lib/messages.ts'
import { isRecord } from '../lib/read.ts'
import type { Member } from '../people/member.ts'
import { createCodeEditor, type CodeEditor } from './code-editor.ts'
import { examplesFor, type Example } from './examples.ts'

/** Called after every run, whatever came of it. */
export type AfterRun = () => void

/** The GraphQL editor: examples, query with completion from the schema, variables, result. */
export function createPlayground(me: Member, language: Language, afterRun: AfterRun): void {
  const onRun = (): void => void runQuery()
  const query = createCodeEditor({
    parent: find('#query-editor', HTMLElement),
    extensions: graphql(buildSchema(schemaText)),
    onRun,
  })
  const variables = createCodeEditor({
    parent: find('#variables-editor', HTMLElement),
    extensions: [json(), linter(lintVariables)],
    onRun,
  })
  const result = createCodeEditor({
    parent: find('#result-view', HTMLElement),
    extensions: json(),
    readOnly: true,
    onRun,
  })
  const meta = find('#result-meta', HTMLElement)
  let outcome: Outcome | undefined
  let turn = 0

  const runQuery = async (): Promise<void> => {
    turn += 1
    const mine = turn
    meta.textContent = language.text('running')
    const answer = await run(query.text(), variables.text())
    // A slow answer to an earlier query must not stand below the later one.
    if (mine !== turn) return
    outcome = answer
    meta.textContent = language.text(outcome.meta, outcome.values)
    result.setText(outcome.text)
    afterRun()
  }

  language.watch(() => {
    if (outcome !== undefined) meta.textContent = language.text(outcome.meta, outcome.values)
    query.setLabel(language.text('queryEditor'))
    variables.setLabel(language.text('variablesEditor'))
    result.setLabel(language.text('resultView'))
  })
  find('#run', HTMLButtonElement).addEventListener('click', onRun)
  offerExamples(examplesFor(me), language, (example) => {
    show(example, query, variables)
    onRun()
  })
}

function offerExamples(
  examples: readonly Example[],
  language: Language,
  choose: (example: Example) => void,
): void {
  const select = find('#example', HTMLSelectElement)
  language.watch(() => {
    const { selectedIndex } = select
    select.replaceChildren(...examples.map((example) => element('option', {}, language.text(example.title))))
    select.selectedIndex = Math.max(selectedIndex, 0)
  })
  const chosen = (): void => {
    const example = examples[select.selectedIndex]
    if (example !== undefined) choose(example)
  }
  select.addEventListener('change', chosen)
  chosen()
}

function show(example: Example, query: CodeEditor, variables: CodeEditor): void {
  query.setText(example.query)
  variables.setText(example.variables === undefined ? '' : JSON.stringify(example.variables, undefined, 2))
}

/** What a run came to, in words that can be said again in the other language. */
interface Outcome {
  readonly meta: MessageKey
  readonly values: MessageValues
  readonly text: string
}

async function run(query: string, variablesText: string): Promise<Outcome> {
  const variables = variablesText.trim() === '' ? {} : parseJson(variablesText)
  if (!isRecord(variables)) return { meta: 'badVariables', values: {}, text: '' }
  try {
    const { status, durationMs, body } = await runGraphQL({ query, variables })
    if (body === undefined) return { meta: 'serverError', values: { status }, text: '' }
    const values = { status, duration: durationMs }
    return { meta: 'resultMeta', values, text: JSON.stringify(body, undefined, 2) }
  } catch {
    return { meta: 'networkError', values: {}, text: '' }
  }
}

const lintJson = jsonParseLinter()

/** An empty pane means "no variables" and is fine. */
const lintVariables: typeof lintJson = (view) =>
  view.state.doc.toString().trim() === '' ? [] : lintJson(view)
