import { type RefObject, useLayoutEffect, useState } from 'react'

/** The page's own space under its content, in pixels: a box that keeps it makes the page no longer. */
const foot = 32
/** In a window lower than this allows, the page scrolls instead. */
const least = 320

/**
 * How high a box may be, in pixels, so that it ends at the foot of the window wherever it begins: under a warning, or
 * stuck to the top once the page is scrolled.
 */
export function useReachFoot(box: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(least)
  useLayoutEffect(() => {
    const measure = (): void => {
      const top = box.current?.getBoundingClientRect().top ?? 0
      setHeight(Math.max(least, Math.floor(window.innerHeight - top - foot)))
    }
    measure()
    const grown = new ResizeObserver(measure)
    grown.observe(document.body)
    window.addEventListener('scroll', measure, { passive: true })
    window.addEventListener('resize', measure)
    return () => {
      grown.disconnect()
      window.removeEventListener('scroll', measure)
      window.removeEventListener('resize', measure)
    }
  }, [box])
  return height
}
