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
  /** Members and departments in one answer, whatever the estimate said. @default 50_000 */
  results: number
  /**
   * Distinct members and lists one viewer may ask for in a minute, against enumeration of the directory and burning
   * of WeCom's quota. Counted per process; `me` is never refused.
   * @default Infinity on the schema, 1000 in `apolloWecom` and the yoga plugin
   */
  keysPerMinute: number
}

/** The limits of an operation that runs on the schema, without a server of ours. */
export const defaultLimits: Readonly<WecomLimits> = {
  depth: 10,
  nodes: 5000,
  fields: 2000,
  aliases: 30,
  rootFields: 20,
  tokens: 2000,
  errors: 5,
  ids: 200,
  departmentUsers: 10_000,
  results: 50_000,
  keysPerMinute: Number.POSITIVE_INFINITY,
}
