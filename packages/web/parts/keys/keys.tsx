import { useEffect, useRef, useSyncExternalStore } from 'react'

/** One key and what it does, in words for the list that `?` opens. Letters and signs are told apart by case. */
export type KeyHelp = { key: string; does: string }
export type Key = KeyHelp & { press: () => void }

let bound: readonly (readonly Key[])[] = []
const watchers = new Set<() => void>()

function rebind(next: typeof bound): void {
  bound = next
  for (const watcher of watchers) watcher()
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)))

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog') !== null

function hear(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (typing(event.target) || inDialog(event.target)) return
  // What came last stands nearest to the person: a page's key wins over the frame's.
  const key = bound
    .toReversed()
    .flat()
    .find((candidate) => candidate.key === event.key)
  if (!key) return
  event.preventDefault()
  key.press()
}

if (typeof document !== 'undefined') document.addEventListener('keydown', hear)

/**
 * Binds keys while the component is shown. They are silent while the person types in a field, and inside dialogs.
 *
 * @example useKeys([{ key: 'a', does: t`Acknowledge`, press: acknowledge }])
 */
export function useKeys(keys: readonly Key[]): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  const shape = JSON.stringify(keys.map(({ key, does }) => ({ key, does })))
  useEffect(() => {
    const mine = (JSON.parse(shape) as KeyHelp[]).map((help) => ({
      ...help,
      press: () => latest.current.find(({ key }) => key === help.key)?.press(),
    }))
    rebind([...bound, mine])
    return () => rebind(bound.filter((others) => others !== mine))
  }, [shape])
}

/** The keys that can be pressed now, outermost first. */
export function useBoundKeys(): readonly KeyHelp[] {
  const snapshot = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => bound,
  )
  return snapshot.flat()
}
