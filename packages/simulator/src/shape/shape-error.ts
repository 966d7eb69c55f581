/** What was wrong with a value from outside: where it stood, what was expected, what came. */
export class ShapeError extends TypeError {
  constructor(at: string, problem: string) {
    super(`${at === '' ? 'body' : at}: ${problem}`)
    this.name = 'ShapeError'
  }
}
