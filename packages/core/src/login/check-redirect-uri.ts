import { WecomConfigError } from '../errors/config-error.ts'

/** A redirect URI WeCom can send a browser to: absolute http or https, without credentials. */
export function checkRedirectUri(redirectUri: string): string {
  const url = URL.parse(redirectUri)
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '')
    return redirectUri
  throw new WecomConfigError(
    'redirectUri must be an absolute http(s) URL such as https://oa.example.com/wecom/callback, on the trusted domain of the app',
  )
}
