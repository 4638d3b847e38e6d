import { type RefObject, useLayoutEffect, useState } from 'react'

/** How many rows of a list begin below what its scrolling box shows; 0 where the box shows all of them. */
export function useBelow(box: RefObject<HTMLElement | null>, rows: number): number {
  const [below, setBelow] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that grows is counted anew, at an unchanged height too.
  useLayoutEffect(() => {
    const scrolled = box.current
    if (!scrolled) return
    const count = (): void => setBelow(rowsBelow(scrolled))
    count()
    const resized = new ResizeObserver(count)
    resized.observe(scrolled)
    scrolled.addEventListener('scroll', count, { passive: true })
    return () => {
      resized.disconnect()
      scrolled.removeEventListener('scroll', count)
    }
  }, [box, rows])
  return below
}

/** A row that is cut in half counts as not seen. */
function rowsBelow(scrolled: HTMLElement): number {
  const { bottom } = scrolled.getBoundingClientRect()
  const rows = [...scrolled.querySelectorAll('li')]
  const firstBelow = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect()
    return top + height / 2 > bottom
  })
  return firstBelow === -1 ? 0 : rows.length - firstBelow
}
