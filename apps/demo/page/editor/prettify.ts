/**
 * Formats a document; comments stay. The formatter is fetched when it is first wanted.
 *
 * @throws SyntaxError for text that is no GraphQL
 */
export async function prettify(query: string): Promise<string> {
  const [{ format }, plugin] = await Promise.all([
    import('prettier/standalone'),
    import('prettier/plugins/graphql'),
  ])
  return format(query, { parser: 'graphql', plugins: [plugin] })
}
