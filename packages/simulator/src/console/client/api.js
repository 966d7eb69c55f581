import { t } from './texts.js'

/** Calls a switch; a refusal is shown on the page and thrown. */
export async function api(method, path, body) {
  const { ok, answer } = await ask(method, path, body).catch(() => {
    throw refused(t('unreachable'))
  })
  if (!ok) throw refused(answer.error)
  if (method !== 'GET') document.getElementById('notice').hidden = true
  return answer
}

async function ask(method, path, body) {
  const response = await fetch(`/__simulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { ok: response.ok, answer: await response.json() }
}

/** Shows why something was refused, in the dialog if one is open: what is behind a dialog nobody can reach. */
export function refused(why) {
  const notice = document.querySelector('dialog[open] [role="alert"]') ?? document.getElementById('notice')
  notice.textContent = why
  notice.hidden = false
  return new Refused(why)
}

/** A switch said no, or nobody answered. The page already shows why, so it may go uncaught. */
export class Refused extends Error {}

let acts

/** How the body of a switch is asked for, as the simulator itself describes it. */
export async function formOf(route) {
  acts ??= (await api('GET', 'acts')).acts
  return acts.find((act) => act.route === route).body
}
