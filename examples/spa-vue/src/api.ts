import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import { createWecomFetch } from '@wecom-kit/express-middleware/browser'

/** Where the server is; this page is on a port of its own. */
export const api: string = import.meta.env['VITE_API'] ?? 'http://localhost:3000'

/** Sends the cookie along, and on 401 goes to the sign-in and comes back to the very address, hash included. */
const wecomFetch = createWecomFetch({ appOrigin: api })

export const client = new ApolloClient({
  link: new HttpLink({ uri: `${api}/graphql`, fetch: wecomFetch }),
  cache: new InMemoryCache(),
})
