import { documentedPaths, documentedRoute, pathsElsewhere } from './documented-routes.ts'

/** What to tell who called a path that is not simulated: why not, or which documented path is spelt most like it. */
export function describeUnknownPath(path: string): string {
  if (pathsElsewhere().includes(path)) {
    return `${path} is for service providers, delegated apps or devices; the simulator plays internal apps only`
  }
  const nearest = nearestPath(path)
  const method = documentedRoute(nearest)?.method ?? 'GET'
  return `WeCom documents no path ${path}; the nearest one is ${method} ${nearest}`
}

function nearestPath(path: string): string {
  let best = { path: '', distance: Number.POSITIVE_INFINITY }
  for (const candidate of [...documentedPaths(), ...loginPaths]) {
    const distance = editDistance(path.toLowerCase(), candidate.toLowerCase())
    if (distance < best.distance) best = { path: candidate, distance }
  }
  return best.path
}

const loginPaths = ['/connect/oauth2/authorize', '/wwlogin/sso/login', '/wwopen/sso/qrConnect']

/** Longer ones are no typing errors, and the comparison grows with the square of the length. */
const comparedLength = 120

/** Letters to add, drop or change. */
function editDistance(left: string, right: string): number {
  const a = left.slice(0, comparedLength)
  let row = Array.from({ length: a.length + 1 }, (_, index) => index)
  for (const [down, letter] of right.split('').entries()) {
    const next = [down + 1]
    for (let across = 0; across < a.length; across += 1) {
      const changed = (row[across] ?? 0) + (a[across] === letter ? 0 : 1)
      next.push(Math.min(changed, (row[across + 1] ?? 0) + 1, (next[across] ?? 0) + 1))
    }
    row = next
  }
  return row[a.length] ?? 0
}
