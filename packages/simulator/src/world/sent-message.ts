/** A message that message/send, appchat/send or webhook/send took. */
export interface SentMessage {
  /** Counts from 1 since the last reset. */
  readonly serial: number
  /** Simulated milliseconds since 1970. */
  readonly at: number
  /** Name of the app, or of the group robot. */
  readonly app: string
  /** 0 for a group robot. */
  readonly agentid: number
  /** The group chat of an app it went to. */
  readonly chatid?: string
  readonly msgid: string
  readonly msgtype: string
  /** What stood under the message type in the call; text cut as WeCom cuts it. */
  readonly content: unknown
  /** How many members got it. */
  readonly recipients: number
  /** Their userids, the first 1000. */
  readonly delivered: readonly string[]
  /** Userids, the first 1000, who did not get it: 30 messages a minute or 1000 an hour. The caller is not told. */
  readonly dropped: readonly string[]
  /** True when the duplicate check kept it from being sent again. */
  readonly duplicate: boolean
  /** Set by message/recall. */
  recalled?: true
  /** What message/update_template_card put in the card's place, oldest first. */
  updates?: readonly object[]
}
