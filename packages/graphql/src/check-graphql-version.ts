import { version } from 'graphql'

/**
 * Refuses a `graphql` outside the range of our peer: under 17 the limits would measure nothing and let everything pass,
 * and pnpm only warns of a wrong peer.
 *
 * @throws TypeError that says what to install
 */
export function checkGraphQLVersion(caller: string, found: string = version): void {
  const [major, minor] = found.split('.').map(Number)
  if (major === 16 && minor !== undefined && minor >= 11) return
  throw new TypeError(
    `${caller}: graphql ${found} is installed, and the limits are judged right with ^16.11.0 alone; run \`npm install graphql@16\` (or \`pnpm add graphql@16\`).`,
  )
}
