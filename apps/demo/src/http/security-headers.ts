import type { RequestHandler } from 'express'

/** Hosts that WeCom serves members' pictures from. */
const avatarHosts = 'https://wework.qpic.cn https://*.qlogo.cn'

/**
 * Everything the page loads is our own; only pictures may come from WeCom. No inline script or style runs, so a name
 * out of the directory that contains markup stays a name.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src 'self' ${avatarHosts}`,
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** Sets the page's security headers. Handlers behind it may set their own, as the sign-in pages do. */
export function securityHeaders(): RequestHandler {
  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
    })
    next()
  }
}
