/**
 * The stable codes of every error this package throws. They are public contract: switch on them, never on a
 * message.
 *
 * | code | means |
 * |---|---|
 * | `ERR_WECOM_CONFIG` | wrong options or arguments; thrown before anything is sent |
 * | `ERR_WECOM_TRANSPORT` | no complete answer came: connection, TLS, protocol |
 * | `ERR_WECOM_TIMEOUT` | an attempt's `timeout` or the call's `deadline` passed |
 * | `ERR_WECOM_HTTP` | a status other than 200 (WeCom's own errors are 200: a gateway answered) |
 * | `ERR_WECOM_INVALID_RESPONSE` | 200, but not the JSON object WeCom promises |
 * | `ERR_WECOM_API` | WeCom answered an errcode other than 0 |
 * | `ERR_WECOM_RATE_LIMIT` | 45009, 45011 or 45033: too many calls |
 * | `ERR_WECOM_AUTH` | bad credentials, a token refused again after refreshing, or an IP that is not trusted |
 * | `ERR_WECOM_CALLBACK` | a callback failed its signature, receiver, padding or size check |
 */
export type WecomErrorCode =
  | 'ERR_WECOM_CONFIG'
  | 'ERR_WECOM_TRANSPORT'
  | 'ERR_WECOM_TIMEOUT'
  | 'ERR_WECOM_HTTP'
  | 'ERR_WECOM_INVALID_RESPONSE'
  | 'ERR_WECOM_API'
  | 'ERR_WECOM_RATE_LIMIT'
  | 'ERR_WECOM_AUTH'
  | 'ERR_WECOM_CALLBACK'
