import type { MessageKey } from './messages/zh.ts'

/** Why something could not be shown, in words the page has in both languages. */
export interface Problem {
  readonly problem: MessageKey
  readonly values?: Readonly<Record<string, string | number>>
  /** By which the server's log knows it. */
  readonly requestId?: string | undefined
  /** The network is to blame, so the next `online` is worth a try. */
  readonly offline?: boolean
}

/** Whether an answer is a {@link Problem}. */
export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value
}

let tellSignedOut = (): void => {}

/** Whom to tell that the session is over, whoever of the page notices. */
export function onSignedOut(listener: () => void): void {
  tellSignedOut = listener
}

/** The session is over: said once, by the page as a whole, and by no panel. */
export function signedOut(): Problem {
  tellSignedOut()
  return { problem: 'sessionEnded' }
}
