import { isAfter, type Last, lastOf, placeOf } from '../order.ts'
import type { Evidence } from '../state.ts'
import { isOfAnother } from '../stretches.ts'
import type { Millis } from '../types.ts'
import { type Base, beforeOf, decode, encode, PARTS, startOf } from './codec.ts'

/** Messages of a stretch of time, sorted, as text that is told from the base. */
export interface Page extends Base {
  text: string
  /** What the last of them says of the battery. */
  battery?: number | undefined
  /** When the last of them was measured. */
  to: Millis
  /** When the last that came of them came. */
  newest: Millis
}

/** The messages of the last hours, from which both lanes can run again; being added to in one step. */
export class Messages {
  private readonly pages: Page[]
  /** How much time a page holds, in milliseconds. */
  private readonly span: Millis
  private last: Last
  /** Pages whose text has been read in this step, by their place. */
  private read: Map<number, Evidence[]> | null = null

  constructor(pages: readonly Page[], last: Last, span: Millis) {
    this.pages = pages.slice()
    this.last = last
    this.span = span
  }

  /** Takes one in. False: it is known already. What is newest is added at the end without reading anything. */
  take(input: Evidence): boolean {
    if (isAfter(input, this.last)) this.append(input)
    else if (!this.insert(input)) return false
    return true
  }

  has(input: Evidence): boolean {
    return !isAfter(input, this.last) && placeOf(this.readPage(this.pageOf(input.at)), input).known
  }

  hasKey(key: string): boolean {
    return this.pages.some((_, place) => this.readPage(place).some((one) => one.key === key))
  }

  /** Those measured after an instant, sorted. */
  measuredAfter(from: Millis): Evidence[] {
    return this.where(
      (page) => page.to > from,
      (one) => one.at > from,
    )
  }

  /** Those that came after an instant, in the order in which they were measured. */
  receivedAfter(from: Millis): Evidence[] {
    return this.where(
      (page) => page.newest > from,
      (one) => one.received > from,
    )
  }

  /** The pages without those that no lane will run again. */
  kept(measured: Millis, received: Millis): readonly Page[] {
    const { pages } = this
    let first = 0
    while (first < pages.length && pages[first]!.to <= measured && pages[first]!.newest <= received)
      first += 1
    return first === 0 ? pages : pages.slice(first)
  }

  private where(mayHold: (page: Page) => boolean, wanted: (one: Evidence) => boolean): Evidence[] {
    return this.pages.flatMap((page, place) => (mayHold(page) ? this.readPage(place).filter(wanted) : []))
  }

  private append(input: Evidence): void {
    const place = this.pages.length - 1
    const page = this.pages[place]
    // Messages of one instant stay on one page, so that a repeated one is found.
    const full = page && input.at > this.last.at && isOfAnother(page.at, this.last.at, this.span)
    if (!page || full) this.pages.push(opened(input, this.last.at || input.at, page))
    else {
      // A text that grows at its end shares what was there with the state that was given.
      this.pages[place] = {
        ...page,
        text: page.text + encode(input, page, { at: page.to, battery: page.battery }),
        ...endOf(input),
        newest: Math.max(page.newest, input.received),
      }
      this.read?.delete(place)
    }
    this.last = lastOf(input)
  }

  private insert(input: Evidence): boolean {
    const place = this.pageOf(input.at)
    const messages = this.readPage(place)
    const { at, known } = placeOf(messages, input)
    if (known) return false
    messages.splice(at, 0, input)
    const page = this.pages[place]
    if (!page) return false
    const newest = Math.max(page.newest, input.received)
    this.pages[place] = { ...page, ...written(messages, page), newest }
    return true
  }

  /** The page that holds a time, or would. */
  private pageOf(at: Millis): number {
    let place = 0
    while (place < this.pages.length - 1 && this.pages[place]!.to < at) place += 1
    return place
  }

  private readPage(place: number): Evidence[] {
    this.read ??= new Map()
    let messages = this.read.get(place)
    if (!messages) {
      const page = this.pages[place]
      messages = page ? decode(page.text, page) : []
      this.read.set(place, messages)
    }
    return messages
  }
}

/** A new page with its first message. */
function opened(input: Evidence, at: Millis, before: Page | undefined): Page {
  const base = baseOf(input, at, before)
  return { ...base, ...written([input], base), newest: input.received }
}

function written(messages: readonly Evidence[], base: Base): Pick<Page, 'text' | 'battery' | 'to'> {
  let text = ''
  let before = startOf(base)
  for (const one of messages) {
    text += encode(one, base, before)
    before = beforeOf(one)
  }
  return { text, ...endOf(messages.at(-1)!) }
}

function endOf(last: Evidence): Pick<Page, 'battery' | 'to'> {
  const { at, battery } = beforeOf(last)
  return { to: at, battery }
}

function baseOf(input: Evidence, at: Millis, before: Base = { at: 0, lat: 0, lon: 0, device: null }): Base {
  const device = (input.kind === 'settled' ? undefined : input.device) ?? before.device
  const lat = input.kind === 'fix' ? partsOf(input.lat) : null
  const lon = input.kind === 'fix' ? partsOf(input.lon) : null
  if (lat === null || lon === null) return { at, lat: before.lat, lon: before.lon, device }
  return { at, lat, lon, device }
}

const partsOf = (degrees: number | null): number | null =>
  degrees !== null && Math.abs(degrees) <= 360 ? Math.round(degrees * PARTS) : null
