import { render } from 'preact'
import { App } from './app/app.tsx'
import { readEnvironment } from './app/environment.ts'
import { startRouter } from './app/router.ts'
import { startSession } from './app/session.ts'

startRouter()
render(<App />, document.querySelector('#app') ?? document.body)
void startSession()
void readEnvironment()
