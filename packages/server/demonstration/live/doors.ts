import type { DoorRequest } from './messages.ts'
import type { Taken } from './units.ts'

/** How long a door may take to answer. */
const patience = 15_000

/**
 * Sends to the device doors over HTTP.
 * @param address of the doors, as `http://127.0.0.1:8090`
 * @param say told of each refusal, which is a defect of the demonstration
 */
export function doorsAt(
  address: string,
  say: (line: string) => void,
): (request: DoorRequest) => Promise<Taken> {
  return async ({ method, path, headers, body }) => {
    try {
      const answer = await fetch(address + path, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.timeout(patience),
      })
      const text = await answer.text()
      if (answer.ok) return 'taken'
      if (answer.status === 503 || answer.status === 429) return 'away'
      say(`${path.split('?')[0]} refused with ${answer.status}: ${text.slice(0, 200)}`)
      return 'refused'
    } catch {
      return 'away'
    }
  }
}
