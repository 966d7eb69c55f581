const switches = [
  'allowAnonymous',
  'suggestions',
  'exposeErrors',
  'requireViewer',
  'introspection',
  'stackTraces',
  'trace',
]

/**
 * Refuses switches that are no booleans: `introspection: process.env.INTROSPECTION` with the text 'false' would open
 * what it was meant to close.
 *
 * @throws TypeError naming the option, what came and the fix
 */
export function checkSwitches(caller: string, options: object): void {
  for (const name of switches) {
    const value: unknown = Reflect.get(options, name)
    if (value === undefined || typeof value === 'boolean') continue
    const came = typeof value === 'string' ? `'${value}' (string)` : typeof value
    throw new TypeError(`${caller}: option \`${name}\`: ${came}; pass true or false.`)
  }
}
