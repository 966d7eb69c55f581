/**
 * Ceilings of one operation, of one result and of one viewer. `Number.POSITIVE_INFINITY` switches one off.
 *
 * The first seven judge the operation's text and variables before anything is executed: the servers
 * (`apolloWecom`, the yoga plugin) apply them, and `validationRules` applies what can be seen without variables.
 * `ids`, `departmentUsers` and `results` hold wherever the resolvers run.
 */
export interface WecomLimits {
  /** Nested fields. @default 10 */
  depth: number
  /** Members and departments the operation may ask for, estimated from `first`, `ids` and the lists' usual sizes. @default 5000 */
  nodes: number
  /** Selected fields after expanding fragments. @default 2000 */
  fields: number
  /** Aliases after expanding fragments. @default 30 */
  aliases: number
  /** Distinct root fields. @default 20 */
  rootFields: number
  /** Lexical tokens of the document. @default 2000 */
  tokens: number
  /** Validation and variable errors reported before giving up. @default 5 */
  errors: number
  /** Ids in one `users(ids:)`. @default 200 */
  ids: number
  /** Members of one `departmentUsers` without `first`. @default 10_000 */
  departmentUsers: number
  /**
   * Members and departments in one answer, whatever the estimate said; twenty times as many may be looked through.
   * @default 50_000
   */
  results: number
  /**
   * Members one viewer may be shown in a minute, one by one, in lists, subtrees and searches, against carrying the
   * directory off and burning WeCom's quota. The same member or page again is free; an id that leads nowhere counts ten
   * times. Counted per process; `me` is never refused.
   * @default Infinity on the schema, 10_000 in `apolloWecom` and `wecomYoga`
   */
  keysPerMinute: number
}
