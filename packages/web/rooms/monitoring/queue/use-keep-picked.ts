import { type RefObject, useEffect } from 'react'

/**
 * Keeps the chosen row in sight when the box gets another height: on opening the page it has its own only once what
 * stands above it has.
 */
export function useKeepPicked(box: RefObject<HTMLElement | null>, picked: string | undefined): void {
  useEffect(() => {
    const scrolled = box.current
    if (!scrolled || picked === undefined) return
    const resized = new ResizeObserver(() => {
      const row = scrolled.querySelector<HTMLElement>(`[data-alarm="${picked}"]`)?.closest('li')
      if (row) bringIntoList(row)
    })
    resized.observe(scrolled)
    return () => resized.disconnect()
  }, [box, picked])
}

/** Scrolls the list, and never the page: where the list does not scroll, the alarm itself stands first. */
export function bringIntoList(row: HTMLElement): void {
  const list = row.closest('ol')?.parentElement
  if (!list || list.scrollHeight <= list.clientHeight) return
  const [seen, bounds] = [row.getBoundingClientRect(), list.getBoundingClientRect()]
  if (seen.top < bounds.top) list.scrollTop -= bounds.top - seen.top
  if (seen.bottom > bounds.bottom) list.scrollTop += seen.bottom - bounds.bottom
}
