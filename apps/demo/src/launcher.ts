import { readFileSync } from 'node:fs'

/** Milliseconds between two looks. */
const interval = 500

/**
 * Resolves when the `npx` or `npm` above this process is gone, and never where there is none. Ctrl-C reaches the whole
 * process group; a SIGTERM for npx alone (from a script, a supervisor, a CI job) ends npm and its shell, and the pnpm
 * below them would keep the demo and its ports forever. Reads `/proc`: on other systems than Linux nobody is watched.
 */
export async function launcherGone(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const found = findLauncher(process.pid)
  if (found === undefined) return promise
  const timer = setInterval(() => {
    // Not "is the launcher's pid alive": a dead process keeps its pid until somebody asks for its exit code.
    if (parentOf(found.child) !== found.launcher) resolve()
  }, interval)
  timer.unref()
  await promise
  clearInterval(timer)
}

/** The nearest npm above a process, and the process directly below it on the way. */
function findLauncher(pid: number): { launcher: number; child: number } | undefined {
  const parent = parentOf(pid)
  if (parent === undefined || parent <= 1) return undefined
  // npm sets its title: "npm exec pnpm@12 demo".
  if (read(parent, 'cmdline')?.startsWith('npm ') === true) return { launcher: parent, child: pid }
  return findLauncher(parent)
}

function parentOf(pid: number): number | undefined {
  // "123 (name) S 45 …", where the name may hold spaces and brackets.
  const [, parent] = /^.*\) \S (\d+)/s.exec(read(pid, 'stat') ?? '') ?? []
  return parent === undefined ? undefined : Number(parent)
}

function read(pid: number, file: 'cmdline' | 'stat'): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}
