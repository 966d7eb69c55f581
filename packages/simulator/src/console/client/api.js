/** Calls a switch; a refusal is shown on the page and thrown. */
export async function api(method, path, body) {
  const response = await fetch(`/__simulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  const notice = document.getElementById('notice')
  notice.hidden = response.ok
  notice.textContent = answer.error ?? ''
  if (!response.ok) throw new Refused(answer.error)
  return answer
}

/** A switch said no. The page already shows why, so it may go uncaught. */
export class Refused extends Error {}
