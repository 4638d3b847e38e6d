import type { Caller } from '../../demonstration/caller.ts'
import type { StreamedEvent } from '../../platform/events.ts'

/** A reader of the event stream as a page is one: it comes back with the last id it has when it was cut off. */
export class StreamReader {
  /** Positions of the events in the order in which they came. */
  readonly positions: string[] = []
  /** How often it was told to load the page again: it had fallen too far behind. */
  reloads = 0
  /** Where it goes on from: given with the opening, and with each event. */
  #place: string | undefined
  readonly #url: string
  readonly #caller: Caller
  readonly #stopped = new AbortController()
  #reading: Promise<void> = Promise.resolve()

  readonly #heard: (event: StreamedEvent) => void

  /** @param heard told of each event as it comes */
  constructor(origin: string, caller: Caller, heard: (event: StreamedEvent) => void = () => undefined) {
    this.#url = `${origin}/api/stream`
    this.#caller = caller
    this.#heard = heard
  }

  /** Begins to read; settles when the stream is open. */
  async start(): Promise<void> {
    const body = await this.#open()
    this.#reading = this.#readOn(body)
  }

  async stop(): Promise<void> {
    this.#stopped.abort()
    await this.#reading
  }

  async #open(): Promise<ReadableStream<Uint8Array>> {
    const reply = await fetch(this.#url, {
      headers: { ...this.#caller.session, ...(this.#place ? { 'last-event-id': this.#place } : {}) },
      signal: this.#stopped.signal,
    })
    if (!reply.ok || !reply.body) throw new Error(`The stream answered ${reply.status}.`)
    return reply.body
  }

  async #readOn(first: ReadableStream<Uint8Array>): Promise<void> {
    let body: ReadableStream<Uint8Array> | null = first
    while (!this.#stopped.signal.aborted) {
      try {
        body ??= await this.#open()
        await this.#readAll(body)
      } catch {
        // Cut off: the office was restarted, or this reader was stopped.
        if (!this.#stopped.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 200))
      }
      body = null
    }
  }

  async #readAll(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ''
    for await (const chunk of body) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) this.#take(block)
    }
  }

  #take(block: string): void {
    if (block.startsWith('event: reload')) this.reloads++
    const id = /^id: (.+)$/m.exec(block)?.[1]
    this.#place = id ?? this.#place
    if (id && !block.startsWith('retry:')) this.positions.push(id)
    const data = /^data: (\{"id".+)$/m.exec(block)?.[1]
    if (data) this.#heard(JSON.parse(data) as StreamedEvent)
  }
}
