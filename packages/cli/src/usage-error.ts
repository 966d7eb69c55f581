/** Arguments that make no sense: the message is for whoever typed them. */
export class UsageError extends Error {
  override name = 'UsageError'
}
