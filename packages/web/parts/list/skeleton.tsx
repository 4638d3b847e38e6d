import { Trans } from '@lingui/react/macro'
import css from './skeleton.module.css'

const lines = [0, 1, 2, 3, 4, 5, 6, 7]

/** The shape of what is about to stand here. */
export function Skeleton({ columns }: { columns: number }) {
  return (
    <div className={css.skeleton} aria-busy="true">
      <span className="only-heard" role="status">
        <Trans>Loading…</Trans>
      </span>
      {lines.map((line) => (
        <div key={line} className={css.line} style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: bars without any content of their own.
            <span key={column} />
          ))}
        </div>
      ))}
    </div>
  )
}
