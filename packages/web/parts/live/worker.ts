import { type Heard, stream } from './stream.ts'

// A browser gives one host six connections. However many tabs stand open, they share this one stream.

/** What a tab says to the shared stream. */
export type TabWord = 'open' | 'close' | 'bye'

type SharedScope = { onconnect: ((event: MessageEvent) => void) | null }

const tabs = new Set<MessagePort>()
let last: Heard | undefined

const shared = stream('/api/stream', (heard) => {
  if (heard.what === 'state') last = heard
  for (const tab of tabs) tab.postMessage(heard)
})
let isOpen = false

;(globalThis as unknown as SharedScope).onconnect = ({ ports }) => {
  const tab = ports[0]!
  tabs.add(tab)
  tab.onmessage = ({ data }: MessageEvent<{ word: TabWord; account?: string }>) => hear(tab, data)
}

let openFor: string | undefined

function hear(tab: MessagePort, { word, account }: { word: TabWord; account?: string }): void {
  if (word === 'bye') tabs.delete(tab)
  if (word === 'close' || tabs.size === 0) {
    shared.close()
    isOpen = false
  }
  if (word !== 'open') return
  // A second tab of the same person joins; another person's stream begins anew under their own session.
  if (!isOpen || openFor !== account) shared.open()
  else if (last) tab.postMessage(last)
  isOpen = true
  openFor = account
}
