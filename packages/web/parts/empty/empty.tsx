import type { ReactNode } from 'react'
import css from './empty.module.css'

/** Stands where a list has nothing: says so, and what would fill it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p className={css.title}>{title}</p>
      {children !== undefined && <div className={css.hint}>{children}</div>}
    </div>
  )
}
