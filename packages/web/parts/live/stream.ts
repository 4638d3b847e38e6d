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
  let isFirst = true

  const close = (): void => {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }

  const connect = (): void => {
    close()
    const opened = new EventSource(url)
    source = opened
    opened.onopen = () => {
      wait = firstWait
      hear({ what: 'state', state: 'live' })
      // A stream that is opened anew begins at the office's now: what lay between is not told.
      if (!isFirst) hear({ what: 'reload' })
      isFirst = true
    }
    opened.onmessage = ({ data }: MessageEvent<string>) =>
      hear({ what: 'event', event: JSON.parse(data) as LiveEvent })
    opened.addEventListener('reload', () => hear({ what: 'reload' }))
    opened.onerror = () => {
      hear({ what: 'state', state: 'lost' })
      if (opened.readyState !== EventSource.CLOSED) return
      isFirst = false
      timer = setTimeout(connect, wait)
      wait = Math.min(wait * 2, longestWait)
    }
  }

  return {
    open: () => {
      wait = firstWait
      isFirst = true
      connect()
    },
    close,
  }
}
