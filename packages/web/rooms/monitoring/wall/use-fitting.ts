import { type RefObject, useLayoutEffect, useState } from 'react'

/** Kept free under the list, in pixels: for the line that says how many more there are. */
const foot = 96
/** In a window lower than this allows, the page scrolls. */
const least = 200

/**
 * How many rows of a list fit whole into the window under where it begins, and how high the list may be, in pixels: a
 * row that is cut is no row, and a wall is not scrolled.
 */
export function useFitting(list: RefObject<HTMLElement | null>, rows: number) {
  const [fits, setFits] = useState({ fitting: rows, room: least })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that grows is measured anew, at an unchanged size too.
  useLayoutEffect(() => {
    const drawn = list.current
    if (!drawn) return
    const measure = (): void => {
      const { top } = drawn.getBoundingClientRect()
      const room = Math.max(least, Math.floor(window.innerHeight - top - foot))
      const fitting = [...drawn.children].filter(
        (row) => row.getBoundingClientRect().bottom - top <= room,
      ).length
      setFits((before) => (before.fitting === fitting && before.room === room ? before : { fitting, room }))
    }
    measure()
    const resized = new ResizeObserver(measure)
    resized.observe(document.body)
    resized.observe(drawn)
    window.addEventListener('resize', measure)
    return () => {
      resized.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [list, rows])
  return fits
}
