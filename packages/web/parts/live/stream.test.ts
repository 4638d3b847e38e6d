import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Heard, stream } from './stream.ts'

/** The browser's own part, as far as it is heard of: opened, lost for a moment, or refused for good. */
class Source {
  static readonly CLOSED = 2
  static all: Source[] = []
  readyState = 0
  onopen: (() => void) | undefined
  onmessage: ((event: { data: string }) => void) | undefined
  onerror: (() => void) | undefined
  constructor() {
    Source.all.push(this)
  }
  addEventListener(): void {}
  close(): void {
    this.readyState = Source.CLOSED
  }
  opens(): void {
    this.readyState = 1
    this.onopen?.()
  }
  isLost(readyState: 0 | 2): void {
    this.readyState = readyState
    this.onerror?.()
  }
}

let heard: Heard['what'][]
let opened: ReturnType<typeof stream>
const reloads = () => heard.filter((what) => what === 'reload').length
const last = () => Source.all.at(-1)!
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
  Source.all = []
  heard = []
  opened = stream('/api/stream', ({ what }) => heard.push(what))
  opened.open()
})
afterEach(() => {
  opened.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the first opening misses nothing, nor does the browser’s own coming back: it says what it heard last', () => {
  last().opens()
  last().isLost(0)
  last().opens()
  last().isLost(0)
  last().opens()
  expect([reloads(), Source.all.length]).toEqual([0, 1])
})

test('after a refusal everything is asked anew, once for each, however often it is refused before it opens', () => {
  last().opens()
  for (const round of [1, 2]) {
    last().isLost(2)
    vi.advanceTimersByTime(1_000)
    last().isLost(2)
    vi.advanceTimersByTime(2_000)
    last().opens()
    expect(reloads()).toBe(round)
    last().isLost(0)
    last().opens()
    expect(reloads()).toBe(round)
  }
})

test.each([
  ['refused', 2],
  ['lost', 0],
] as const)('a stream that is %s before it ever opened has missed what lay between', (_, readyState) => {
  last().isLost(readyState)
  vi.advanceTimersByTime(1_000)
  last().opens()
  expect(reloads()).toBe(1)
})

test('who signs in anew asks for everything themselves', () => {
  last().isLost(2)
  opened.open()
  last().opens()
  expect(reloads()).toBe(0)
})
