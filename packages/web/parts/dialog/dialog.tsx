import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import css from './dialog.module.css'

export type DialogProps = {
  title: string
  /** Called on Escape; without it the dialog can only be left by its own buttons. */
  onClose?: () => void
  /** `hides`: nothing of the page behind can be read (AC-11). */
  backdrop?: 'dims' | 'hides'
  width?: 'narrow' | 'wide'
  children: ReactNode
}

/**
 * A dialog over the page, by the browser's own `<dialog>`: focus stays inside and returns where it was. It is open
 * while it is drawn.
 */
export function Dialog({ title, onClose, backdrop = 'dims', width = 'narrow', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()

  // Before the element leaves the document, or the browser could not give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // What was typed before stands in the fields: whoever types on must not press the button that gives it up.
    if (document.activeElement?.hasAttribute('data-starts-over'))
      element?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      className={`${css.dialog} ${css[backdrop]} ${css[width]}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        // The browser would close it by itself; whether it is open is ours to say.
        event.preventDefault()
        onClose?.()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // Some browsers let a second Escape close a dialog whose `cancel` was prevented.
        event.preventDefault()
        onClose?.()
      }}
    >
      <h2 id={heading} className={css.title}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}

/** The row of buttons at the foot of a dialog; the one that does it comes first. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={css.buttons}>{children}</div>
}
