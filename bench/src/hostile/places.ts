/** Where a stranger's text reaches, and what is sent there. */
export interface Place {
  readonly name: string
  readonly path: string
  /** The request that puts this text there. */
  readonly request: (text: string) => { query?: string; headers?: Record<string, string>; body?: string }
}

const graphql = (name: string, operation: (text: string) => object): Place[] =>
  ['/apollo', '/yoga'].map((path) => ({
    name: `${name}, ${path.slice(1)}`,
    path,
    request: (text) => ({
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(operation(text)),
    }),
  }))

const callback = (name: string, body: (text: string) => string): Place => ({
  name,
  path: '/events',
  request: (text) => ({
    query: `msg_signature=${'0'.repeat(40)}&timestamp=1700000000&nonce=1`,
    headers: { 'content-type': 'text/xml' },
    body: body(text),
  }),
})

const filtered = 'query ($f: UserFilter) { departmentUsers(departmentId: 1, filter: $f) { id } }'
const words = (text: string) => text.match(/.{1,8}/gsu) ?? []

/** Every error path that quotes, parses or compares what was sent. */
export const places: readonly Place[] = [
  ...graphql('a syntax error', (text) => ({ query: `{ me { id } } ${text}` })),
  ...graphql('a field nobody knows', (text) => ({ query: `{ me { ${text.replaceAll(/[^a-z]/gi, 'a')} } }` })),
  ...graphql('a variable of another type', (text) => ({
    query: 'query ($n: Int) { departmentUsers(departmentId: 1, first: $n) { id } }',
    variables: { n: text },
  })),
  ...graphql('a value in `filter`', (text) => ({ query: filtered, variables: { f: { status: [text] } } })),
  ...graphql('many values in `filter`', (text) => ({
    query: filtered,
    variables: { f: { status: words(text).map(() => 'ACTIVE') } },
  })),
  ...graphql('keys in `filter`', (text) => ({
    query: filtered,
    variables: { f: Object.fromEntries(words(text).map((word, at) => [`${word}${at}`, 1])) },
  })),
  ...graphql('`ids`', (text) => ({
    query: 'query ($ids: [ID!]!) { users(ids: $ids) { id } }',
    variables: { ids: words(text) },
  })),
  ...graphql('an id', (text) => ({
    query: 'query ($id: ID!) { user(id: $id) { id } }',
    variables: { id: text },
  })),
  ...graphql('a cursor', (text) => ({
    query: 'query ($c: String) { searchUsers(query: "张", after: $c) { totalCount } }',
    variables: { c: text },
  })),
  ...graphql('a search', (text) => ({
    query: 'query ($t: String!) { searchUsers(query: $t) { totalCount } }',
    variables: { t: text },
  })),
  ...graphql('operationName', (text) => ({ query: 'query A { me { id } }', operationName: text })),
  callback('a callback, XML', (text) => `<xml><Encrypt><![CDATA[${text}]]></Encrypt></xml>`),
  callback('a callback, elements', (text) => `<xml>${text.replaceAll(/.{8}/gs, '<a></a>')}`),
  callback('a callback, CDATA', (text) => `<xml>${text.replaceAll(/.{12}/gs, '<![CDATA[]]>')}`),
  callback('a callback, JSON', (text) => `{"encrypt":${JSON.stringify(text)}}`),
  callback('a callback, JSON cut off', (text) => `{"encrypt":"${text}`),
  {
    name: 'cookies, many',
    path: '/guarded',
    request: (text) => ({
      headers: {
        cookie: words(text)
          .map((word, at) => `wecom_${at}=${encodeURIComponent(word)}`)
          .join('; '),
      },
    }),
  },
  {
    name: 'a cookie, long',
    path: '/guarded',
    request: (text) => ({ headers: { cookie: `wecom_1=${encodeURIComponent(text)}` } }),
  },
  {
    name: 'state',
    path: '/wecom/callback',
    request: (text) => ({ query: `code=x&state=${encodeURIComponent(text)}` }),
  },
  {
    name: 'returnTo',
    path: '/wecom/login',
    request: (text) => ({ query: `returnTo=/${encodeURIComponent(text)}` }),
  },
  {
    name: 'returnTo, slashes',
    path: '/wecom/login',
    request: (text) => ({ query: `returnTo=${'/'.repeat(text.length)}` }),
  },
  { name: 'errmsg of WeCom', path: '/quote', request: (text) => ({ body: text }) },
]

/** What patterns begin with and never find the end of, repeated; the first is harmless. */
export const seeds: readonly string[] = [
  'x',
  'Did you mean ',
  'secret = ',
  ' '.repeat(16),
  'a/b',
  '\\"\'',
  'ＡＢ',
  '../%2e',
  'hint: [',
  'from ip: 1.',
]
