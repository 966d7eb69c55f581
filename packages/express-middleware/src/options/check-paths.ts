import { optionError } from '../errors/option-error.ts'

/** A route of ours, or undefined when switched off. */
export function checkRoute(value: unknown, option: string, fallback: string | false): string | undefined {
  const route = value === undefined ? fallback : value
  if (route === false) return undefined
  if (typeof route === 'string' && /^\/[A-Za-z0-9\-._~/]*$/.test(route) && !route.includes('//')) {
    if (route !== '/' && !route.endsWith('/')) return route
  }
  throw optionError(option, "a path such as '/wecom/login', or false", value)
}
