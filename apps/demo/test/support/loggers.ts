import { pino, type Logger } from 'pino'

/** Writes nothing. */
export const silent: Logger = pino({ level: 'silent' })

/** A logger whose messages a test reads. */
export function recorded(): { logger: Logger; messages: () => readonly string[] } {
  const lines: string[] = []
  const logger = pino({ base: null, timestamp: false }, { write: (line: string) => void lines.push(line) })
  const messageOf = (line: string): string => {
    const entry: unknown = JSON.parse(line)
    return typeof entry === 'object' && entry !== null && 'msg' in entry ? String(entry.msg) : line
  }
  return { logger, messages: () => lines.map(messageOf) }
}
