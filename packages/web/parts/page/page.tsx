import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import css from './page.module.css'

export type PageProps = {
  /** What the page is about: heading, document title and browser history in one. */
  title: string
  /** A line under the title: what kind of thing this is, or where it stands. */
  lead?: ReactNode
  /** Buttons and links that belong to the whole page. */
  actions?: ReactNode
  children: ReactNode
}

let pagesOpened = 0

/**
 * The body of a page: its heading, its actions, its matter. Names the document, and on every change of page moves the
 * focus to the heading, so that a screen reader says where one has come to and the keyboard goes on from there.
 */
export function Page({ title, lead, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()

  useEffect(() => {
    document.title = `${title} – Inlieu`
  }, [title])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is not read; its change is the event.
  useEffect(() => {
    pagesOpened += 1
    // The first page of a visit keeps the browser's own order, so that the skip link is the first stop.
    if (pagesOpened > 1) heading.current?.focus({ preventScroll: true })
  }, [pathname])

  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <div className={css.lead}>{lead}</div>}
        </div>
        {actions !== undefined && <div className={`${css.actions} not-printed`}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
