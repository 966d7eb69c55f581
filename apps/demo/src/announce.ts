/** What the start prints. */
export interface Announcement {
  readonly baseUrl: string
  /** Page of the simulator; undefined on the real WeCom. */
  readonly consoleUrl: string | undefined
  /** WeCom's API where it is not at its usual address. */
  readonly apiBaseUrl?: string | undefined
}

/** The addresses, in Chinese and English. */
export function announce({ baseUrl, consoleUrl, apiBaseUrl }: Announcement): string {
  const lines: [string, string][] = [
    ['演示页 / Page', `${baseUrl}/`],
    ['GraphQL（POST）', `${baseUrl}/graphql`],
  ]
  if (consoleUrl === undefined) lines.push(['企业微信 / WeCom', apiBaseUrl ?? '真实环境 / the real one'])
  else lines.push(['模拟器控制台 / Simulator console', consoleUrl])
  const hint = '打开演示页，点“用企业微信登录”，选张三。 Open the page, sign in and pick 张三.'
  const width = Math.max(...lines.map(([label]) => columns(label)))
  const rows = lines.map(([label, value]) => `  ${label}${' '.repeat(width - columns(label))}   ${value}`)
  return ['', ...rows, ...(consoleUrl === undefined ? [] : ['', `  ${hint}`]), ''].join('\n')
}

/** Chinese characters and full-width punctuation take two columns of a terminal. */
function columns(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0)
}
