import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, keymap } from '@codemirror/view'
import { theme } from './theme.ts'

/** Options of {@link createCodeEditor}. */
export interface CodeEditorOptions {
  readonly parent: HTMLElement
  /** Language support and what else is special to this editor. */
  readonly extensions: Extension
  /** @default false */
  readonly readOnly?: boolean
  /** Ctrl+Enter or ⌘+Enter. */
  readonly onRun?: () => void
  /** The text or the cursor changed. */
  readonly onChange?: () => void
}

/** One CodeMirror editor. */
export interface CodeEditor {
  text(): string
  /** Where the cursor is, in characters from the beginning. */
  cursor(): number
  setText(text: string): void
  /** Name for screen readers. */
  setLabel(label: string): void
  destroy(): void
}

/**
 * Makes an editor in its own shadow root. There CodeMirror uses constructed style sheets; in the document it
 * would insert a `<style>` element, which a Content-Security-Policy without 'unsafe-inline' refuses.
 */
export function createCodeEditor(options: CodeEditorOptions): CodeEditor {
  const { parent, extensions, readOnly = false, onRun, onChange } = options
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' })
  const label = new Compartment()
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      extensions: [
        keymap.of(['Ctrl-Enter', 'Mod-Enter'].map((key) => ({ key, run: () => run(onRun) }))),
        readOnly ? [EditorState.readOnly.of(true)] : writing(),
        extensions,
        keymap.of([...completionKeymap, ...closeBracketsKeymap, ...historyKeymap, ...defaultKeymap]),
        drawSelection(),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => {
          if (update.docChanged || update.selectionSet) onChange?.()
        }),
        label.of([]),
        theme,
      ],
    }),
  })
  return {
    text: () => view.state.doc.toString(),
    cursor: () => view.state.selection.main.head,
    setText: (text) => {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: 0 },
      })
      // CodeMirror's scrollIntoView would scroll the whole page along, past the person on a phone.
      view.scrollDOM.scrollTop = 0
    },
    setLabel: (name) =>
      view.dispatch({
        effects: label.reconfigure(EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0' })),
      }),
    destroy: () => view.destroy(),
  }
}

/** Tab is not bound: it leaves the editor, as keyboard users expect of a page. */
function writing(): Extension {
  return [history(), closeBrackets(), bracketMatching(), indentOnInput(), autocompletion({ icons: false })]
}

function run(onRun: (() => void) | undefined): boolean {
  onRun?.()
  return onRun !== undefined
}
