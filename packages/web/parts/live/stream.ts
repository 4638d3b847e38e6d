/** One thing that happened at the office: its kind and whose it is, never what it says. */
export type LiveEvent = { id: string; kind: string; subject: Record<string, unknown>; at: string }

/** What is heard of the stream. `reload`: something may have been missed; ask for everything anew. */
export type Heard =
  | { what: 'event'; event: LiveEvent }
  | { what: 'reload' }
  | { what: 'state'; state: 'live' | 'lost' }

export type Stream = {
  /** Opens, or opens anew for whoever is signed in now. */
  open: () => void
  close: () => void
}

const firstWait = 1_000
const longestWait = 60_000

/**
 * The office's event stream over one EventSource. The browser itself comes back after a lost connection and says what
 * it heard last; after a refusal it does not, so we do, waiting longer each time, and then ask for everything anew.
 */
export function stream(url: string, hear: (heard: Heard) => void): Stream {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = firstWait
  /** The next opening begins at the office's now, not where the last one was: what lay between is not told. */
  let hasGap = false

  const close = (): void => {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }

  const connect = (): void => {
    close()
    const opened = new EventSource(url)
    source = opened
    // Given with the opening: from then on the browser comes back to where it was.
    let hasPlace = false
    opened.onopen = () => {
      hasPlace = true
      wait = firstWait
      hear({ what: 'state', state: 'live' })
      if (hasGap) hear({ what: 'reload' })
      hasGap = false
    }
    opened.onmessage = ({ data }: MessageEvent<string>) =>
      hear({ what: 'event', event: JSON.parse(data) as LiveEvent })
    opened.addEventListener('reload', () => hear({ what: 'reload' }))
    opened.onerror = () => {
      hear({ what: 'state', state: 'lost' })
      const isRefused = opened.readyState === EventSource.CLOSED
      if (isRefused || !hasPlace) hasGap = true
      if (!isRefused) return
      timer = setTimeout(connect, wait)
      wait = Math.min(wait * 2, longestWait)
    }
  }

  return {
    open: () => {
      wait = firstWait
      hasGap = false
      connect()
    },
    close,
  }
}
