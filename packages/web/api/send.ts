/** What sending needs to know of the session; given as an argument so that it can be tested alone. */
export type SessionDoor = {
  csrf: () => string | undefined
  /** Hides the page and asks to sign in over it. */
  expired: () => void
  /** Resolves when the person is signed in (again). */
  signedInAgain: () => Promise<void>
  /** Asks the office anew who is signed in, which also brings a fresh token. */
  refresh: () => Promise<void>
}

const reads = new Set(['GET', 'HEAD'])

/**
 * Sends a request with the session's token. When the session has ended, waits for the person to sign in over the
 * page and sends the same request again, with the same idempotency key: what was typed is neither lost nor done
 * twice. A token that another tab's sign-in made stale is renewed and the request sent once more.
 */
export async function send(
  request: Request,
  door: SessionDoor,
  network: (request: Request) => Promise<Response> = (sent) => fetch(sent),
): Promise<Response> {
  const attempt = (): Promise<Response> => {
    const copy = request.clone()
    const csrf = door.csrf()
    if (csrf !== undefined && !reads.has(copy.method)) copy.headers.set('x-inlieu-csrf', csrf)
    return network(copy)
  }
  let response = await attempt()
  while (response.status === 401) {
    door.expired()
    await door.signedInAgain()
    response = await attempt()
  }
  if (response.status === 403 && !reads.has(request.method)) {
    const stale = door.csrf()
    await door.refresh()
    if (door.csrf() !== stale) response = await attempt()
  }
  return response
}
