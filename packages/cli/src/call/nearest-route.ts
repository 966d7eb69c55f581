import { knownRoutes } from './known-routes.ts'

/** The documented route that is spelt most like this one. */
export function nearestRoute(route: string): string {
  const [typed, ...known] = [route, ...knownRoutes].map((each) => each.slice(0, comparedLength))
  const distances = known.map((each) => editDistance(typed ?? '', each))
  return [...knownRoutes][distances.indexOf(Math.min(...distances))] ?? ''
}

// The comparison grows with the square of the length, and no documented route is longer than this.
const comparedLength = 120

/** Letters to add, drop or change. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: left.length + 1 }, (_, index) => index)
  for (const [down, letter] of right.split('').entries()) {
    const next = [down + 1]
    for (const [across, other] of left.split('').entries()) {
      const changed = (row[across] ?? 0) + (other === letter ? 0 : 1)
      next.push(Math.min(changed, (row[across + 1] ?? 0) + 1, (next[across] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
