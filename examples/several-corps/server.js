import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { requireWecomUser, wecomErrorHandler, wecomSSO } from '@wecom-kit/express-middleware'
import { apolloWecom } from '@wecom-kit/graphql'
import { startSimulator } from '@wecom-kit/simulator'
import express from 'express'

const port = Number(process.env.PORT ?? 3000)
const origin = process.env.BASE_URL ?? `http://localhost:${port}`
const sessionSecret = process.env.SESSION_SECRET ?? 'for localhost only, refused anywhere else'

/** Name in the address → the app of that corp. Your own come from a table; these two are simulated. */
const corps = {
  spruce: (await startSimulator()).clientOptions(),
  pine: (
    await startSimulator({ seed: new URL('second-corp.json', import.meta.url).pathname })
  ).clientOptions(),
}

const app = express()
for (const [name, account] of Object.entries(corps)) {
  // A mount of its own, so that each app's callback and cookies stay below its own path. Both first apps of a corp have
  // the same AgentId: cookies and keys carry the corp, nothing collides.
  const corp = express.Router()
  const client = createWecomClient(account)
  corp.use(wecomSSO({ client, sessionSecret, baseUrl: `${origin}/${name}` }))
  corp.get('/', requireWecomUser(), (request, response) => {
    response.json({ corp: name, corpId: request.wecomUser.corpId, userId: request.wecomUser.userId })
  })
  corp.use('/graphql', requireWecomUser(), apolloWecom({ directory: createDirectory(client) }).middleware)
  app.use(`/${name}`, corp)
}
app.get('/', (_request, response) => {
  response.send(
    Object.keys(corps)
      .map((name) => `<p><a href="/${name}/">${name}</a>`)
      .join(''),
  )
})
app.use(wecomErrorHandler())
app.listen(port, (error) => console.log(error ?? origin))
